internal import Coding
internal import Events

extension FuzzTarget {
  /// Lines of an import: each an event or an error, and what was read is written and read alike.
  static let lines = FuzzTarget(name: "line") { bytes in
    var parser = JSONParser()
    let reading = JSONReading(defaultLanguage: "lv", typeOfEvent: { _ in .deadlineSet })
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      guard let json = try? parser.parse(Array(line)),
        let read = try? CloudEvents.read(json, reading)
      else { continue }
      try check(read.event, reading, &parser)
    }
  }

  /// A record and, after two bytes with the length of its texts, those: an event or an error.
  static let records = FuzzTarget(name: "record") { bytes in
    guard bytes.count >= 2 else { return }
    let length = min(Int(bytes[0]) << 8 | Int(bytes[1]), bytes.count - 2)
    let texts = Array(bytes[2..<(2 + length)])
    let record = Array(bytes[(2 + length)...])
    guard let event = try? RecordCodec.decode(record, texts: texts) else { return }
    let encoded = RecordCodec.encode(event.event)
    let again = RecordCodec.record(
      encoded, position: event.position, revision: event.revision, recorded: event.recorded,
      commitment: encoded.texts.isEmpty ? nil : event.commitment ?? [UInt8](repeating: 0, count: 32)
    )
    let decoded = try RecordCodec.decode(again, texts: encoded.texts)
    try expect(decoded.event == event.event, "recorded anew, it is another event")
    var json = JSONWriter()
    CloudEvents.write(event, salt: nil, redactedLength: nil, ledger: "l", to: &json)
    var parser = JSONParser()
    _ = try parser.parse(json.bytes)
  }

  /// An event that was accepted is stored and exported without loss.
  private static func check(
    _ event: Event, _ reading: JSONReading, _ parser: inout JSONParser
  ) throws {
    var event = event
    event.id = event.id ?? EventID(high: 1, low: 2)
    // That a writer expected a revision is no part of the event.
    event.expectedRevision = nil
    let encoded = RecordCodec.encode(event)
    let commitment = encoded.texts.isEmpty ? nil : [UInt8](repeating: 7, count: 32)
    let recorded = RecordedEvent(
      position: 5, revision: 3, recorded: Instant(microseconds: 1), event: event,
      commitment: commitment)
    let record = RecordCodec.record(
      encoded, position: 5, revision: 3, recorded: recorded.recorded, commitment: commitment)
    let decoded = try RecordCodec.decode(record, texts: encoded.texts)
    try expect(decoded == recorded, "stored, it is another event")
    var json = JSONWriter()
    CloudEvents.write(recorded, salt: commitment, redactedLength: nil, ledger: "l", to: &json)
    let line = try CloudEvents.read(try parser.parse(json.bytes), reading)
    try expect(line.event == event, "exported, it is another event")
  }
}
