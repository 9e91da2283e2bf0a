import Coding
import GraphQL
import PlanAPI
import Testing

@Suite("The plan's schema tells all of itself to whoever asks")
struct IntrospectionTests {
  /// What GraphiQL sends, with every option on.
  static let query = """
    query IntrospectionQuery {
      __schema {
        description
        queryType { name kind }
        mutationType { name kind }
        subscriptionType { name kind }
        types { ...FullType }
        directives {
          name description isRepeatable locations args(includeDeprecated: true) { ...InputValue }
        }
      }
    }

    fragment FullType on __Type {
      kind name description specifiedByURL isOneOf
      fields(includeDeprecated: true) {
        name description
        args(includeDeprecated: true) { ...InputValue }
        type { ...TypeRef }
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
      kind name
      ofType { kind name
        ofType { kind name
          ofType { kind name
            ofType { kind name
              ofType { kind name
                ofType { kind name
                  ofType { kind name
                    ofType { kind name ofType { kind name } } } } } } } } }
    }
    """

  @Test("The schema that an editor makes of the answer is the plan's schema")
  func whole() throws {
    let answer = try Fixture.shared.get().json(Self.query)
    #expect(answer["errors"] == nil)
    let schema = try #require(answer["data"]?["__schema"])
    let told = ToldSchema(schema).sdl
    #expect(print(try buildSchema(told)) == print(try buildSchema(PlanAPI.sdl)))
  }

  @Test("Every type, field, argument and value of the plan's schema is described")
  func descriptions() throws {
    let schema = try buildSchema(PlanAPI.sdl)
    for type in schema.types where !type.name.hasPrefix("__") {
      #expect(type.description != nil, "\(type.name)")
      for field in type.fields {
        #expect(field.description != nil, "\(type.name).\(field.name)")
        for argument in field.arguments {
          #expect(argument.description != nil, "\(type.name).\(field.name)(\(argument.name):)")
        }
      }
      for field in type.inputFields {
        #expect(field.description != nil, "\(type.name).\(field.name)")
      }
      for value in type.values { #expect(value.description != nil, "\(type.name).\(value.name)") }
    }
  }
}

/// SDL made of the answer to an introspection query, as clients make their schema of it.
private struct ToldSchema {
  private(set) var sdl = ""

  init(_ schema: JSON) {
    let roots = [("query", "queryType"), ("mutation", "mutationType")].compactMap { kind, key in
      schema[key].flatMap { $0 == .null ? nil : "\(kind): \(name($0))" }
    }
    sdl = described(schema) + "schema { \(roots.joined(separator: " ")) }\n"
    for directive in elements(schema, "directives") where !isBuiltIn(directive) {
      let locations = elements(directive, "locations").compactMap(\.string)
      sdl += described(directive) + "directive @\(name(directive))" + inputs(directive, "args")
      sdl += directive["isRepeatable"] == .bool(true) ? " repeatable" : ""
      sdl += " on \(locations.joined(separator: " | "))\n"
    }
    for type in elements(schema, "types") where !isBuiltIn(type) { add(type) }
  }

  private func isBuiltIn(_ element: JSON) -> Bool {
    let names = [
      "Int", "Float", "String", "Boolean", "ID", "skip", "include", "deprecated", "specifiedBy",
      "oneOf",
    ]
    return name(element).hasPrefix("__") || names.contains(name(element))
  }

  private mutating func add(_ type: JSON) {
    let name = name(type)
    sdl += described(type)
    switch type["kind"]?.string {
    case "SCALAR":
      let url = type["specifiedByURL"]?.string.map { " @specifiedBy(url: \(quoted($0)))" }
      sdl += "scalar \(name)\(url ?? "")\n"
    case "UNION":
      let members = elements(type, "possibleTypes").map { self.name($0) }
      sdl += "union \(name) = \(members.joined(separator: " | "))\n"
    case "ENUM":
      let values = elements(type, "enumValues").map {
        described($0) + self.name($0) + deprecated($0)
      }
      sdl += "enum \(name) { \(values.joined(separator: "\n")) }\n"
    case "INPUT_OBJECT":
      let oneOf = type["isOneOf"] == .bool(true) ? " @oneOf" : ""
      let fields = elements(type, "inputFields").map { input($0) }
      sdl += "input \(name)\(oneOf) { \(fields.joined(separator: "\n")) }\n"
    case let kind:
      let interfaces = elements(type, "interfaces").map { self.name($0) }
      let fields = elements(type, "fields").map {
        described($0) + self.name($0) + inputs($0, "args") + ": \(reference($0["type"]))"
          + deprecated($0)
      }
      sdl += "\(kind == "OBJECT" ? "type" : "interface") \(name)"
      sdl += interfaces.isEmpty ? "" : " implements \(interfaces.joined(separator: " & "))"
      sdl += " { \(fields.joined(separator: "\n")) }\n"
    }
  }

  private func elements(_ value: JSON, _ key: String) -> [JSON] { value[key]?.elements ?? [] }
  private func name(_ value: JSON) -> String { value["name"]?.string ?? "?" }
  private func quoted(_ text: String) -> String { print(Literal(.string(text, isBlock: false))) }

  private func described(_ value: JSON) -> String {
    value["description"]?.string.map { quoted($0) + " " } ?? ""
  }

  private func deprecated(_ value: JSON) -> String {
    value["deprecationReason"]?.string.map { " @deprecated(reason: \(quoted($0)))" } ?? ""
  }

  private func inputs(_ value: JSON, _ key: String) -> String {
    let inputs = elements(value, key).map { input($0) }
    return inputs.isEmpty ? "" : "(\(inputs.joined(separator: ", ")))"
  }

  private func input(_ value: JSON) -> String {
    described(value) + "\(name(value)): \(reference(value["type"]))"
      + (value["defaultValue"]?.string.map { " = \($0)" } ?? "") + deprecated(value)
  }

  private func reference(_ type: JSON?) -> String {
    switch type?["kind"]?.string {
    case "NON_NULL": "\(reference(type?["ofType"]))!"
    case "LIST": "[\(reference(type?["ofType"]))]"
    default: type?["name"]?.string ?? "?"
    }
  }
}
