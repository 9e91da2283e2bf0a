import EventStore
import Events
import Projections
import Testing

@Suite("A line of many blocks is read on where what it led to is no longer believed")
struct LongLineTests {
  private static let subject = stream("plan/P/action/1")

  /// An action with 400 reports and 400 deadlines, one of each a day, of which some are retracted.
  private func ledger(reports: Range<Int>, deadlines: Range<Int>) throws -> TestLedger {
    let fixture = try TestLedger()
    var made: UInt64 = 0
    func event(_ day: Int?, _ data: EventData) -> Event {
      made += 1
      var event = Event(
        subject: Self.subject, effective: day.map { CoarseDate(Self.day($0)) }, data: data)
      event.id = EventID(high: 5, low: made)
      return event
    }
    var added = ActionAdded()
    added.title = title("Long")
    var events = [event(0, .actionAdded(added))]
    var targets: [EventID] = []
    for day in 0..<400 {
      var report = ProgressReported()
      report.narrative = try Text("So far")
      var percent = Percent.placeholder
      percent.number = UInt8(day % 101)
      report.percent = percent
      events.append(event(day, .progressReported(report)))
      if reports.contains(day), let id = events.last?.id { targets.append(id) }
      var deadline = DeadlineSet()
      deadline.deadline = CoarseDate(Self.day(1000 + day))
      events.append(event(day, .deadlineSet(deadline)))
      if deadlines.contains(day), let id = events.last?.id { targets.append(id) }
    }
    try fixture.append(events)
    try fixture.append(
      targets.map { target in
        var body = EventRetracted()
        body.target = target
        return event(nil, .eventRetracted(body))
      })
    return fixture
  }

  private static func day(_ number: Int) -> Day { Day(number: Int32(18_000 + number)) }

  @Test(
    "back to the last report, and forward to the first deadline",
    arguments: [
      (reports: 100..<400, deadlines: 0..<300), (reports: 1..<400, deadlines: 0..<399),
      (reports: 0..<400, deadlines: 0..<400), (reports: 150..<250, deadlines: 150..<250),
    ])
  func readingOn(retracted: (reports: Range<Int>, deadlines: Range<Int>)) throws {
    let fixture = try ledger(reports: retracted.reports, deadlines: retracted.deadlines)
    let last = (0..<400).last { !retracted.reports.contains($0) }
    let first = (0..<400).first { !retracted.deadlines.contains($0) }
    for fromRecords in [false, true] {
      let snapshot = try fixture.ledger.snapshot()
      let point = ReadingPoint(
        effectiveAt: Self.day(399), position: snapshot.view.head.position)
      let action: Entity<ActionState>? = try PointInTime(
        snapshot, at: point, from: fromRecords ? .records : .projections
      ).entity(Self.subject)
      let state = try #require(action).state
      #expect(state.percent?.value == last.map { UInt8($0 % 101) })
      #expect(state.originalDeadline?.lastDay == first.map { Self.day(1000 + $0) })
    }
  }
}
