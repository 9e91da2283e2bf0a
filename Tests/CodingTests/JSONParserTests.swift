import Coding
import Testing

/// Cases in the manner of JSONTestSuite: what RFC 8259 accepts, and what it does not.
@Suite("Reading JSON")
struct JSONParserTests {
  static func parse(_ bytes: [UInt8]) throws(JSONSyntaxError) -> JSON {
    var parser = JSONParser()
    return try parser.parse(bytes)
  }

  static let accepted: [(String, JSON)] = [
    ("0", .number("0")), ("-0", .number("-0")), ("-1", .number("-1")), ("12", .number("12")),
    ("1.5", .number("1.5")), ("0.000", .number("0.000")), ("1e3", .number("1e3")),
    ("1E+3", .number("1E+3")), ("1e-3", .number("1e-3")), ("-0.5e00", .number("-0.5e00")),
    ("1e999", .number("1e999")), ("-1e9999999999", .number("-1e9999999999")),
    ("1e-999", .number("1e-999")), ("0e999", .number("0e999")),
    ("18446744073709551616", .number("18446744073709551616")),
    (String(repeating: "9", count: 400), .number(String(repeating: "9", count: 400))),
    ("0." + String(repeating: "1", count: 400), .number("0." + String(repeating: "1", count: 400))),
    ("null", .null), ("true", .bool(true)), ("false", .bool(false)),
    (" \t\r\n1 \t\r\n", .number("1")),
    (#""""#, .string("")), (#""a/b""#, .string("a/b")), (#""\/\"\\""#, .string("/\"\\")),
    (#""\b\f\n\r\t""#, .string("\u{8}\u{C}\n\r\t")), (#""\u0041\u0101""#, .string("Aā")),
    (#""\u0000""#, .string("\0")), (#""\uD83D\uDE00""#, .string("😀")),
    (#""\ud83d\ude00""#, .string("😀")), (#""\uFFFF""#, .string("\u{FFFF}")),
    ("\"ā€😀\u{7F}\u{2028}\"", .string("ā€😀\u{7F}\u{2028}")),
    ("\"\u{10FFFF}\"", .string("\u{10FFFF}")),
    ("[]", .array([])), ("[ ]", .array([])), ("[[],{}]", .array([.array([]), .object([])])),
    ("[1,2]", .array([.number("1"), .number("2")])), ("{}", .object([])),
    (#"{"":0}"#, .object([.init("", .number("0"))])),
    (#"{"a":1,"a":2}"#, .object([.init("a", .number("1")), .init("a", .number("2"))])),
    (#"{"a\u0000b":null}"#, .object([.init("a\0b", .null)])),
    (
      #"{"b":[{"c":true}],"a":""}"#,
      .object([
        .init("b", .array([.object([.init("c", .bool(true))])])), .init("a", .string("")),
      ])
    ),
  ]

  @Test("a JSON text gives its value", arguments: accepted)
  func accepts(text: String, value: JSON) throws {
    #expect(try Self.parse(Array(text.utf8)) == value)
  }

  static let refused = [
    "", " ", "-", "+1", "01", "-01", "00", "1.", ".5", "-.5", "1.e1", "1e", "1e+", "1e-", "1.5e",
    "0x1", "1_000", "1 000", "Infinity", "-Infinity", "NaN", "nan", "1a", "--1", "0e", "１",
    "nul", "nulll", "True", "FALSE", "'a'", "a", "tru", "\"", "\"a", #""\"#, #""\""#, #""\x41""#,
    #""\a""#, #""\'""#, #""\u""#, #""\u12""#, #""\u123g""#, #""\U0041""#, #""\uD800""#,
    #""\uDC00""#, #""\uD800\u0041""#, #""\uD800\uD800""#, #""\uD800x""#, #""\uDE00\uD83D""#,
    #""\uD83D\u""#, "\"\t\"", "\"\n\"", "\"\u{1F}\"", "[", "]", "[1", "[1,", "[1,]", "[,1]", "[,]",
    "[1 2]", "[1,,2]", "[}", "{]", "{", "}", "{\"a\"", "{\"a\":", "{\"a\":1", "{\"a\":1,",
    "{\"a\":1,}", "{,}", "{a:1}", "{1:1}", "{'a':1}", "{\"a\" 1}", "{\"a\"::1}",
    "{\"a\":1 \"b\":2}",
    "{\"a\":1}}", "[]]", "1 2", "[] []", "{} x", "null,", "// c\n1", "/* c */1", "1//", "[1/**/]",
    "#1", "\u{FEFF}1", "\u{A0}1", "1\u{2028}", "\u{C}1", "[\u{B}]", "{\"a\":}", "[\"a\":1]",
    "{\"a\",\"b\"}", "{null:1}", "[\"a\",\n4\n,1,", "<.>", "[1]\u{0}", "@", "*", "\\u0022a\"",
  ]

  @Test("anything else is refused", arguments: refused)
  func refuses(text: String) {
    #expect(throws: JSONSyntaxError.self) { try Self.parse(Array(text.utf8)) }
  }

  static let badBytes: [(String, [UInt8])] = [
    ("a lone continuation", [0x80]), ("a lone lead", [0xC3]), ("an overlong slash", [0xC0, 0xAF]),
    ("an overlong NUL", [0xC0, 0x80]), ("overlong of three", [0xE0, 0x80, 0xAF]),
    ("overlong of four", [0xF0, 0x80, 0x80, 0xAF]), ("a high surrogate", [0xED, 0xA0, 0x80]),
    ("a low surrogate", [0xED, 0xBF, 0xBF]), ("past U+10FFFF", [0xF4, 0x90, 0x80, 0x80]),
    ("five bytes", [0xF8, 0x88, 0x80, 0x80, 0x80]), ("FE", [0xFE]), ("FF", [0xFF]),
    ("a cut text of two", [0xE2, 0x82]), ("a cut text of three", [0xF0, 0x9F, 0x98]),
    ("Latin-1", [0xE9]), ("a NUL", [0x00]), ("an escape and a NUL", [0x5C, 0x00]),
  ]

  @Test(
    "a string of bytes that are not UTF-8 is refused, as a value and as a name", arguments: badBytes
  )
  func refusesBytes(name: String, bytes: [UInt8]) {
    let quoted = [UInt8(ascii: "\"")] + bytes + [UInt8(ascii: "\"")]
    #expect(throws: JSONSyntaxError.self) { try Self.parse(quoted) }
    #expect(throws: JSONSyntaxError.self) {
      try Self.parse(Array("{".utf8) + quoted + Array(":1}".utf8))
    }
    #expect(throws: JSONSyntaxError.self) { try Self.parse(bytes) }
    #expect(throws: JSONSyntaxError.self) { try Self.parse(Array("[1]".utf8) + bytes) }
  }

  /// RapidJSON takes a NUL for the end of the text.
  @Test(
    "a NUL byte ends nothing",
    arguments: [
      "{}\0", "{}\0x", "1\0", "\0", "\0{}", "[1,\0", "[1\0]", "{\"a\"\0:1}", " \0 ", "1 \0",
    ])
  func refusesNUL(text: String) {
    #expect(throws: JSONSyntaxError.self) { try Self.parse(Array(text.utf8)) }
  }

  @Test("UTF-16 and UTF-32 are refused")
  func refusesOtherEncodings() {
    #expect(throws: JSONSyntaxError.self) { try Self.parse([0x5B, 0, 0x5D, 0]) }
    #expect(throws: JSONSyntaxError.self) { try Self.parse([0, 0x5B, 0, 0x5D]) }
    #expect(throws: JSONSyntaxError.self) { try Self.parse([0xFF, 0xFE, 0x5B, 0, 0x5D, 0]) }
    #expect(throws: JSONSyntaxError.self) { try Self.parse([0x31, 0, 0, 0]) }
  }

  @Test(
    "nesting is read to its limit and refused past it, however deep", arguments: ["[", "{\"a\":"])
  func nesting(opening: String) throws {
    let closing = opening == "[" ? "]" : "}"
    func nested(_ depth: Int) -> [UInt8] {
      let inner = opening == "[" ? "" : "1"
      let text = String(repeating: opening, count: depth) + inner
      return Array((text + String(repeating: closing, count: depth)).utf8)
    }
    _ = try Self.parse(nested(JSONParser.depthLimit))
    for depth in [JSONParser.depthLimit + 1, 100_000] {
      let error = #expect(throws: JSONSyntaxError.self) { try Self.parse(nested(depth)) }
      #expect(error?.reason.contains("512 deep") == true)
    }
    #expect(throws: JSONSyntaxError.self) {
      try Self.parse(Array(String(repeating: opening, count: 100_000).utf8))
    }
  }

  static let places: [(String, Int, Int, Int)] = [
    ("", 0, 1, 1), ("x", 0, 1, 1), ("[1,\n 2,\n x]", 9, 3, 2), ("[\"ā😀\", x]", 11, 1, 8),
    ("{}\n\n{}", 4, 3, 1), ("{\"a\":1,}", 7, 1, 8), ("{}\0", 2, 1, 3),
  ]

  @Test("an error names its byte, line and column", arguments: places)
  func place(text: String, offset: Int, line: Int, column: Int) {
    let error = #expect(throws: JSONSyntaxError.self) { try Self.parse(Array(text.utf8)) }
    #expect(error?.offset == offset)
    #expect(error?.line == line)
    #expect(error?.column == column)
    #expect(error?.reason.isEmpty == false)
  }

  @Test("a parser reads text after text, also after one that it refused")
  func reuse() throws {
    var parser = JSONParser()
    #expect(try parser.parse(Array("[1,\"a\"]".utf8)) == .array([.number("1"), .string("a")]))
    #expect(throws: JSONSyntaxError.self) { try parser.parse(Array("[[[\"b\",".utf8)) }
    #expect(try parser.parse(Array("\"c\"".utf8)) == .string("c"))
  }

  @Test("every prefix of a text is refused, and no changed byte traps")
  func damage() throws {
    let text = Array(#"{"a":[1,-2.5e3,"x\u0101\n",true,false,null,{}],"ā":"😀"}"#.utf8)
    for count in 0..<text.count {
      #expect(throws: JSONSyntaxError.self) { try Self.parse(Array(text.prefix(count))) }
    }
    var parser = JSONParser()
    for index in text.indices {
      for byte in 0...255 as ClosedRange<UInt8> {
        var changed = text
        changed[index] = byte
        guard let value = try? parser.parse(changed) else { continue }
        // Whatever is read is a value that is written and read again as the same one.
        #expect(try parser.parse(value.encoded) == value)
      }
    }
  }
}
