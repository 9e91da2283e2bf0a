import GraphQL
import Testing

@Suite struct AllVariableUsagesAreAllowedTests {
  @Test(
    "these are valid",
    arguments: [
      #"query ($a: Int!, $b: [Int!]!, $c: Boolean, $d: Boolean = true, $e: ID!) { arguments { int(a: $a) ints(a: $b) optional(a: $c) nonNull(a: $d) } findPet(by: {id: $e}) { name } }"#
    ])
  func valid(_ text: String) throws {
    try expectValid(.allVariableUsagesAreAllowed, text)
  }

  @Test("these are not, and why")
  func invalid() throws {
    try expectErrors(
      .allVariableUsagesAreAllowed,
      #"query ($a: Boolean, $b: Int, $c: [Int], $d: Int) { arguments { nonNull(a: $a) boolean(a: $b) strict(a: $c) ints(a: $d) } }"#,
      [
        #"1:8 1:75 The variable "$a" of Boolean cannot stand where Boolean! is expected"#,
        #"1:21 1:90 The variable "$b" of Int cannot stand where Boolean is expected"#,
        #"1:30 1:104 The variable "$c" of [Int] cannot stand where [Int!] is expected"#,
        #"1:41 1:116 The variable "$d" of Int cannot stand where [Int] is expected"#,
      ])
    try expectErrors(
      .allVariableUsagesAreAllowed,
      #"query ($a: Boolean = null) { ...F } fragment F on Query { arguments { nonNull(a: $a) } }"#,
      [
        #"1:8 1:82 The variable "$a" of Boolean cannot stand where Boolean! is expected"#
      ])
    try expectErrors(
      .allVariableUsagesAreAllowed,
      #"query ($a: ID) { findPet(by: {id: $a}) { name } }"#,
      [
        #"1:8 1:35 The variable "$a" of ID may be null, which the one field of PetKey may not"#
      ])
  }
}
