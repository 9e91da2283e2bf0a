import GraphQL
import Testing

@Suite struct DirectivesAreDefinedTests {
  @Test(
    "these are valid",
    arguments: [
      #"{ dog @skip(if: false) { name @repeated @onField(reason: "") } }"#
    ])
  func valid(_ text: String) throws {
    try expectValid(.directivesAreDefined, text)
  }

  @Test("these are not, and why")
  func invalid() throws {
    try expectErrors(
      .directivesAreDefined,
      #"query ($a: Int @unknwon) @unknown { dog @skp(if: true) { name } ...F @x } fragment F on Query @y { dog { name } }"#,
      [
        #"1:16 Unknown directive "@unknwon""#,
        #"1:26 Unknown directive "@unknown""#,
        #"1:41 Unknown directive "@skp". Did you mean "@skip"?"#,
        #"1:70 Unknown directive "@x""#,
        #"1:95 Unknown directive "@y""#,
      ])
  }
}
