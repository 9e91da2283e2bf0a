import GraphQL
import Testing

@Suite struct VariablesAreInputTypesTests {
  @Test(
    "these are valid",
    arguments: [
      #"query ($a: Boolean, $b: [DogCommand!]!, $c: FindDogInput) { dog { name } }"#
    ])
  func valid(_ text: String) throws {
    try expectValid(.variablesAreInputTypes, text)
  }

  @Test("these are not, and why")
  func invalid() throws {
    try expectErrors(
      .variablesAreInputTypes,
      #"query ($a: Cat, $b: [Pet!]!, $c: CatOrDog, $d: Int) { dog { name } }"#,
      [
        #"1:12 The variable "$a" cannot be of Cat, which is no input type"#,
        #"1:21 The variable "$b" cannot be of [Pet!]!, which is no input type"#,
        #"1:34 The variable "$c" cannot be of CatOrDog, which is no input type"#,
      ])
  }

  @Test("types that do not exist are another matter, and told of by the whole rule")
  func unknown() throws {
    let text = "query ($a: Cat, $b: [Unknown!]) { dog { ... on Nothing { name } } }"
    try expectErrors(.variableTypesExist, text, [#"1:22 Unknown type "Unknown""#])
    let schema = try buildSchema("type Query { dog: Cat } type Cat { name: String }")
    let found = { (rule: String) throws in
      validate(try parse(text), against: schema, rules: ValidationRule.named(rule)).map {
        $0.locations.first?.column
      }
    }
    #expect(try found("Variables Are Input Types") == [12, 22])
    #expect(try found("VariablesAreInputTypesRule") == [12])
    #expect(try found("KnownTypeNamesRule") == [22, 48])
  }
}
