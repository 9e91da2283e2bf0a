import Events

/// Makes events of several types on a few streams.
struct RandomEvents {
  var generator: SeededGenerator
  private var made: [EventID] = []

  init(seed: UInt64) { generator = SeededGenerator(state: seed) }

  private mutating func number(_ range: ClosedRange<Int>) -> Int {
    .random(in: range, using: &generator)
  }

  private mutating func text() throws -> Text {
    try Text(String(repeating: "ā ", count: number(0...40)) + "\(generator.next())")
  }

  private mutating func action() throws -> StreamID {
    .within(
      try Identifier(parsing: "P\(number(1...2))"), .action,
      try Identifier(parsing: "\(number(1...9)).\(number(1...2))"))
  }

  private mutating func date() throws -> CoarseDate {
    let year = number(2020...2023)
    return try CoarseDate(
      parsing: [
        "\(year)-0\(number(1...9))-1\(number(0...9))", "\(year)-Q\(number(1...4))", "\(year)",
      ][
        number(0...2)])
  }

  mutating func event() throws -> Event {
    var event: Event
    switch number(0...5) {
    case 0:
      event = Event(
        subject: try action(), effective: try date(), data: .actionStarted(ActionStarted()))
    case 1:
      var body = ProgressReported()
      body.narrative = try text()
      event = Event(subject: try action(), effective: try date(), data: .progressReported(body))
    case 2:
      event = Event(
        subject: try action(), effective: try date(), data: .actionSuspended(ActionSuspended()))
      event.reason = try text()
    case 3:
      var body = SourceAdded()
      body.title = try LangText([("lv", text().description), ("en", text().description)])
      event = Event(
        subject: .above(.source, try Identifier(parsing: "S\(number(1...99))")),
        effective: try date(), data: .sourceAdded(body))
    case 4 where !made.isEmpty:
      var body = EventRetracted()
      body.target = made[number(0...made.count - 1)]
      event = Event(subject: try action(), effective: nil, data: .eventRetracted(body))
      event.reason = try text()
    default:
      var body = DeadlineSet()
      body.deadline = try date()
      event = Event(subject: try action(), effective: try date(), data: .deadlineSet(body))
      event.published = try date()
      event.actor = Identifier("clerk")
    }
    let id = EventID(high: generator.next(), low: generator.next())
    event.id = id
    made.append(id)
    return event
  }

  mutating func events(_ count: Int) throws -> [Event] {
    try (0..<count).map { _ in try event() }
  }
}
