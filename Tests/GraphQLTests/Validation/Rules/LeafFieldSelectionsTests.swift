import GraphQL
import Testing

@Suite struct LeafFieldSelectionsTests {
  @Test(
    "these are valid",
    arguments: [
      #"{ dog { name } }"#,
      #"{ dog { doesKnowCommand(dogCommand: SIT) } }"#,
    ])
  func valid(_ text: String) throws {
    try expectValid(.leafFieldSelections, text)
  }

  @Test("these are not, and why")
  func invalid() throws {
    try expectErrors(
      .leafFieldSelections,
      #"{ dog { name { x } } }"#,
      [
        #"1:14 "name" of String has nothing below it to select"#
      ])
    try expectErrors(
      .leafFieldSelections,
      #"{ dog }"#,
      [
        #"1:3 "dog" of Dog needs a selection of fields: "dog { … }""#
      ])
    try expectErrors(
      .leafFieldSelections,
      #"{ nodes catOrDog }"#,
      [
        #"1:3 "nodes" of [Query!]! needs a selection of fields: "nodes { … }""#,
        #"1:9 "catOrDog" of CatOrDog needs a selection of fields: "catOrDog { … }""#,
      ])
  }
}
