/// A type-system document in the order in which its rules look at it.
struct SchemaSurvey {
  let document: Document
  private(set) var schemas: [SchemaDefinition] = []
  private(set) var types: [TypeDefinition] = []
  private(set) var directives: [DirectiveDefinition] = []
  /// Every place where directives may stand, with those that do.
  private(set) var places: [Place] = []
  /// Every type that is referred to.
  private(set) var references: [Name] = []
  /// Every constant that is written.
  private(set) var literals: [Literal] = []
  /// Every list of arguments that is defined, and of what.
  private(set) var argumentLists: [(owner: String, arguments: [InputValueDefinition])] = []

  struct Place {
    var directives: [Directive]
    var location: DirectiveLocation
    /// The type on which it is, or of which it is an extension; all of the schema are one place.
    var type: String?
  }

  init(_ document: Document) {
    self.document = document
    for definition in document.definitions {
      switch definition {
      case .schema(let schema): add(schema)
      case .type(let type): add(type)
      case .directive(let directive):
        directives.append(directive)
        add(directive.arguments, of: "@\(directive.name.text)")
      case .operation, .fragment: break
      }
    }
    for place in places { for directive in place.directives { add(directive.arguments) } }
  }

  /// The directives that the document can use: its own, and those of the specification.
  var knownDirectives: [String: DirectiveDefinition] {
    var known: [String: DirectiveDefinition] = [:]
    for case .directive(let directive) in BuiltIns.definitions {
      known[directive.name.text] = directive
    }
    for directive in directives { known[directive.name.text] = directive }
    return known
  }

  private mutating func add(_ schema: SchemaDefinition) {
    schemas.append(schema)
    places.append(Place(directives: schema.directives, location: .schema))
    references += schema.operationTypes.map(\.type)
  }

  private mutating func add(_ type: TypeDefinition) {
    types.append(type)
    let name = type.name.text
    let location = SchemaDirectives.location(of: type.kind)
    places.append(Place(directives: type.directives, location: location, type: name))
    references += type.interfaces + type.members
    for field in type.fields {
      add(field.directives, .fieldDefinition)
      add(field.arguments, of: "\(name).\(field.name.text)")
      references.append(field.type.name)
    }
    for value in type.values { add(value.directives, .enumValue) }
    for input in type.inputFields { add(input, .inputFieldDefinition) }
  }

  private mutating func add(_ arguments: [InputValueDefinition], of owner: String) {
    argumentLists.append((owner, arguments))
    for argument in arguments { add(argument, .argumentDefinition) }
  }

  private mutating func add(_ input: InputValueDefinition, _ location: DirectiveLocation) {
    add(input.directives, location)
    references.append(input.type.name)
    if let value = input.defaultValue { literals.append(value) }
  }

  private mutating func add(_ directives: [Directive], _ location: DirectiveLocation) {
    if !directives.isEmpty { places.append(Place(directives: directives, location: location)) }
  }

  private mutating func add(_ arguments: [Argument]) {
    literals += arguments.map(\.value)
  }
}

/// Names as they come by, with the first place of each.
struct FirstPlaces {
  private var places: [String: Position] = [:]

  /// The place where the name stood before; `nil` where it is new.
  mutating func previous(_ name: String, at position: Position) -> Position? {
    if let first = places[name] { return first }
    places[name] = position
    return nil
  }
}
