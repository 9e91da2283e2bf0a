import Coding
import GraphQL
import Testing

@testable import gqlcheck

@Suite("Fields that are resolved without resolvers of their own")
struct WiringTests {
  static let sdl = """
    type Query {
      int: Int float: Float string: String boolean: Boolean id: ID list: [Int] lists: [[Int!]!]!
      enum: Enum union: Union interface: Interface query: Query date: Date dates: [Date]
      lonely: Lonely
    }
    enum Enum { SECOND FIRST }
    union Union = Zebra | Ape
    interface Interface { id: ID }
    interface Lonely { id: ID }
    type Ape implements Interface { id: ID }
    type Zebra implements Interface { id: ID stripes: Int! }
    scalar Date
    """

  private func response(_ source: String, on data: Subject.Source) throws -> String {
    let subject = try Subject(SourceText(Self.sdl))
    let answer = subject.execute(
      SourceText(source), operationName: nil, variables: .object([]), on: data)
    return String(decoding: answer.text, as: UTF8.self)
  }

  private func data(_ text: String) throws -> Subject.Source {
    var parser = JSONParser()
    return .data(try parser.parse(Array(text.utf8)))
  }

  /// A selection and what the conformance wiring answers.
  static let values: [(String, String)] = [
    ("int", "2"), ("float", "3.14"), ("string", #""str""#), ("boolean", "true"), ("id", #""id""#),
    ("list", "[2,2]"), ("lists", "[[2,2],[2,2]]"), ("enum", #""SECOND""#), ("date", #""str""#),
    ("union { __typename }", #"{"__typename":"Ape"}"#),
    ("interface { __typename id }", #"{"__typename":"Zebra","id":"id"}"#),
    ("query { query { int } }", #"{"query":{"int":2}}"#), ("lonely { id }", "null"),
  ]

  @Test("the conformance wiring decides by the type alone", arguments: values)
  func conformance(selection: String, value: String) throws {
    let key = selection.prefix { $0 != " " }
    #expect(
      try response("{ \(selection) }", on: .conformance) == #"{"data":{"\#(key)":\#(value)}}"#)
  }

  @Test("fields are members of an object")
  func members() throws {
    let root = try data(
      #"""
      {"int": 1, "float": 2, "string": "s", "boolean": false, "id": 5, "list": [1, null],
       "lists": [[1], []], "enum": "FIRST", "union": {"__typename": "Zebra", "stripes": 9},
       "query": {"int": 1.0}, "date": {"year": 2022}, "dates": [[1], null], "unknown": 1}
      """#)
    #expect(
      try response(
        """
        { int float string boolean id list lists enum union { ... on Zebra { stripes } }
          query { int string } date dates interface { id } }
        """, on: root)
        == #"{"data":{"int":1,"float":2,"string":"s","boolean":false,"id":"5","list":[1,null],"#
        + #""lists":[[1],[]],"enum":"FIRST","union":{"stripes":9},"query":{"int":1,"string":null},"#
        + #""date":{"year":2022},"dates":[[1],null],"interface":null}}"#)
  }

  @Test(
    "data that do not fit the schema are errors of their fields",
    arguments: [
      ("int", #"{"int": "x"}"#, "Query.int: expected a value of Int"),
      (
        "int", #"{"int": 3000000000}"#,
        "Query.int: 3000000000 does not fit an Int, which has 32 bits"
      ),
      ("string", #"{"string": {}}"#, "Query.string: expected a value of String"),
      ("list", #"{"list": 1}"#, "Query.list: expected a list"),
      ("query { int }", #"{"query": 1}"#, "Query.query: expected an object"),
      (
        "interface { id }", #"{"interface": {"id": 1}}"#,
        "Query.interface: \\\"\\\" is no possible type of Interface"
      ),
    ])
  func misfits(selection: String, root: String, message: String) throws {
    let answer = try response("{ \(selection) }", on: try data(root))
    let key = selection.prefix { $0 != " " }
    #expect(
      answer == #"{"errors":[{"message":"\#(message)","locations":[{"line":1,"column":3}],"#
        + #""path":["\#(key)"]}],"data":{"\#(key)":null}}"#)
  }
}
