import GraphQL
import Testing

@Suite struct OperationNameUniquenessTests {
  @Test(
    "these are valid",
    arguments: [
      #"query A { dog { name } } query B { dog { name } }"#,
      #"{ dog { name } }"#,
    ])
  func valid(_ text: String) throws {
    try expectValid(.operationNameUniqueness, text)
  }

  @Test("these are not, and why")
  func invalid() throws {
    try expectErrors(
      .operationNameUniqueness,
      #"query A { dog { name } } mutation A { add }"#,
      [
        #"1:7 1:35 There may be only one operation "A""#
      ])
    try expectErrors(
      .operationNameUniqueness,
      #"query A { dog { name } } query A { dog { name } } mutation A { add }"#,
      [
        #"1:7 1:32 There may be only one operation "A""#,
        #"1:7 1:60 There may be only one operation "A""#,
      ])
  }
}
