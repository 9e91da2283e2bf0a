import Coding
import Testing

@testable import Events

/// Whatever bytes come: a record reads as an event that gives the same bytes again, or is refused.
@Suite("Damaged records")
struct DamageTests {
  /// Decodes; what decodes must encode to the same bytes.
  ///
  /// - Returns: whether it decoded.
  @discardableResult
  static func read(_ record: [UInt8], _ texts: [UInt8], _ comment: String) throws -> Bool {
    let event: RecordedEvent
    do {
      event = try RecordCodec.decode(record, texts: texts)
    } catch {
      guard case .corrupt = error else {
        if case .newerSchema = error { return false }
        Issue.record("\(comment): \(error)")
        return false
      }
      return false
    }
    let again = RoundTripTests.record(event)
    #expect(again.record == record, "\(comment)")
    if texts.contains(where: { $0 != 0 }) { #expect(again.texts == texts, "\(comment)") }
    // An answer shows it, whatever it says.
    _ = RoundTripTests.line(event)
    return true
  }

  @Test("every shorter record, and every record with a byte more, is refused")
  func lengths() throws {
    for golden in try GoldenTests.goldens() {
      for count in 0..<golden.record.count {
        let prefix = Array(golden.record.prefix(count))
        #expect(throws: EventError.self, "\(golden.type), \(count) bytes") {
          try RecordCodec.decode(prefix, texts: golden.texts)
        }
      }
      #expect(throws: EventError.self) {
        try RecordCodec.decode(golden.record + [0], texts: golden.texts)
      }
      for count in 1..<golden.texts.count {
        #expect(throws: EventError.self, "\(golden.type), \(count) bytes of texts") {
          try RecordCodec.decode(golden.record, texts: Array(golden.texts.prefix(count)))
        }
      }
      #expect(throws: EventError.self) {
        try RecordCodec.decode(golden.record, texts: golden.texts + [0])
      }
    }
  }

  @Test("a bit of every byte of a record turned is refused or read as it stands")
  func bits() throws {
    for golden in try GoldenTests.goldens() {
      for index in golden.record.indices {
        var record = golden.record
        record[index] ^= 1 << (index % 8)
        try Self.read(record, golden.texts, "\(golden.type), byte \(index)")
      }
    }
  }

  @Test("a record with random bytes is refused or read as it stands")
  func mutations() throws {
    var random = SeededGenerator(seed: 3)
    var readCount = 0
    for golden in try GoldenTests.goldens() {
      for _ in 0..<100 {
        var record = golden.record
        var texts = golden.texts
        for _ in 0...(random.next() % 3) {
          let byte: UInt8 = [0, 1, 2, 0x7F, 0x80, 0xFF, UInt8(truncatingIfNeeded: random.next())][
            Int(random.next() % 7)]
          if random.next() % 4 == 0 {
            texts[Int(random.next() % UInt64(texts.count))] = byte
          } else {
            record[Int(random.next() % UInt64(record.count))] = byte
          }
        }
        readCount += try Self.read(record, texts, "\(golden.type)") ? 1 : 0
      }
    }
    #expect(readCount > 500)
  }

  /// The smallest record: a start of an action by nobody, without reason.
  static func smallest() throws -> [UInt8] {
    let subject = try StreamID(parsing: "plan/P/action/1")
    var event = Event(
      subject: subject, effective: CoarseDate(Day(number: 1)),
      data: .actionStarted(ActionStarted()))
    event.id = EventID(high: 1, low: 2)
    let recorded = RecordedEvent(
      position: 1, revision: 1, recorded: Instant(microseconds: 0), event: event, commitment: nil)
    return RoundTripTests.record(recorded).record
  }

  /// Offset, bytes to put there, and what they would mean.
  static let refused: [(Int, [UInt8], String)] = [
    (0, [2], "another format"), (1, [1], "a commitment where there are no texts"),
    (1, [32], "an unknown flag"), (2, [0, 0], "no type"), (2, [0, 7], "a type of no number"),
    (4, [0], "a version before the first"), (5, [4], "a provenance past the last"),
    (6, [0], "no effective date, but a day"), (6, [6], "an unknown precision"),
    (6, [2], "a month that does not end on its day"), (6, [0x80], "an open date of no precision"),
    (24, [0x80, 0, 0, 0, 0, 0, 0, 0], "an instant before all years"),
    (24, [0x7F, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF], "an instant after all years"),
    (48, [0x7F, 0xFF, 0xFF, 0xFF], "a day past 9999-12-31"),
    (52, [0, 0, 0, 1], "a day, but no date"),
    (56, [0x8F, 0x00], "a length of more bytes than it needs"), (57, [0x20], "a stream of no kind"),
    (72, [0x80], "sources that never end"), (73, [2], "a reason neither there nor not"),
  ]

  @Test("what has no one meaning is refused", arguments: refused)
  func refuses(offset: Int, bytes: [UInt8], meaning: String) throws {
    var record = try Self.smallest()
    #expect(record.count == 74)
    record.replaceSubrange(offset..<(offset + bytes.count), with: bytes)
    #expect(throws: EventError.self, "\(meaning)") { try RecordCodec.decode(record, texts: nil) }
  }

  @Test("a later version of a body says so")
  func newer() throws {
    var record = try Self.smallest()
    record[4] = 2
    #expect(throws: EventError.newerSchema(type: .actionStarted, version: 2)) {
      try RecordCodec.decode(record, texts: nil)
    }
  }

  /// A body's bytes after the envelope, which no reader takes.
  static let bodies: [(EventType, [UInt8], String)] = [
    (.planClosed, [2], "a truth value of 2"), (.progressReported, [1, 101], "101 per cent"),
    (.progressReported, [2, 0], "a presence flag of 2"),
    (.deadlineSet, [1, 0xFF, 0xF5, 0x06, 0xC5], "the day before 0001-01-01"),
    (.deadlineSet, [1, 0x00, 0x2C, 0xC0, 0xA1], "the day after 9999-12-31"),
    (
      .planReportNoted,
      [1, 0x78, 0, 0, 1, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 1],
      "a count past 2^63 - 1"
    ),
    (.planSuccessorNamed, [1, 0x2F], "an id with a slash"),
    (.planSuccessorNamed, [0], "an empty id"),
    (.actionCarriedOver, [9, 0], "a relation of no number"),
    (.actionCarriedOver, [0, 0xFF, 0xFF, 0x03], "a list longer than its record"),
    (.targetSet, [2, 0x30, 0x31, 1, 0, 0, 0, 0], "a number with a leading zero"),
    (.observationRecorded, [1, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0], "a period upside down"),
    (.observationRecorded, [1, 0, 0, 0, 0, 1, 0, 0, 0, 1, 3], "a value of kind 3"),
    (.fundingAllocated, [1, 0x31, 3, 0x65, 0x75, 0x72, 0], "a currency in small letters"),
  ]

  @Test("a body that no writer writes is refused", arguments: bodies)
  func refusesBody(type: EventType, bytes: [UInt8], meaning: String) throws {
    var record = Array(try Self.smallest().dropLast()) + [0] + bytes
    record.replaceSubrange(2..<4, with: [UInt8(type.rawValue >> 8), UInt8(type.rawValue & 0xFF)])
    let error = #expect(throws: EventError.self, "\(meaning)") {
      // Texts are no matter here: the body is refused before they are missed.
      try RecordCodec.decode(record, texts: nil)
    }
    guard case .corrupt(let reason) = error else { return }
    #expect(!reason.contains("commitment"), "\(meaning)")
  }

  static let texts: [(String, [UInt8])] = [
    ("an empty text", [0, 1]), ("an escape character", [1, 0x1B]), ("a delete", [1, 0x7F]),
    ("a control of two bytes", [2, 0xC2, 0x9B]), ("no UTF-8", [1, 0xFF]),
    ("bytes left", [1, 0x61, 0]),
    ("a length of two bytes", [0x81, 0x00, 0x61]),
  ]

  @Test("texts that no writer writes are refused", arguments: texts)
  func refusesTexts(meaning: String, texts: [UInt8]) throws {
    var record = Array(try Self.smallest().dropLast()) + [UInt8](repeating: 9, count: 32) + [1]
    record[1] = 1
    #expect(try RecordCodec.decode(record, texts: [1, 0x61]).event.reason == Text("a"))
    #expect(throws: EventError.self) { try RecordCodec.decode(record, texts: texts) }
  }

  static let langTexts: [(String, [UInt8])] = [
    ("unsorted", [2, 2, 0x6C, 0x76, 1, 0x61, 2, 0x65, 0x6E, 1, 0x61]),
    ("a tag twice", [2, 2, 0x6C, 0x76, 1, 0x61, 2, 0x6C, 0x76, 1, 0x61]),
    ("no tag", [1, 1, 0x6C, 1, 0x61]), ("an empty text", [1, 2, 0x6C, 0x76, 0]),
    ("more than there are", [0xFF, 0xFF, 0xFF, 0xFF, 0x0F, 2, 0x6C, 0x76, 1, 0x61]),
  ]

  @Test("texts by language that no writer writes are refused", arguments: langTexts)
  func refusesLangTexts(meaning: String, texts: [UInt8]) throws {
    var record = Array(try Self.smallest().dropLast()) + [UInt8](repeating: 9, count: 32) + [0]
    record[1] = 1
    record.replaceSubrange(2..<4, with: [0, UInt8(EventType.challengeUpdated.rawValue)])
    let fine: [UInt8] = [1, 2, 0x6C, 0x76, 1, 0x61]
    #expect(try RecordCodec.decode(record, texts: fine).event.type == .challengeUpdated)
    #expect(throws: EventError.self) { try RecordCodec.decode(record, texts: texts) }
  }
}
