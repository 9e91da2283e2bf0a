import GraphQL
import Testing

@Suite struct OptionalRuleTests {
  private static let schema = """
    type Query {
      old: Int @deprecated(reason: "gone") new(a: Int, b: Int @deprecated(reason: "unused")): Int
      find(by: Key, in: Place): Int
    }
    input Key { id: ID, name: String @deprecated(reason: "use id") }
    enum Place { HERE THERE @deprecated(reason: "far") }
    directive @d(x: Int @deprecated(reason: "no x")) on FIELD
    """

  private func errors(_ rule: String, _ text: String) throws -> [String] {
    let rules = ValidationRule.named(rule)
    try #require(rules.count == 1)
    let schema = try buildSchema(OptionalRuleTests.schema)
    return validate(try parse(text), against: schema, rules: rules).map { error in
      "\(error.locations.map { "\($0.line):\($0.column)" }.joined(separator: " ")) \(error.message)"
    }
  }

  @Test("fields, arguments, input fields and enum values that are deprecated are told")
  func deprecated() throws {
    #expect(
      try errors(
        "NoDeprecatedCustomRule",
        #"{ old new(a: 1, b: 2) @d(x: 1) find(by: {name: "a"}, in: THERE) n: find(in: HERE) }"#)
        == [
          "1:3 Query.old is deprecated: gone",
          #"1:17 "b" of Query.new is deprecated: unused"#,
          #"1:26 "x" of @d is deprecated: no x"#,
          #"1:42 "name" of Key is deprecated: use id"#,
          "1:58 Place.THERE is deprecated: far",
        ])
  }

  @Test("questions about the schema are told, but not `__typename`")
  func introspection() throws {
    #expect(
      try errors(
        "NoSchemaIntrospectionCustomRule", "{ __typename __schema { queryType { name } } }")
        == [
          #"1:14 "__schema" asks about the schema, which is not allowed here"#,
          #"1:25 "queryType" asks about the schema, which is not allowed here"#,
        ])
  }

  @Test("they are no part of all rules")
  func optional() throws {
    let schema = try buildSchema(OptionalRuleTests.schema)
    #expect(validate(try parse("{ old __schema { description } }"), against: schema).isEmpty)
  }
}
