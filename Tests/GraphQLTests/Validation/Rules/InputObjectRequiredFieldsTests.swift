import GraphQL
import Testing

@Suite struct InputObjectRequiredFieldsTests {
  @Test(
    "these are valid",
    arguments: [
      #"{ findDog(searchBy: {owner: {name: "H"}}) { name } findDog2: findDog(searchBy: {}) { name } }"#
    ])
  func valid(_ text: String) throws {
    try expectValid(.inputObjectRequiredFields, text)
  }

  @Test("these are not, and why")
  func invalid() throws {
    try expectErrors(
      .inputObjectRequiredFields,
      #"{ findDog(searchBy: {owner: {}}) { name } }"#,
      [
        #"1:29 FindHumanInput needs the field "name" of String!"#
      ])
  }
}
