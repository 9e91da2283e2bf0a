import GraphQL
import Testing

@Suite struct SingleRootFieldTests {
  @Test(
    "these are valid",
    arguments: [
      #"subscription { added }"#,
      #"subscription { ...F } fragment F on Subscription { added added }"#,
      #"{ dog { name } cat { name } }"#,
      #"subscription { added ... on Query { removed } ...F } fragment F on Query { dog { name } }"#,
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
    try expectErrors(
      .singleRootField,
      #"subscription { added removed x: removed }"#,
      [
        #"1:22 1:30 A subscription must select exactly one field"#
      ])
    try expectErrors(
      .singleRootField,
      #"subscription { a: __typename ...F } fragment F on Subscription { a: __typename }"#,
      [
        #"1:16 1:66 A subscription may not select a meta-field"#
      ])
    try expectErrors(
      .singleRootField,
      #"subscription { added ... @include(if: true) { added @skip(if: false) } }"#,
      [
        #"1:26 1:53 A subscription may not use "@include" on what it selects"#
      ])
  }
}
