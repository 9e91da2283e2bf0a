import GraphQL
import Testing

/// What a document with one field says when its argument is written so; `nil` where it is refused.
private func value(_ literal: String) -> Literal.Kind? {
  guard let document = try? parse("{ f(a: \(literal)) }"),
    case .field(let field) = document.operations[0].selections[0]
  else { return nil }
  return field.arguments[0].value.kind
}

private func message(_ text: String) -> String {
  do throws(GraphQLError) {
    _ = try parse(text)
    return "parsed"
  } catch {
    let place = error.locations[0]
    return "\(place.line):\(place.column) \(error.message)"
  }
}

@Suite struct LexerTests {
  @Test(
    "numbers are read as they are written",
    arguments: [
      ("0", Literal.Kind.int("0")), ("-0", .int("-0")), ("42", .int("42")),
      ("1.5", .float("1.5")), ("-1.5e+10", .float("-1.5e+10")), ("1E5", .float("1E5")),
      ("0e-1", .float("0e-1")), ("0.0", .float("0.0")),
    ])
  func numbers(_ text: String, _ expected: Literal.Kind) {
    #expect(value(text) == expected)
  }

  @Test(
    "what only looks like a number is refused",
    arguments: ["00", "01", "-", "1.", ".5", "1.e1", "1e", "1e+", "1x", "1_", "0x1", "1.2.3", "+1"])
  func badNumbers(_ text: String) {
    #expect(value(text) == nil)
  }

  @Test(
    "strings say what their escapes stand for",
    arguments: [
      (#""""#, ""), (#""a b""#, "a b"),
      (#""\" \\ \/ \b \f \n \r \t""#, "\" \\ / \u{8} \u{C} \n \r \t"),
      (#""\u00E4""#, "ä"), (#""\u{1F600}""#, "😀"), (#""\uD83D\uDE00""#, "😀"), (#""\u{0}""#, "\0"),
      (#""\u{10FFFF}""#, "\u{10FFFF}"), (#""āžī 😀""#, "āžī 😀"), ("\"tab\there\"", "tab\there"),
    ])
  func strings(_ text: String, _ expected: String) {
    #expect(value(text) == .string(expected, isBlock: false))
  }

  @Test(
    "bad escapes and open strings are refused",
    arguments: [
      #""\x""#, #""\u12""#, #""\u{}""#, #""\u{110000}""#, #""\u{D800}""#, #""\uD83D""#,
      #""\uDE00""#, #""\uD83D\u0041""#, #""\uD83Dx""#, "\"a\nb\"", "\"open", "\"\"\"open\"\"",
      #""\u{FFFFFFFFFFFFFFFFF}""#,
    ])
  func badStrings(_ text: String) {
    #expect(value(text) == nil)
  }

  @Test(
    "a document may end anywhere in an escape without more than an error",
    arguments: [
      #"{f(a:"\"#, #"{f(a:"\u"#, #"{f(a:"\u1"#, #"{f(a:"\u{"#, #"{f(a:"\u{1F"#, #"{f(a:"\uD83D\"#,
      #"{f(a:"\uD83D\u"#, #"{f(a:"\uD83D\uDE0"#, #"{f(a:"""\"#, #"{f(a:"""\""""#,
    ])
  func endInsideEscape(_ text: String) {
    #expect(message(text).contains("Syntax error: "))
  }

  @Test(
    "block strings lose what indents them and their blank ends",
    arguments: [
      ("\"\"\"\"\"\"", ""), ("\"\"\"a\"\"\"", "a"),
      ("\"\"\"\n    a\n      b\n\n    c\n  \"\"\"", "a\n  b\n\nc"),
      ("\"\"\"a\r\n  b\r  c\"\"\"", "a\nb\nc"), ("\"\"\" \\\"\"\" \"\"\"", " \"\"\" "),
      ("\"\"\"\\n\\u0041\"\"\"", "\\n\\u0041"), ("\"\"\"\n\n  \n\"\"\"", ""),
      ("\"\"\"\n\ta\n\t b\n\"\"\"", "a\n b"),
    ])
  func blockStrings(_ text: String, _ expected: String) {
    #expect(value(text) == .string(expected, isBlock: true))
  }

  @Test("commas, comments, white space and byte order marks mean nothing")
  func ignored() throws {
    let plain = try parse("{ a(b: 1, c: 2) d }")
    #expect(try parse("\u{FEFF}{,,a(\tb:1 c:2,,)# not me } \n\u{FEFF}d\r\n}# end") == plain)
  }

  @Test(
    "errors name line and column, in scalars, whatever ends the lines",
    arguments: [
      ("{ a }\n}", "2:1"), ("{ a }\r\n}", "2:1"), ("{ a }\r}", "2:1"), ("{ a }\n\r}", "3:1"),
      ("{ a(b: \"ā😀\") } ?", "1:16"), ("\u{FEFF}}", "1:1"), ("{", "1:2"),
    ])
  func locations(_ text: String, _ place: String) {
    #expect(message(text).hasPrefix(place + " "))
  }

  @Test(
    "errors say what was expected and what was found",
    arguments: [
      ("{ }", "1:3 Syntax error: expected a name, found \"}\""),
      ("", "1:1 Syntax error: expected a definition, found the end of the document"),
      ("{ a", "1:4 Syntax error: expected a name, found the end of the document"),
      ("{ a: }", "1:6 Syntax error: expected a name, found \"}\""),
      ("{ a(b: ) }", "1:8 Syntax error: expected a value, found \")\""),
      ("{ a ? }", "1:5 Syntax error: unexpected character \"?\""),
      ("{ a . b }", "1:5 Syntax error: unexpected character \".\""),
      ("{ a \u{1} }", "1:5 Syntax error: unexpected character U+0001"),
      (
        "fragment on on T { a }",
        "1:10 Syntax error: expected a fragment's name, which may not be \"on\", found \"on\""
      ),
      (
        "query ($a: Int = $b) { a }",
        "1:18 Syntax error: expected a constant value, found a variable"
      ),
      ("enum E { true }", "1:10 Syntax error: expected the name of an enum value, found \"true\""),
      (
        "extend type T",
        "1:14 Syntax error: expected what the extension adds, found the end of the document"
      ),
      (
        "\"what\" { a }",
        "1:8 Syntax error: expected a definition after its description, found \"{\""
      ),
      ("notion T { a }", "1:1 Syntax error: expected a definition, found \"notion\""),
    ])
  func messages(_ text: String, _ expected: String) {
    #expect(message(text) == expected)
  }

  @Test("bytes that are not UTF-8 are refused where they stand")
  func invalidUTF8() {
    let error = #expect(throws: GraphQLError.self) {
      try parse(SourceText(bytes: Array("{ a(b: \"".utf8) + [0xFF, 0x22, 0x29, 0x7D]))
    }
    #expect(error?.locations == [SourceLocation(line: 1, column: 9)])
  }
}
