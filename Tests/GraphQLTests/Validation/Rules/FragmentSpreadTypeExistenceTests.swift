import GraphQL
import Testing

@Suite struct FragmentSpreadTypeExistenceTests {
  @Test(
    "these are valid",
    arguments: [
      #"fragment A on Dog { ... on Pet { name } ... { name } }"#
    ])
  func valid(_ text: String) throws {
    try expectValid(.fragmentSpreadTypeExistence, text)
  }

  @Test("these are not, and why")
  func invalid() throws {
    try expectErrors(
      .fragmentSpreadTypeExistence,
      #"fragment A on Dgo { ... on Pett { name } }"#,
      [
        #"1:15 Unknown type "Dgo". Did you mean "Dog"?"#,
        #"1:28 Unknown type "Pett". Did you mean "Pet"?"#,
      ])
  }
}
