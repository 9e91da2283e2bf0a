/// Reads the types of a schema one by one from a text that is known to be valid.
final class TypeReader: Sendable {
  /// Where a definition stands: among those of the specification, or in the schema's own text.
  private struct Place: Sendable {
    var isBuiltIn: Bool
    var range: Range<Int>
  }

  let text: String
  let names: [String: Schema.TypeID]
  /// The definitions of the types, in the order of their identities.
  private let places: [Place]
  private let directivePlaces: [Place]
  /// The object types that implement each interface.
  private let implementers: [String: [Schema.TypeID]]

  private init(_ builtIns: DefinitionIndex, _ own: DefinitionIndex, _ text: String) {
    let unused = Set(["Int", "Float", "ID"]).subtracting(own.usedScalars)
    var places: [Place] = []
    var names: [String: Schema.TypeID] = [:]
    names.reserveCapacity(builtIns.types.count + own.types.count)
    var implementers: [String: [Schema.TypeID]] = [:]
    func add(_ type: DefinitionIndex.TypeEntry, isBuiltIn: Bool) {
      let id = Schema.TypeID(places.count)
      names[type.name] = id
      places.append(Place(isBuiltIn: isBuiltIn, range: type.range))
      for interface in type.interfaces { implementers[interface, default: []].append(id) }
    }
    for type in builtIns.types where !unused.contains(type.name) { add(type, isBuiltIn: true) }
    for type in own.types { add(type, isBuiltIn: false) }
    self.text = text
    self.places = places
    self.names = names
    self.implementers = implementers
    directivePlaces =
      builtIns.directives.map { Place(isBuiltIn: true, range: $0) }
      + own.directives.map { Place(isBuiltIn: false, range: $0) }
  }

  /// The schema of a text; `nil` where it has more in it than definitions of its own, one for each
  /// name, which is then to be built as any other text is.
  static func schema(of text: String) -> Schema? {
    guard let builtIns = DefinitionIndex(BuiltIns.sdl), let own = DefinitionIndex(text),
      !own.types.contains(where: { isReserved($0.name) })
    else { return nil }
    let reader = TypeReader(builtIns, own, text)
    guard reader.names.count == reader.places.count else { return nil }
    var roots = Schema.Roots(usualIn: reader.names)
    guard let range = own.schema else { return Schema(description: nil, roots, reader) }
    guard case .schema(let schema) = reader.definition(Place(isBuiltIn: false, range: range)) else {
      return nil
    }
    roots = Schema.Roots()
    for operation in schema.operationTypes {
      guard roots[operation.kind] == nil, let type = reader.names[operation.type.text] else {
        return nil
      }
      roots[operation.kind] = type
    }
    return Schema(description: schema.description, roots, reader)
  }

  private static func isReserved(_ name: String) -> Bool {
    name.hasPrefix("__") || BuiltIns.scalars.contains(name)
  }

  /// How many types there are.
  var count: Int { places.count }

  /// The type of that identity.
  func type(_ id: Schema.TypeID) -> Schema.NamedType {
    guard case .type(let definition) = definition(places[id.index]) else {
      preconditionFailure("a place of a type has another definition")
    }
    var builder = SchemaBuilder(names: names)
    var type = builder.namedType(definition)
    check(builder)
    if type.kind == .interface { type.possibleTypes = implementers[type.name] ?? [] }
    return type
  }

  /// The directives of the specification and the schema's own; one of the latter may take the place
  /// of one of the former.
  func directives() -> [Schema.DirectiveType] {
    var builder = SchemaBuilder(names: names)
    var directives: [Schema.DirectiveType] = []
    for place in directivePlaces {
      guard case .directive(let definition) = definition(place) else {
        preconditionFailure("a place of a directive has another definition")
      }
      let directive = builder.directiveType(definition)
      if let index = directives.firstIndex(where: { $0.name == directive.name }) {
        directives[index] = directive
      } else {
        directives.append(directive)
      }
    }
    check(builder)
    return directives
  }

  private func definition(_ place: Place) -> Definition {
    let text = place.isBuiltIn ? BuiltIns.sdl : text
    let start = text.utf8.index(text.startIndex, offsetBy: place.range.lowerBound)
    let end = text.utf8.index(start, offsetBy: place.range.count)
    do throws(SyntaxError) {
      // By way of a String, since the bytes of a Substring are copied one by one.
      let bytes = Array(String(text[start..<end]).utf8)
      var parser = try Parser(bytes, limits: .trusted, numbersNames: false)
      try parser.definition()
      return parser.typeSystem[0]
    } catch {
      preconditionFailure(
        "the schema was assumed to be valid, and is not: \(error.message), at byte "
          + "\(place.range.lowerBound + error.offset)")
    }
  }

  private func check(_ builder: SchemaBuilder) {
    guard let error = builder.errors.first else { return }
    preconditionFailure("the schema was assumed to be valid, and is not: \(error.message)")
  }
}
