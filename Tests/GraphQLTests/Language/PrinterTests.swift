import GraphQL
import Testing

@Suite struct PrinterTests {
  @Test(
    "reading what was printed gives the same document",
    arguments: [Fixtures.executableKitchenSink, Fixtures.schemaKitchenSink])
  func roundTrip(_ text: String) throws {
    let document = try parse(text)
    let printed = print(document)
    let again = try parse(printed)
    #expect(again == document)
    #expect(print(again) == printed)
  }

  @Test("a small document has this layout")
  func layout() throws {
    let text = "query Q($a:[Int!]!=[1 2]@d){x:f(a:$a o:{k:\"v\"})@skip(if:true){...F ...on T{a}}}"
    #expect(
      print(try parse(text)) == """
        query Q($a: [Int!]! = [1, 2] @d) {
          x: f(a: $a, o: {k: "v"}) @skip(if: true) {
            ...F
            ... on T {
              a
            }
          }
        }

        """)
  }

  @Test(
    "strings come back whatever is in them",
    arguments: [
      "", " ", "a", "a\nb", " a\n b", "a\n", "\na", "\"", "\"\"\"", "\\", "a\\", "\\\"\"\"", "a\"",
      "\t", "a\r\nb", "ä😀", "\u{0}\u{1F}", "one\n\n  two\nthree", "\"\"\"\"\"\"\"", "a\n \nb",
      " \n",
    ])
  func strings(_ text: String) throws {
    for isBlock in [false, true] {
      let literal = Literal(.string(text, isBlock: isBlock))
      let document = try parse("{ f(a: \(print(literal))) }")
      guard case .field(let field) = document.operations[0].selections[0],
        case .string(let read, _) = field.arguments[0].value.kind
      else {
        Issue.record("no string in \(print(document))")
        return
      }
      #expect(read == text)
    }
  }

  @Test(
    "block strings stay block strings, whatever is in them",
    arguments: [
      "", " a", "\ta\"", "  a\\", " a\nb", "a\n b", "\u{0}\u{1F}", " \u{301}", " \u{301}a\n b\nc",
      "a\n\u{301}", "\"", "\\", "\"\"\"", " \"\"\"",
    ])
  func blockStrings(_ text: String) throws {
    let literal = Literal(.string(text, isBlock: true))
    let document = try parse("{ f(a: \(print(literal))) }")
    guard case .field(let field) = document.operations[0].selections[0] else {
      Issue.record("no field in \(print(document))")
      return
    }
    #expect(field.arguments[0].value == literal)
  }

  @Test("nodes are equal when they say the same, wherever they stand")
  func equality() throws {
    #expect(try parse("{a b}") == parse("{\n  a,\n  b\n}"))
    #expect(try parse("{a b}") != parse("{b a}"))
  }
}
