import GraphQL
import Testing

@Suite struct FragmentsMustBeUsedTests {
  @Test(
    "these are valid",
    arguments: [
      #"{ dog { ...A } } fragment A on Dog { ...B } fragment B on Dog { name }"#
    ])
  func valid(_ text: String) throws {
    try expectValid(.fragmentsMustBeUsed, text)
  }

  @Test("these are not, and why")
  func invalid() throws {
    try expectErrors(
      .fragmentsMustBeUsed,
      #"{ dog { name } } fragment A on Dog { ...B } fragment B on Dog { ...A }"#,
      [
        #"1:18 The fragment "A" is never used"#,
        #"1:45 The fragment "B" is never used"#,
      ])
  }
}
