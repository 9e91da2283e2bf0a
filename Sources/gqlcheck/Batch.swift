internal import Coding
internal import GraphQL

/// Answers cases that come as JSON objects, one at a time, and keeps the schema of the last one:
/// suites run many documents against one schema.
final class Batch {
  private let source: Subject.Source?
  private var parser = JSONParser()
  private var schema: (sdl: String, outcome: Result<Subject, SchemaErrors>)?

  /// A batch whose requests are resolved from `source` where a case has no root of its own.
  init(source: Subject.Source? = nil) {
    self.source = source
  }

  /// The answer to a line, whatever it is.
  func answer(_ line: [UInt8]) -> Answer {
    do throws(Refusal) {
      return try answer(read(line))
    } catch {
      switch error {
      case .line(let message): return Answer(errors: [GraphQLError(message)])
      case .schema(let errors): return Answer(schemaErrors: errors)
      }
    }
  }

  /// Why a case was not run.
  private enum Refusal: Error {
    /// The line is no case.
    case line(String)
    /// Its schema is none.
    case schema(SchemaErrors)
  }

  private func read(_ line: [UInt8]) throws(Refusal) -> JSON {
    let value: JSON
    do throws(JSONSyntaxError) {
      value = try parser.parse(line)
    } catch {
      throw .line("The line is not JSON: column \(error.column): \(error.reason)")
    }
    guard case .object = value else {
      throw .line("The line is \(value.kind), where an object is wanted")
    }
    return value
  }

  private func answer(_ line: JSON) throws(Refusal) -> Answer {
    switch try text("op", of: line) {
    case "parse": return Answer(parsing: SourceText(try text("source", of: line)))
    case "validate":
      let rule = try rule(of: line) ?? .everything
      let source = SourceText(try text("source", of: line))
      if let definitions = rule.definitions(for: source) { return Answer(source, definitions) }
      return try subject(of: line).validate(source, rules: rule.requests)
    case "validateSchema":
      if let rule = try rule(of: line) {
        guard let definitions = rule.definitions else {
          throw .line("There is no rule \"\(line["rule"]?.string ?? "")\" about schemas")
        }
        return Answer(SourceText(try text("schema", of: line)), definitions)
      }
      _ = try subject(of: line)
      return .valid
    case "exec": return try execute(line)
    case let other:
      throw .line(
        "There is no op \"\(other)\": it is parse, validate, validateSchema or exec")
    }
  }

  private func execute(_ line: JSON) throws(Refusal) -> Answer {
    let source = SourceText(try text("source", of: line))
    let root = try object("root", of: line)
    return try subject(of: line).execute(
      source, operationName: try optionalText("operationName", of: line),
      variables: try object("variables", of: line) ?? .object([]),
      on: root.map { .data($0) } ?? self.source ?? .data(.object([])))
  }

  /// The schema of a case: the last one's, where it says the same.
  private func subject(of line: JSON) throws(Refusal) -> Subject {
    let sdl = try text("schema", of: line)
    if schema?.sdl != sdl {
      schema = (sdl, Result { () throws(SchemaErrors) in try Subject(SourceText(sdl)) })
    }
    switch schema?.outcome {
    case .success(let subject): return subject
    case .failure(let errors): throw .schema(errors)
    case nil: preconditionFailure("a schema was just kept")
    }
  }

  /// The rule that a case names; `nil` where it names none.
  private func rule(of line: JSON) throws(Refusal) -> NamedRule? {
    guard let name = try optionalText("rule", of: line) else { return nil }
    guard let rule = NamedRule(name) else {
      let hint = NamedRule.nearest(to: name).map { ". Did you mean \"\($0)\"?" } ?? ""
      throw .line("There is no rule \"\(name)\"" + hint)
    }
    return rule
  }

  private func text(_ name: String, of line: JSON) throws(Refusal) -> String {
    guard let text = try optionalText(name, of: line) else {
      throw .line("The member \"\(name)\" is missing")
    }
    return text
  }

  private func optionalText(_ name: String, of line: JSON) throws(Refusal) -> String? {
    switch line[name] {
    case nil, .null: return nil
    case .string(let text): return text
    case let other?: throw .line("The member \"\(name)\" is \(other.kind), and takes a string")
    }
  }

  private func object(_ name: String, of line: JSON) throws(Refusal) -> JSON? {
    switch line[name] {
    case nil, .null: return nil
    case .object(let members): return .object(members)
    case let other?: throw .line("The member \"\(name)\" is \(other.kind), and takes an object")
    }
  }
}
