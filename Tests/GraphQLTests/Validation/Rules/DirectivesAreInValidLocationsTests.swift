import GraphQL
import Testing

@Suite struct DirectivesAreInValidLocationsTests {
  @Test(
    "these are valid",
    arguments: [
      #"query ($a: Int @onVariable) @onQuery { dog @skip(if: true) { ...F @include(if: true) ... @skip(if: true) { name } } } fragment F on Dog { name }"#
    ])
  func valid(_ text: String) throws {
    try expectValid(.directivesAreInValidLocations, text)
  }

  @Test("these are not, and why")
  func invalid() throws {
    try expectErrors(
      .directivesAreInValidLocations,
      #"query @skip(if: true) { dog @onQuery { name } }"#,
      [
        #"1:7 The directive "@skip" may not stand on QUERY"#,
        #"1:29 The directive "@onQuery" may not stand on FIELD"#,
      ])
    try expectErrors(
      .directivesAreInValidLocations,
      #"mutation @onQuery { add }"#,
      [
        #"1:10 The directive "@onQuery" may not stand on MUTATION"#
      ])
  }
}
