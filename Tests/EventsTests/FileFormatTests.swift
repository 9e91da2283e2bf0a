import Coding
import Testing

@testable import Events

/// The example of `docs/file-format.md`: a record and texts in rows of offset, bytes and meaning.
@Suite("The example of the file format")
struct FileFormatTests {
  /// The bytes of a table whose rows are offset, hexadecimal digits in code, meaning.
  static func table(_ lines: ArraySlice<Substring>) throws -> [UInt8] {
    var bytes: [UInt8] = []
    for line in lines.drop(while: { !$0.hasPrefix("|") }).dropFirst(2).prefix(while: {
      $0.hasPrefix("|")
    }) {
      let cells = line.split(separator: "|")
      #expect(Int(cells[0].filter { $0 != " " }) == bytes.count, "\(line)")
      bytes += try #require(Hex.decode(cells[1].filter { $0 != " " && $0 != "`" }), "\(line)")
    }
    return bytes
  }

  static func example() throws -> (json: [UInt8], record: [UInt8], texts: [UInt8]) {
    let text = try Recorded("docs/file-format.md").text()
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let json = try #require(lines.first { $0.hasPrefix("{") })
    let record = try #require(lines.firstIndex(of: "record"))
    let texts = try #require(lines.firstIndex(of: "with the texts"))
    return (Array(json.utf8), try table(lines[record...]), try table(lines[texts...]))
  }

  @Test("its line has its record and its texts, and they its event")
  func example() throws {
    let (json, record, texts) = try Self.example()
    var parser = JSONParser()
    let event = try CloudEvents.read(try parser.parse(json), JSONReading()).event
    let decoded = try RecordCodec.decode(record, texts: texts)
    #expect(decoded.event == event)
    #expect(decoded.position == 300 && decoded.revision == 4)
    #expect(try decoded.recorded == Instant(parsing: "2025-01-28T09:30:00Z"))
    let again = RoundTripTests.record(decoded)
    #expect(again.record == record && again.texts == texts)
  }

  @Test(
    "its header is as long as it says, and the days at the ends of the calendar are those it names")
  func numbers() throws {
    let text = try Recorded("docs/file-format.md").text()
    #expect(text.contains("header of \(RecordCodec.headerLength) bytes"))
    #expect(text.contains("(−\(-Day.first.number))") && text.contains("(\(Day.last.number))"))
    #expect(text.contains("at most \(BodyReader.nestingLimit) deep"))
  }
}
