import GraphQL
import Testing

@Suite struct FieldSelectionMergingTests {
  @Test(
    "these are valid",
    arguments: [
      #"{ dog { name name nickname: name nickname: name } }"#,
      #"{ dog { isHouseTrained(atOtherHomes: true) isHouseTrained(atOtherHomes: true) } }"#,
      #"{ findDog(searchBy: {name: "a", owner: {name: "b", age: 1}}) { name } findDog(searchBy: {owner: {age: 1, name: "b"}, name: "a"}) { nickname } }"#,
      #"{ pet { ... on Dog { volume: barkVolume } ... on Cat { volume: meowVolume } } }"#,
      #"{ pet { ... on Dog { x: owner { name } } ... on Cat { x: owner { name } } } }"#,
      #"{ box { ... on IntBox { deep { scalar } } ... on StringBox { deep { scalar } } } }"#,
      #"{ dog { ...F } } fragment F on Dog { ...F name }"#,
      #"{ unknown: dog { a: unknown } dog { a: unknown } }"#,
    ])
  func valid(_ text: String) throws {
    try expectValid(.fieldSelectionMerging, text)
  }

  @Test("these are not, and why")
  func invalid() throws {
    try expectErrors(
      .fieldSelectionMerging,
      #"{ dog { name: nickname name } }"#,
      [
        #"1:9 1:24 The fields "name" conflict: "nickname" and "name" are different fields. Give them different aliases to have both"#
      ])
    try expectErrors(
      .fieldSelectionMerging,
      #"{ dog { doesKnowCommand(dogCommand: SIT) doesKnowCommand(dogCommand: HEEL) } }"#,
      [
        #"1:9 1:42 The fields "doesKnowCommand" conflict: they have different arguments. Give them different aliases to have both"#
      ])
    try expectErrors(
      .fieldSelectionMerging,
      #"{ dog { ...A ...B } } fragment A on Dog { x: name } fragment B on Dog { x: nickname }"#,
      [
        #"1:43 1:73 The fields "x" conflict: "name" and "nickname" are different fields. Give them different aliases to have both"#
      ])
    try expectErrors(
      .fieldSelectionMerging,
      #"{ a: dog { x: name } a: dog { x: nickname } }"#,
      [
        #"1:3 1:12 1:22 1:31 The fields "a" conflict: the fields "x" below them conflict: "name" and "nickname" are different fields. Give them different aliases to have both"#
      ])
    try expectErrors(
      .fieldSelectionMerging,
      #"{ pet { ... on Dog { v: barkVolume } ... on Cat { v: nickname } } }"#,
      [
        #"1:22 1:51 The fields "v" conflict: they are of the types Int and String. Give them different aliases to have both"#
      ])
    try expectErrors(
      .fieldSelectionMerging,
      #"{ box { ... on IntBox { deep { v: value } } ... on StringBox { deep { v: value } } } }"#,
      [
        #"1:25 1:32 1:64 1:71 The fields "deep" conflict: the fields "v" below them conflict: they are of the types Int and String. Give them different aliases to have both"#
      ])
    try expectErrors(
      .fieldSelectionMerging,
      #"{ box { ... on StringBox { value } ... on NonNullStringBox { value } } }"#,
      [
        #"1:28 1:62 The fields "value" conflict: they are of the types String and String!. Give them different aliases to have both"#
      ])
    try expectErrors(
      .fieldSelectionMerging,
      #"{ box { ... on IntBox { list } ... on StringBox { list } } }"#,
      [
        #"1:25 1:51 The fields "list" conflict: they are of the types [Int] and String. Give them different aliases to have both"#
      ])
    try expectErrors(
      .fieldSelectionMerging,
      #"{ pet { x: name ... on Dog { x: nickname } } }"#,
      [
        #"1:9 1:30 The fields "x" conflict: "name" and "nickname" are different fields. Give them different aliases to have both"#
      ])
    try expectErrors(
      .fieldSelectionMerging,
      #"fragment F on Dog { x: name x: nickname }"#,
      [
        #"1:21 1:29 The fields "x" conflict: "name" and "nickname" are different fields. Give them different aliases to have both"#
      ])
    try expectErrors(
      .fieldSelectionMerging,
      #"{ dog { x: name x: nickname x: barkVolume } }"#,
      [
        #"1:9 1:17 The fields "x" conflict: "name" and "nickname" are different fields. Give them different aliases to have both"#,
        #"1:9 1:29 The fields "x" conflict: "name" and "barkVolume" are different fields. Give them different aliases to have both"#,
        #"1:17 1:29 The fields "x" conflict: "nickname" and "barkVolume" are different fields. Give them different aliases to have both"#,
      ])
    try expectErrors(
      .fieldSelectionMerging,
      #"{ x: dog { a: name b: nickname } x: dog { a: nickname b: name } }"#,
      [
        #"1:3 1:12 1:20 1:34 1:43 1:55 The fields "x" conflict: the fields "a" below them conflict: "name" and "nickname" are different fields, and the fields "b" below them conflict: "nickname" and "name" are different fields. Give them different aliases to have both"#
      ])
  }
}
