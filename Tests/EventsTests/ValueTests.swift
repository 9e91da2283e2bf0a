import Testing

@testable import Events

@Suite("Identifiers, streams and references")
struct ValueTests {
  @Test(
    "a code has letters, digits, points, hyphens and underscores",
    arguments: [
      ("LV-HTP-2021", true), ("1.2", true), ("_", true), ("..", true), ("", false), ("a b", false),
      ("a/b", false), ("ā", false), ("\u{212A}", false), ("a\n", false), ("a\0", false),
      ("a:b", false),
    ])
  func identifier(text: String, isOne: Bool) {
    #expect(((try? Identifier(parsing: text)) != nil) == isOne)
  }

  /// Written form, kind, plan, last code.
  static let streams: [(String, StreamKind, String?, String)] = [
    ("plan/P", .plan, "P", "P"), ("plan/P/area/A", .area, "P", "A"),
    ("plan/P/action/1.2", .action, "P", "1.2"), ("plan/P/claim/k", .claim, "P", "k"),
    ("victims/LV", .victims, nil, "LV"), ("indicator/I", .indicator, nil, "I"),
    ("challenge/C", .challenge, nil, "C"), ("achievement/A", .achievement, nil, "A"),
    ("recommendation/R", .recommendation, nil, "R"), ("obligation/O", .obligation, nil, "O"),
    ("link/L", .link, nil, "L"), ("source/S", .source, nil, "S"),
    ("institution/I", .institution, nil, "I"),
  ]

  @Test("a stream's name says what it is about", arguments: streams)
  func stream(text: String, kind: StreamKind, plan: String?, code: String) throws {
    let stream = try StreamID(parsing: text)
    #expect(stream.kind == kind && stream.plan?.description == plan)
    #expect(stream.code.description == code && stream.description == text)
    let made: StreamID =
      switch kind {
      case .plan: .plan(stream.code)
      case .area, .action, .claim: .within(try #require(stream.plan), kind, stream.code)
      default: .above(kind, stream.code)
      }
    #expect(made == stream && made.hashValue == stream.hashValue)
  }

  @Test(
    "what is no stream's name is refused",
    arguments: [
      "", "plan", "plan/", "/P", "plan/P/", "plan/P/action", "plan/P/action/", "plan/P/plan/Q",
      "plan/P/source/S", "action/1", "area/A", "victims/ZZ", "victims/lv", "Plan/P", "plan//P",
      "plan/P/action/1/2", "source/S/area/A", "plan/a b",
    ])
  func noStream(text: String) {
    #expect(throws: EventError.self) { try StreamID(parsing: text) }
  }

  @Test(
    "a source is an id or a URL, with a place in it",
    arguments: [
      ("PR-2025-01-28", "PR-2025-01-28"), ("PR-2025-01-28#p2", "PR-2025-01-28"), ("a##", nil),
      ("https://likumi.lv/ta/id/326420#p3", ""), ("urn:isbn:1", ""), ("#p", nil), ("", nil),
      ("a#", nil),
      ("a b", nil), ("a#b c", nil), ("https:", nil), ("h:abc", nil), (":https:abc", nil),
      ("a\u{A0}b", nil),
      ("https://x\u{1B}", nil), ("a/b", nil), ("a#b\u{301}", "a"),
    ])
  func source(text: String, id: String?) {
    let reference = try? SourceReference(parsing: text)
    #expect((reference == nil) == (id == nil))
    if let reference { #expect(reference.source?.description ?? "" == id) }
  }

  /// A prefix, a stream, and whether it is reached.
  static let reaches: [(String, String, Bool)] = [
    ("plan", "plan/P", true), ("plan/P", "plan/P", true), ("plan/P", "plan/P/action/1", true),
    ("plan/P", "plan/PQ", false), ("plan/P/action", "plan/P/action/1", true),
    ("plan/P/action", "plan/P/area/1", false), ("plan/P/action/1", "plan/P/action/11", false),
    ("victims", "victims/LV", true), ("plan", "victims/LV", false),
  ]

  @Test("a prefix reaches a stream and all below it, by whole parts", arguments: reaches)
  func prefix(prefix: String, stream: String, isReached: Bool) throws {
    let prefix = try StreamPrefix(parsing: prefix)
    #expect(prefix.reaches(try StreamID(parsing: stream)) == isReached)
  }

  @Test(
    "what begins no stream's name is no prefix", arguments: ["", "/", "plan/", "pl", "a/b/c/d/e"])
  func noPrefix(text: String) {
    #expect(throws: EventError.self) { try StreamPrefix(parsing: text) }
  }

  @Test("a text by language is told in the language wanted, else the fallback, else any")
  func languages() throws {
    let text = try LangText([("lv", "a"), ("en", "b")])
    #expect(text.variants.map(\.language) == ["en", "lv"])
    #expect(text.text(in: "lv", fallback: "en") == "a")
    #expect(text.text(in: "de", fallback: "en") == "b")
    #expect(text.text(in: nil, fallback: "lv") == "a")
    #expect(text.text(in: "de", fallback: "fr") == "b")
    #expect(LangText.absent.text(in: "lv", fallback: "lv") == "")
  }

  @Test(
    "a language's tag has a small primary part and subtags",
    arguments: [
      ("lv", true), ("lav", true), ("pt-BR", true), ("zh-Hant-TW", true), ("l", false),
      ("LV", false),
      ("lv-", false), ("lv_LV", false), ("lv-abcdefghi", false), ("", false), ("latv", false),
    ])
  func tag(text: String, isOne: Bool) {
    #expect(LangText.isLanguage(text) == isOne)
  }
}
