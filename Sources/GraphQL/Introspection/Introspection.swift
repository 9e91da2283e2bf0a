/// The schema as data (§4): its meta-fields, resolved by the engine's own resolvers.
enum Introspection {
  /// The resolvers of the introspection types, which every executable schema has.
  static let resolvers: [String: [NamedResolver]] = {
    var resolvers = Resolvers<AnyObject>()
    addSchema(to: &resolvers)
    addType(to: &resolvers)
    addParts(to: &resolvers)
    return resolvers.fields
  }()

  /// `__schema` and `__type(name:)`, which stand on the query root though no schema lists them.
  static func rootField(
    _ name: String, _ schema: Schema
  ) -> (type: Schema.FieldType, resolver: Resolver)? {
    guard let type = metaField(name, schema) else { return nil }
    if name == "__schema" { return (type, Resolver { _, _ in .object(Part(schema, ())) }) }
    return (
      type,
      Resolver { _, plan in
        guard let id = schema.typeID(named: plan.arguments["name"]?.string ?? "") else {
          return .null
        }
        return .object(Part(schema, Schema.TypeRef.named(id)))
      }
    )
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
