import GraphQL
import Testing

@Suite struct InputObjectFieldNamesTests {
  @Test(
    "these are valid",
    arguments: [
      #"{ findDog(searchBy: {name: "F", owner: {name: "H"}}) { name } }"#
    ])
  func valid(_ text: String) throws {
    try expectValid(.inputObjectFieldNames, text)
  }

  @Test("these are not, and why")
  func invalid() throws {
    try expectErrors(
      .inputObjectFieldNames,
      #"{ findDog(searchBy: {nam: "F", owner: {favoriteCookieFlavor: "B"}}) { name } }"#,
      [
        #"1:22 FindDogInput has no field "nam". Did you mean "name"?"#,
        #"1:40 FindHumanInput has no field "favoriteCookieFlavor""#,
      ])
  }
}
