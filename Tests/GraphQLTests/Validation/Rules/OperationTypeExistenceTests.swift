import GraphQL
import Testing

@Suite struct OperationTypeExistenceTests {
  @Test(
    "these are valid",
    arguments: [
      #"query { dog { name } }"#,
      #"mutation { add }"#,
      #"subscription { added }"#,
    ])
  func valid(_ text: String) throws {
    try expectValid(.operationTypeExistence, text)
  }

  @Test("an operation needs a root type")
  func invalid() throws {
    let schema = try buildSchema("type Query { a: Int }")
    let document = try parse("query { a } mutation { b } subscription { c }")
    let found = validate(document, against: schema, rules: [.operationTypeExistence])
    #expect(
      found.map(\.message)
        == ["The schema has no mutation type", "The schema has no subscription type"])
  }
}
