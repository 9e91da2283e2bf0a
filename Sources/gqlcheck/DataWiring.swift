internal import Coding
internal import GraphQL

/// Resolves fields from a JSON object: each from the member of its name, absent ones to null, and
/// objects of interfaces and unions by their member `__typename`.
enum DataWiring {
  static func resolvers(for schema: Schema) -> Resolvers<NoContext> {
    // Which types are to be given as whatever JSON they are.
    let customScalars = Set(
      schema.types.indices.filter {
        schema.types[$0].kind == .scalar && !builtInScalars.contains(schema.types[$0].name)
      })
    return .dynamic(
      for: schema, of: Node<JSON>.self,
      resolve: { node, field, _ throws(FieldError) in
        guard let value = node.value[field.name] else { return .null }
        return customScalars.contains(field.type.id.index)
          ? custom(value, field.type) : resolved(value)
      },
      resolveType: { $0.value["__typename"]?.string ?? "" })
  }

  private static let builtInScalars: Set = ["Int", "Float", "String", "Boolean", "ID"]

  private static func resolved(_ value: JSON) -> Resolved {
    switch value {
    case .null: .null
    case .bool(let flag): .boolean(flag)
    case .string(let text): .string(text)
    case .number(let digits): number(digits)
    case .array(let elements): .list(of: elements) { resolved($0) }
    case .object: .object(Node(value))
    }
  }

  /// A number that no Double holds is left to the engine, which says what it wanted instead.
  private static func number(_ digits: String) -> Resolved {
    if let whole = Int(digits) { return .int(whole) }
    return Double(digits).map { .double($0) } ?? .json(.number(digits))
  }

  /// The value of a custom scalar, below as many lists as its type has.
  private static func custom(_ value: JSON, _ type: Schema.TypeRef) -> Resolved {
    if value == .null { return .null }
    guard let element = type.element else { return .json(value) }
    guard case .array(let elements) = value else { return .json(value) }
    return .list(of: elements) { custom($0, element) }
  }
}
