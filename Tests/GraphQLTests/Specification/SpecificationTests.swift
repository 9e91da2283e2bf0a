import Coding
import GraphQL
import Testing

@Suite("Chapters of the specification, case by case")
struct SpecificationTests {
  @Test("§2: what the grammar has is a document, and says the same when it is printed")
  func documents() throws {
    for text in SpecificationCases.documents {
      let document = try parse(text)
      #expect(try parse(print(document)) == document, "\(text)")
    }
  }

  @Test("§2: what the grammar does not have is refused")
  func noDocuments() {
    for text in SpecificationCases.noDocuments {
      #expect(throws: GraphQLError.self, "\(text)") { try parse(text) }
    }
  }

  @Test("§3: what keeps the rules is a schema, whether it is looked over or assumed to be one")
  func schemas() throws {
    for text in SpecificationCases.validSchemas {
      let whole = try buildSchema(text)
      let assumed = try buildSchema(text, assumeValid: true)
      #expect(print(whole) == print(assumed), "\(text)")
    }
  }

  @Test("§3: what breaks a rule is no schema")
  func noSchemas() {
    for text in SpecificationCases.invalidSchemas {
      #expect(throws: SchemaErrors.self, "\(text)") { try buildSchema(text) }
    }
  }

  @Test("§5: requests that keep all rules, and requests that break one")
  func requests() throws {
    let zoo = try buildSchema(SpecificationCases.zoo)
    for text in SpecificationCases.validRequests {
      #expect(validate(try parse(text), against: zoo) == [], "\(text)")
    }
    for text in SpecificationCases.invalidRequests {
      #expect(validate(try parse(text), against: zoo) != [], "\(text)")
    }
  }

  /// A type, the argument that is of it, whether the value coerces to it, and the value.
  static let values = """
    Int i yes 1
    Int i yes 1.0
    Int i no 1.5
    Int i no "1"
    Int i no true
    Int i yes 2147483647
    Int i no 2147483648
    Int i yes -2147483648
    Int i yes null
    Int! i no null
    Int i no [1]
    Int i no {}
    Float f yes 1
    Float f yes 1.5
    Float f no "1"
    Float f no true
    String s yes "x"
    String s no 1
    String s no true
    Boolean b yes true
    Boolean b no 1
    Boolean b no "true"
    ID id yes "x"
    ID id yes 1
    ID id no 1.5
    ID id no true
    ID id yes 9007199254740993
    E e yes "A"
    E e no "B"
    E e no 1
    [Int] l yes 1
    [Int] l yes [1, null]
    [Int] l no ["x"]
    [Int] l no [[1]]
    [[Int]] ll yes 1
    [[Int]] ll yes [1, 2]
    [[Int]] ll yes [[1], null]
    O o yes {"a": 1}
    O o no {}
    O o no {"a": null}
    O o no {"a": 1, "z": 1}
    O o no []
    O o no "x"
    [O] lo yes {"a": 1}
    One one yes {"a": 1}
    One one no {}
    One one no {"a": 1, "b": "x"}
    One one no {"a": null}
    One one no {"a": 1, "b": null}
    One one no {"z": 1}
    Sc sc yes {"x": [1]}
    ID id no 1.0
    """

  @Test("§3.5–§3.12: values of variables, coerced to their types or refused")
  func coercion() throws {
    let schema = try buildSchema(
      """
      type Query {
        n(i: Int, f: Float, s: String, b: Boolean, id: ID, e: E, l: [Int], ll: [[Int]], o: O,
          one: One, sc: Sc, lo: [O]): Int
      }
      enum E { A } input O { a: Int! b: Int = 2 } input One @oneOf { a: Int b: String } scalar Sc
      """)
    var resolvers = Resolvers<Node<Int>>()
    resolvers.object("Query", of: Node<Int>.self) { $0.field("n") { _, _ in .int(1) } }
    let executable = try ExecutableSchema(schema, resolvers)
    for line in Self.values.split(separator: "\n") {
      let parts = line.split(separator: " ", maxSplits: 3)
      var parser = JSONParser()
      let value = try parser.parse(Array(parts[3].utf8))
      let response = executable.respond(
        to: "query($v: \(parts[0])) { n(\(parts[1]): $v) }",
        variables: .object([.init("v", value)]), root: Node(0), context: Node(0))
      #expect((response.data != nil) == (parts[2] == "yes"), "\(line)")
    }
  }
}
