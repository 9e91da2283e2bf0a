import GraphQL
import Testing

@Suite struct FragmentSpreadsMustNotFormCyclesTests {
  @Test(
    "these are valid",
    arguments: [
      #"{ dog { ...A ...B } } fragment A on Dog { ...B ...C } fragment B on Dog { ...C } fragment C on Dog { name }"#,
      #"fragment A on Dog { ...Unknown }"#,
    ])
  func valid(_ text: String) throws {
    try expectValid(.fragmentSpreadsMustNotFormCycles, text)
  }

  @Test("these are not, and why")
  func invalid() throws {
    try expectErrors(
      .fragmentSpreadsMustNotFormCycles,
      #"fragment A on Human { relatives { ...A } }"#,
      [
        #"1:35 The fragment "A" spreads itself"#
      ])
    try expectErrors(
      .fragmentSpreadsMustNotFormCycles,
      #"fragment A on Dog { ...B } fragment B on Dog { name ...C } fragment C on Dog { ...A ...C }"#,
      [
        #"1:21 1:53 1:80 The fragment "A" spreads itself through "B", "C""#,
        #"1:85 The fragment "C" spreads itself"#,
      ])
  }
}
