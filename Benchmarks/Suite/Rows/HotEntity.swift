import EventStore
import Events
import Foundation
import Lifecycle
import Projections

/// Q2: one action with 100 thousand events, a fifth of them late or corrected, at random points.
func hotEntity(runs: Int, count: Int) throws {
  try withFolder { folder in
    let subject = StreamID.within(Identifier("DEMO-2021"), .action, Identifier("1.1"))
    let ledger = try hotLedger(folder, subject, count)
    try ProjectionRegistry.prepare(ledger)
    let head = try ledger.snapshot().view.head.position
    var points = RandomPoints(seed: 2)
    let questions = (0..<200).map { _ in points.point(upTo: head) }
    var read: [Double] = []
    var folded: [Double] = []
    for _ in 0..<runs {
      read.append(
        try questions.map { try time(ledger, subject, $0, fromRecords: false) }.middle)
      folded.append(
        try questions.prefix(5).map { try time(ledger, subject, $0, fromRecords: true) }.middle)
    }
    report(
      "Q2  an action with \(count) events, a fifth late or corrected, at a random point",
      "at most 100 µs",
      [
        Measurement(name: "planledger", unit: "µs", figures: read),
        Measurement(name: "a fold over its events", unit: "µs", figures: folded),
      ])
  }
}

private func time(
  _ ledger: Ledger, _ subject: StreamID, _ point: ReadingPoint, fromRecords: Bool
) throws -> Double {
  try seconds {
    let reading = try PointInTime(
      ledger.snapshot(), at: point, withTexts: false, from: fromRecords ? .records : .projections)
    let action: Entity<ActionState>? = try reading.entity(subject)
    precondition(action != nil || point.effectiveAt.number < 12_800, "no action")
  } * 1e6
}

/// A ledger of that one action: reports above all, and moves, deadlines and verdicts among them.
private func hotLedger(_ folder: String, _ subject: StreamID, _ count: Int) throws -> Ledger {
  let store = try BenchLedger(folder)
  var random = RandomPoints(seed: 1)
  let title = try LangText([("lv", "Pasākums")])
  var added = ActionAdded()
  added.title = title
  added.deadline = try CoarseDate(parsing: "2010-Q3")
  let begin = try CoarseDate(parsing: "2005-01-01")
  var events = [Event(subject: subject, effective: begin, data: .actionAdded(added))]
  events[0].id = EventID(high: 1, low: 0)
  var reports: [Event] = []
  while events.count < count {
    let today = 12_784 + Int32(UInt64(events.count) * 6939 / UInt64(count))
    let late = random.below(10) == 0 ? Int32(random.below(UInt64(today - 12_783))) : 0
    var event = Event(
      subject: subject, effective: CoarseDate(Day(number: today - late)),
      data: try happening(&random))
    if random.below(10) == 0, let target = reports.last {
      var body = EventCorrected()
      body.target = target.id ?? EventID(high: 0, low: 0)
      body.data = try progress(&random)
      event = Event(subject: subject, effective: nil, data: .eventCorrected(body))
    }
    event.id = EventID(high: 1, low: UInt64(events.count))
    if case .progressReported = event.data { reports.append(event) }
    events.append(event)
  }
  // Whatever rule the moves break: what counts here is how it reads.
  var rest = events[...]
  try store.ledger.append(
    inputs: store.inputs, participants: [InlineRunner(store.ledger)],
    judge: { (_, _) throws(LedgerError) in }, next: { _ throws(LedgerError) in rest.popFirst() })
  return store.ledger
}

private func happening(_ random: inout RandomPoints) throws -> EventData {
  switch random.below(100) {
  case 0..<10:
    return [.actionStarted(.init()), .actionSuspended(.init()), .actionResumed(.init())][
      Int(random.below(3))]
  case 10..<17:
    var body = DeadlinePostponed()
    body.deadline = CoarseDate(Day(number: 14_000 + Int32(random.below(6000))))
    return .deadlinePostponed(body)
  case 17..<23:
    var body = ActionAssessed()
    body.verdict = [.completed, .notCompleted][Int(random.below(2))]
    return .actionAssessed(body)
  case 23..<25:
    var body = ActionReassigned()
    body.lead = try Identifier(parsing: "INST-\(random.below(40))")
    return .actionReassigned(body)
  default: return try progress(&random)
  }
}

private func progress(_ random: inout RandomPoints) throws -> EventData {
  var body = ProgressReported()
  body.narrative = try Text("Sagatavots.")
  var percent = Percent.placeholder
  percent.number = UInt8(random.below(101))
  body.percent = percent
  return .progressReported(body)
}
