import GraphQL
import Testing

@Suite struct AllVariableUsesDefinedTests {
  @Test(
    "these are valid",
    arguments: [
      #"query A($a: Boolean) { ...F } query B($a: Boolean) { ...F } fragment F on Query { dog { isHouseTrained(atOtherHomes: $a) } }"#
    ])
  func valid(_ text: String) throws {
    try expectValid(.allVariableUsesDefined, text)
  }

  @Test("these are not, and why")
  func invalid() throws {
    try expectErrors(
      .allVariableUsesDefined,
      #"query A($a: Boolean) { ...F } query B { ...F } fragment F on Query { ...G } fragment G on Query { dog { isHouseTrained(atOtherHomes: $a) } }"#,
      [
        #"1:134 1:31 The variable "$a" is not defined by operation "B""#
      ])
    try expectErrors(
      .allVariableUsesDefined,
      #"{ findDog(searchBy: {owner: {name: $n}}) { name @skip(if: $s) } stamp(at: [{a: $t}]) }"#,
      [
        #"1:36 1:1 The variable "$n" is not defined"#,
        #"1:59 1:1 The variable "$s" is not defined"#,
        #"1:80 1:1 The variable "$t" is not defined"#,
      ])
  }
}
