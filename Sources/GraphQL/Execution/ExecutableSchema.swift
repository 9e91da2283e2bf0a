/// What keeps resolvers from belonging to a schema; found when they are put together, not later.
public struct WiringError: Error, Sendable, Equatable {
  /// Fields of object types without a resolver, as `Type.field`.
  public var unresolved: [String]
  /// Interfaces and unions without a type resolver.
  public var untyped: [String]
  /// What was registered for types, fields or scalars that the schema does not have.
  public var unknown: [String]
}

/// A schema with its resolvers, ready to execute; shared freely between threads.
public struct ExecutableSchema<Context: AnyObject>: Sendable {
  /// The schema.
  public let schema: Schema
  let wiring: Wiring

  /// Puts a schema and its resolvers together.
  ///
  /// - Throws: `WiringError` with every field that has no resolver and every resolver without a
  ///   field.
  public init(_ schema: Schema, _ resolvers: Resolvers<Context>) throws(WiringError) {
    self.schema = schema
    wiring = try Wiring(
      schema, fields: resolvers.fields, types: resolvers.types, scalars: resolvers.scalars)
  }

  /// What is wrong with a document, by the rules of §5; custom scalars are asked about literals.
  public func validate(_ document: Document, limits: Limits = Limits()) -> [GraphQLError] {
    GraphQL.validate(document, against: schema, scalars: wiring.scalars, limits: limits)
  }
}

/// Resolvers in tables: by type and field index, so that planning a field looks up no names twice.
final class Wiring: Sendable {
  let schema: Schema
  let scalars: [String: ScalarCoercion]
  let typeResolvers: [TypeResolver?]
  private let resolvers: [[Resolver?]]
  private let leafTypes: [LeafType]

  init(
    _ schema: Schema, fields: [String: Resolver], types: [String: TypeResolver],
    scalars: [String: ScalarCoercion]
  ) throws(WiringError) {
    self.schema = schema
    self.scalars = scalars
    let fields = fields.merging(Introspection.resolvers) { own, _ in own }
    var error = WiringError(unresolved: [], untyped: [], unknown: [])
    var known: Set<String> = []
    resolvers = schema.types.map { type in
      guard type.kind == .object else { return [] }
      return type.fields.map { field in
        let coordinate = "\(type.name).\(field.name)"
        known.insert(coordinate)
        if fields[coordinate] == nil { error.unresolved.append(coordinate) }
        return fields[coordinate]
      }
    }
    typeResolvers = schema.types.map { type in
      guard type.kind.isAbstract else { return nil }
      known.insert(type.name)
      if types[type.name] == nil { error.untyped.append(type.name) }
      return types[type.name]
    }
    leafTypes = schema.types.map { LeafType($0, scalars) }
    known.formUnion(schema.types.filter { $0.kind == .scalar }.map(\.name))
    let registered = Array(fields.keys) + Array(types.keys) + Array(scalars.keys)
    error.unknown = registered.filter { !known.contains($0) }.sorted()
    guard error == WiringError(unresolved: [], untyped: [], unknown: []) else { throw error }
  }

  func resolver(of field: Int, in type: Schema.TypeID) -> Resolver {
    guard let resolver = resolvers[type.index][field] else {
      preconditionFailure("a wiring without this resolver is never made")
    }
    return resolver
  }

  func leafType(_ type: Schema.TypeID) -> LeafType { leafTypes[type.index] }
}
