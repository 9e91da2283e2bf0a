import Coding
import Testing

@testable import Events

/// One event of every type with all its fields, as the first release wrote it: a line of JSON, its
/// record and its texts. The file changes only with the format.
@Suite("Golden records")
struct GoldenTests {
  struct Golden {
    var type: String
    var line: [UInt8]
    var record: [UInt8]
    var texts: [UInt8]
  }

  static let file = Recorded("Tests/EventsTests/Fixtures/golden-records.txt")

  /// The file's entries: a type, a line of JSON, a record and texts, in a line each.
  static func goldens() throws -> [Golden] {
    if Recorded.isRecording { try file.write(Array(made().utf8)) }
    let lines = try file.text().split(separator: "\n").filter { !$0.hasPrefix("#") }
    return try stride(from: 0, to: lines.count, by: 4).map { index in
      Golden(
        type: String(lines[index]), line: Array(lines[index + 1].utf8),
        record: try #require(Hex.decode(lines[index + 2])),
        texts: try #require(Hex.decode(lines[index + 3])))
    }
  }

  /// The event of a golden line; the targets of corrections are told from their data.
  static func event(_ golden: Golden) throws -> (RecordedEvent, CloudEvents.Line) {
    var parser = JSONParser()
    let json = try parser.parse(golden.line)
    var targets: [EventID: EventType] = [:]
    var data = json["data"]
    while let target = data?["target"]?.string, let inner = data?["data"] {
      let id = try EventID(parsing: target)
      targets[id] = inner["target"] == nil ? .actionAdded : .eventCorrected
      data = inner
    }
    let line = try CloudEvents.read(json, JSONReading(typeOfEvent: { targets[$0] }))
    let beside = try #require(line.recorded)
    let recorded = RecordedEvent(
      position: beside.position, revision: beside.revision, recorded: beside.recorded,
      event: line.event, commitment: beside.commitment)
    return (recorded, line)
  }

  private static func made() throws -> String {
    var text = "# A type, its event as a line, its record, its texts. Made by GoldenTests.swift.\n"
    for type in EventType.allCases {
      var lines = LineGenerator(seed: UInt64(type.rawValue), isFull: true)
      var json = lines.line(of: type)
      var reading = lines.reading
      if type == .eventCorrected {
        let target = EventID.example
        let inner = JSON.object([
          .init("target", .string(target)),
          .init("data", lines.line(of: .actionAdded)["data"] ?? .null),
        ])
        var members = json.members ?? []
        members[members.count - 1].value = .object([
          .init("target", .string("01928f4e-7c1a-7d3e-9b2f-5a6c7d8e9f02")),
          .init("reason", .string("Nobody said so")), .init("data", inner),
        ])
        json = .object(members)
        let inmost = try EventID(parsing: target)
        reading = JSONReading(typeOfEvent: { $0 == inmost ? .actionAdded : .eventCorrected })
      }
      let event = try CloudEvents.read(json, reading).event
      let number = UInt64(type.rawValue)
      let recorded = RecordedEvent(
        position: number, revision: 1 + number % 7,
        recorded: Instant(microseconds: 1_738_056_600_000_000 + Int64(number)), event: event,
        commitment: (0..<32).map { $0 })
      let (record, texts) = RoundTripTests.record(recorded)
      text += type.name + "\n"
      text += String(decoding: RoundTripTests.line(recorded), as: UTF8.self) + "\n"
      text += Hex.encode(record) + "\n" + Hex.encode(texts) + "\n"
    }
    return text
  }

  @Test("every type has a golden record")
  func complete() throws {
    #expect(try Self.goldens().map(\.type) == EventType.allCases.map(\.name))
  }

  @Test("each is read as its event, and its event gives it again, byte for byte")
  func bytes() throws {
    for golden in try Self.goldens() {
      let (event, _) = try Self.event(golden)
      #expect(event.event.type.name == golden.type)
      let (record, texts) = RoundTripTests.record(event)
      #expect(Hex.encode(record) == Hex.encode(golden.record), "\(golden.type)")
      #expect(Hex.encode(texts) == Hex.encode(golden.texts), "\(golden.type)")
      #expect(try RecordCodec.decode(golden.record, texts: golden.texts) == event, "\(golden.type)")
      #expect(RoundTripTests.line(event) == golden.line, "\(golden.type)")
    }
  }

  @Test("each has every field of its type")
  func filled() throws {
    var parser = JSONParser()
    for golden in try Self.goldens() where !["EventCorrected", "PlanClosed"].contains(golden.type) {
      let type = try #require(EventType(name: golden.type))
      let data = try parser.parse(golden.line)["data"]
      for field in FieldDescription.fields(of: type) where field.name != "successors" {
        #expect(data?[field.name] != nil, "\(golden.type).\(field.name)")
      }
    }
  }
}
