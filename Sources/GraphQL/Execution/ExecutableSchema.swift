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
      schema, fields: resolvers.fields, types: resolvers.types, scalars: resolvers.scalars,
      streams: resolvers.streams)
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
  /// Where the events of the fields of the subscription type come from.
  let streams: [String: StreamResolver]
  let typeResolvers: [TypeResolver?]
  private let resolvers: [[Resolver]]
  private let leafTypes: [LeafType]

  init(
    _ schema: Schema, fields: [String: [NamedResolver]], types: [String: TypeResolver],
    scalars: [String: ScalarCoercion], streams: [String: StreamResolver]
  ) throws(WiringError) {
    self.schema = schema
    self.scalars = scalars
    self.streams = streams
    var matching = Matching()
    resolvers = schema.types.map { type in
      guard type.kind == .object else { return [] }
      let builtIn = type.name.hasPrefix("__") ? Introspection.resolvers[type.name] : nil
      return matching.resolvers(of: type, from: fields[type.name] ?? builtIn ?? [])
    }
    typeResolvers = schema.types.map { type in
      guard type.kind.isAbstract else { return nil }
      if types[type.name] == nil { matching.error.untyped.append(type.name) }
      return types[type.name]
    }
    leafTypes = schema.types.map { LeafType($0, scalars) }
    matching.look(for: fields.keys, in: schema) { $0 == .object }
    matching.look(for: types.keys, in: schema) { $0.isAbstract }
    matching.look(for: scalars.keys, in: schema) { $0 == .scalar }
    let events = schema.subscriptionType.map { schema[$0] }
    matching.error.unknown += streams.keys.filter { events?.fieldIndex(named: $0) == nil }
    matching.error.unknown.sort()
    guard matching.error.isEmpty else { throw matching.error }
  }

  func resolver(of field: Int, in type: Schema.TypeID) -> Resolver {
    resolvers[type.index][field]
  }

  func leafType(_ type: Schema.TypeID) -> LeafType { leafTypes[type.index] }
}

extension WiringError {
  fileprivate var isEmpty: Bool { unresolved.isEmpty && untyped.isEmpty && unknown.isEmpty }
}

/// Puts resolvers beside the fields that they are for, and gathers what has no partner.
private struct Matching {
  var error = WiringError(unresolved: [], untyped: [], unknown: [])

  /// The resolvers of a type in the order of its fields; mostly they were added in that order.
  mutating func resolvers(
    of type: Schema.NamedType, from registered: [NamedResolver]
  ) -> [Resolver] {
    var resolvers: [Resolver] = []
    resolvers.reserveCapacity(type.fields.count)
    for (index, field) in type.fields.enumerated() {
      let isNext = index < registered.count && registered[index].name == field.name
      let place = isNext ? index : registered.firstIndex { $0.name == field.name }
      if let place {
        resolvers.append(registered[place].resolver)
      } else {
        error.unresolved.append("\(type.name).\(field.name)")
      }
    }
    if resolvers.count != registered.count { tellSurplus(registered, of: type) }
    return resolvers
  }

  private mutating func tellSurplus(_ registered: [NamedResolver], of type: Schema.NamedType) {
    var names: Set<String> = []
    for name in registered.map(\.name) {
      precondition(names.insert(name).inserted, "\(type.name).\(name) has two resolvers")
      if type.fieldIndex(named: name) == nil { error.unknown.append("\(type.name).\(name)") }
    }
  }

  /// Notes names for which there is no type of the right kind.
  mutating func look(
    for names: some Sequence<String>, in schema: Schema, _ isRight: (TypeKind) -> Bool
  ) {
    for name in names {
      guard let type = schema.typeID(named: name), isRight(schema[type].kind) else {
        error.unknown.append(name)
        continue
      }
    }
  }
}
