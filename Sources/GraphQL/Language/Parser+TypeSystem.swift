/// Type-system definitions and extensions (§3.2–§3.13).
extension Parser {
  /// A definition or extension; the first token of it may have been its description.
  mutating func typeSystemDefinition(_ first: Token, isExtension: Bool) throws(SyntaxError) {
    let node = syntax.open(.definition, at: first.start)
    var description: String?
    switch first.kind {
    case .string: description = try StringValue.quoted(bytes, first.start..<first.end)
    case .blockString: description = StringValue.block(bytes, first.start..<first.end)
    default: break
    }
    typeSystem.append(
      try typeSystemDefinition(description, isExtension, Position(first.start)))
    syntax.close(node)
  }

  private mutating func typeSystemDefinition(
    _ description: String?, _ isExtension: Bool, _ start: Position
  ) throws(SyntaxError) -> Definition {
    guard token.kind == .name else { throw unexpected(expected: "what is extended") }
    let keyword = tokenText
    if keyword == "schema" { return try schema(description, isExtension, start) }
    if keyword == "directive", !isExtension { return try directive(description, start) }
    guard let kind = TypeKind.allCases.first(where: { $0.keyword == keyword }) else {
      throw unexpected(expected: isExtension ? "what is extended" : "a definition")
    }
    try advance()
    var definition = TypeDefinition(
      description: description, isExtension: isExtension, kind: kind, name: try name(),
      position: start)
    if kind == .object || kind == .interface { definition.interfaces = try interfaces() }
    definition.directives = try directiveList()
    switch kind {
    case .scalar: break
    case .object, .interface: definition.fields = try fieldDefinitions()
    case .union: definition.members = try members()
    case .enumeration: definition.values = try enumValues()
    case .inputObject: definition.inputFields = try inputFields()
    }
    guard !isExtension || definition.extendsSomething else {
      throw unexpected(expected: "what the extension adds")
    }
    return .type(definition)
  }

  private mutating func schema(
    _ description: String?, _ isExtension: Bool, _ start: Position
  ) throws(SyntaxError) -> Definition {
    try advance()
    let directives = try directiveList()
    var operationTypes: [OperationTypeDefinition] = []
    if isExtension, token.kind != .braceOpen, directives.isEmpty {
      throw unexpected(expected: "what the extension adds")
    }
    if !isExtension || token.kind == .braceOpen {
      try expect(.braceOpen)
      repeat {
        guard token.kind == .name, let kind = OperationKind(rawValue: tokenText) else {
          throw unexpected(expected: "\"query\", \"mutation\" or \"subscription\"")
        }
        let start = position
        try advance()
        try expect(.colon)
        operationTypes.append(
          OperationTypeDefinition(kind: kind, type: try name(), position: start))
      } while try !skip(.braceClose)
    }
    return .schema(
      SchemaDefinition(
        description: description, isExtension: isExtension, directives: directives,
        operationTypes: operationTypes, position: start))
  }

  private mutating func directive(
    _ description: String?, _ start: Position
  ) throws(SyntaxError) -> Definition {
    try advance()
    try expect(.at)
    let name = try name()
    let arguments = try argumentDefinitions()
    let isRepeatable = try skip(.repeatable)
    guard try skip(.on) else { throw unexpected(expected: "\"on\"") }
    _ = try skip(.pipe)
    var locations: [DirectiveLocation] = []
    repeat {
      guard token.kind == .name, let location = DirectiveLocation(rawValue: tokenText) else {
        throw unexpected(expected: "a directive location")
      }
      locations.append(location)
      try advance()
    } while try skip(.pipe)
    return .directive(
      DirectiveDefinition(
        description: description, name: name, arguments: arguments, isRepeatable: isRepeatable,
        locations: locations, position: start))
  }

  private mutating func interfaces() throws(SyntaxError) -> [Name] {
    guard try skip(.implements) else { return [] }
    return try names(separatedBy: .ampersand)
  }

  private mutating func members() throws(SyntaxError) -> [Name] {
    guard try skip(.equals) else { return [] }
    return try names(separatedBy: .pipe)
  }

  /// Names with a separator between them and perhaps one before the first.
  private mutating func names(separatedBy separator: Token.Kind) throws(SyntaxError) -> [Name] {
    _ = try skip(separator)
    var names: [Name] = []
    repeat {
      names.append(try name())
    } while try skip(separator)
    return names
  }

  private mutating func fieldDefinitions() throws(SyntaxError) -> [FieldDefinition] {
    guard try skip(.braceOpen) else { return [] }
    var fields: [FieldDefinition] = []
    repeat {
      let description = try description()
      let name = try name()
      let arguments = try argumentDefinitions()
      try expect(.colon)
      let type = try typeReference()
      fields.append(
        FieldDefinition(
          description: description, name: name, arguments: arguments, type: type,
          directives: try directiveList()))
    } while try !skip(.braceClose)
    return fields
  }

  private mutating func argumentDefinitions() throws(SyntaxError) -> [InputValueDefinition] {
    guard try skip(.parenthesisOpen) else { return [] }
    var arguments: [InputValueDefinition] = []
    repeat { arguments.append(try inputValue()) } while try !skip(.parenthesisClose)
    return arguments
  }

  private mutating func inputFields() throws(SyntaxError) -> [InputValueDefinition] {
    guard try skip(.braceOpen) else { return [] }
    var fields: [InputValueDefinition] = []
    repeat { fields.append(try inputValue()) } while try !skip(.braceClose)
    return fields
  }

  private mutating func inputValue() throws(SyntaxError) -> InputValueDefinition {
    let description = try description()
    let name = try name()
    try expect(.colon)
    let type = try typeReference()
    let defaultValue = try skip(.equals) ? try literal() : nil
    return InputValueDefinition(
      description: description, name: name, type: type, defaultValue: defaultValue,
      directives: try directiveList())
  }

  private mutating func enumValues() throws(SyntaxError) -> [EnumValueDefinition] {
    guard try skip(.braceOpen) else { return [] }
    var values: [EnumValueDefinition] = []
    repeat {
      let description = try description()
      if isKeyword(.true) || isKeyword(.false) || isKeyword(.null) {
        throw unexpected(expected: "the name of an enum value")
      }
      let name = try name()
      values.append(
        EnumValueDefinition(
          description: description, name: name, directives: try directiveList()))
    } while try !skip(.braceClose)
    return values
  }
}

extension TypeDefinition {
  /// Whether there is anything in it besides its name; an extension without is no extension.
  fileprivate var extendsSomething: Bool {
    !(interfaces.isEmpty && directives.isEmpty && fields.isEmpty && members.isEmpty
      && values.isEmpty && inputFields.isEmpty)
  }
}
