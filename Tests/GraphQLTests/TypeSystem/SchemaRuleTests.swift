import GraphQL
import Testing

@Suite struct SchemaRuleTests {
  private func errors(_ rule: String, _ text: String) throws -> [String] {
    let rule = try #require(SchemaRule.named(rule))
    return validateSchema(try parse(text), rules: [rule]).map { error in
      let places = error.locations.map { "\($0.line):\($0.column)" }.joined(separator: " ")
      return "\(places) \(error.message)"
    }
  }

  @Test(
    "each rule finds what it is about, at its places",
    arguments: [
      (
        "LoneSchemaDefinitionRule", "schema { query: A } schema { query: B } extend schema @a",
        ["1:21 There may be only one schema definition"]
      ),
      (
        "UniqueOperationTypesRule", "schema { query: A query: B } extend schema { query: C }",
        [
          "1:10 1:19 There may be only one root type for query",
          "1:10 1:46 There may be only one root type for query",
        ]
      ),
      (
        "UniqueTypeNamesRule", "type A { a: A } scalar A extend type A { b: A } enum A { B }",
        ["1:6 1:24 There may be only one type \"A\"", "1:6 1:54 There may be only one type \"A\""]
      ),
      (
        "UniqueEnumValueNamesRule", "enum A { B C B } extend enum A { C } enum D { B }",
        [
          "1:10 1:14 \"A.B\" may be defined only once",
          "1:12 1:34 \"A.C\" may be defined only once",
        ]
      ),
      (
        "UniqueFieldDefinitionNamesRule",
        "type A { b: A b: A } extend type A { b: A } input C { b: A b: A }",
        [
          "1:10 1:15 \"A.b\" may be defined only once",
          "1:10 1:38 \"A.b\" may be defined only once",
          "1:55 1:60 \"C.b\" may be defined only once",
        ]
      ),
      (
        "UniqueArgumentDefinitionNamesRule",
        "type A { b(c: A, c: A, c: A): A } directive @d(e: A, e: A) on FIELD",
        [
          "1:12 1:18 1:24 \"A.b(c:)\" may be defined only once",
          "1:48 1:54 \"@d(e:)\" may be defined only once",
        ]
      ),
      (
        "UniqueDirectiveNamesRule",
        "directive @a on FIELD directive @a on QUERY directive @b on FIELD",
        ["1:12 1:34 There may be only one directive \"@a\""]
      ),
      (
        "KnownTypeNamesRule",
        "type A implements Iiiiiii { a(b: Xxxxxxx): A } union U = A | Zzzzzzz schema { query: Qqqqqqq }",
        [
          "1:19 Unknown type \"Iiiiiii\"", "1:34 Unknown type \"Xxxxxxx\"",
          "1:62 Unknown type \"Zzzzzzz\"", "1:86 Unknown type \"Qqqqqqq\"",
        ]
      ),
      (
        "KnownDirectivesRule",
        "type A @nope { b: Int @skip(if: true) c: Int @deprecated } directive @x on SCALAR scalar S @x",
        [
          "1:8 Unknown directive \"@nope\"",
          "1:23 The directive \"@skip\" may not stand on FIELD_DEFINITION",
        ]
      ),
      (
        "UniqueDirectivesPerLocationRule",
        "directive @x on OBJECT | SCHEMA directive @y repeatable on OBJECT type A @x @y @y { a: A } extend type A @x extend schema @x extend schema @x",
        [
          "1:74 1:106 The directive \"@x\" may stand here only once",
          "1:123 1:140 The directive \"@x\" may stand here only once",
        ]
      ),
      (
        "PossibleTypeExtensionsRule",
        "type A { a: A } extend enum A { B } extend type C { a: A } extend scalar String @a",
        [
          "1:1 1:17 Cannot extend \"A\" with `extend enum`: it is defined with `type`",
          "1:49 Cannot extend type \"C\", which is not defined. Did you mean \"A\"?",
        ]
      ),
      (
        "KnownArgumentNamesOnDirectivesRule",
        "type A { a: A @deprecated(reasons: \"x\") } directive @x on FIELD",
        ["1:27 @deprecated has no argument \"reasons\". Did you mean \"reason\"?"]
      ),
      (
        "ProvidedRequiredArgumentsOnDirectivesRule",
        "directive @x(a: Int!, b: Int! = 1, c: Int) on SCALAR scalar S @x scalar T @x(a: 1)",
        ["1:63 @x needs the argument \"a\" of Int!"]
      ),
      (
        "UniqueArgumentNamesRule", "scalar S @x(a: 1, b: 2, a: 3)",
        ["1:13 1:25 The argument \"a\" is given more than once"]
      ),
      (
        "UniqueInputFieldNamesRule",
        "input I { a: I = {a: [{b: 1, b: 2}]} } scalar S @x(y: {z: 1, z: 2, z: 3})",
        [
          "1:24 1:30 The field \"b\" is given twice", "1:56 1:62 The field \"z\" is given twice",
          "1:56 1:68 The field \"z\" is given twice",
        ]
      ),
    ] as [(String, String, [String])])
  func finds(_ rule: String, _ text: String, _ expected: [String]) throws {
    #expect(try errors(rule, text) == expected)
  }

  @Test("a sound document keeps every rule", arguments: SchemaRule.all.map(\.name))
  func sound(_ rule: String) throws {
    #expect(try errors(rule, Fixtures.richSchema) == [])
    #expect(try errors(rule, Library.sdl) == [])
  }
}
