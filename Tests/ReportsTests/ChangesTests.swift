import Events
import Reports
import Testing

@Suite("What changed since, and what is said otherwise now")
struct ChangesTests {
  private func script() -> Script {
    var script = Script()
    script.plan("P", "2022/2023")
    script.add(
      "ActionAdded", "plan/P/action/1", "2022-01-03", #"{"title":"One","deadline":"2022-06-30"}"#)
    script.add("ActionAdded", "plan/P/action/2", "2022-01-03", #"{"title":"Two"}"#)
    script.add("ActionStarted", "plan/P/action/1", "2022-02-01")
    script.add(
      "PlanReportNoted", "plan/P", "2022-08-01",
      #"{"by":"CABINET","cutOff":"2022-03-31","basisPosition":5}"#)
    script.add("DeadlinePostponed", "plan/P/action/1", "2022-04-15", #"{"deadline":"2022-Q4"}"#)
    script.add("ActionDelivered", "plan/P/action/1", "2022-10-01")
    return script
  }

  private func changes(_ report: Report) throws -> Set<String> {
    Set(
      try report.facts().filter { $0["table"] == "changes" && $0["measure"] == "change" }
        .map { "\($0["subject"] ?? "") \($0["value"] ?? "")" })
  }

  @Test("Without a report, the base is the plan's approval; a report of the same day is none yet")
  func sinceApproval() throws {
    let ledger = try TestLedger.holding(script())
    let report = try ledger.report("P", at: "2022-08-01")
    #expect(report.markdown().contains("No report was noted before this day."))
    #expect(report.markdown().contains("approved: 2 January 2022"))
    #expect(
      try changes(report) == [
        "P/1 APPEARED", "P/2 APPEARED", "plan/P  → CABINET (2022-03-31; 5)",
      ])
  }

  @Test("After a report, the base is its cut-off and the position on which it rested")
  func sinceReport() throws {
    let ledger = try TestLedger.holding(script())
    var later = Script(from: 100)
    // Recorded after the report, and true before its cut-off.
    later.add("ActionStarted", "plan/P/action/2", "2022-03-01")
    try ledger.append(later.text)
    let report = try ledger.report("P", at: "2022-12-31")
    let text = report.markdown(.latvian)
    #expect(text.contains("kas izskatīts 2022. gada 1. augustā (CABINET)"), "\(text)")
    #expect(text.contains("pēc stāvokļa 2022. gada 31. martā"))
    #expect(text.contains("līdz notikumam Nr. 5"))
    #expect(
      try changes(report) == [
        "P/1 2022-06-30 → 2022-Q4", "P/1 IN_PROGRESS → DELIVERED", "P/2 PLANNED → IN_PROGRESS",
        "plan/P  → CABINET (2022-03-31; 5)",
      ])
  }

  @Test(
    "A correction, a retraction and a revision stand with the old and the new, and their events")
  func restatements() throws {
    var script = Script()
    script.plan("P", "2022/2023")
    script.add("ActionAdded", "plan/P/action/1", "2022-01-03", #"{"title":"One"}"#)
    let started = script.add("ActionStarted", "plan/P/action/1", "2022-02-01")
    script.add(
      "ActionAssessed", "plan/P/action/1", "2022-06-30",
      #"{"verdict":"NOT_COMPLETED","finality":"INTERIM"}"#)
    script.add(
      "AssessmentRevised", "plan/P/action/1", "2022-09-30",
      #"{"verdict":"COMPLETED","finality":"FINAL"}"#)
    script.add(
      "EventCorrected", "plan/P/action/1", nil,
      #"{"target":"\#(started)","effective":"2022-03-01","data":{}}"#, #""reason":"Typed wrong""#)
    script.count("20", #""period":"2022""#, on: "2022-12-31")
    script.count("25", #""period":"2022""#, type: "VictimCountRevised", on: "2023-02-01")
    let report = try TestLedger.holding(script).report("P", at: "2023-12-31")
    let rows = try report.facts().filter { $0["table"] == "restatements" }
    func row(_ number: Int) -> [String: String] {
      Dictionary(
        uniqueKeysWithValues: rows.filter { $0["row"] == "\(number)" }
          .map { ($0["measure"] ?? "", $0["value"] ?? "") })
    }
    #expect(row(1)["how"] == "REVISED" && row(1)["event"] == "6")
    #expect(row(1)["change"] == "NOT_COMPLETED (INTERIM) → COMPLETED (FINAL)")
    #expect(row(2)["how"] == "CORRECTED" && row(2)["event"] == "7")
    #expect(row(2)["change"] == "2022-02-01 → 2022-03-01" && row(2)["reason"] == "Typed wrong")
    #expect(row(3)["change"] == "20 → 25" && row(3)["event"] == "9")
    #expect(row(4).isEmpty)
    // Before the revision took effect there is nothing to be said of it.
    let early = try TestLedger.holding(script).report("P", at: "2022-12-31")
    #expect(!early.csv().contains("20 → 25"))
  }

  @Test("A correction that moves a count to another cell tells both, and so does its retraction")
  func movedCount() throws {
    var script = Script()
    script.plan("P", "2022/2023")
    script.count("20", #""period":"2022","sex":"FEMALE""#, on: "2022-12-31")
    let correction = script.add(
      "EventCorrected", "victims/LV", nil,
      #"{"target":"\#(Script.id(3))","data":{"cell":{"basis":"IDENTIFIED","period":"2022","sex":"MALE"},"value":20}}"#,
      #""reason":"Wrong column""#)
    script.add(
      "EventRetracted", "victims/LV", nil, #"{"target":"\#(correction)"}"#,
      #""reason":"It was right""#)
    let report = try TestLedger.holding(script).report("P", at: "2023-12-31")
    let rows = try report.facts().filter {
      $0["table"] == "restatements" && $0["measure"] == "change"
    }
    let values = rows.filter { $0["value"]?.contains("20") ?? false }.map {
      "\($0["subject"] ?? ""): \($0["value"] ?? "")"
    }
    let female = "victims/LV IDENTIFIED 2022 FEMALE", male = "victims/LV IDENTIFIED 2022 MALE"
    #expect(
      values == [
        "\(female): 20 → ", "\(male):  → 20", "\(female):  → 20", "\(male): 20 → ",
      ])
  }

  @Test(
    "What is past its deadline is told by dates; nothing is called late that no deadline makes so")
  func wordsOfTime() throws {
    let report = try TestLedger.holding(script()).report("P", at: "2022-12-31")
    let words = report.markdown(.english).lowercased().split { !$0.isLetter }
    #expect(words.contains("deadline") && !words.contains("late") && !words.contains("delayed"))
  }
}
