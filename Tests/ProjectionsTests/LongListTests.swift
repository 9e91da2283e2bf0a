import EventStore
import Events
import Projections
import Testing

@Suite("A list of things with long histories shows each of them as it is by itself")
struct LongListTests {
  /// Some actions side by side, each with a few hundred events that come in small batches and on days
  /// in no order, so that blocks are divided in the middle.
  private func ledger(_ random: inout SeededGenerator) throws -> TestLedger {
    let fixture = try TestLedger()
    let actions = ["1", "10", "2", "3"].map { stream("plan/P/action/\($0)") }
    var made: UInt64 = 0
    func event(_ subject: StreamID, _ data: EventData, _ random: inout SeededGenerator) -> Event {
      made += 1
      let day = day("2020-01-01").advanced(by: Int(random.next() % 900))
      var event = Event(subject: subject, effective: CoarseDate(day), data: worded(data))
      event.id = id(made)
      return event
    }
    for action in actions {
      try fixture.append([
        event(
          action, .actionAdded(filled(ActionAdded()) { $0.title = title("Action") }), &random)
      ])
    }
    for _ in 0..<60 {
      let events = (0..<(1 + random.next() % 30)).map { _ in
        let data: EventData =
          switch random.next() % 6 {
          case 0: .actionStarted(ActionStarted())
          case 1: .actionSuspended(ActionSuspended())
          case 2:
            .deadlinePostponed(filled(DeadlinePostponed()) { $0.deadline = date("2023-06-30") })
          case 3: .actionResumed(ActionResumed())
          default:
            .progressReported(filled(ProgressReported()) { $0.percent = Percent.placeholder })
          }
        return event(random.pick(actions), data, &random)
      }
      try fixture.append(events)
    }
    return fixture
  }

  /// What tells the actions apart, and the events that set their fields.
  private func shown(_ reading: PointInTime) throws -> [String] {
    try reading.actions(of: code("P")).map { entity in
      let state = entity.state
      return "\(entity.subject) \(state.postponements) \(String(describing: state.running?.setBy))"
        + " \(String(describing: state.percent?.setBy))"
    }
  }

  @Test("at any point", arguments: 0..<4 as Range<UInt64>)
  func list(seed: UInt64) throws {
    var random = SeededGenerator(state: seed)
    let fixture = try ledger(&random)
    let head = try fixture.head
    for _ in 0..<60 {
      let day = day("2020-01-01").advanced(by: Int(random.next() % 900)).description
      let position = 1 + random.next() % head
      let expected = try shown(fixture.at(day, position: position, fromRecords: true))
      let found = try shown(fixture.at(day, position: position))
      #expect(found == expected, "seed \(seed), \(day) @\(position)")
    }
  }
}
