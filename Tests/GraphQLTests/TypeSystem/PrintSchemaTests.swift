import GraphQL
import Testing

@Suite struct PrintSchemaTests {
  @Test(
    "a schema printed and built again prints the same",
    arguments: [
      "type Query { a: Int }",
      Fixtures.richSchema,
      Library.sdl,
      "\"what it is\" schema { query: Query } type Query { a: Int }",
      "schema { query: Q } type Q { a: Int } type Query { b: Int } type Mutation { c: Int }",
    ])
  func roundTrip(_ sdl: String) throws {
    let printed = print(try buildSchema(sdl))
    #expect(print(try buildSchema(printed)) == printed)
  }

  @Test("a schema prints as it would be written")
  func text() throws {
    let sdl = """
      directive @d(a: [Int!] = [1]) repeatable on FIELD | QUERY

      \"\"\"
      Where it begins
      \"\"\"
      type Query implements I {
        a(b: In = {x: 1}, c: E @deprecated): [[Int!]]! @deprecated(reason: "old")
      }

      interface I {
        a(b: In = {x: 1}, c: E): [[Int!]] @deprecated(reason: "old")
      }

      union U = Query

      enum E {
        A
        B @deprecated
      }

      input In @oneOf {
        x: Int
      }

      scalar S @specifiedBy(url: "https://example.org")

      """
    let spaced = sdl.replacing(
      "\"\"\"\nWhere it begins\n\"\"\"", with: "\"\"\"Where it begins\"\"\"")
    #expect(print(try buildSchema(sdl)) == spaced)
  }

  @Test("roots are only named where their names do not say it")
  func roots() throws {
    #expect(
      !print(try buildSchema("schema { query: Query } type Query { a: Int }")).contains("schema"))
    let printed = print(
      try buildSchema("schema { query: Query } type Query { a: Int } type Mutation { a: Int }"))
    #expect(printed.hasPrefix("schema {\n  query: Query\n}\n"))
  }
}

extension Fixtures {
  /// Every kind of type, extended and described.
  static let richSchema = #"""
    "The schema" schema { query: Root mutation: Change subscription: Watch }
    type Root implements Named & Other { name(of: [In!]! = [{a: 1}, {b: "x\ny"}]): String! other: U }
    extend type Root { more: [[E!]!] @deprecated(reason: "a \"quoted\" one") }
    type Change { "how" add(by: Int! = 1 "why" reason: String): Int }
    type Watch { added: Int }
    interface Other implements Named { name(of: [In!]! = [{a: 1}]): String }
    interface Named { name(of: [In!]!): String }
    union U = Root | Change
    extend union U = Watch
    """
    Several lines

      and an indented one
    """
    enum E { "first" A B @deprecated }
    input In { a: Int = 3 b: String, c: E = A, d: In }
    input One @oneOf { a: Int b: String }
    scalar Date @specifiedBy(url: "https://example.org/date")
    directive @mark("what" with: String = "x") repeatable on FIELD | FRAGMENT_SPREAD
    """#
}
