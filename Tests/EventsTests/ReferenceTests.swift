import Coding
import Events
import Testing

@Suite("What a body names as streams")
struct ReferenceTests {
  @Test("types that name streams are known to, and no others do", arguments: EventType.allCases)
  func types(type: EventType) throws {
    var named = 0
    for seed in 0..<20 as Range<UInt64> {
      var lines = LineGenerator(seed: seed &* 1000 &+ UInt64(type.rawValue), isFull: true)
      let event = try CloudEvents.read(lines.line(of: type), lines.reading).event
      let references = event.data.references(on: event.subject)
      named += references.count
      if !type.namesStreams { #expect(references.isEmpty) }
    }
    if type.namesStreams { #expect(named > 0) }
  }

  @Test("every field that is a stream is among them", arguments: EventType.allCases)
  func fields(type: EventType) throws {
    // What a publication reaches is no thing that it names.
    if type == .eventsPublished { return }
    for seed in 0..<20 as Range<UInt64> {
      var lines = LineGenerator(seed: seed &* 1000 &+ UInt64(type.rawValue), isFull: true)
      let event = try CloudEvents.read(lines.line(of: type), lines.reading).event
      var random = SeededGenerator(seed: seed)
      let line = RoundTripTests.line(RoundTripTests.recorded(event, by: &random))
      let written = String(decoding: line, as: UTF8.self)
      let streams = written.split(separator: "\"").compactMap {
        $0.contains("/") ? try? StreamID(parsing: String($0)) : nil
      }
      let references = Set(event.data.references(on: event.subject).map(\.stream))
      for stream in streams where stream != event.subject {
        #expect(references.contains(stream), "\(stream) in \(written)")
      }
    }
  }

  struct Named: Sendable {
    var subject: String
    var data: String
    var type: EventType
    var expected: [String]
  }

  static let named = [
    Named(
      subject: "plan/Q", data: #"{"title":"Q","period":"2024/2026","predecessor":"P"}"#,
      type: .planDrafted, expected: ["predecessor plan/P"]),
    Named(
      subject: "plan/P/action/1", data: #"{"title":"A","area":"R1","origin":"challenge/C"}"#,
      type: .actionAdded, expected: ["area plan/P/area/R1", "origin challenge/C"]),
    Named(
      subject: "challenge/C", data: #"{"title":"C","plan":"P","area":"R1","follows":"B"}"#,
      type: .challengeRaised,
      expected: ["plan plan/P", "area plan/P/area/R1", "follows challenge/B"]),
    Named(
      subject: "link/L", data: #"{"from":"source/S","to":"institution/I","relation":"RELATES"}"#,
      type: .linkAsserted, expected: ["from source/S", "to institution/I"]),
  ]

  @Test("by field", arguments: named.indices)
  func byField(index: Int) throws {
    let row = Self.named[index]
    let line = """
      {"specversion":"1.0","id":"018f0000-0000-7000-8000-000000000001","source":"x",
      "type":"planledger.\(row.type.name)","subject":"\(row.subject)","effective":"2024-01-01",
      "provenance":"REPORTED","data":\(row.data)}
      """
    var parser = JSONParser()
    let event = try CloudEvents.read(parser.parse(Array(line.utf8)), JSONReading()).event
    let references = event.data.references(on: event.subject)
    #expect(references.map { "\($0.field) \($0.stream)" } == row.expected)
  }
}
