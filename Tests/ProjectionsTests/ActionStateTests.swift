import Events
import Projections
import Testing

/// An action folded in memory from events written as `type date`.
private func action(
  _ lines: [String], on today: String = "2030-01-01", deadline: String? = nil,
  publishedBy: String? = nil
) -> Entity<ActionState>? {
  let subject = stream("plan/P/action/1")
  var recorded: [RecordedEvent] = []
  for line in lines {
    let words = line.split(separator: " ").map(String.init)
    var data = EventType(name: words[0]).map(EventData.placeholder) ?? .linkWithdrawn(.init())
    switch data {
    case .actionAdded(var body):
      body.deadline = deadline.map(date)
      data = .actionAdded(body)
    case .deadlineSet(var body):
      body.deadline = date(words[2])
      data = .deadlineSet(body)
    case .deadlinePostponed(var body):
      body.deadline = date(words[2])
      data = .deadlinePostponed(body)
    default: break
    }
    let position = UInt64(recorded.count + 1)
    recorded.append(
      RecordedEvent(
        position: position, revision: position, recorded: Instant(microseconds: 0),
        event: event(subject.description, words[1], data, id: id(position)), commitment: nil))
  }
  let point = ReadingPoint(effectiveAt: day(today), position: UInt64(recorded.count))
  return fold(timeline(of: recorded, publications: []), of: subject, at: point)
}

@Suite("An action's three axes")
struct ActionStateTests {
  struct Running: Sendable {
    var events: [String]
    var status: String
  }

  @Test(
    "running moves as the state machine says",
    arguments: [
      Running(events: [], status: "PLANNED"),
      Running(events: ["ActionStarted 2022-02"], status: "IN_PROGRESS"),
      Running(events: ["ActionCancelled 2022-02"], status: "CANCELLED"),
      Running(events: ["ActionDelivered 2022-02"], status: "DELIVERED"),
      Running(events: ["ActionStarted 2022-02", "ActionSuspended 2022-03"], status: "SUSPENDED"),
      Running(
        events: ["ActionStarted 2022-02", "ActionSuspended 2022-03", "ActionResumed 2022-04"],
        status: "IN_PROGRESS"),
      Running(
        events: ["ActionStarted 2022-02", "ActionSuspended 2022-03", "ActionCancelled 2022-04"],
        status: "CANCELLED"),
      Running(
        events: ["ActionDelivered 2022-02", "ActionReopened 2022-03"], status: "IN_PROGRESS"),
      Running(
        events: ["ActionStarted 2022-02", "ActionAssessed 2022-03", "ProgressReported 2022-04"],
        status: "IN_PROGRESS"),
    ])
  func running(_ row: Running) throws {
    let entity = try #require(action(["ActionAdded 2022-01"] + row.events))
    #expect(entity.state.running?.value.rawValue == row.status)
  }

  @Test("a delivery without a start leaves the start open, and any later move ends the delivery")
  func deliveries() throws {
    let delivered = try #require(action(["ActionAdded 2022-01", "ActionDelivered 2022-02"]))
    #expect(delivered.state.startedOn == nil)
    #expect(delivered.state.deliveredOn?.value == date("2022-02"))
    // Reopening is out of sight, as it may be in what was published: the fold does not refuse.
    let moved = try #require(
      action(["ActionAdded 2022-01", "ActionDelivered 2022-02", "ActionSuspended 2022-03"]))
    #expect(moved.state.running?.value == .suspended)
    #expect(moved.state.deliveredOn == nil)
  }

  @Test("only its ActionAdded brings an action into being")
  func existence() {
    #expect(action(["ActionReworded 2022-01", "ActionStarted 2022-02"]) == nil)
    #expect(action(["ActionStarted 2022-01", "ActionAdded 2022-02"], on: "2022-01-31") == nil)
    let late = action(["ActionStarted 2022-01", "ActionAdded 2022-02"])
    #expect(late?.state.running?.value == .inProgress)
  }

  @Test("a second deadline is a postponement, never a reset")
  func postponements() throws {
    let entity = try #require(
      action([
        "ActionAdded 2022-01", "DeadlineSet 2022-01 2022-06-30",
        "DeadlinePostponed 2022-05 2022-12-31", "DeadlinePostponed 2022-11 2023-06-30",
      ]))
    #expect(entity.state.deadline?.value == date("2023-06-30"))
    #expect(entity.state.originalDeadline == date("2022-06-30"))
    #expect(entity.state.postponements == 2)
    #expect(entity.timeliness(on: day("2022-07-01"), against: .original) == .overdue)
    #expect(entity.timeliness(on: day("2022-07-01"), against: .current) == .onTime)
  }

  struct Row: Sendable {
    var day: String
    var events: [String] = []
    var deadline: String? = "2022-06-30"
    var expected: Timeliness
    var why: String
  }

  static let timelinessRows: [Row] = [
    Row(day: "2022-07-01", deadline: nil, expected: .notApplicable, why: "no deadline"),
    Row(
      day: "2022-12-31", events: ["ActionCancelled 2022-03-01"], expected: .notApplicable,
      why: "cancelled"),
    Row(day: "2022-05-31", expected: .onTime, why: "more than thirty days to go"),
    Row(day: "2022-06-01", expected: .due, why: "the first of the last thirty days"),
    Row(day: "2022-06-30", expected: .due, why: "the deadline itself"),
    Row(day: "2022-07-01", expected: .overdue, why: "the day after it"),
    Row(
      day: "2022-07-01", events: ["ActionSuspended 2022-03-01"], expected: .overdue,
      why: "suspended is not delivered"),
    Row(
      day: "2022-07-01", events: ["ActionDelivered 2022-06-30"], expected: .onTime,
      why: "delivered on the deadline"),
    Row(
      day: "2022-07-01", events: ["ActionDelivered 2022-07-01"], expected: .late,
      why: "delivered after it"),
    Row(
      day: "2022-08-01", events: ["ActionDelivered 2022-06-01", "ActionReopened 2022-07-01"],
      expected: .overdue, why: "a reopened action is not delivered"),
    Row(
      day: "2022-06-30", deadline: "2022-Q2", expected: .due, why: "a quarter ends on its last day"),
    Row(day: "2022-07-01", deadline: "2022-Q2", expected: .overdue, why: "and is over after it"),
    Row(
      day: "2022-12-31", events: ["ActionDelivered 2022-H1"], expected: .onTime,
      why: "the whole span lies before the deadline"),
    Row(
      day: "2022-12-31", events: ["ActionDelivered 2022"], expected: .undetermined,
      why: "the deadline lies in the span of the delivery"),
    Row(
      day: "2022-12-31", events: ["ActionDelivered 2022-Q3"], expected: .late,
      why: "the whole span lies after the deadline"),
    Row(
      day: "2022-12-31", events: ["ActionDelivered /2022-09-30"], expected: .undetermined,
      why: "delivered by then, from when on is not known"),
    Row(
      day: "2022-08-01", events: ["ActionDelivered 2022-Q3"], expected: .undetermined,
      why: "late, or not delivered yet"),
    Row(
      day: "2022-06-15", events: ["ActionDelivered 2022-Q2"], expected: .undetermined,
      why: "delivered in time, or due"),
    Row(
      day: "2022-05-15", events: ["ActionDelivered 2022-Q2"], expected: .onTime,
      why: "delivered or not, it is on time"),
    Row(
      day: "2022-08-01", events: ["ActionCancelled 2022-Q3"], expected: .undetermined,
      why: "overdue, or cancelled"),
    Row(
      day: "2022-08-01", events: ["DeadlinePostponed 2022-Q3 2023-06-30"], expected: .undetermined,
      why: "overdue, or postponed"),
    Row(
      day: "2022-06-30", events: ["ActionDelivered 2022-Q3"], expected: .due,
      why: "the span has not begun"),
  ]

  @Test("timeliness", arguments: timelinessRows)
  func timeliness(_ row: Row) throws {
    let entity = try #require(
      action(["ActionAdded 2022-01-01"] + row.events, on: row.day, deadline: row.deadline))
    #expect(entity.timeliness(on: day(row.day)) == row.expected, "\(row.why)")
  }

  @Test("an unfinished action is one neither finally completed nor cancelled")
  func unfinished() throws {
    #expect(try #require(action(["ActionAdded 2022-01"])).state.isUnfinished)
    // The placeholder verdict is COMPLETED, INTERIM: not the last word.
    let interim = try #require(action(["ActionAdded 2022-01", "ActionAssessed 2022-12"]))
    #expect(interim.state.assessment?.value.finality == .interim)
    #expect(interim.state.isUnfinished)
    let cancelled = try #require(action(["ActionAdded 2022-01", "ActionCancelled 2022-12"]))
    #expect(!cancelled.state.isUnfinished)
  }
}
