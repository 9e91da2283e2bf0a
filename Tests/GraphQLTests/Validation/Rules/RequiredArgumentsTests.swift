import GraphQL
import Testing

@Suite struct RequiredArgumentsTests {
  @Test(
    "these are valid",
    arguments: [
      #"{ arguments { two(x: 1, y: 2) optional boolean nonNull(a: true) } }"#,
      #"query ($a: Boolean!) { arguments { nonNull(a: $a) } }"#,
    ])
  func valid(_ text: String) throws {
    try expectValid(.requiredArguments, text)
  }

  @Test("these are not, and why")
  func invalid() throws {
    try expectErrors(
      .requiredArguments,
      #"{ arguments { two(y: 2) } }"#,
      [
        #"1:15 Arguments.two needs the argument "x" of Int!"#
      ])
    try expectErrors(
      .requiredArguments,
      #"{ arguments { nonNull } dog @skip { name } }"#,
      [
        #"1:15 Arguments.nonNull needs the argument "a" of Boolean!"#,
        #"1:29 @skip needs the argument "if" of Boolean!"#,
      ])
  }
}
