import GraphQL
import Testing

@Suite struct FragmentSpreadTargetDefinedTests {
  @Test(
    "these are valid",
    arguments: [
      #"{ dog { ...A } } fragment A on Dog { name }"#
    ])
  func valid(_ text: String) throws {
    try expectValid(.fragmentSpreadTargetDefined, text)
  }

  @Test("these are not, and why")
  func invalid() throws {
    try expectErrors(
      .fragmentSpreadTargetDefined,
      #"{ dog { ...Undefined ... { ...nams } } } fragment names on Dog { name }"#,
      [
        #"1:12 Unknown fragment "Undefined""#,
        #"1:31 Unknown fragment "nams". Did you mean "names"?"#,
      ])
  }
}
