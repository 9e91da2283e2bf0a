import GraphQL
import Testing

@Suite struct BuildSchemaTests {
  @Test("definitions and extensions become one schema")
  func extensions() throws {
    let schema = try buildSchema(
      #"""
      "All of it" schema { query: Root }
      extend schema { mutation: Change }
      "The root" type Root implements Named { name: String }
      extend type Root { "More" more(a: Int = 1 @deprecated): [E!]! @deprecated(reason: "old") }
      type Change { name: String }
      interface Named { name: String }
      extend type Change implements Named
      union U = Root
      extend union U = Change
      enum E { A }
      extend enum E { B @deprecated }
      input I { a: Int }
      extend input I { b: I }
      scalar S
      extend scalar S @specifiedBy(url: "https://example.org")
      """#)
    let root = try #require(schema.queryType)
    #expect(schema.description == "All of it")
    #expect(schema[root].description == "The root")
    #expect(schema[root].fields.map(\.name) == ["name", "more"])
    let more = try #require(schema[root].field(named: "more"))
    #expect(schema.name(of: more.type) == "[E!]!")
    #expect(more.deprecationReason == "old")
    #expect(more.arguments[0].deprecationReason == "No longer supported")
    let types = Dictionary(uniqueKeysWithValues: schema.types.map { ($0.name, $0) })
    #expect(types["Named"]?.possibleTypes.map { schema[$0].name } == ["Root", "Change"])
    #expect(types["U"]?.possibleTypes.map { schema[$0].name } == ["Root", "Change"])
    #expect(types["E"]?.values.map(\.name) == ["A", "B"])
    #expect(types["I"]?.inputFields.map(\.name) == ["a", "b"])
    #expect(types["S"]?.specifiedByURL == "https://example.org")
    #expect(schema.mutationType.map { schema[$0].name } == "Change")
    #expect(schema.subscriptionType == nil)
  }

  @Test("without a schema definition the roots have their usual names")
  func defaultRoots() throws {
    let schema = try buildSchema("type Query { a: Int } type Subscription { a: Int }")
    #expect(schema.queryType.map { schema[$0].name } == "Query")
    #expect(schema.mutationType == nil)
    #expect(schema.subscriptionType.map { schema[$0].name } == "Subscription")
    let explicit = try buildSchema(
      "schema { query: Q } type Q { a: Int } type Mutation { a: Int }")
    #expect(explicit.mutationType == nil)
  }

  @Test("built-in scalars that nothing is of are no part of the schema")
  func unreferencedScalars() throws {
    func scalars(_ text: String) throws -> [String] {
      try buildSchema(text).types.filter { $0.kind == .scalar }.map(\.name)
    }
    // Introspection itself is of strings and Booleans.
    #expect(try scalars("type Query { a: String }") == ["String", "Boolean"])
    #expect(try scalars("type Query { a(b: [ID!]!): String }") == ["String", "Boolean", "ID"])
    #expect(
      try scalars("type Query { a: String } input In { b: Float } directive @d(e: Int) on FIELD")
        == ["String", "Boolean", "Int", "Float"])
    #expect(try scalars("type Query { a: String } scalar ID") == ["String", "Boolean", "ID"])
  }

  @Test("the specification's scalars and directives are there, and may be described anew")
  func builtIns() throws {
    let schema = try buildSchema(
      "type Query { a: ID } scalar ID directive @deprecated(reason: String) on FIELD_DEFINITION")
    for name in ["String", "Boolean", "ID", "__Schema", "__Type"] {
      #expect(schema.typeID(named: name) != nil)
    }
    #expect(
      schema.directives.map(\.name) == ["skip", "include", "deprecated", "specifiedBy", "oneOf"])
    #expect(schema.directive(named: "deprecated")?.locations == [.fieldDefinition])
  }

  @Test(
    "what is no schema is refused, and why",
    arguments: [
      ("type Query {", "expected a name"),
      ("type Query { a: Int } query { a }", "may not define operations"),
      ("type A { a: Int }", "A schema needs a query type"),
      ("type Query { a: Itn }", "Unknown type \"Itn\". Did you mean \"Int\""),
      ("type Query { a: Int } type Query { b: Int }", "only one type \"Query\""),
      (
        "type Query { a: Int } directive @a on FIELD directive @a on FIELD",
        "only one directive \"@a\""
      ),
      (
        "schema { query: Query } schema { query: Query } type Query { a: Int }",
        "only one schema definition"
      ),
      (
        "schema { query: Query query: Query } type Query { a: Int }", "only one root type for query"
      ),
      ("schema { query: Query mutation: Query } type Query { a: Int }", "root of two kinds"),
      ("schema { query: E } enum E { A }", "must be an object type"),
      ("type Query { a: Int } extend type Qery { b: Int }", "Cannot extend type \"Qery\""),
      (
        "type Query { a: Int } extend input Query { b: Int }",
        "Cannot extend \"Query\" with `extend input`"
      ),
      ("type Query { a: Int } type __A { a: Int }", "may not begin with \"__\""),
      ("type Query { a: E } enum E { __A }", "may not begin with \"__\""),
      ("type Query { __a: Int }", "may not begin with \"__\""),
      ("type Query { a(__b: Int): Int }", "may not begin with \"__\""),
      ("type Query { a: Int a: Int }", "two of the field \"a\""),
      ("type Query { a(b: Int b: Int): Int }", "two of the argument \"b\""),
      ("type Query", "Query has no fields"),
      ("type Query { a: I } input I { a: Int }", "no output type"),
      ("type Query { a(b: Query): Int }", "no input type"),
      ("type Query { a(b: Int! @deprecated): Int }", "required and may not be deprecated"),
      (
        "type Query { a(b: Int = \"x\"): Int }",
        "The default of the argument \"b\" of Query.a is invalid: Expected Int"
      ),
      ("type Query { a(b: I = {d: 1}): Int } input I { c: Int! }", "I has no field \"d\""),
      ("type Query { a: Int } input I { a: Int! = null }", "Expected a value of Int!, found null"),
      ("type Query { a: U } union U", "U has no member types"),
      ("type Query { a: U } union U = Query | Query", "the member Query twice"),
      ("type Query { a: U } union U = E enum E { A }", "no object type"),
      ("type Query { a: E } enum E", "E has no values"),
      ("type Query { a: E } enum E { A A }", "two of the value \"A\""),
      ("type Query { a: Int } input I", "I has no fields"),
      ("type Query { a: Int } input I @oneOf { a: Int! }", "must be nullable"),
      ("type Query { a: Int } input I @oneOf { a: Int = 1 }", "without a default"),
      ("type Query { a: Int } input A { b: B! } input B { a: A! }", "contains itself through B.a"),
      ("type Query { a: Int } input A { a: A = {} }", "The default of A.a contains itself"),
      (
        "type Query { a: Int } input A { b: B = {} } input B { a: A = {} }",
        "contains itself through"
      ),
      ("type Query { a: Int } directive @a on FIELD | FIELD", "two of the location \"FIELD\""),
      (
        "directive @a on OBJECT type Query @a { a: Int } extend type Query @a",
        "\"@a\" may stand here only once"
      ),
      (
        "directive @a on SCHEMA extend schema @a schema @a { query: Q } type Q { a: Int }",
        "\"@a\" may stand here only once"
      ),
      (
        "directive @a on SCALAR type Query { a: S } scalar S extend scalar S @a extend scalar S @a",
        "\"@a\" may stand here only once"
      ),
      (
        "type Query { a: Int } directive @a(b: Int @a) on ARGUMENT_DEFINITION",
        "\"@a\" is used in its own definition"
      ),
      (
        "type Query { a: Int } directive @a(b: Int @b) on ARGUMENT_DEFINITION "
          + "directive @b(c: [E!]) on ARGUMENT_DEFINITION | ENUM_VALUE enum E { V @b }",
        "\"@b\" is used in its own definition"
      ),
      (
        "type Query { a: Int } directive @a(i: I) on INPUT_FIELD_DEFINITION "
          + "input I { j: J } input J { k: Int @a }",
        "\"@a\" is used in its own definition"
      ),
      ("type Query { a: Int @unknown }", "Unknown directive \"@unknown\""),
      ("type Query @oneOf { a: Int }", "may not stand on OBJECT"),
      ("type Query { a: Int @deprecated @deprecated }", "only once"),
      ("type Query { a: Int @deprecated(why: \"\") }", "@deprecated has no argument \"why\""),
      ("type Query { a: S } scalar S @specifiedBy", "@specifiedBy needs the argument \"url\""),
    ])
  func errors(_ text: String, _ message: String) {
    let error = #expect(throws: SchemaErrors.self) { try buildSchema(text) }
    #expect(error?.errors.contains { $0.message.contains(message) } == true)
  }

  @Test(
    "a type must be what its interfaces say",
    arguments: [
      ("interface N { a: Int } type T implements N { b: Int }", "T lacks the field \"a\" of N"),
      (
        "interface N { a: Int } type T implements N { a: String }",
        "T.a is of String, where N has Int"
      ),
      ("interface N { a: Int! } type T implements N { a: Int }", "T.a is of Int, where N has Int!"),
      (
        "interface N { a(b: Int): Int } type T implements N { a: Int }",
        "T.a lacks the argument \"b\" of N"
      ),
      (
        "interface N { a(b: Int): Int } type T implements N { a(b: Int!): Int }",
        "is of Int!, where N has Int"
      ),
      ("interface N { a: Int } type T implements N { a(c: Int!): Int }", "may not be required"),
      (
        "interface M { a: Int } interface N implements M { a: Int } type T implements N { a: Int }",
        "T must implement M, since N does"
      ),
      ("interface N implements N { a: Int } type T { a: Int }", "N implements itself"),
      ("interface N { a: Int } type T implements N & N { a: Int }", "implements N twice"),
      ("type N { a: Int } type T implements N { a: Int }", "which is no interface"),
      ("interface N { a: Int } type T implements N { a: Int @deprecated }", "T.a is deprecated"),
    ])
  func interfaces(_ text: String, _ message: String) {
    let error = #expect(throws: SchemaErrors.self) {
      try buildSchema("type Query { t: T } " + text)
    }
    #expect(error?.errors.contains { $0.message.contains(message) } == true)
  }

  @Test("covariant fields, optional arguments and finite inputs are fine")
  func valid() throws {
    _ = try buildSchema(
      """
      type Query { t: T }
      interface M { a: Int }
      interface N implements M { a: Int n(x: Int = 1): N l: [N] }
      type T implements N & M { a: Int! n(x: Int = 2, y: Int): T! l: [T!]! }
      input A { b: B list: [A!]! c: A = null d: C! = {} }
      input B { a: A! }
      input C { a: A = {list: [], b: null, d: {a: null}} }
      """)
  }

  @Test("errors name the places in the document")
  func locations() {
    let error = #expect(throws: SchemaErrors.self) {
      try buildSchema("type Query {\n  a: Int\n  a: Int\n}")
    }
    #expect(error?.errors.map(\.locations) == [[SourceLocation(line: 3, column: 3)]])
  }

  @Test("a repeatable directive stands on a definition and its extensions")
  func repeatedDirectives() throws {
    let schema = try buildSchema(
      "directive @a repeatable on OBJECT type Query @a { a: Int } extend type Query @a @a")
    #expect(schema.directive(named: "a")?.isRepeatable == true)
  }

  @Test("a directive may use others, and stand on what it does not refer to")
  func usedDirectives() throws {
    let schema = try buildSchema(
      """
      type Query @a { a: Int @a(b: {c: 1}) }
      directive @a(b: I @b) on OBJECT | FIELD_DEFINITION
      directive @b on ARGUMENT_DEFINITION | INPUT_FIELD_DEFINITION
      input I { c: Int @b, again: I }
      """)
    #expect(schema.directive(named: "a")?.arguments.count == 1)
  }
}
