import GraphQL
import Testing

@Suite struct ExecutableDefinitionsTests {
  @Test(
    "these are valid",
    arguments: [
      #"{ dog { name } } fragment F on Dog { name }"#
    ])
  func valid(_ text: String) throws {
    try expectValid(.executableDefinitions, text)
  }

  @Test("these are not, and why")
  func invalid() throws {
    try expectErrors(
      .executableDefinitions,
      #"{ dog { name } } extend type Dog { color: String } schema { query: Q } directive @x on FIELD"#,
      [
        #"1:18 The definition of type "Dog" is not executable"#,
        #"1:52 A schema definition is not executable"#,
        #"1:72 The definition of directive "@x" is not executable"#,
      ])
  }
}
