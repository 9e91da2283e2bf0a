import GraphQL
import Testing

@Suite struct FieldSelectionsTests {
  @Test(
    "these are valid",
    arguments: [
      #"{ dog { name __typename } }"#,
      #"{ pet { name ... on Dog { barkVolume } } }"#,
      #"{ catOrDog { __typename ... on Cat { meows } } }"#,
      #"{ __schema { types { name } } __type(name: "Dog") { name } }"#,
      #"{ dog { name } }"#,
    ])
  func valid(_ text: String) throws {
    try expectValid(.fieldSelections, text)
  }

  @Test("these are not, and why")
  func invalid() throws {
    try expectErrors(
      .fieldSelections,
      #"{ dog { meowVolume } }"#,
      [
        #"1:9 Dog has no field "meowVolume". Did you mean "barkVolume"?"#
      ])
    try expectErrors(
      .fieldSelections,
      #"{ dgo { name } }"#,
      [
        #"1:3 Query has no field "dgo". Did you mean "dog"?"#
      ])
    try expectErrors(
      .fieldSelections,
      #"{ pet { barkVolume } }"#,
      [
        #"1:9 Pet has no field "barkVolume""#
      ])
    try expectErrors(
      .fieldSelections,
      #"{ catOrDog { name } }"#,
      [
        #"1:14 CatOrDog has no field "name""#
      ])
    try expectErrors(
      .fieldSelections,
      #"{ dog { __schema { types { name } } } }"#,
      [
        #"1:9 Dog has no field "__schema""#
      ])
    try expectErrors(
      .fieldSelections,
      #"fragment F on Dog { a: unknown { below } ... on Cat { unknown } }"#,
      [
        #"1:21 Dog has no field "unknown""#,
        #"1:55 Cat has no field "unknown""#,
      ])
  }
}
