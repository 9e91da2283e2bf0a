import GraphQL
import Testing

@Suite struct VariablesAreInputTypesTests {
  @Test(
    "these are valid",
    arguments: [
      #"query ($a: Boolean, $b: [DogCommand!]!, $c: FindDogInput) { dog { name } }"#
    ])
  func valid(_ text: String) throws {
    try expectValid(.variablesAreInputTypes, text)
  }

  @Test("these are not, and why")
  func invalid() throws {
    try expectErrors(
      .variablesAreInputTypes,
      #"query ($a: Cat, $b: [Pet!]!, $c: CatOrDog, $d: Unknown) { dog { name } }"#,
      [
        #"1:12 The variable "$a" cannot be of Cat, which is no input type"#,
        #"1:21 The variable "$b" cannot be of [Pet!]!, which is no input type"#,
        #"1:34 The variable "$c" cannot be of CatOrDog, which is no input type"#,
        #"1:48 Unknown type "Unknown""#,
      ])
  }
}
