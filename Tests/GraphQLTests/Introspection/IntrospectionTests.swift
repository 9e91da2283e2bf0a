import Coding
import GraphQL
import Testing

@Suite struct IntrospectionTests {
  /// What clients and GraphiQL send.
  static let query = """
    query IntrospectionQuery {
      __schema {
        description
        queryType { name kind } mutationType { name kind } subscriptionType { name kind }
        types { ...FullType }
        directives { name description isRepeatable locations args(includeDeprecated: true) { ...InputValue } }
      }
    }
    fragment FullType on __Type {
      kind name description specifiedByURL isOneOf
      fields(includeDeprecated: true) {
        name description args(includeDeprecated: true) { ...InputValue } type { ...TypeRef }
        isDeprecated deprecationReason
      }
      inputFields(includeDeprecated: true) { ...InputValue }
      interfaces { ...TypeRef }
      enumValues(includeDeprecated: true) { name description isDeprecated deprecationReason }
      possibleTypes { ...TypeRef }
    }
    fragment InputValue on __InputValue {
      name description type { ...TypeRef } defaultValue isDeprecated deprecationReason
    }
    fragment TypeRef on __Type {
      kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType {
        kind name ofType { kind name ofType { kind name ofType { kind name } } } } } } } }
    }
    """

  @Test("the whole query is answered without errors, with every type and directive")
  func whole() throws {
    let text = try respond(to: Self.query)
    var parser = JSONParser()
    let response = try parser.parse(Array(text.utf8))
    #expect(response["errors"] == nil)
    let schema = try #require(response["data"]?["__schema"])
    let names = schema["types"]?.elements?.compactMap { $0["name"]?.string } ?? []
    let built = try buildSchema(Library.sdl)
    #expect(names == built.types.map(\.name))
    #expect(schema["directives"]?.elements?.count == 5)
    #expect(schema["subscriptionType"]?["name"] == .string("Subscription"))
  }

  @Test(
    "a type tells of itself",
    arguments: [
      (#"{ __type(name: "Nothing") { name } }"#, #"{"__type":null}"#),
      (
        #"{ __type(name: "Key") { kind isOneOf fields { name } inputFields { name defaultValue } } }"#,
        #"{"__type":{"kind":"INPUT_OBJECT","isOneOf":true,"fields":null,"inputFields":[{"name":"id","defaultValue":null},{"name":"title","defaultValue":null}]}}"#
      ),
      (
        #"{ __type(name: "Item") { kind possibleTypes { name } interfaces { name } isOneOf } }"#,
        #"{"__type":{"kind":"INTERFACE","possibleTypes":[{"name":"Book"},{"name":"Film"}],"interfaces":[],"isOneOf":null}}"#
      ),
      (
        #"{ __type(name: "Filter") { inputFields { defaultValue } } }"#,
        #"{"__type":{"inputFields":[{"defaultValue":"NOVEL"},{"defaultValue":null},{"defaultValue":null},{"defaultValue":null},{"defaultValue":"1"}]}}"#
      ),
      (
        #"{ __type(name: "Genre") { __typename enumValues { name } } }"#,
        #"{"__type":{"__typename":"__Type","enumValues":[{"name":"NOVEL"},{"name":"POETRY"}]}}"#
      ),
      (
        #"{ __type(name: "Mutation") { fields { name type { kind name ofType { name kind } } } } }"#,
        #"{"__type":{"fields":[{"name":"add","type":{"kind":"NON_NULL","name":null,"ofType":{"name":"Int","kind":"SCALAR"}}},{"name":"fail","type":{"kind":"SCALAR","name":"Int","ofType":null}},{"name":"total","type":{"kind":"NON_NULL","name":null,"ofType":{"name":"Int","kind":"SCALAR"}}}]}}"#
      ),
    ])
  func types(_ query: String, _ data: String) throws {
    #expect(try respond(to: query) == #"{"data":\#(data)}"#)
  }

  @Test("what is deprecated is listed where that is asked for")
  func deprecation() throws {
    final class Context {}
    let schema = try buildSchema(
      """
      type Query { old: Int @deprecated(reason: "gone") new(a: Int @deprecated, b: Int): Int }
      scalar Date @specifiedBy(url: "https://example.org/date")
      """)
    var resolvers = Resolvers<Context>()
    resolvers.object("Query", of: Context.self) { object in
      object.field("old") { _, _ in .null }
      object.field("new") { _, _ in .null }
    }
    let executable = try ExecutableSchema(schema, resolvers)
    let response = executable.respond(
      to: """
        { q: __type(name: "Query") { short: fields { name args { name } }
            all: fields(includeDeprecated: true) { name isDeprecated deprecationReason
              args(includeDeprecated: true) { name } } }
          d: __type(name: "Date") { specifiedByURL } }
        """, root: Context(), context: Context())
    #expect(
      String(decoding: response.encoded(), as: UTF8.self)
        == #"{"data":{"q":{"short":[{"name":"new","args":[{"name":"b"}]}],"all":[{"name":"old","isDeprecated":true,"deprecationReason":"gone","args":[]},{"name":"new","isDeprecated":false,"deprecationReason":null,"args":[{"name":"a"},{"name":"b"}]}]},"d":{"specifiedByURL":"https://example.org/date"}}}"#
    )
  }
}
