import GraphQL
import Testing

@Suite struct FragmentsOnCompositeTypesTests {
  @Test(
    "these are valid",
    arguments: [
      #"fragment A on Dog { name } fragment B on Pet { name } fragment C on CatOrDog { __typename }"#
    ])
  func valid(_ text: String) throws {
    try expectValid(.fragmentsOnCompositeTypes, text)
  }

  @Test("these are not, and why")
  func invalid() throws {
    try expectErrors(
      .fragmentsOnCompositeTypes,
      #"fragment A on Int { x } fragment B on Dog { ... on DogCommand { x } ... on FindDogInput { x } }"#,
      [
        #"1:15 A fragment cannot be on "Int", which has no fields"#,
        #"1:52 A fragment cannot be on "DogCommand", which has no fields"#,
        #"1:76 A fragment cannot be on "FindDogInput", which has no fields"#,
      ])
  }
}
