internal import Coding
internal import GraphQL

extension FuzzTarget {
  /// A document and, after a zero byte, its variables: validated, and executed where it is valid.
  ///
  /// A document says the same however it is laid out, a response is JSON, and a request comes to
  /// the same answer each time.
  static let requests = FuzzTarget(name: "request") { bytes in
    let parts = bytes.split(separator: 0, maxSplits: 1, omittingEmptySubsequences: false)
    guard let document = try? parse(SourceText(bytes: Array(parts[0]))) else { return }
    let errors = Hostile.schema.validate(document)
    if let again = try? parse(print(document)) {
      try expect(
        Hostile.schema.validate(again).map(\.message) == errors.map(\.message),
        "printed, it has other errors than \(errors)")
    }
    guard errors.isEmpty else { return }
    var parser = JSONParser()
    var variables = JSON.object([])
    if parts.count > 1 {
      guard let value = try? parser.parse(Array(parts[1])) else { return }
      variables = value
    }
    for operation in document.operations.prefix(8) {
      let name = operation.name?.text
      let answer = Hostile.answer(document, name, variables)
      try expect(
        Hostile.answer(document, name, variables).encoded() == answer.encoded(),
        "the same request has two answers")
      try check(answer, &parser)
    }
  }

  /// What holds of every response (§7.1).
  private static func check(_ answer: Response, _ parser: inout JSONParser) throws {
    let response: JSON
    do throws(JSONSyntaxError) {
      response = try parser.parse(answer.encoded())
    } catch {
      // The engine nests as deep as the document, which may be deeper than JSON is read here.
      guard error.reason.contains("nest") else {
        throw Finding(description: "a response that is no JSON: \(error.reason)")
      }
      return
    }
    let data = response["data"]
    try expect(data != nil || !answer.errors.isEmpty, "neither data nor errors")
    try expect(data != .null || !answer.errors.isEmpty, "null data without an error")
    for error in answer.errors where data != nil && !error.path.isEmpty {
      try expect(!error.locations.isEmpty, "a field error without a place")
    }
  }
}

/// A schema with everything that a request can meet, and resolvers that misbehave.
enum Hostile {
  /// The object that every field is resolved from: nothing but its type.
  final class Object: Sendable {
    let type: String
    init(_ type: String) { self.type = type }
  }

  /// Bounds what one execution resolves, since lists of lists are as large as someone wants.
  final class Budget {
    private var left = 500

    func spend() -> Bool {
      left -= 1
      return left > 0
    }
  }

  static func answer(_ document: Document, _ name: String?, _ variables: JSON) -> Response {
    schema.execute(
      document, operationName: name, variables: variables, root: Object("Query"),
      context: Budget())
  }

  static let schema: ExecutableSchema<Budget> = {
    do {
      let schema = try buildSchema(sdl)
      var resolvers = Resolvers<Budget>.dynamic(
        for: schema, of: Object.self,
        resolve: { _, field, info throws(FieldError) in try value(of: field, info, schema) },
        resolveType: { $0.type })
      resolvers.scalar(
        "Date",
        ScalarCoercion(parse: { json throws(FieldError) in
          guard case .string(let text) = json, text.utf8.count == 10 else {
            throw FieldError("expected a date")
          }
          return .string(text)
        }))
      return try ExecutableSchema(schema, resolvers)
    } catch {
      preconditionFailure("the schema to fuzz with: \(error)")
    }
  }()

  private static func value(
    of field: Schema.FieldType, _ info: FieldInfo<Budget>, _ schema: Schema
  ) throws(FieldError) -> Resolved {
    guard info.context.spend() else { return .null }
    switch field.name {
    case "fails": throw FieldError("It fails")
    case "large": return .int(1 << 40)
    case "endless": return .double(.infinity)
    case "text": return .string(info.selects("a.b") ? "selected" : "\u{0}\"\\\u{7f}ā😀")
    case "mixed": return .list([.int(1), .null, .string("x"), .boolean(true), .list([])])
    case "bare": return .int(1)
    case "stranger": return .object(Object("Nobody"))
    case "echo": return .string("\(info.arguments.entries)")
    case "late":
      return .sequence(count: 3) { index throws(FieldError) in
        guard index < 2 else { throw FieldError("It fails late") }
        return .object(Object("Dog"))
      }
    default: return value(of: field.type, schema)
    }
  }

  private static func value(of type: Schema.TypeRef, _ schema: Schema) -> Resolved {
    if let element = type.element {
      let value = value(of: element, schema)
      return .list([value, value])
    }
    let named = schema[type.id]
    switch named.kind {
    case .scalar where named.name == "Int": return .int(2)
    case .scalar where named.name == "Float": return .double(-0.0)
    case .scalar where named.name == "Boolean": return .boolean(true)
    case .scalar: return .string("2025-09-03")
    case .enumeration: return .string(named.values.last?.name ?? "")
    case .object: return .object(Object(named.name))
    case .interface, .union:
      return named.possibleTypes.first.map { .object(Object(schema[$0].name)) } ?? .null
    case .inputObject: return .null
    }
  }
}
