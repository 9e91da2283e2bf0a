import GraphQL
import Testing

/// What a document says of itself, whatever stands between the tokens of it.
@Suite struct DocumentTests {
  @Test("definitions are of the kinds and in the order written")
  func order() throws {
    let document = try parse(
      """
      {a} type A{a:A} "f" fragment F on A{a} extend type A @d "q" query Q{a} schema @d{query:A}
      directive@d on OBJECT subscription S{a}
      """)
    let kinds = document.definitions.map { definition in
      switch definition {
      case .operation(let operation): "\(operation.kind) \(operation.name?.text ?? "-")"
      case .fragment(let fragment): "\(fragment.name.text) on \(fragment.typeCondition.text)"
      case .schema: "schema"
      case .type(let type): "\(type.name.text) \(type.isExtension)"
      case .directive(let directive): "@\(directive.name.text)"
      }
    }
    #expect(
      kinds == [
        "query -", "A false", "F on A", "A true", "query Q", "schema", "@d", "subscription S",
      ])
    let offsets = document.definitions.map(\.position.offset)
    #expect(offsets == offsets.sorted() && Set(offsets).count == offsets.count)
    #expect(document.operations.map(\.description) == [nil, "q", nil])
    #expect(document.fragments.map(\.description) == ["f"])
  }

  @Test("what the grammar ignores may stand between any two tokens")
  func ignored() throws {
    let text = """
      query Q ( "d" $ v : [ [ A ! ] ] ! = [ [ 1 ] ] @ d ( a : 2 ) $ w : B ) @ d {
      x : a ( b : $ v c : { d : [ "s" \"\"\"t\"\"\" 1.5 E null true ] } ) @ d @ e { ... @ d { a } ... F @ d
      ... on T { a } } } fragment F on T @ d { a }
      """
    let document = try parse(text.replacing(" ", with: ",#,{\"\n\t"))
    #expect(document == (try parse(text)))
    #expect(print(document) == print(try parse(text)))
    let operation = document.operations[0]
    #expect(operation.variables.map { print($0.type) } == ["[[A!]]!", "B"])
    #expect(operation.variables.map(\.description) == ["d", nil])
    #expect(operation.variables.map { $0.defaultValue != nil } == [true, false])
  }

  @Test(
    "documents differ that do not say the same",
    arguments: [
      "{b}", "{a:a}", "{a(b:1)}", "{a@b}", "{a{a}}", "{a a}", "{...a}", "{...{a}}", "query A{a}",
      "mutation{a}", "query($a:A){a}", "query@a{a}", "\"a\" query{a}", "{a}{a}", "type A",
    ])
  func equality(_ text: String) throws {
    #expect(try parse("{a}") == parse("{ a }"))
    #expect(try parse("{a}") != parse(text))
  }

  @Test("a document put together of others is validated as what it prints as")
  func puttingTogether() throws {
    let schema = try buildSchema("type Query { a: Query b: Int }")
    let query = try parse("# a long comment before it\n{ a { ...F } }")
    let fragments = try parse("fragment G on Query { b } fragment F on Query { b c }")
    let whole = Document(query.definitions + [fragments.definitions[1]])
    #expect(whole.operations.count == 1 && whole.fragments.map(\.name.text) == ["F"])
    let errors = validate(whole, against: schema)
    #expect(errors.map(\.message) == ["Query has no field \"c\". Did you mean \"a\" or \"b\"?"])
    // { a { ...F } } takes five lines; a blank one follows, the fragment's first, and b.
    #expect(errors.map(\.locations) == [[SourceLocation(line: 9, column: 3)]])
  }
}
