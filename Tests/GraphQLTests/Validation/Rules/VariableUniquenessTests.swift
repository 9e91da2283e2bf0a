import GraphQL
import Testing

@Suite struct VariableUniquenessTests {
  @Test(
    "these are valid",
    arguments: [
      #"query A($a: Int) { dog { name } } query B($a: Int) { dog { name } }"#
    ])
  func valid(_ text: String) throws {
    try expectValid(.variableUniqueness, text)
  }

  @Test("these are not, and why")
  func invalid() throws {
    try expectErrors(
      .variableUniqueness,
      #"query ($a: Int, $b: Int, $a: String, $a: ID) { dog { name } }"#,
      [
        #"1:9 1:27 1:39 There may be only one variable "$a""#
      ])
    try expectErrors(
      .variableUniqueness,
      #"query ($x: Int, $x: Int, $x: Int) { __typename }"#,
      [
        #"1:9 1:18 1:27 There may be only one variable "$x""#
      ])
  }
}
