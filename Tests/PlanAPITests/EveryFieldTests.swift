import Coding
import GraphQL
import PlanAPI
import Testing

/// A question that asks for every field of the schema, with what to expect where.
private struct EveryField {
  let schema: Schema
  private(set) var resolved: Set<String> = []
  private var timesExpanded: [String: Int] = [:]

  /// A selection set: response keys with their coordinates and what is below them.
  indirect enum Selection {
    case leaf
    case fields([(key: String, coordinate: String, text: String, below: Selection)])
  }

  /// What required arguments are given, by coordinate; entry fields stand where all is in sight.
  static let arguments = [
    "Query.plan": "(id: \"LV-HTP-2021\", effectiveAt: \"2026-01-01\")",
    "Query.victimCounts": "(country: \"XX\")",
    "Query.history": "(subject: \"victims/XX\")",
    "Query.events": "(last: 3)",
    "Plan.actions": "(where: {code: {in: [\"ILL-1.1\", \"ILL-2.5\"]}})",
    "Query.sources": "(first: 2)", "Query.institutions": "(first: 2)",
    "Plan.series": "(every: MONTH, from: \"2022-11\", to: \"2022\")",
    "Query.changes": "(from: \"2022-06-30\", to: \"2022-12-31\")",
    "Plan.changes": "(from: \"2025-01-01\")",
  ]

  init(_ schema: Schema) { self.schema = schema }

  /// Everything that an object type has, types on the way here left out.
  mutating func selection(of type: Schema.NamedType, on path: [String]) -> Selection {
    if path.contains(type.name) || timesExpanded[type.name, default: 0] >= 5 {
      return .fields([("__typename", "", "__typename", .leaf)])
    }
    timesExpanded[type.name, default: 0] += 1
    return .fields(
      type.fields.map { field in
        let coordinate = "\(type.name).\(field.name)"
        let named = schema[field.type.id]
        let below =
          named.kind == .object ? selection(of: named, on: path + [type.name]) : Selection.leaf
        return (
          field.name, coordinate,
          field.name + (Self.arguments[coordinate] ?? given(field)), below
        )
      })
  }

  /// The required arguments of a field: enums are given their first value.
  private func given(_ field: Schema.FieldType) -> String {
    let given = field.arguments.filter(\.isRequired).compactMap { argument in
      schema[argument.type.id].values.first.map { "\(argument.name): \($0.name)" }
    }
    return given.isEmpty ? "" : "(\(given.joined(separator: ", ")))"
  }

  static func text(_ selection: Selection) -> String {
    guard case .fields(let fields) = selection else { return "" }
    return " { " + fields.map { $0.text + text($0.below) }.joined(separator: " ") + " }"
  }

  /// Notes what an answer has values for.
  mutating func note(_ json: JSON, _ selection: Selection) {
    guard case .fields(let fields) = selection else { return }
    for element in json.elements ?? [] { note(element, selection) }
    for field in fields {
      guard let value = json[field.key] else { continue }
      resolved.insert(field.coordinate)
      note(value, field.below)
    }
  }
}

@Suite("Everything in the schema has an answer")
struct EveryFieldTests {
  @Test("Every field of every type is resolved at least once")
  func everyField() throws {
    let ledger = try Fixture.rich.get()
    let schema = try buildSchema(PlanAPI.sdl)
    var every = EveryField(schema)
    let query = schema[try #require(schema.queryType)]
    let selection = every.selection(of: query, on: [])
    let answer = try ledger.json(EveryField.text(selection))
    #expect(answer["errors"] == nil, "\(answer["errors"]?.elements?.first ?? .null)")
    every.note(try #require(answer["data"]), selection)
    let all = schema.types.filter { $0.kind == .object && !$0.name.hasPrefix("__") }
      .flatMap { type in type.fields.map { "\(type.name).\($0.name)" } }
    #expect(Set(all).subtracting(every.resolved).sorted() == [])
    #expect(all.count > 400)
  }

  @Test("Every event that sets a field of an action is named, and is of its stream")
  func setBy() throws {
    let ledger = try Fixture.shared.get()
    let fields = try buildSchema(PlanAPI.sdl).typeID(named: "ActionField")
    let names = try buildSchema(PlanAPI.sdl)[try #require(fields)].values.map(\.name)
    let asked = names.map { "\($0): setBy(field: \($0)) { subject position } " }.joined()
    let answer = try ledger.json(
      "{ plan(id: \"LV-HTP-2021\") { actions { nodes { code \(asked) } } } }")
    let actions = answer["data"]?["plan"]?["actions"]?["nodes"]?.elements ?? []
    #expect(actions.count == 31)
    for action in actions {
      let subject = "plan/LV-HTP-2021/action/\(action["code"]?.string ?? "")"
      for name in names where action[name] != .null {
        #expect(action[name]?["subject"]?.string == subject)
      }
      #expect(action["TITLE"] != .null)
    }
    for name in names {
      #expect(actions.contains { $0[name] != .null }, "nothing sets \(name)")
    }
  }

  @Test("A question leaves nothing open behind it")
  func readers() throws {
    let ledger = try Fixture.shared.get()
    // More than there are places for readers in an environment.
    for _ in 0..<150 {
      _ = try ledger.answer(
        "{ plan(id: \"LV-HTP-2021\") { actions(first: 1) { nodes { title lead { name } } } } }")
    }
  }
}
