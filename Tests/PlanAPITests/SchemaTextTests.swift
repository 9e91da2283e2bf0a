import Foundation
import GraphQL
import Testing

@testable import PlanAPI

@Suite("The schema that people read is the schema that answers")
struct SchemaTextTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../Sources/PlanAPI")

  @Test("The text in the executable is the file, byte for byte")
  func text() throws {
    let file = try String(
      contentsOf: Self.folder.appending(path: "plan.graphql"), encoding: .utf8)
    if ProcessInfo.processInfo.environment["UPDATE_SNAPSHOTS"] != nil {
      try Self.source(of: file).write(
        to: Self.folder.appending(path: "PlanAPI+SDL.swift"), atomically: true, encoding: .utf8)
    }
    #expect(PlanAPI.sdl == file)
  }

  /// The Swift file that holds a text.
  static func source(of text: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.isEmpty ? "" : "    " + line
    }
    return """
      extension PlanAPI {
        /// The text of `plan.graphql`, so that the executable needs no file beside it.
        ///
        /// `SchemaTextTests` holds it to the file, and writes it anew where `UPDATE_SNAPSHOTS` is set.
        package static let sdl = #\"""

      """ + lines.joined(separator: "\n") + "\n    \"\"\"#\n}\n"
  }

  @Test("It is a schema by all rules of the specification")
  func rules() throws {
    #expect(throws: Never.self) { try buildSchema(PlanAPI.sdl) }
  }

  @Test("Every field has its resolver, and what is assumed of the schema is so")
  func assumptions() throws {
    let schema = try buildSchema(PlanAPI.sdl)
    #expect(throws: Never.self) { try ExecutableSchema(schema, PlanAPI.resolvers) }
    #expect(print(PlanAPI.executable.schema) == print(schema))
    #expect(PlanAPI.executable.schema.types.map(\.name) == schema.types.map(\.name))
  }

  @Test("Every type, field, argument, input field and enum value says what it is")
  func descriptions() throws {
    let schema = try buildSchema(PlanAPI.sdl)
    let builtIn: Set = ["Int", "Float", "String", "Boolean", "ID"]
    var silent: [String] = []
    for type in schema.types where !type.name.hasPrefix("__") && !builtIn.contains(type.name) {
      if type.description == nil { silent.append(type.name) }
      for field in type.fields {
        if field.description == nil { silent.append("\(type.name).\(field.name)") }
        for argument in field.arguments where argument.description == nil {
          silent.append("\(type.name).\(field.name)(\(argument.name):)")
        }
      }
      for field in type.inputFields where field.description == nil {
        silent.append("\(type.name).\(field.name)")
      }
      for value in type.values where value.description == nil {
        silent.append("\(type.name).\(value.name)")
      }
    }
    #expect(silent == [])
    #expect(schema.types.count > 80)
  }

  @Test("Custom scalars say where they are specified")
  func scalars() throws {
    let schema = try buildSchema(PlanAPI.sdl)
    let custom = schema.types.filter { $0.kind == .scalar && $0.description != nil }
      .filter { !["Int", "Float", "String", "Boolean", "ID"].contains($0.name) }
    #expect(
      custom.map(\.name).sorted() == [
        "Date", "DateOrInstant", "Decimal", "Instant", "JSON", "Long", "UUID",
      ])
    #expect(custom.allSatisfy { $0.specifiedByURL != nil })
  }
}
