/// Resolvers beside the types that they are for. Where it is lazy each type's are looked up when it is
/// first asked for, so that a short request pays for what it selects and not for all that could be.
final class Wiring: Sendable {
  let schema: Schema
  let scalars: [String: ScalarCoercion]
  /// Where the events of the fields of the subscription type come from.
  let streams: [String: StreamResolver]
  private let objects: [String: LazyFields]
  private let types: [String: TypeResolver]
  private let wired: LazyList<WiredType>

  init(
    _ schema: Schema, objects: [String: LazyFields], types: [String: TypeResolver],
    scalars: [String: ScalarCoercion], streams: [String: StreamResolver], isLazy: Bool
  ) {
    self.schema = schema
    self.objects = objects
    self.types = types
    self.scalars = scalars
    self.streams = streams
    let ids = schema.typeIDs
    wired =
      isLazy
      ? LazyList(count: ids.count)
      : .made(ids.map { Wiring.wire(schema[$0], objects, types, scalars) })
  }

  /// A type with its resolvers.
  subscript(_ id: Schema.TypeID) -> WiredType {
    wired.value(id.index) { Wiring.wire(schema[id], objects, types, scalars) }
  }

  private static func wire(
    _ type: Schema.NamedType, _ objects: [String: LazyFields], _ types: [String: TypeResolver],
    _ scalars: [String: ScalarCoercion]
  ) -> WiredType {
    let isBuiltIn = type.name.hasPrefix("__")
    let fields = isBuiltIn ? Introspection.fields[type.name] : objects[type.name]
    return WiredType(
      type, fields: type.kind == .object ? fields?.make() : nil, typeResolver: types[type.name],
      scalars: scalars)
  }

  /// That every field of the schema has one resolver, and every resolver a field.
  func check() throws(WiringError) {
    var error = WiringError(unresolved: [], untyped: [], unknown: [])
    for id in schema.typeIDs {
      let type = schema[id]
      if type.kind.isAbstract, types[type.name] == nil { error.untyped.append(type.name) }
      if type.kind == .object { self[id].check(type, &error) }
    }
    error.unknown += objects.keys.filter { kind(of: $0) != .object }
    error.unknown += types.keys.filter { kind(of: $0)?.isAbstract != true }
    error.unknown += scalars.keys.filter { kind(of: $0) != .scalar }
    let events = schema.subscriptionType.map { schema[$0] }
    error.unknown += streams.keys.filter { events?.fieldIndex(named: $0) == nil }
    error.unknown.sort()
    guard error.isEmpty else { throw error }
  }

  private func kind(of name: String) -> TypeKind? {
    schema.typeID(named: name).map { schema[$0].kind }
  }
}

extension WiringError {
  fileprivate var isEmpty: Bool { unresolved.isEmpty && untyped.isEmpty && unknown.isEmpty }
}

/// What is asked of a type when a value of it goes out.
final class WiredType: Sendable {
  let leaf: LeafType
  private let name: String
  private let fields: ObjectFields?
  private let typeResolver: TypeResolver?
  /// Where the resolver of each field of the type stands; `nil` where there is none.
  private let places: [Int?]

  init(
    _ type: Schema.NamedType, fields: ObjectFields?, typeResolver: TypeResolver?,
    scalars: [String: ScalarCoercion]
  ) {
    name = type.name
    self.fields = fields
    self.typeResolver = typeResolver
    leaf = LeafType(type, scalars)
    let names = fields?.names ?? []
    // Mostly they were added in the order of the schema.
    places = type.fields.enumerated().map { index, field in
      index < names.count && names[index] == field.name
        ? index : names.firstIndex(of: field.name)
    }
  }

  /// Writes the fields of an object of the type.
  var run: ObjectFields.Run {
    guard let fields else { preconditionFailure("\(name) has no resolvers") }
    return fields.run
  }

  /// Where the resolver of a field of the type stands.
  func place(of field: Int) -> Int {
    guard let place = places[field] else {
      preconditionFailure("field no. \(field + 1) of \(name) has no resolver")
    }
    return place
  }

  /// The name of the object type of a source (§6.4.3, ResolveAbstractType).
  func resolveType(_ source: AnyObject) -> String {
    guard let typeResolver else { preconditionFailure("\(name) has no type resolver") }
    return typeResolver.body(source)
  }

  func check(_ type: Schema.NamedType, _ error: inout WiringError) {
    for (field, place) in zip(type.fields, places) where place == nil {
      error.unresolved.append("\(name).\(field.name)")
    }
    var seen: Set<String> = []
    for resolver in fields?.names ?? [] {
      precondition(seen.insert(resolver).inserted, "\(name).\(resolver) has two resolvers")
      if type.fieldIndex(named: resolver) == nil { error.unknown.append("\(name).\(resolver)") }
    }
  }
}
