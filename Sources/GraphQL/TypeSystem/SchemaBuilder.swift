/// Gathers the definitions and extensions of a document, gives each type its identity, and turns
/// names into identities.
struct SchemaBuilder {
  private let document: Document
  private(set) var errors: [GraphQLError] = []
  private var definitions: [TypeDefinition] = []
  private var types: [String: Schema.TypeID] = [:]
  private var directives: [DirectiveDefinition] = []
  private var schemas: [SchemaDefinition] = []
  /// The types that names of the document were found to be, by the number of the name.
  private var found: [Schema.TypeID?]

  init(_ document: Document) {
    self.document = document
    found = Array(repeating: nil, count: document.nameCount)
  }

  /// A builder for single definitions, which finds the types that they name under these names.
  init(names: [String: Schema.TypeID]) {
    document = Document([])
    types = names
    found = []
  }

  mutating func build() -> Schema {
    gather()
    let namedTypes = definitions.map { namedType($0) }
    return Schema(
      description: schemas.first?.description, types: withPossibleTypes(namedTypes),
      directives: directives.map { directiveType($0) }, roots: roots(), names: types,
      source: document.source)
  }

  mutating func fail(_ message: String, at position: Position...) {
    errors.append(
      GraphQLError(
        message, locations: position.map { document.source.location(of: $0.offset) }))
  }

  private mutating func gather() {
    for definition in BuiltIns.definitions { add(definition) }
    let builtInTypes = definitions.count
    let builtInDirectives = directives.count
    for definition in document.definitions {
      switch definition {
      case .type(let type) where !type.isExtension:
        define(type, after: builtInTypes)
      case .directive(let directive):
        define(directive, after: builtInDirectives)
      case .schema(let schema):
        if !schema.isExtension, schemas.contains(where: { !$0.isExtension }) {
          fail("There may be only one schema definition", at: schema.position)
        }
        schemas.append(schema)
      case .operation, .fragment:
        fail("A schema may not define operations or fragments", at: definition.position)
      case .type: break
      }
    }
    for case .type(let type) in document.definitions where type.isExtension { extend(with: type) }
    removeUnreferencedScalars()
  }

  /// Takes away the built-in scalars that nothing is of: a schema must not include them (§3.5).
  private mutating func removeUnreferencedScalars() {
    var unseen = BuiltIns.scalars
    func see(_ name: Name) {
      if let index = unseen.firstIndex(of: name.text) { unseen.remove(at: index) }
    }
    for case .type(let type) in document.definitions { see(type.name) }
    for definition in definitions where !unseen.isEmpty {
      for field in definition.fields {
        see(field.type.name)
        for argument in field.arguments { see(argument.type.name) }
      }
      for field in definition.inputFields { see(field.type.name) }
    }
    for argument in directives.flatMap(\.arguments) { see(argument.type.name) }
    guard !unseen.isEmpty else { return }
    definitions.removeAll { $0.kind == .scalar && unseen.contains($0.name.text) }
    types = Dictionary(
      uniqueKeysWithValues: definitions.enumerated().map { ($1.name.text, Schema.TypeID($0)) })
  }

  private mutating func add(_ definition: Definition) {
    if case .type(let type) = definition {
      types[type.name.text] = Schema.TypeID(definitions.count)
      definitions.append(type)
    } else if case .directive(let directive) = definition {
      directives.append(directive)
    }
  }

  private mutating func define(_ type: TypeDefinition, after builtIns: Int) {
    guard !type.name.text.hasPrefix("__") else {
      return fail(
        "The name \"\(type.name.text)\" may not begin with \"__\", which is for introspection",
        at: type.name.position)
    }
    guard let index = types[type.name.text]?.index else { return add(.type(type)) }
    if index < builtIns, type.kind == .scalar {
      definitions[index].description = type.description ?? definitions[index].description
    } else if index < builtIns {
      fail("There is a built-in scalar \"\(type.name.text)\"", at: type.name.position)
    } else {
      fail(
        "There may be only one type \"\(type.name.text)\"",
        at: definitions[index].name.position, type.name.position)
    }
  }

  private mutating func define(_ directive: DirectiveDefinition, after builtIns: Int) {
    let index = directives.firstIndex { $0.name.text == directive.name.text }
    if let index, index < builtIns {
      directives[index] = directive
    } else if let index {
      fail(
        "There may be only one directive \"@\(directive.name.text)\"",
        at: directives[index].name.position, directive.name.position)
    } else {
      directives.append(directive)
    }
  }

  private mutating func extend(with type: TypeDefinition) {
    guard let index = types[type.name.text]?.index else {
      return fail(
        "Cannot extend type \"\(type.name.text)\", which is not defined"
          + suggestion(type.name.text, Array(types.keys)), at: type.name.position)
    }
    guard definitions[index].kind == type.kind else {
      return fail(
        "Cannot extend \"\(type.name.text)\" with `extend \(type.kind.keyword)`: it is defined "
          + "with `\(definitions[index].kind.keyword)`", at: type.name.position)
    }
    definitions[index].interfaces += type.interfaces
    definitions[index].directives += type.directives
    definitions[index].fields += type.fields
    definitions[index].members += type.members
    definitions[index].values += type.values
    definitions[index].inputFields += type.inputFields
  }

  /// The identity of a type that is referred to; an unknown one is an error and gives the first.
  mutating func typeID(_ name: Name) -> Schema.TypeID {
    // The names of the built-in definitions have no number in this document.
    let symbol = name.symbol
    if symbol >= 0, let type = found[symbol] { return type }
    if let type = types[name.text] {
      if symbol >= 0 { found[symbol] = type }
      return type
    }
    fail(
      "Unknown type \"\(name.text)\""
        + suggestion(name.text, Array(Set(types.keys).union(BuiltIns.scalars))),
      at: name.position)
    return Schema.TypeID(0)
  }

  private mutating func roots() -> Schema.Roots {
    guard schemas.contains(where: { !$0.isExtension }) else {
      let usual = Schema.Roots(usualIn: types)
      var roots = namedRoots()
      for kind in OperationKind.allCases where roots[kind] == nil { roots[kind] = usual[kind] }
      return roots
    }
    return namedRoots()
  }

  private mutating func namedRoots() -> Schema.Roots {
    var roots = Schema.Roots()
    for operation in schemas.flatMap(\.operationTypes) {
      if roots[operation.kind] != nil {
        fail(
          "There may be only one root type for \(operation.kind.rawValue)",
          at: operation.type.position)
      }
      roots[operation.kind] = typeID(operation.type)
    }
    return roots
  }
}
