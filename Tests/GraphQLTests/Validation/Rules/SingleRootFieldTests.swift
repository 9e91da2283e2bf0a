import GraphQL
import Testing

@Suite struct SingleRootFieldTests {
  @Test(
    "these are valid",
    arguments: [
      #"subscription { added }"#,
      #"subscription { ...F } fragment F on Subscription { added added }"#,
      #"{ dog { name } cat { name } }"#,
    ])
  func valid(_ text: String) throws {
    try expectValid(.singleRootField, text)
  }

  @Test("these are not, and why")
  func invalid() throws {
    try expectErrors(
      .singleRootField,
      #"subscription S { added removed added x: added removed }"#,
      [
        #"1:24 1:47 1:38 The subscription "S" must select exactly one field"#
      ])
    try expectErrors(
      .singleRootField,
      #"subscription { ...F } fragment F on Subscription { added ... { x: added } }"#,
      [
        #"1:64 A subscription must select exactly one field"#
      ])
    try expectErrors(
      .singleRootField,
      #"subscription { __typename ... { __typename } }"#,
      [
        #"1:16 1:33 A subscription may not select a meta-field"#
      ])
    try expectErrors(
      .singleRootField,
      #"subscription ($a: Boolean!) { added @skip(if: $a) }"#,
      [
        #"1:37 A subscription may not use "@skip" on what it selects"#
      ])
  }
}
