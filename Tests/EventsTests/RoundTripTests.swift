import Coding
import Testing

@testable import Events

@Suite("Events there and back")
struct RoundTripTests {
  /// An event of random place and time.
  static func recorded(_ event: Event, by random: inout SeededGenerator) -> RecordedEvent {
    let texts = RecordCodec.encode(event).texts
    return RecordedEvent(
      position: random.next() >> (random.next() % 64), revision: random.next() >> 40,
      recorded: Instant(microseconds: Int64(random.next() >> 13)), event: event,
      commitment: texts.isEmpty
        ? nil : (0..<32).map { _ in UInt8(truncatingIfNeeded: random.next()) })
  }

  static func record(_ event: RecordedEvent) -> (record: [UInt8], texts: [UInt8]) {
    let encoded = RecordCodec.encode(event.event)
    let record = RecordCodec.record(
      encoded, position: event.position, revision: event.revision, recorded: event.recorded,
      commitment: event.commitment)
    return (record, encoded.texts)
  }

  static func line(_ event: RecordedEvent, salt: [UInt8]? = nil) -> [UInt8] {
    var json = JSONWriter()
    CloudEvents.write(event, salt: salt, redactedLength: nil, ledger: "l", to: &json)
    return json.bytes
  }

  @Test("an event of any type is recorded and read back", arguments: EventType.allCases)
  func records(type: EventType) throws {
    for seed in 0..<40 as Range<UInt64> {
      var lines = LineGenerator(seed: seed &* 1000 &+ UInt64(type.rawValue))
      var random = SeededGenerator(seed: seed)
      let event = try CloudEvents.read(lines.line(of: type), lines.reading).event
      let recorded = Self.recorded(event, by: &random)
      let (record, texts) = Self.record(recorded)
      let decoded = try RecordCodec.decode(record, texts: texts)
      #expect(decoded == recorded, "seed \(seed)")
      #expect(Self.record(decoded).record == record, "seed \(seed)")
      #expect(Self.record(decoded).texts == texts, "seed \(seed)")
      let header = try RecordCodec.Header(of: record)
      #expect(header.position == recorded.position && header.revision == recorded.revision)
      #expect(header.id == event.id && header.type == type && header.recorded == recorded.recorded)
      #expect(header.effective == event.effective && header.published == event.published)
      #expect(header.provenance == event.provenance && header.hasTexts == !texts.isEmpty)
    }
  }

  @Test("an event of any type is written as a line and read back", arguments: EventType.allCases)
  func lines(type: EventType) throws {
    var parser = JSONParser()
    for seed in 0..<40 as Range<UInt64> {
      var lines = LineGenerator(seed: seed &* 1000 &+ UInt64(type.rawValue))
      var random = SeededGenerator(seed: seed)
      let event = try CloudEvents.read(lines.line(of: type), lines.reading).event
      let recorded = Self.recorded(event, by: &random)
      let salt = [UInt8](repeating: 7, count: 32)
      let written = Self.line(recorded, salt: salt)
      let reread = try CloudEvents.read(try parser.parse(written), lines.reading)
      #expect(reread.event == event, "seed \(seed)")
      let beside = try #require(reread.recorded)
      #expect(beside.position == recorded.position && beside.revision == recorded.revision)
      #expect(beside.recorded == recorded.recorded && beside.commitment == recorded.commitment)
      #expect(beside.salt == salt && beside.ledger == "l" && beside.redactedLength == nil)
      #expect(Self.line(recorded, salt: salt) == written)
      // The same event gives the same bytes again, its coarse dates as they were written.
      #expect(
        Self.record(recorded).record
          == Self.record(
            RecordedEvent(
              position: beside.position, revision: beside.revision, recorded: beside.recorded,
              event: reread.event, commitment: beside.commitment)
          ).record, "seed \(seed)")
    }
  }

  @Test("what is read from a full line is all that the line says", arguments: EventType.allCases)
  func full(type: EventType) throws {
    var lines = LineGenerator(seed: UInt64(type.rawValue), isFull: true)
    var random = SeededGenerator(seed: 1)
    let line = lines.line(of: type)
    let event = try CloudEvents.read(line, lines.reading).event
    var parser = JSONParser()
    let written = try parser.parse(Self.line(Self.recorded(event, by: &random)))
    for member in line.members ?? [] where member.name != "data" {
      #expect(written[member.name] == member.value, "\(member.name)")
    }
    for member in line["data"]?.members ?? [] {
      let isDefault = member.value == .bool(false) || member.value == .array([])
      #expect(
        written["data"]?[member.name] == member.value || isDefault || member.name == "cell"
          || member.name == "figures", "\(member.name)")
    }
  }

  @Test("corrections stand within each other up to their limit")
  func nesting() throws {
    let id = EventID(high: 1, low: 2)
    let reading = JSONReading(typeOfEvent: { _ in .eventCorrected })
    func line(_ depth: Int, innermost: JSON) -> JSON {
      var data = innermost
      for _ in 0..<depth {
        data = .object([.init("target", .string(id.description)), .init("data", data)])
      }
      return .object([
        .init("type", .string("planledger.EventCorrected")), .init("subject", .string("plan/P")),
        .init("data", data),
      ])
    }
    // The innermost body is a correction too, so that it lacks its own data at every depth.
    #expect(throws: EventError.self) {
      try CloudEvents.read(line(16, innermost: .object([])), reading)
    }
    let error = #expect(throws: EventError.self) {
      try CloudEvents.read(line(18, innermost: .object([])), reading)
    }
    guard case .invalid(let field, _, let expected, _) = error else {
      Issue.record("not refused for its depth: \(String(describing: error))")
      return
    }
    #expect(field.hasPrefix("data.data.") && expected.contains("16 corrections"))

    var data = EventData.actionStarted(ActionStarted())
    for _ in 0..<17 {
      var body = EventCorrected()
      body.data = data
      data = .eventCorrected(body)
    }
    var event = Event(subject: .plan(Identifier("P")), effective: nil, data: data)
    event.id = id
    let record = RecordCodec.record(
      RecordCodec.encode(event), position: 1, revision: 1, recorded: Instant(microseconds: 0),
      commitment: nil)
    #expect(throws: EventError.corrupt(reason: "corrections nested too deep")) {
      try RecordCodec.decode(record, texts: nil)
    }
  }

  @Test(
    "without its texts, or with zeros in their place, an event reads as one whose texts are absent")
  func absentTexts() throws {
    for type in EventType.allCases {
      var lines = LineGenerator(seed: UInt64(type.rawValue), isFull: true)
      var random = SeededGenerator(seed: 2)
      let event = try CloudEvents.read(lines.line(of: type), lines.reading).event
      let recorded = Self.recorded(event, by: &random)
      let (record, texts) = Self.record(recorded)
      let bare = try RecordCodec.decode(record, texts: nil)
      let redacted = try RecordCodec.decode(record, texts: texts.map { _ in 0 })
      #expect(bare == redacted)
      #expect(bare.event.reason == Text.absent)
      #expect(Self.record(bare).record == record)
      #expect(String(decoding: Self.line(bare), as: UTF8.self).contains(#""reason":"[redacted]""#))
    }
  }
}
