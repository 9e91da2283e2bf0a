import GraphQL
import Testing

@Suite struct ElementTests {
  private static let schema = """
    type Query { plan(id: ID!): Plan } type Plan { id: ID! state: State } enum State { OPEN CLOSED }
    input Filter { state: State } interface Named { name(short: Boolean): String } union U = Plan
    scalar Date directive @mark(with: String) on FIELD
    """

  @Test(
    "a coordinate names the element that it says (§3.14)",
    arguments: [
      ("Plan", "type Plan"), ("Date", "type Date"), ("String", "type String"),
      ("Query.plan", "field Query.plan"), ("Named.name", "field Named.name"),
      ("Query.plan(id:)", "argument plan id"), ("Filter.state", "inputField Filter.state"),
      ("State.OPEN", "enumValue State.OPEN"), ("@mark", "directive mark"),
      ("@mark(with:)", "directiveArgument mark with"), ("@skip(if:)", "directiveArgument skip if"),
      ("__Type.kind", "field __Type.kind"),
    ])
  func found(_ coordinate: String, _ expected: String) throws {
    #expect(try describe(coordinate) == expected)
  }

  @Test(
    "a coordinate of nothing gives nothing",
    arguments: [
      "Nope", "Plan.nope", "Nope.id", "Query.plan(nope:)", "Query.nope(id:)", "State.SHUT",
      "U.id", "Date.id", "@nope", "@mark(nope:)", "State.OPEN(a:)", "Filter.state(a:)",
    ])
  func nothing(_ coordinate: String) throws {
    #expect(try describe(coordinate) == nil)
  }

  private func describe(_ coordinate: String) throws -> String? {
    let schema = try buildSchema(ElementTests.schema)
    switch schema.element(at: try SchemaCoordinate(coordinate)) {
    case .type(let type): return "type \(type.name)"
    case .field(let field, let type): return "field \(type.name).\(field.name)"
    case .inputField(let field, let type): return "inputField \(type.name).\(field.name)"
    case .enumValue(let value, let type): return "enumValue \(type.name).\(value.name)"
    case .argument(let argument, let field): return "argument \(field.name) \(argument.name)"
    case .directive(let directive): return "directive \(directive.name)"
    case .directiveArgument(let argument, let directive):
      return "directiveArgument \(directive.name) \(argument.name)"
    case nil: return nil
    }
  }
}
