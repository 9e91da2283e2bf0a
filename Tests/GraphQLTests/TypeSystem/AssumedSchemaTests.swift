import Coding
import Foundation
import GraphQL
import Testing

@Suite("Schemas that are assumed to be valid, and read as they are asked for")
struct AssumedSchemaTests {
  /// Texts in which finding a definition takes more than finding a name.
  static let texts: [String] = [
    "type Query { a: Int }",
    "scalar Date type Query { a: Date }",
    #"""
    # type Not { a: Int } "
    """
    A block with " quotes, \""" escaped ones, } and { brackets
    type Neither { a: Int }
    """
    schema @marked(as: "}") { query: Root, subscription: S }
    "directive } on {" directive @marked(
      "a ) in a string" as: String = "(" , "more" list: [Float!]! = [1.5]
    ) repeatable on | SCHEMA | OBJECT | UNION | ENUM
    directive @deprecated(reason: String! = "mine") on FIELD_DEFINITION | ENUM_VALUE
    "The \\" type Root implements & Named & Titled @marked @marked(as: "{") {
      name: String, # } comment
      title("""a""" a: In = {a: 1, b: "}"}): [[String!]]!
      old: Int @deprecated
    }
    type S implements Named{name:String next:E}
    interface Named { name: String } interface Titled implements Named { name: String title(a: In): [[String!]]! }
    union type = | Root | S
    union Empty @marked = S
    enum E @marked { A "b" B @deprecated(reason: "}") }
    input In { a: Int = 1 b: String = "\"}" c: input }
    input input @oneOf { only: ID type: Boolean }
    scalar extend @specifiedBy(url: "https://example.org/}")
    """#,
    "\u{FEFF}type Query{a(b:[ID!]):Boolean}#",
    // These are more than definitions of their own, and are built as any other text.
    "type Query { a: Int } extend type Query { b: Float }",
    #""Mine" scalar ID type Query { a: ID }"#,
    Fixtures.assumable,
  ]

  @Test("they say the same as schemas of which every rule was looked at", arguments: texts)
  func sameSchema(text: String) throws {
    let (whole, assumed) = (try buildSchema(text), try buildSchema(text, assumeValid: true))
    #expect(whole.types.map(\.name) == assumed.types.map(\.name))
    #expect(whole.directives.map(\.name) == assumed.directives.map(\.name))
    #expect(print(whole) == print(assumed))
    #expect(whole.description == assumed.description)
    for kind in OperationKind.allCases {
      #expect(whole.rootType(of: kind) == assumed.rootType(of: kind))
    }
    for name in whole.types.map(\.name) + ["Int", "Float", "ID", "Nothing"] {
      #expect(whole.typeID(named: name) == assumed.typeID(named: name), "\(name)")
    }
    for (one, other) in zip(whole.types, assumed.types) {
      #expect(one.possibleTypes == other.possibleTypes && one.interfaces == other.interfaces)
      #expect(one.isOneOf == other.isOneOf && one.specifiedByURL == other.specifiedByURL)
      #expect(one.description == other.description)
    }
    #expect(validateSchema(assumed) == [])
  }

  @Test("a type can be asked for before any other is, from many threads at once")
  func concurrently() throws {
    let schema = try buildSchema(Self.texts[2], assumeValid: true)
    let root = try #require(schema.queryType)
    let names = Names()
    DispatchQueue.concurrentPerform(iterations: 64) { number in
      let type = number.isMultiple(of: 2) ? schema[root] : schema.types[root.index]
      names.add(type.fields.map(\.name))
    }
    #expect(names.all == [["name", "title", "old"]])
  }

  private final class Names: @unchecked Sendable {
    private let lock = NSLock()
    private(set) var all: Set<[String]> = []

    func add(_ names: [String]) { lock.withLock { _ = all.insert(names) } }
  }

  @Test(
    "what is seen to be no schema on the way is told all the same",
    arguments: [
      ("type Query { a: Int", "Syntax error"), ("{ a }", "may not define operations"),
      ("type Query { a: Int } type Query { b: Int }", "only one type"),
      ("schema { query: Nothing } type Query { a: Int }", "Unknown type"),
      ("type Query { a: Int } type __A { a: Int }", "may not begin with"), ("type", "Syntax error"),
    ])
  func refused(text: String, message: String) throws {
    let error = #expect(throws: SchemaErrors.self) { try buildSchema(text, assumeValid: true) }
    #expect(error?.errors.first?.message.contains(message) == true)
  }

  @Test("what was wrong to assume is told when the schema is looked over")
  func wrong() throws {
    let text = "type Query {\n  a: Nothing }"
    let errors = validateSchema(try buildSchema(text, assumeValid: true))
    #expect(errors.count == 1 && errors[0].message.hasPrefix("Unknown type \"Nothing\""))
    #expect(errors[0].locations == [SourceLocation(line: 2, column: 6)])
  }

  @Test("requests are answered as by a schema that was read at once")
  func answers() throws {
    func text(_ assumed: Bool, _ request: String) throws -> String {
      let schema = try buildSchema(Library.sdl, assumeValid: assumed)
      let library = try ExecutableSchema(schema, Library.resolvers(), assumeValid: assumed)
      let response = library.respond(
        to: request, root: Library.Root(), context: Library.Context())
      return String(decoding: response.encoded(), as: UTF8.self)
    }
    for request in [
      IntrospectionTests.query, "{ __typename }", "{ nothing }",
      "query($a: ID!, $b: Nothing) { fails }",
    ] {
      #expect(try text(true, request) == text(false, request))
    }
  }
}

extension Fixtures {
  /// A schema with many types, in every layout that a printer would not choose.
  static let assumable: String = {
    let kinds = ["type T", "input I", "interface F", "enum E"]
    return "type Query { a: T0 }"
      + (0..<60).map { number in
        let kind = kinds[number % 4]
        let body = kind == "enum E" ? "A,B C" : "a:[Int!]b:\tString"
        return "\r\n\"\"\"n\(number)\"\"\"\(kind)\(number){\(body)}"
      }.joined()
  }()
}
