import Coding
import GraphQL
import Testing

@Suite struct ExecutionTests {
  @Test(
    "a request gives the response that the specification says",
    arguments: [
      (#"{ book(id: 1) { id title } }"#, #"{"data":{"book":{"id":"1","title":"Book 1"}}}"#),
      (
        #"{ a: book(id: 1) { x: id } b: book(id: "none") { id } }"#,
        #"{"data":{"a":{"x":"1"},"b":null}}"#
      ),
      (
        #"{ books { pages price inPrint genre published } }"#,
        #"{"data":{"books":[{"pages":100,"price":9.5,"inPrint":true,"genre":"NOVEL","published":"2024-Q1"},{"pages":100,"price":9.5,"inPrint":true,"genre":"NOVEL","published":"2024-Q1"}]}}"#
      ),
      (
        #"{ __typename shelf { __typename items { __typename id } } }"#,
        #"{"data":{"__typename":"Query","shelf":{"__typename":"Shelf","items":[{"__typename":"Book","id":"1"},{"__typename":"Film","id":"2"}]}}}"#
      ),
      (#"{ books(first: 0) { id } }"#, #"{"data":{"books":[]}}"#),
    ])
  func simple(_ query: String, _ expected: String) throws {
    #expect(try respond(to: query) == expected)
  }

  @Test("selection sets of one key are merged, keys in the order of their first occurrence")
  func merging() throws {
    let query = """
      { book(id: 1) { title ...A } book(id: 1) { ... on Book { id author { books { id } } } } }
      fragment A on Book { author { name } ...B } fragment B on Item { id }
      """
    let response = try respond(to: query)
    #expect(
      response
        == #"{"data":{"book":{"title":"Book 1","author":{"name":"Author of 1","books":[]},"id":"1"}}}"#
    )
  }

  @Test("fragments apply where the object is of their type")
  func fragmentsByType() throws {
    let query = """
      { shelf { items { ... on Film { minutes } ... on Book { pages } ... on Item { id } }
        any { ... on Item { id } ... on Author { name } } } }
      """
    #expect(
      try respond(to: query)
        == #"{"data":{"shelf":{"items":[{"pages":100,"id":"1"},{"minutes":90,"id":"2"}],"any":[{"id":"1"},{"id":"2"}]}}}"#
    )
  }

  @Test("a null where skip wants a Boolean is an error of the execution, whose data is null then")
  func skipOfNull() throws {
    let query = "query ($s: Boolean = false) { a: echo(id: 1) @skip(if: $s) }"
    let response = try respond(to: query, variables: #"{"s":null}"#)
    #expect(response.hasPrefix(#"{"errors":[{"message":"@skip: Argument \"if\""#))
    #expect(response.hasSuffix(#""data":null}"#))
  }

  @Test(
    "skip and include leave out what they say",
    arguments: [
      ("true", "true", #"{"data":{"b":"1"}}"#), ("true", "false", #"{"data":{}}"#),
      ("false", "true", #"{"data":{"a":"1","b":"1","c":"1"}}"#),
      ("false", "false", #"{"data":{"a":"1"}}"#),
    ])
  func skipAndInclude(_ skip: String, _ include: String, _ expected: String) throws {
    let query = """
      query ($s: Boolean!, $i: Boolean! = true) {
        a: echo(id: 1) @skip(if: $s) ... @include(if: $i) { b: echo(id: 1) }
        ...C @skip(if: $s) @include(if: $i)
      }
      fragment C on Query { c: echo(id: 1) }
      """
    let response = try respond(to: query, variables: #"{"s":\#(skip),"i":\#(include)}"#)
    let echoed = #""id='1' withDefault=7 required=8""#
    #expect(response == expected.replacing(#""1""#, with: echoed))
  }

  @Test("mutations run one after another, an error in between or not")
  func serialMutations() throws {
    let context = Library.Context()
    let response = try respond(
      to: "mutation { a: add(by: 1) fail b: add(by: 2) total }", context: context)
    #expect(
      response
        == #"{"errors":[{"message":"cannot","locations":[{"line":1,"column":26}],"path":["fail"]}],"data":{"a":1,"fail":null,"b":103,"total":103}}"#
    )
  }

  @Test("a subscription's event is executed as its root")
  func subscriptionEvent() throws {
    #expect(try respond(to: "subscription { x: added }") == #"{"data":{"x":1}}"#)
  }

  @Test("resolvers see their response key and what is selected below them, through fragments")
  func fieldInfo() throws {
    let context = Library.Context()
    let query = """
      { one: book(id: 1) { author { books { ...A } } } book(id: 2) { id } }
      fragment A on Book { author { ... on Author { name } } }
      """
    let response = try respond(to: query, context: context)
    #expect(context.keys == ["one", "book"])
    #expect(response.contains(#""books":[{"author":{"name":"Author of 1"}}]"#))
  }

  @Test(
    "a request that cannot run has errors and no data",
    arguments: [
      ("{", "Syntax error: expected a name, found the end of the document"),
      ("{ nothing }", "Query has no field \\\"nothing\\\""),
      ("query A { __typename } query B { __typename }", "several operations"),
      ("fragment F on Query { __typename }", "never used"),
      (
        "query ($a: Int!) { echo(int: $a) }",
        "Variable \\\"$a\\\" got an invalid value: expected a value of Int!, found none"
      ),
    ])
  func requestErrors(_ query: String, _ message: String) throws {
    let response = try respond(to: query)
    #expect(response.hasPrefix(#"{"errors":[{"message":""#))
    #expect(response.contains(message))
    #expect(!response.contains(#""data""#))
  }

  @Test("an operation is chosen by its name")
  func operationName() throws {
    let query = "query A { a: __typename } query B { b: __typename }"
    #expect(try respond(to: query, operation: "B") == #"{"data":{"b":"Query"}}"#)
    #expect(try respond(to: query, operation: "b").contains(#"Did you mean \"B\" or \"A\"?"#))
  }

  @Test("extensions stand at the end, with errors or without data too")
  func extensions() throws {
    let executable = try Library.executable()
    func text(_ query: String) -> String {
      let response = executable.respond(
        to: query, root: Library.Root(), context: Library.Context())
      return String(
        decoding: response.encoded(extensions: .object([.init("n", .number("1"))])), as: UTF8.self)
    }
    #expect(text("{ __typename }") == #"{"data":{"__typename":"Query"},"extensions":{"n":1}}"#)
    #expect(text("{").hasSuffix(#"}],"extensions":{"n":1}}"#))
    #expect(text("{ fails }").hasSuffix(#""data":{"fails":null},"extensions":{"n":1}}"#))
  }

  @Test("resolvers that do not fit the schema are all told at once")
  func wiring() throws {
    var resolvers = Resolvers<Library.Context>()
    resolvers.object("Query", of: Library.Root.self) { object in
      object.field("known") { _, _ in .null }
      object.field("typo") { _, _ in .null }
    }
    resolvers.scalar("Nothing", ScalarCoercion())
    let schema = try buildSchema(
      "type Query { known: Int missing: Item } interface Item { id: ID }")
    let error = #expect(throws: WiringError.self) { try ExecutableSchema(schema, resolvers) }
    #expect(error?.unresolved == ["Query.missing"])
    #expect(error?.untyped == ["Item"])
    #expect(error?.unknown == ["Nothing", "Query.typo"])
  }
}
