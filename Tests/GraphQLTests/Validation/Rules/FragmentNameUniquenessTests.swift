import GraphQL
import Testing

@Suite struct FragmentNameUniquenessTests {
  @Test(
    "these are valid",
    arguments: [
      #"{ dog { ...A ...B } } fragment A on Dog { name } fragment B on Dog { name }"#
    ])
  func valid(_ text: String) throws {
    try expectValid(.fragmentNameUniqueness, text)
  }

  @Test("these are not, and why")
  func invalid() throws {
    try expectErrors(
      .fragmentNameUniqueness,
      #"{ dog { ...A } } fragment A on Dog { name } fragment A on Cat { name }"#,
      [
        #"1:27 1:54 There may be only one fragment "A""#
      ])
    try expectErrors(
      .fragmentNameUniqueness,
      #"fragment F on Dog { name } fragment F on Dog { name } fragment F on Dog { name }"#,
      [
        #"1:10 1:37 There may be only one fragment "F""#,
        #"1:10 1:64 There may be only one fragment "F""#,
      ])
  }
}
