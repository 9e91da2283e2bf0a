import GraphQL
import Testing

@Suite struct InputObjectFieldUniquenessTests {
  @Test(
    "these are valid",
    arguments: [
      #"{ findDog(searchBy: {name: "F"}) { name } }"#
    ])
  func valid(_ text: String) throws {
    try expectValid(.inputObjectFieldUniqueness, text)
  }

  @Test("these are not, and why")
  func invalid() throws {
    try expectErrors(
      .inputObjectFieldUniqueness,
      #"{ findDog(searchBy: {name: "F", name: "G"}) { name } stamp(at: {a: 1, b: {c: 1, c: 2}}) }"#,
      [
        #"1:22 1:33 The field "name" is given twice"#,
        #"1:75 1:81 The field "c" is given twice"#,
      ])
    try expectErrors(
      .inputObjectFieldUniqueness,
      #"{ findDog(searchBy: {name: "a", name: "b", name: "c"}) { name } }"#,
      [
        #"1:22 1:33 The field "name" is given twice"#,
        #"1:22 1:44 The field "name" is given twice"#,
      ])
  }
}
