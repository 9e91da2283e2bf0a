import GraphQL
import Testing

private func message(_ text: String, _ limits: Limits = Limits()) -> String {
  do throws(GraphQLError) {
    _ = try parse(text, limits: limits)
    return "parsed"
  } catch {
    return error.message
  }
}

private func repeated(_ text: String, _ count: Int = 60_000) -> String {
  String(repeating: text, count: count)
}

extension [String] {
  /// Neighbours as pairs.
  fileprivate var pairs: [(String, String)] {
    stride(from: 0, to: count, by: 2).map { (self[$0], self[$0 + 1]) }
  }
}

@Suite struct LimitTests {
  @Test(
    "nesting without end is an error and no trap",
    arguments: [
      "", "{a", "{", "...{", "{a(b:", "[", "{a(b:", "{c:", "query($a:", "[", "type T{a:", "[",
      "input I{a:X=", "[{a:",
    ].pairs)
  func depth(_ start: String, _ level: String) {
    let text = start + repeated(level)
    #expect(message(text) == "Syntax error: nested more than 200 levels deep")
  }

  @Test("the deepest nesting allowed is read")
  func deepestAllowed() {
    var limits = Limits()
    limits.depth = 10
    #expect(message(repeated("{a", 10) + repeated("}", 10), limits) == "parsed")
    #expect(message(repeated("{a", 11) + repeated("}", 11), limits).contains("10 levels"))
    #expect(message("{" + repeated("a(b:[[]])", 50) + "}", limits) == "parsed")
  }

  @Test("tokens and bytes have limits of their own")
  func size() {
    var limits = Limits()
    limits.tokens = 5
    #expect(message("{ a b }", limits) == "parsed")
    #expect(message("{ a b c }", limits).contains("more than 5 tokens"))
    limits = Limits()
    limits.bytes = 5
    #expect(message("{ a }", limits) == "parsed")
    #expect(message("{ a  }", limits).contains("longer than 5 bytes"))
  }

  @Test("aliases have a limit, wherever they stand")
  func aliases() {
    var limits = Limits()
    limits.aliases = 2
    #expect(message("{ x: a { y: b c d } }", limits) == "parsed")
    #expect(
      message("{ x: a { y: b } } fragment F on A { z: c }", limits)
        == "Syntax error: the document has more than 2 aliases")
    #expect(message("{" + repeated("a:b ", 5_000) + "}") == "parsed")
    #expect(message("{" + repeated("a:b ", 5_001) + "}").contains("5000 aliases"))
  }
}
