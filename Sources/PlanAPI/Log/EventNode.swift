internal import Coding
internal import EventStore
internal import Events
internal import GraphQL
internal import LMDB
internal import Projections

/// An event as it was recorded, seen from a position of the ledger.
final class EventNode {
  let context: QueryContext
  let recorded: RecordedEvent
  /// The last position that counts for what is made of it.
  let seenFrom: UInt64
  /// Whether its body is shown without the value that it gives.
  let hidesValues: Bool
  private var loaded: RecordedEvent?

  init(
    _ context: QueryContext, _ recorded: RecordedEvent, seenFrom: UInt64, hidesValues: Bool = false
  ) {
    self.context = context
    self.recorded = recorded
    self.seenFrom = seenFrom
    self.hidesValues = hidesValues
  }

  var event: Event { recorded.event }

  /// The event with its texts, which are read when they are first wanted.
  func withTexts() throws(FieldError) -> RecordedEvent {
    if let loaded { return loaded }
    let event = try context.event(at: recorded.position, withTexts: true) ?? recorded
    loaded = event
    return event
  }

  /// What the ledger makes of it; `nil` where it cannot be told.
  func belief() throws(FieldError) -> Belief? {
    let point = ReadingPoint(effectiveAt: .last, position: seenFrom)
    return try reading { () throws(LedgerError) in
      try PointInTime(context.snapshot, at: point, withTexts: false)
        .history(of: event.subject).first { $0.recorded.position == recorded.position }
    }
  }

  /// How many days after it took effect it was recorded; `nil` where it has no effective date.
  var lateDays: Int? {
    event.effective.map { $0.lastDay.days(to: context.identity.zone.day(at: recorded.recorded)) }
  }
}

extension QueryContext {
  /// The event at a position.
  func eventNode(
    at position: UInt64, seenFrom last: UInt64, hidesValues: Bool = false
  ) throws(FieldError) -> EventNode? {
    try event(at: position, withTexts: false).map {
      EventNode(self, $0, seenFrom: last, hidesValues: hidesValues)
    }
  }
}

extension View {
  /// The event at a position, seen from here.
  func eventNode(at position: UInt64) throws(FieldError) -> EventNode? {
    try context.eventNode(at: position, seenFrom: point.position)
  }
}

extension EventData {
  /// The body as files have it.
  var json: Resolved { json(hidesValues: false) }

  /// The body as files have it, or with `SUPPRESSED` in the place of the value that it gives.
  func json(hidesValues: Bool) -> Resolved {
    var writer = BodyWriter(hidesValues: hidesValues)
    let copy = self
    writer.json.beginObject()
    copy.visit(&writer)
    writer.json.endObject()
    return .string(String(decoding: writer.json.bytes, as: UTF8.self))
  }
}

/// The visitor that writes a body's fields as members; what is left out is not written.
private struct BodyWriter: FieldVisitor {
  let hidesValues: Bool
  var json = JSONWriter()

  mutating func required<Value: FieldValue>(_ name: String, _ value: inout Value) {
    json.key(name)
    if hidesValues, name == "value" {
      json.string("SUPPRESSED")
    } else {
      value.write(to: &json)
    }
  }

  mutating func optional<Value: FieldValue>(_ name: String, _ value: inout Value?) {
    if var value { required(name, &value) }
  }

  mutating func defaulted<Value: FieldValue>(
    _ name: String, _ value: inout Value, to fallback: Value
  ) {
    if value != fallback { required(name, &value) }
  }

  mutating func list<Value: FieldValue>(_ name: String, _ value: inout [Value], isRequired: Bool) {
    guard !value.isEmpty else { return }
    json.key(name)
    json.beginArray()
    for element in value { element.write(to: &json) }
    json.endArray()
  }

  mutating func replacement(_ name: String, _ value: inout EventData, of target: EventID) {
    json.key(name)
    json.beginObject()
    value.visit(&self)
    json.endObject()
  }
}
