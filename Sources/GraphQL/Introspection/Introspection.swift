/// The schema as data (§4): its meta-fields, resolved by the engine's own resolvers.
enum Introspection {
  /// The fields of the introspection types, which every executable schema has.
  static let fields: [String: LazyFields] = {
    var resolvers = Resolvers<AnyObject>()
    addSchema(to: &resolvers)
    addType(to: &resolvers)
    addParts(to: &resolvers)
    return resolvers.objects
  }()

  /// The value of `__schema` or `__type(name:)`, which stand on the query root though no schema
  /// lists them.
  static func value(of field: String, _ arguments: Arguments, _ schema: Schema) -> Resolved {
    if field == "__schema" { return .object(Part(schema, ())) }
    return named(schema, arguments["name"]?.string.flatMap { schema.typeID(named: $0) })
  }

  /// The definition of a meta-field of the query root.
  static func metaField(_ name: String, _ schema: Schema) -> Schema.FieldType? {
    guard let type = schema.typeID(named: "__Type"), let text = schema.typeID(named: "String"),
      let root = schema.typeID(named: "__Schema")
    else { return nil }
    switch name {
    case "__schema": return field(name, .nonNull(.named(root)))
    case "__type":
      let argument = Schema.InputValue(
        name: "name", description: nil, type: .nonNull(.named(text)), defaultValue: nil,
        deprecationReason: nil, position: .none)
      return field(name, .named(type), [argument])
    default: return nil
    }
  }

  /// The type of `__typename`, which stands on every composite type.
  static let typeNameType = Schema.TypeRef.nonNull(.named(BuiltIns.text))

  private static func field(
    _ name: String, _ type: Schema.TypeRef, _ arguments: [Schema.InputValue] = []
  ) -> Schema.FieldType {
    Schema.FieldType(
      name: name, description: nil, arguments: arguments, type: type, deprecationReason: nil,
      position: .none)
  }

  /// A part of a schema as the source of fields.
  final class Part<Value> {
    let schema: Schema
    let value: Value

    init(_ schema: Schema, _ value: Value) {
      self.schema = schema
      self.value = value
    }
  }
}
