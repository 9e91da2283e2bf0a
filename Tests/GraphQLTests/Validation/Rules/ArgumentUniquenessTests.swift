import GraphQL
import Testing

@Suite struct ArgumentUniquenessTests {
  @Test(
    "these are valid",
    arguments: [
      #"{ arguments { two(x: 1, y: 2) } }"#
    ])
  func valid(_ text: String) throws {
    try expectValid(.argumentUniqueness, text)
  }

  @Test("these are not, and why")
  func invalid() throws {
    try expectErrors(
      .argumentUniqueness,
      #"{ arguments { two(x: 1, x: 2, x: 3) unknown(a: 1, a: 1) } }"#,
      [
        #"1:19 1:25 1:31 The argument "x" is given more than once"#,
        #"1:45 1:51 The argument "a" is given more than once"#,
      ])
    try expectErrors(
      .argumentUniqueness,
      #"{ dog @include(if: true, if: false) { name } }"#,
      [
        #"1:16 1:26 The argument "if" is given more than once"#
      ])
    try expectErrors(
      .argumentUniqueness,
      #"{ arguments { int(a: 1, a: 2, a: 3) } }"#,
      [
        #"1:19 1:25 1:31 The argument "a" is given more than once"#
      ])
  }
}
