import Coding
import Testing

@testable import Events

/// A version 0 that never was: an assessment without its scale.
@Suite("Old bodies")
struct UpcasterTests {
  static let insertsScale = Upcaster(type: .actionAssessed, from: 0) { (body) throws(EventError) in
    guard body.count >= 4 else { throw .corrupt(reason: "an old body") }
    var writer = ByteWriter()
    writer.raw(body.prefix(3))
    writer.string("PLAN-3@1")
    writer.raw(body.dropFirst(3))
    return writer.bytes
  }

  static func current() throws -> (event: RecordedEvent, record: [UInt8], old: [UInt8]) {
    var body = ActionAssessed()
    body.verdict = .partiallyCompleted
    body.finality = .final
    body.assessor = Identifier("IeM")
    let subject = try StreamID(parsing: "plan/P/action/1")
    var event = Event(
      subject: subject, effective: CoarseDate(Day(number: 1)), data: .actionAssessed(body))
    event.id = EventID(high: 1, low: 2)
    let recorded = RecordedEvent(
      position: 1, revision: 1, recorded: Instant(microseconds: 0), event: event, commitment: nil)
    let record = RoundTripTests.record(recorded).record
    // Header, stream of 15 bytes with its length, no sources; then no reason, verdict, finality.
    let scale = 56 + 16 + 1 + 3
    #expect(Array(record[(scale + 1)..<(scale + 9)]) == Array("PLAN-3@1".utf8))
    var old = record
    old.removeSubrange(scale..<(scale + 9))
    old[4] = 0
    return (recorded, record, old)
  }

  @Test("an old body is brought up to date on its way out")
  func turns() throws {
    let (event, record, old) = try Self.current()
    #expect(try RecordCodec.decode(old, texts: nil, upcasters: [Self.insertsScale]) == event)
    #expect(try RecordCodec.decode(record, texts: nil, upcasters: [Self.insertsScale]) == event)
    #expect(try RecordCodec.Header(of: old).schemaVersion == 0)
  }

  @Test("an old body that no upcaster takes is refused")
  func refuses() throws {
    let (_, _, old) = try Self.current()
    #expect(throws: EventError.corrupt(reason: "ActionAssessed of version 0")) {
      try RecordCodec.decode(old, texts: nil)
    }
    let other = Upcaster(type: .assessmentRevised, from: 0) { body in body }
    #expect(throws: EventError.self) { try RecordCodec.decode(old, texts: nil, upcasters: [other]) }
  }

  @Test("an upcaster's refusal is the reader's")
  func failure() throws {
    let (_, _, old) = try Self.current()
    let failing = Upcaster(type: .actionAssessed, from: 0) { (_) throws(EventError) in
      throw .corrupt(reason: "no")
    }
    #expect(throws: EventError.corrupt(reason: "no")) {
      try RecordCodec.decode(old, texts: nil, upcasters: [failing])
    }
  }

  @Test("an old body within a correction is brought up to date too")
  func nested() throws {
    let (inner, _, _) = try Self.current()
    var correction = EventCorrected()
    correction.target = EventID(high: 3, low: 4)
    correction.data = inner.event.data
    var event = Event(
      subject: inner.event.subject, effective: nil, data: .eventCorrected(correction))
    event.id = EventID(high: 5, low: 6)
    let recorded = RecordedEvent(
      position: 2, revision: 2, recorded: Instant(microseconds: 1), event: event, commitment: nil)
    let record = RoundTripTests.record(recorded).record
    // The replacement is the end of the record: its type, version, then two words and the scale.
    let type = try #require(
      record.indices.last { Array(record[$0...].prefix(3)) == [0, 34, 1] })
    var old = record
    old[type + 2] = 0
    old.removeSubrange((type + 5)..<(type + 14))
    #expect(try RecordCodec.decode(old, texts: nil, upcasters: [Self.insertsScale]) == recorded)
    #expect(throws: EventError.self) { try RecordCodec.decode(old, texts: nil) }
    old[type + 2] = 2
    #expect(throws: EventError.newerSchema(type: .actionAssessed, version: 2)) {
      try RecordCodec.decode(old, texts: nil)
    }
  }
}
