import GraphQL
import Testing

@Suite struct LoneAnonymousOperationTests {
  @Test(
    "these are valid",
    arguments: [
      #"{ dog { name } }"#,
      #"query A { dog { name } } query B { dog { name } }"#,
      #"{ ...F } fragment F on Query { dog { name } }"#,
    ])
  func valid(_ text: String) throws {
    try expectValid(.loneAnonymousOperation, text)
  }

  @Test("these are not, and why")
  func invalid() throws {
    try expectErrors(
      .loneAnonymousOperation,
      #"{ dog { name } } query A { dog { name } }"#,
      [
        #"1:1 An anonymous operation must be the only operation"#
      ])
  }
}
