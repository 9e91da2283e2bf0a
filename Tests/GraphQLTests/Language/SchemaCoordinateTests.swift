import GraphQL
import Testing

@Suite("Schema coordinates")
struct SchemaCoordinateTests {
  static let coordinates: [(String, SchemaCoordinate)] = [
    ("Business", .type("Business")),
    ("Business.name", .member(type: "Business", name: "name")),
    ("SearchFilter.OPEN_NOW", .member(type: "SearchFilter", name: "OPEN_NOW")),
    ("Query.search(by_2:)", .argument(type: "Query", field: "search", name: "by_2")),
    ("@private", .directive("private")),
    ("@private(scope:)", .directiveArgument(directive: "private", name: "scope")),
    ("__Type.name", .member(type: "__Type", name: "name")),
  ]

  @Test("are read and written again", arguments: coordinates)
  func roundTrip(text: String, coordinate: SchemaCoordinate) throws {
    #expect(try SchemaCoordinate(text) == coordinate)
    #expect(coordinate.description == text)
  }

  @Test(
    "are nothing else, and say why",
    arguments: [
      ("", 1, "a name"), ("1a", 1, "a name"), ("@", 2, "a name"), (" A", 1, "a name"),
      ("A ", 2, "the end of the coordinate"), ("A.", 3, "a name"),
      ("A . b", 2, "the end of the coordinate"), ("A.b.c", 4, "the end of the coordinate"),
      ("A.b(", 5, "a name"), ("A.b(c)", 6, "\":\""), ("A.b(c:", 7, "\")\""),
      ("A.b(c: )", 7, "\")\""), ("A(b:)", 2, "the end of the coordinate"),
      ("@a.b", 3, "the end of the coordinate"), ("@a(b:)c", 7, "the end of the coordinate"),
      ("ā", 1, "a name"),
    ])
  func faults(text: String, column: Int, expected: String) {
    #expect(
      throws: GraphQLError(
        "Syntax error: expected \(expected)",
        locations: [SourceLocation(line: 1, column: column)])
    ) { try SchemaCoordinate(text) }
  }
}
