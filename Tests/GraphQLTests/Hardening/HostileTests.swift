import GraphQL
import Testing

/// Very large documents from strangers: each is answered at once. What they take of memory is held
/// to its bound in the tests of `gqlcheck`, by processes of their own.
@Suite(.serialized) struct HostileTests {
  private func answer(_ text: String, limits: Limits = Limits()) throws -> String {
    let (response, time) = try processorTime { try respond(to: text, limits: limits) }
    #expect(time < .seconds(5))
    return response
  }

  private func repeated(_ text: String, to size: Int) -> String {
    String(repeating: text, count: size / text.utf8.count)
  }

  /// A little more of it than a document may be long.
  @Test(
    "what is too long is refused before anything is read of it",
    arguments: ["{a", "\"x", "é"])
  func tooLong(_ part: String) throws {
    #expect(try answer(repeated(part, to: 2_200_000)).contains("longer than 2097152 bytes"))
  }

  @Test("many fields, arguments, elements or spreads are too many tokens, and aliases too many")
  func manyTokens() throws {
    var limits = Limits()
    limits.tokens = 20_000
    let parts = [
      ("{", "a "), ("{", "a(b:1)"), ("{a(b:[", "1 "), ("{a(b:{", "c:1 "), ("{", "...F "),
    ]
    for (start, part) in parts {
      let response = try answer(start + repeated(part, to: 100_000), limits: limits)
      #expect(response.contains("more than 20000 tokens"))
    }
    #expect(try answer("{" + repeated("x:a ", to: 40_000)).contains("more than 5000 aliases"))
  }

  @Test("a very long string or name is read, and quoted in part only")
  func longString() throws {
    let text = repeated("x", to: 100_000)
    #expect(try answer("{ echo(string: \"\(text)\") }").utf8.count > 100_000)
    for query in [
      "{ echo(int: \"\(text)\") }", "{ \(text) }", "{ echo(genre: \(text)) }", "{ ...\(text) }",
    ] {
      let response = try answer(query)
      #expect(response.hasPrefix(#"{"errors""#))
    }
  }

  @Test("a hundred errors at most, each with a hundred places at most")
  func manyErrors() throws {
    let calls = String(repeating: "echo(int: 1, int: 2, int: 3) ", count: 500)
    let response = try answer("{ \(calls) }")
    #expect(response.split(separator: #""message""#).count - 1 == 100)
    let arguments = String(repeating: "int: 1 ", count: 5_000)
    let places = try answer("{ echo(\(arguments)) }").split(separator: #""line""#).count - 1
    #expect(places == 100)
  }

  @Test("names that are made to collide are told apart, and cost no more")
  func collidingNames() throws {
    // The hash of names as validation has it, of which the low bits choose a slot.
    func hash(_ text: String) -> UInt32 {
      text.utf8.reduce(2_166_136_261) { ($0 ^ UInt32($1)) &* 16_777_619 }
    }
    var names: [String] = []
    var number = 0
    while names.count < 200 {
      let name = "n\(number)"
      if hash(name) & 1_023 == 0 { names.append(name) }
      number += 1
    }
    let response = try answer(
      "{ \(names.map { "\($0): book(id: 1) { id }" }.joined(separator: " ")) }")
    #expect(response.split(separator: #"{"id":"1"}"#).count - 1 == 200)
    for name in names { #expect(response.contains("\"\(name)\":")) }
  }

  @Test("a table of many fields merges as fast as it is read")
  func wideObjects() throws {
    let fields = (0..<500).map { "a\($0): id" }.joined(separator: " ")
    let response = try answer("{ books(first: 1) { \(fields) \(fields) } }")
    #expect(response.hasPrefix(#"{"data""#))
  }
}
