import GraphQL
import Testing

@Suite struct FragmentSpreadIsPossibleTests {
  @Test(
    "these are valid",
    arguments: [
      #"{ dog { ... on Dog { name } ... on Pet { name } ... on CatOrDog { __typename } ... { name } } }"#,
      #"{ pet { ...D } catOrDog { ... on Pet { name } ... on Being { name } } } fragment D on Dog { name }"#,
      #"{ humanOrAlien { ... on Being { name } } }"#,
    ])
  func valid(_ text: String) throws {
    try expectValid(.fragmentSpreadIsPossible, text)
  }

  @Test("these are not, and why")
  func invalid() throws {
    try expectErrors(
      .fragmentSpreadIsPossible,
      #"{ dog { ... on Cat { name } ...H } } fragment H on HumanOrAlien { __typename }"#,
      [
        #"1:9 A fragment is on Cat, and no Dog can be of that type"#,
        #"1:29 The fragment "H" is on HumanOrAlien, and no Dog can be of that type"#,
      ])
    try expectErrors(
      .fragmentSpreadIsPossible,
      #"{ catOrDog { ... on HumanOrAlien { __typename } } }"#,
      [
        #"1:14 A fragment is on HumanOrAlien, and no CatOrDog can be of that type"#
      ])
  }
}
