import EventStore
import Events
import Projections
import Testing

@Suite("What the ledger knew: the recorded clock of a question")
struct PointResolutionTests {
  /// Positions 1 and 2 at 21:59:30 UTC, which is 23:59:30 in Riga; 3 at 22:00:30, on the next day.
  private func fixture() throws -> TestLedger {
    let fixture = try TestLedger()
    fixture.set(now: try Instant(parsing: "2025-01-28T21:59:30Z"))
    let added = EventData.actionAdded(.init())
    try fixture.append([
      event("plan/P/action/1", "2022-01-01", added), event("plan/P/action/2", "2022-01-01", added),
    ])
    try fixture.append([event("plan/P/action/3", "2022-01-01", added)])
    return fixture
  }

  struct Row: Sendable {
    var by: RecordedBy
    var now = "2025-06-01T00:00:00Z"
    var position: UInt64?
    var why: String
  }

  private static func instant(_ text: String) -> RecordedBy {
    (try? Instant(parsing: text)).map(RecordedBy.instant) ?? .head
  }

  static let rows: [Row] = [
    Row(by: .head, position: 3, why: "all of it"),
    Row(by: .position(2), position: 2, why: "a position is itself"),
    Row(by: .position(4), why: "beyond the head"),
    Row(by: .position(0), why: "before the beginning"),
    Row(by: .day(day("2025-01-28")), position: 2, why: "before midnight in Riga"),
    Row(by: .day(day("2025-01-29")), position: 3, why: "after it"),
    Row(by: .day(day("2025-01-27")), why: "before the ledger began"),
    Row(by: .day(day("2025-06-01")), position: 3, why: "today"),
    Row(by: .day(day("2025-06-02")), why: "tomorrow"),
    Row(
      by: .day(day("2025-06-01")), now: "2025-05-31T21:00:00Z", position: 3,
      why: "today has begun in Riga, not in UTC"),
    Row(
      by: .day(day("2025-01-29")), now: "2025-01-28T21:58:00Z", position: 3,
      why: "the clock stands a little behind the last event, which was recorded on that day"),
    Row(
      by: .day(day("2025-01-30")), now: "2025-01-28T21:58:00Z",
      why: "the day after the last event's, when today is earlier still"),
    Row(by: instant("2025-01-28T21:59:30Z"), position: 2, why: "a batch is one instant"),
    Row(by: instant("2025-01-28T21:59:29.999999Z"), why: "a microsecond before it"),
    Row(
      by: instant("2025-01-28T22:00:30Z"), now: "2025-01-28T21:58:00Z", position: 3,
      why: "the last instant recorded, though the clock stands behind it"),
    Row(
      by: instant("2025-01-28T22:00:30.000001Z"), now: "2025-01-28T21:58:00Z",
      why: "later than both"),
    Row(by: instant("2025-05-31T23:59:59Z"), position: 3, why: "in the past, with nothing since"),
  ]

  @Test("a recorded clock stands for a position, or for an error", arguments: rows)
  func resolution(_ row: Row) throws {
    let snapshot = try fixture().ledger.snapshot()
    let now = try Instant(parsing: row.now)
    let position = try? snapshot.view.position(row.by, now: now, snapshot.transaction)
    #expect(position == row.position, "\(row.why)")
  }

  @Test("each error says what can be asked instead")
  func errors() throws {
    let snapshot = try fixture().ledger.snapshot()
    let first = try Instant(parsing: "2025-01-28T21:59:30Z")
    let last = try Instant(parsing: "2025-01-28T22:00:30Z")
    let errors: [(RecordedBy, PointError)] = [
      (.position(9), .beyondHead(position: 9, head: 3)),
      (.position(0), .beforeBeginning(began: first)),
      (.day(day("2020-01-01")), .beforeBeginning(began: first)),
      (.day(day("2099-01-01")), .recordedInFuture(last: last)),
    ]
    for (by, expected) in errors {
      #expect(throws: expected) {
        try snapshot.view.position(by, now: last, snapshot.transaction)
      }
    }
  }

  @Test("an empty ledger has no past, and its head is nothing")
  func emptyLedger() throws {
    let snapshot = try TestLedger().ledger.snapshot()
    let now = try Instant(parsing: "2025-06-01T00:00:00Z")
    #expect(try snapshot.view.position(.head, now: now, snapshot.transaction) == 0)
    #expect(throws: PointError.beforeBeginning(began: nil)) {
      try snapshot.view.position(.day(day("2025-01-01")), now: now, snapshot.transaction)
    }
    #expect(throws: PointError.recordedInFuture(last: nil)) {
      try snapshot.view.position(.day(day("2026-01-01")), now: now, snapshot.transaction)
    }
  }
}
