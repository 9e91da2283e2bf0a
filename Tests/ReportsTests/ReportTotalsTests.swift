import Events
import Projections
import Reports
import Testing

@Suite("A report says what the ledger says at the same point")
struct ReportTotalsTests {
  static let ledger = Result { try TestLedger.examples() }

  @Test(
    "Counts by area add up to the actions in sight",
    arguments: ["2021-12-31", "2022-06-30", "2022-12-31", "2023-09-30", "2025-01-28"])
  func totals(_ day: String) throws {
    let ledger = try ReportTotalsTests.ledger.get()
    let report = try ledger.report("LV-HTP-2021", at: day)
    let reading = try ledger.reading(at: day)
    let actions = try reading.actions(of: Identifier(parsing: "LV-HTP-2021"))
    let facts = try report.facts()
    func sum(_ table: String, _ measure: String) -> Int {
      facts.values(table, measure).values.compactMap { Int($0) }.reduce(0, +)
    }
    #expect(sum("running", "actions") == actions.count)
    for (status, measure) in [
      (RunningStatus.planned, "planned"), (.inProgress, "inProgress"), (.suspended, "suspended"),
      (.delivered, "delivered"), (.cancelled, "cancelled"),
    ] {
      #expect(
        sum("running", measure) == actions.count { $0.state.running?.value == status })
    }
    for (verdict, measure) in [
      (Verdict.completed, "completed"), (.partiallyCompleted, "partiallyCompleted"),
      (.notCompleted, "notCompleted"), (.notAssessable, "notAssessable"),
    ] {
      #expect(
        sum("verdict", measure)
          == actions.count { $0.state.assessment?.value.verdict == verdict })
    }
    let overdue = actions.filter { $0.timeliness(on: reading.point.effectiveAt) == .overdue }
    let listed = facts.values("overdue", "daysPast")
    #expect(Set(listed.keys) == Set(overdue.map(\.state.code.description)))
    for action in overdue {
      let deadline = try #require(action.state.deadline?.value.lastDay)
      #expect(
        listed["\(action.state.code)"] == "\(deadline.days(to: reading.point.effectiveAt))")
    }
    let moved = facts.values("postponed", "postponements")
    #expect(
      moved.mapValues { Int($0) }
        == Dictionary(
          uniqueKeysWithValues: actions.filter { $0.state.postponements > 0 }
            .map { ($0.state.code.description, $0.state.postponements) }))
    #expect(facts.values("actions", "running").count == actions.count)
  }

  @Test("Published figures stand beside what the items add up to, and rows say whose word they are")
  func claims() throws {
    let report = try ReportTotalsTests.ledger.get().report("LV-HTP-2021", at: "2025-01-28")
    let rows = try report.facts().filter { $0["table"] == "reconciliation" }
    let completed = rows.filter { $0["subject"] == "outcome COMPLETED" }
    func value(_ measure: String) -> String? {
      completed.first { $0["measure"] == measure }?["value"]
    }
    #expect(value("claimed") == "22" && value("fromItems") == "22")
    #expect(value("result") == "ILLUSTRATIVE_ONLY")
    #expect(completed.allSatisfy { $0["provenance"] == "OFFICIAL ILLUSTRATIVE" })
    #expect(report.isIllustrative)
    let all = try report.facts()
    #expect(all.allSatisfy { $0["effectiveAt"] == "2025-01-28" && $0["recordedBy"] == "@255" })
    #expect(all.allSatisfy { $0["root"]?.count == 64 })
  }

  @Test("Without what is invented, nothing is marked so")
  func official() throws {
    let ledger = try ReportTotalsTests.ledger.get()
    let reading = try ledger.reading(at: "2025-01-28", provenance: [.official])
    let plan = try #require(try reading.plan(Identifier(parsing: "LV-HTP-2021")))
    let report = try Report.read(on: plan, in: reading)
    #expect(!report.isIllustrative)
    for text in [report.html(), report.markdown()] { #expect(!text.contains("ILLUSTRATIVE")) }
    #expect(report.markdown().contains("No actions are recorded by this day."))
  }

  @Test("The same point gives the same bytes, whatever is recorded later")
  func sameBytes() throws {
    let ledger = try TestLedger.examples()
    let position = try ledger.head
    func texts() throws -> [String] {
      let report = try ledger.report("LV-HTP-2021", at: "2023-06-30", position: position)
      return [report.html(.latvian), report.markdown(.latvian), report.csv(.latvian)]
    }
    let before = try texts()
    #expect(try texts() == before)
    var script = Script()
    script.add(
      "ActionCancelled", "plan/LV-HTP-2021/action/ILL-2.5", "2023-01-15", "{}",
      #""reason":"Later known""#)
    script.count("9", #""period":"2023","sex":"FEMALE""#)
    try ledger.append(script.text)
    #expect(try texts() == before)
    #expect(try ledger.report("LV-HTP-2021", at: "2023-06-30").csv(.latvian) != before[2])
  }
}
