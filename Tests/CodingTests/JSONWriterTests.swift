import Coding
import Testing

@Suite("Writing JSON")
struct JSONWriterTests {
  private static func random(by random: inout SeededGenerator, depth: Int) -> JSON {
    switch random.next() % (depth > 0 ? 7 : 5) {
    case 0: .null
    case 1: .bool(random.next() % 2 == 0)
    case 2: .number(String(Int64(bitPattern: random.next()) >> (random.next() % 64)))
    case 3, 4: .string(text(by: &random))
    case 5:
      .array((0..<(random.next() % 4)).map { _ in Self.random(by: &random, depth: depth - 1) })
    default:
      .object(
        (0..<(random.next() % 4)).map { _ in
          JSON.Member(text(by: &random), Self.random(by: &random, depth: depth - 1))
        })
    }
  }

  /// Scalars of one to four bytes, control characters and quotes among them.
  private static func text(by random: inout SeededGenerator) -> String {
    var text = ""
    for _ in 0..<(random.next() % 12) {
      let limit: UInt32 = [0x40, 0x80, 0x800, 0x1_0000, 0x11_0000][Int(random.next() % 5)]
      let scalar = Unicode.Scalar(UInt32(truncatingIfNeeded: random.next()) % limit)
      text.unicodeScalars.append(scalar ?? "\"")
    }
    return text
  }

  @Test("any value is written and read back as the same value, byte for byte")
  func inverse() throws {
    var parser = JSONParser()
    for seed in 0..<2000 as Range<UInt64> {
      var random = SeededGenerator(seed: seed)
      let value = Self.random(by: &random, depth: 5)
      let reread = try parser.parse(value.encoded)
      #expect(reread == value, "seed \(seed)")
      #expect(reread.encoded == value.encoded, "seed \(seed)")
    }
  }

  static let strings = [
    ("a", #""a""#), ("\"\\/", #""\"\\/""#), ("\n\r\t", #""\n\r\t""#),
    ("\0\u{8}\u{1F}", #""\u0000\u0008\u001f""#),
    ("\u{7F}ā€😀", "\"\u{7F}ā€😀\""),
  ]

  @Test("a string is escaped as far as RFC 8259 asks and no further", arguments: strings)
  func escapes(text: String, json: String) {
    #expect(String(decoding: JSON.string(text).encoded, as: UTF8.self) == json)
  }

  @Test("commas stand where they belong, after raw values and keys too")
  func commas() {
    var json = JSONWriter()
    json.beginArray()
    json.integer(-1)
    json.beginObject()
    json.endObject()
    json.beginObject()
    json.key("a")
    json.null()
    json.key(encoded: Array("\"b\":".utf8))
    json.bool(true)
    json.endObject()
    json.raw(Array("[0]".utf8))
    json.literal("1e3")
    json.beginArray()
    json.endArray()
    json.string("x")
    json.endArray()
    json.newline()
    json.bool(false)
    let expected = "[-1,{},{\"a\":null,\"b\":true},[0],1e3,[],\"x\"]\nfalse"
    #expect(String(decoding: json.bytes, as: UTF8.self) == expected)
  }

  @Test("a writer goes back to its mark")
  func rewinds() {
    var json = JSONWriter()
    json.beginArray()
    json.integer(1)
    let mark = json.mark
    json.beginObject()
    json.key("a")
    json.rewind(to: mark)
    json.integer(2)
    json.endArray()
    #expect(String(decoding: json.bytes, as: UTF8.self) == "[1,2]")
  }

  @Test("a value gives what it is asked for, and nothing where it is something else")
  func access() {
    let value = JSON.object([
      .init("n", .number("12")), .init("f", .number("1.0")), .init("s", .string("x")),
      .init("a", .array([.null])), .init("n", .null), .init("big", .number("9223372036854775808")),
    ])
    #expect(value["n"]?.integer == 12)
    #expect(value["f"]?.integer == nil)
    #expect(value["big"]?.integer == nil)
    #expect(value["s"]?.string == "x")
    #expect(value["a"]?.elements == [.null])
    #expect(value["z"] == nil)
    #expect(value.members?.count == 6)
    #expect(value["s"]?.members == nil && value["n"]?.string == nil && value["s"]?.elements == nil)
    #expect(JSON.null["a"] == nil)
    let kinds = [JSON.null, .bool(true), .number("1"), .string(""), .array([]), .object([])]
    #expect(
      kinds.map(\.kind) == ["null", "a boolean", "a number", "a string", "an array", "an object"])
  }
}
