import GraphQL
import Testing

@Suite struct AllVariablesUsedTests {
  @Test(
    "these are valid",
    arguments: [
      #"query ($a: Boolean) { ...F } fragment F on Query { dog { isHouseTrained(atOtherHomes: $a) } }"#
    ])
  func valid(_ text: String) throws {
    try expectValid(.allVariablesUsed, text)
  }

  @Test("these are not, and why")
  func invalid() throws {
    try expectErrors(
      .allVariablesUsed,
      #"query A($a: Int, $b: Boolean) { dog { isHouseTrained(atOtherHomes: $b) } } fragment F on Dog { isHouseTrained(atOtherHomes: $a) }"#,
      [
        #"1:9 The variable "$a" is never used in operation "A""#
      ])
  }
}
