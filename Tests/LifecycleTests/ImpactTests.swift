import EventStore
import Events
import Lifecycle
import Projections
import Testing

@Suite("A preview tells what a batch would change, and records nothing")
struct ImpactTests {
  private func line(
    _ type: String, _ subject: String, _ effective: String?, _ data: String = "{}",
    _ more: String = ""
  ) -> String {
    let when = effective.map { #","effective":"\#($0)""# } ?? ""
    return
      #"{"specversion":"1.0","source":"t","type":"planledger.\#(type)","subject":"\#(subject)""#
      + when + more + #","data":\#(data)}"#
  }

  private func lines(_ spans: [ChangedSpan]) -> [String] {
    spans.map { span in
      let values = [span.old, span.new].map { $0?.shown(in: nil, fallback: "lv") ?? "–" }
      return "\(span.key.subject.code) \(span.field): \(values[0]) → \(values[1]), \(span.from)"
        + (span.through.map { "–\($0)" } ?? " on")
    }
  }

  /// A plan with an action that was started, and delivered.
  private func ledger() throws -> TestLedger {
    let ledger = try TestLedger()
    try ledger.append([
      line("PlanDrafted", "plan/P", "2021-01-01", #"{"title":"P","period":"2021/2023"}"#),
      line("ActionAdded", "plan/P/action/1", "2021-01-01", #"{"title":"A"}"#),
      line("ActionStarted", "plan/P/action/1", "2022-03-01"),
      line("ActionDelivered", "plan/P/action/1", "2022-09-01"),
    ])
    return ledger
  }

  @Test("What is past and what is of today or later stand apart")
  func pastAndLater() throws {
    let ledger = try ledger()
    let impact = try ledger.preview(
      [
        line(
          "ActionAssessed", "plan/P/action/1", "2022-12-31",
          #"{"verdict":"COMPLETED","finality":"FINAL"}"#),
        line("ActionReopened", "plan/P/action/1", "2030-01-01", "{}", #","reason":"R""#),
      ], today: "2023-06-30")
    #expect(
      lines(impact.past.spans) == [
        "1 assessment: – → COMPLETED (FINAL, 2022-12-31, PLAN-3@1), 2022-12-31 on"
      ])
    #expect(
      lines(impact.later.spans) == [
        "1 running: DELIVERED → IN_PROGRESS, 2030-01-01 on",
        "1 deliveredOn: 2022-09-01 → –, 2030-01-01 on",
      ])
    #expect(try ledger.count == 4)
    #expect(try ledger.ledger.snapshot().view.head.position == 4)
  }

  @Test("A batch that breaks a rule is refused as it would be for real")
  func refused() throws {
    let ledger = try ledger()
    let bad = [line("ActionStarted", "plan/P/action/1", "2022-10-01")]
    func refusal(_ body: () throws -> Void) -> String {
      do {
        try body()
        return "none"
      } catch { return "\(error)" }
    }
    let real = refusal { try ledger.append(bad) }
    #expect(real.contains("refused"))
    #expect(refusal { _ = try ledger.preview(bad, today: "2023-06-30") } == real)
  }

  @Test("A given published date changes published-by answers, and says from which day")
  func published() throws {
    let ledger = try ledger()
    let impact = try ledger.preview(
      [
        line(
          "EventsPublished", "plan/P", nil,
          #"{"published":"2023-01","under":"plan/P","through":3}"#)
      ], today: "2023-06-30")
    #expect(impact.past.spans.isEmpty && impact.later.spans.isEmpty)
    let published = try #require(impact.published.first)
    #expect(impact.published.count == 1)
    #expect(published.events == 3 && published.streamCount == 2)
    #expect(published.old == nil && published.from.description == "2023-01-31")
    #expect(!impact.isNone)
  }

  @Test("Only so many changes are kept, the rest is counted; what comes as a whole is one")
  func limit() throws {
    let ledger = try ledger()
    let batch = (2...9).map { code in
      line(
        "ActionAdded", "plan/P/action/\(code)", "2021-01-01",
        #"{"title":"A","deadline":"2022"}"#)
    }
    let impact = try ledger.preview(batch, today: "2023-06-30", limit: 3)
    #expect(Set(impact.past.spans.map(\.key.subject.code.description)) == ["2", "3", "4"])
    #expect(impact.past.spans.count > 3)
    #expect(impact.past.count == 8 && impact.past.countBeyond == 5)
    // Timeliness moves by itself, in December 2022 and after: no span is of today.
    #expect(impact.later.spans.isEmpty)
  }
}
