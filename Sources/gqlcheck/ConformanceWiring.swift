internal import GraphQL

/// Resolves every field to a value that its type alone decides, so that a suite can say what comes
/// of a request without data of its own.
///
/// | type | value |
/// |---|---|
/// | `Int`, `Float`, `String`, `Boolean`, `ID` | `2`, `3.14`, `"str"`, `true`, `"id"` |
/// | a custom scalar | `"str"` |
/// | a list | two of its elements |
/// | an enum | its first value |
/// | a union | its first member by name |
/// | an interface | its last implementing object type by name |
struct ConformanceWiring {
  /// An object is nothing but its type.
  final class Object: Sendable {
    let typeName: String

    init(typeName: String) {
      self.typeName = typeName
    }
  }

  let resolvers: Resolvers<NoContext>

  init(_ schema: Schema) {
    let values = schema.types.map { type in Value(of: type, in: schema) }
    resolvers = .dynamic(
      for: schema, of: Object.self,
      resolve: { _, field, _ throws(FieldError) in
        values[field.type.id.index].resolved(as: field.type)
      },
      resolveType: { $0.typeName })
  }

  /// The value of one named type.
  private enum Value: Sendable {
    case int, float, boolean
    case text(String)
    case object(Object)
    /// There is no such thing: an input object, an interface that nothing implements.
    case nothing

    init(of type: Schema.NamedType, in schema: Schema) {
      let possible = type.possibleTypes.map { schema[$0].name }.sorted()
      self =
        switch (type.kind, type.name) {
        case (.scalar, "Int"): .int
        case (.scalar, "Float"): .float
        case (.scalar, "Boolean"): .boolean
        case (.scalar, "ID"): .text("id")
        case (.scalar, _): .text("str")
        case (.enumeration, _): type.values.first.map { .text($0.name) } ?? .nothing
        case (.object, let name): .object(Object(typeName: name))
        case (.union, _): possible.first.map { .object(Object(typeName: $0)) } ?? .nothing
        case (.interface, _): possible.last.map { .object(Object(typeName: $0)) } ?? .nothing
        case (.inputObject, _): .nothing
        }
    }

    func resolved(as type: Schema.TypeRef) -> Resolved {
      if let element = type.element {
        let value = resolved(as: element)
        return .list([value, value])
      }
      switch self {
      case .int: return .int(2)
      case .float: return .double(3.14)
      case .boolean: return .boolean(true)
      case .text(let text): return .string(text)
      case .object(let object): return .object(object)
      case .nothing: return .null
      }
    }
  }
}
