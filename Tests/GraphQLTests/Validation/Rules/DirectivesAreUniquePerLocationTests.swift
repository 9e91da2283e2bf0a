import GraphQL
import Testing

@Suite struct DirectivesAreUniquePerLocationTests {
  @Test(
    "these are valid",
    arguments: [
      #"{ dog @repeated @repeated @skip(if: true) { name @skip(if: true) } }"#
    ])
  func valid(_ text: String) throws {
    try expectValid(.directivesAreUniquePerLocation, text)
  }

  @Test("these are not, and why")
  func invalid() throws {
    try expectErrors(
      .directivesAreUniquePerLocation,
      #"{ dog @skip(if: true) @skip(if: false) { name } }"#,
      [
        #"1:7 1:23 The directive "@skip" may stand here only once"#
      ])
  }
}
