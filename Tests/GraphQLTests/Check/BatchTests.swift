import Coding
import GraphQL
import Testing

@testable import gqlcheck

@Suite("Cases, one a line")
struct BatchTests {
  /// A line and the answer to it.
  struct Case: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var line: String
    var answer: String

    init(_ name: String, _ line: String, _ answer: String) {
      testDescription = name
      self.line = line
      self.answer = answer
    }
  }

  static let cases = [
    Case("a document parses", #"{"op":"parse","source":"{ a }"}"#, #"{"ok":true}"#),
    Case(
      "a document does not parse", #"{"op":"parse","source":"{ a"}"#,
      #"{"ok":false,"errors":[{"message":"Syntax error: expected a name, found the end of "#
        + #"the document","locations":[{"line":1,"column":4}]}]}"#),
    Case(
      "a document is valid",
      #"{"op":"validate","schema":"type Query { a: Int }","source":"{ a }"}"#, #"{"ok":true}"#),
    Case(
      "a document is not valid",
      #"{"op":"validate","schema":"type Query { a: Int }","source":"{ a { b } }"}"#,
      #"{"ok":false,"errors":[{"message":"\"a\" of Int has nothing below it to "#
        + #"select","locations":[{"line":1,"column":5}]}]}"#),
    Case(
      "a rule goes by the name that the specification gives it",
      #"{"op":"validate","schema":"type Query { a: Int }","source":"{ a { b } }","#
        + #""rule":"Argument Names"}"#, #"{"ok":true}"#),
    Case(
      "a rule goes by the name that graphql-js gives it",
      #"{"op":"validate","schema":"type Query { a: Int }","source":"{ a(x: 1) }","#
        + #""rule":"UniqueArgumentNamesRule"}"#, #"{"ok":true}"#),
    Case(
      "there is no such rule",
      #"{"op":"validate","schema":"type Query { a: Int }","source":"{ a }","rule":"Nope"}"#,
      #"{"ok":false,"errors":[{"message":"There is no rule \"Nope\""}]}"#),
    Case(
      "a schema is valid", #"{"op":"validateSchema","schema":"type Query { a: Int }"}"#,
      #"{"ok":true}"#),
    Case(
      "a schema is not valid", #"{"op":"validateSchema","schema":"type Query { a: Foo }"}"#,
      #"{"ok":false,"schemaErrors":[{"message":"Unknown type \"Foo\"","#
        + #""locations":[{"line":1,"column":17}]}]}"#),
    Case(
      "a rule about definitions is asked of a schema as it is written",
      #"{"op":"validateSchema","schema":"type A { a: B } type A { a: B }","#
        + #""rule":"UniqueTypeNamesRule"}"#,
      #"{"ok":false,"errors":[{"message":"There may be only one type \"A\"","#
        + #""locations":[{"line":1,"column":6},{"line":1,"column":22}]}]}"#),
    Case(
      "a rule about definitions is asked of a document that defines",
      #"{"op":"validate","schema":"type Query { a: Int }","source":"scalar S @nope","#
        + #""rule":"KnownDirectivesRule"}"#,
      #"{"ok":false,"errors":[{"message":"Unknown directive \"@nope\"","#
        + #""locations":[{"line":1,"column":10}]}]}"#),
    Case(
      "a rule of both kinds is asked of a request as of a request",
      #"{"op":"validate","schema":"type Query { a: Int }","source":"{ a @nope }","#
        + #""rule":"KnownDirectivesRule"}"#,
      #"{"ok":false,"errors":[{"message":"Unknown directive \"@nope\"","#
        + #""locations":[{"line":1,"column":5}]}]}"#),
    Case(
      "there is no such rule about definitions",
      #"{"op":"validateSchema","schema":"type Query { a: Int }","rule":"ScalarLeafsRule"}"#,
      #"{"ok":false,"errors":[{"message":"There is no rule \"ScalarLeafsRule\" about schemas"}]}"#),
    Case(
      "optional rules are asked where they are named",
      #"{"op":"validate","schema":"type Query { a: Int @deprecated(reason: \"old\") }","#
        + #""source":"{ a }","rule":"NoDeprecatedCustomRule"}"#,
      #"{"ok":false,"errors":[{"message":"Query.a is deprecated: old","#
        + #""locations":[{"line":1,"column":3}]}]}"#),
    Case(
      "the schema of a document is not valid",
      #"{"op":"validate","schema":"type A { a: Int }","source":"{ a }"}"#,
      #"{"ok":false,"schemaErrors":[{"message":"A schema needs a query type"}]}"#),
    Case(
      "a request is executed on its root",
      #"{"op":"exec","schema":"type Query { a: Int, b: Int }","source":"{ a b }","root":{"a":7}}"#,
      #"{"data":{"a":7,"b":null}}"#),
    Case(
      "a request is executed without a root",
      #"{"op":"exec","schema":"type Query { a: Int }","source":"{ a }"}"#,
      #"{"data":{"a":null}}"#),
    Case(
      "an operation is chosen and has variables",
      #"{"op":"exec","schema":"type Query { a: Int }","operationName":"B","variables":{"v":true},"#
        + #""source":"query A { a } query B($v: Boolean!) { b: a @skip(if: $v) c: a }"}"#,
      #"{"data":{"c":null}}"#),
    Case(
      "a request is not valid",
      #"{"op":"exec","schema":"type Query { a: Int }","source":"{ a { b } }"}"#,
      #"{"errors":[{"message":"\"a\" of Int has nothing below it to "#
        + #"select","locations":[{"line":1,"column":5}]}]}"#),
    Case(
      "there is no such op", #"{"op":"k"}"#,
      #"{"ok":false,"errors":[{"message":"There is no op \"k\": it is parse, validate, "#
        + #"validateSchema or exec"}]}"#),
    Case(
      "a member is missing", #"{"op":"validate","source":"{ a }"}"#,
      #"{"ok":false,"errors":[{"message":"The member \"schema\" is missing"}]}"#),
    Case(
      "a member is something else", #"{"op":"parse","source":1}"#,
      #"{"ok":false,"errors":[{"message":"The member \"source\" is a number, and takes a "#
        + #"string"}]}"#),
    Case(
      "the root is something else",
      #"{"op":"exec","schema":"type Query { a: Int }","source":"{ a }","root":[]}"#,
      #"{"ok":false,"errors":[{"message":"The member \"root\" is an array, and takes an "#
        + #"object"}]}"#),
    Case(
      "a line is no object", "[]",
      #"{"ok":false,"errors":[{"message":"The line is an array, where an object is wanted"}]}"#),
  ]

  @Test("a line is answered with a line", arguments: cases)
  func answers(_ one: Case) {
    let answer = Batch().answer(Array(one.line.utf8))
    #expect(String(decoding: answer.text, as: UTF8.self) == one.answer)
    #expect(
      answer.isValid == (one.answer.hasPrefix(#"{"ok":true"#) || one.answer.hasPrefix(#"{"d"#)))
  }

  @Test("what is no JSON is told, and the batch goes on", arguments: ["", "{", "nonsense", "{}{}"])
  func goesOn(line: String) {
    let batch = Batch()
    let told = String(decoding: batch.answer(Array(line.utf8)).text, as: UTF8.self)
    #expect(told.hasPrefix(#"{"ok":false,"errors":[{"message":"The line is not JSON: column "#))
    #expect(batch.answer(Array(#"{"op":"parse","source":"{a}"}"#.utf8)) == .valid)
  }

  @Test("each line is answered by its own schema, whatever came before")
  func schemas() {
    let batch = Batch()
    let fields = ["a", "a", "b", "-", "b", "a"]
    for field in fields {
      let line = #"{"op":"exec","schema":"type Query { \#(field): Int }","source":"{ b }"}"#
      let answer = String(decoding: batch.answer(Array(line.utf8)).text, as: UTF8.self)
      let expected =
        switch field {
        case "b": #"{"data""#
        case "a": #"{"errors""#
        default: #"{"ok":false,"schemaErrors""#
        }
      #expect(answer.hasPrefix(expected))
    }
  }

  @Test("lines are the same however the bytes come in pieces")
  func pieces() throws {
    let bytes = Array("one\n\ntwo, which is long\r\nlast".utf8)
    for size in 1...bytes.count {
      var lines = Lines(limit: 12)
      var found: [String] = []
      func note(_ line: [UInt8]) { found.append(String(decoding: line, as: UTF8.self)) }
      for start in stride(from: 0, to: bytes.count, by: size) {
        try lines.add(bytes[start..<min(start + size, bytes.count)], note)
      }
      try lines.end(note)
      #expect(found == ["one", "", "two, which is", "last"])
    }
  }
}
