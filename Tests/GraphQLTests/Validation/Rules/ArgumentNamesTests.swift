import GraphQL
import Testing

@Suite struct ArgumentNamesTests {
  @Test(
    "these are valid",
    arguments: [
      #"{ dog { doesKnowCommand(dogCommand: SIT) name @include(if: true) } }"#,
      #"{ dog { unknown(a: 1) @unknown(a: 1) } }"#,
    ])
  func valid(_ text: String) throws {
    try expectValid(.argumentNames, text)
  }

  @Test("these are not, and why")
  func invalid() throws {
    try expectErrors(
      .argumentNames,
      #"{ dog { doesKnowCommand(command: CLEAN) } }"#,
      [
        #"1:25 Dog.doesKnowCommand has no argument "command". Did you mean "dogCommand"?"#
      ])
    try expectErrors(
      .argumentNames,
      #"{ dog { isHouseTrained(atOtherHome: true) @include(unless: false) } }"#,
      [
        #"1:24 Dog.isHouseTrained has no argument "atOtherHome". Did you mean "atOtherHomes"?"#,
        #"1:52 @include has no argument "unless""#,
      ])
    try expectErrors(
      .argumentNames,
      #"{ dog { barkVolume(a: 1) } }"#,
      [
        #"1:20 Dog.barkVolume has no argument "a""#
      ])
  }
}
