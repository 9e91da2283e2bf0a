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
  /// - Parameters:
  ///   - schema: the schema.
  ///   - resolvers: a resolver for each field of each object type, and a type resolver for each
  ///     interface and union.
  ///   - assumeValid: whether these are known to fit, as a test of one's own can say. Nothing is
  ///     looked at then before it is asked for, and a field whose resolver is missing traps when a
  ///     request selects it.
  /// - Throws: `WiringError` with every field that has no resolver and every resolver without a
  ///   field.
  /// - Complexity: O(*n*) in the fields of the schema; in its types where `assumeValid`.
  public init(
    _ schema: Schema, _ resolvers: Resolvers<Context>, assumeValid: Bool = false
  ) throws(WiringError) {
    self.schema = schema
    wiring = Wiring(
      schema, objects: resolvers.objects, types: resolvers.types, scalars: resolvers.scalars,
      streams: resolvers.streams, isLazy: assumeValid)
    if !assumeValid { try wiring.check() }
  }

  /// What is wrong with a document, by the rules of §5; custom scalars are asked about literals.
  public func validate(_ document: Document, limits: Limits = Limits()) -> [GraphQLError] {
    GraphQL.validate(document, against: schema, scalars: wiring.scalars, limits: limits)
  }
}
