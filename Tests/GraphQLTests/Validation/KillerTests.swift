import GraphQL
import Testing

/// Documents that have brought servers down; each must be answered at once.
@Suite struct KillerTests {
  /// How long one answer may be computed in a debug build; each takes a small part of this.
  private func answer(_ text: String) throws -> String {
    let (response, time) = try processorTime { try respond(to: text) }
    #expect(time < .seconds(5))
    return response
  }

  private func repeated(_ count: Int, _ text: (Int) -> String) -> String {
    (0..<count).map(text).joined(separator: " ")
  }

  @Test("one field three thousand times")
  func repeatedField() throws {
    #expect(
      try answer("{ books(first: 1) { \(repeated(3_000) { _ in "id" }) } }")
        == #"{"data":{"books":[{"id":"0"}]}}"#)
    let nested = repeated(3_000) { _ in "books(first: 1) { author { name } }" }
    #expect(try answer("{ \(nested) }").contains(#""name":"Author of 0""#))
  }

  @Test("a hundred by fifty inline fragments")
  func inlineFragments() throws {
    let inner = repeated(50) { _ in "... on Book { id }" }
    let outer = repeated(100) { _ in "... on Query { book(id: 1) { \(inner) } }" }
    #expect(try answer("{ \(outer) }") == #"{"data":{"book":{"id":"1"}}}"#)
  }

  @Test("three thousand equal aliases with different arguments")
  func equalAliases() throws {
    let response = try answer("{ \(repeated(3_000) { "x: echo(int: \($0))" }) }")
    #expect(response.contains("they have different arguments"))
    #expect(!response.contains(#""data""#))
  }

  @Test("fragments that spread themselves, with siblings")
  func cycles() throws {
    let siblings = repeated(200) { "...F\(($0 + 1) % 200) ...F\(($0 + 7) % 200) ...F\($0)" }
    let fragments = repeated(200) { "fragment F\($0) on Query { \(siblings) }" }
    #expect(try answer("{ ...F0 } \(fragments)").contains("spreads itself"))
  }

  @Test("fragments that double from level to level")
  func doubling() throws {
    let fragments = repeated(100) {
      "fragment F\($0) on Book { a: next { ...F\($0 + 1) } b: next { ...F\($0 + 1) } }"
    }
    let text = "{ book(id: 1) { ...F0 } } \(fragments) fragment F100 on Book { id }"
    #expect(try answer(text).contains(#""data":{"book":null}"#))
  }

  @Test("a chain of fragments as long as the document")
  func chain() throws {
    let fragments = repeated(20_000) { "fragment F\($0) on Query{...F\($0 + 1)}" }
    let response = try answer("{ ...F0 } \(fragments) fragment F20000 on Query { __typename }")
    #expect(response.contains("levels deep"))
  }

  @Test("a chain of fragments that goes down into objects")
  func deepChain() throws {
    let fragments = repeated(5_000) { "fragment F\($0) on Author{books{author{...F\($0 + 1)}}}" }
    let response = try answer(
      "{ book(id: 1) { author { ...F0 } } } \(fragments) fragment F5000 on Author { name }")
    #expect(response.hasPrefix(#"{"errors""#))
  }

  @Test("as many wrong fields as a document can hold")
  func manyErrors() throws {
    let response = try answer("{ \(repeated(50_000) { "wrong\($0)" }) }")
    #expect(response.components(of: "has no field") == 100)
  }

  @Test("many operations over many fragments")
  func manyOperations() throws {
    let operations = repeated(5_000) { "query Q\($0) { ...F0 }" }
    let fragments = repeated(5_000) { "fragment F\($0) on Query { ...F\($0 + 1) }" }
    let response = try answer("\(operations) \(fragments) fragment F5000 on Query { fails }")
    #expect(response.hasPrefix(#"{"errors""#))
  }

  @Test("many subscriptions over many fragments")
  func manySubscriptions() throws {
    let operations = repeated(3_000) { "subscription S\($0) { ...F0 }" }
    let fragments = repeated(3_000) { "fragment F\($0) on Subscription { ...F\($0 + 1) }" }
    let response = try answer(
      "\(operations) \(fragments) fragment F3000 on Subscription { added }")
    #expect(response.contains("too many fragments in use"))
  }

  @Test("many operations with variables of their own")
  func manyVariables() throws {
    let operations = repeated(3_000) { "query Q\($0)($v\($0): Int) { echo(int: $v\($0)) }" }
    #expect(try answer(operations).contains("several operations"))
  }

  @Test("one argument or input field given thousands of times")
  func manyArguments() throws {
    let arguments = repeated(5_000) { _ in "int: 1" }
    let fields = repeated(5_000) { "a\($0): 1" }
    let response = try answer(
      "{ echo(\(arguments)) echo(\(arguments)) x: echo(filter: {\(fields)}) }")
    #expect(response.contains("given more than once"))
    // Two errors of a hundred places, and a hundred less two of one.
    #expect(response.components(of: "\"line\"") == 298)
  }
}

extension String {
  /// How often a text occurs in this one.
  fileprivate func components(of text: String) -> Int {
    split(separator: text, omittingEmptySubsequences: false).count - 1
  }
}
