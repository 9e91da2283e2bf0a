/// The walk through directives, arguments and literals, beside the types that their places want.
extension Survey {
  mutating func add(_ directives: [Directive], at location: DirectiveLocation) {
    guard !directives.isEmpty else { return }
    let start = self.directives.count
    for directive in directives {
      let name = directive.name.symbol
      let definition = schema.directiveIndex(named: directive.name.text)
      self.directives.append(
        DirectiveUse(name: name, position: directive.position, definition: definition))
    }
    let range = start..<self.directives.count
    directiveLists.append(DirectiveList(location: location, directives: range))
    for (index, directive) in zip(range, directives) {
      let definition = self.directives[index].definition
      add(
        directive.arguments, as: definition.map { schema.directives[$0].arguments },
        of: .directive(directive.name.symbol), at: directive.position)
    }
  }

  mutating func addArguments(of field: Field, _ index: Int) {
    let use = fields[index]
    if !field.arguments.isEmpty {
      fields[index].written = written.count
      written.append(field.arguments)
      add(
        field.arguments, as: arguments(of: use), of: .field(index), at: use.position)
    } else if let parent = use.parent, let definition = use.definition {
      guard !schema[parent].fields[definition].arguments.isEmpty else { return }
      add([], as: arguments(of: use), of: .field(index), at: use.position)
    } else if use.type != nil {
      add([], as: arguments(of: use), of: .field(index), at: use.position)
    }
  }

  /// A list of named values beside what their owner takes, where that is known.
  private mutating func add(
    _ given: [Argument], as definitions: [Schema.InputValue]?, of owner: Owner,
    at position: Position, oneOf: Schema.TypeID? = nil
  ) {
    if given.isEmpty, definitions?.contains(where: \.isRequired) != true, oneOf == nil { return }
    let start = inputs.count
    for argument in given {
      let name = argument.name
      let definition = definitions?.firstIndex { $0.name == name.text }
      inputs.append(InputUse(name: name.symbol, position: name.position, definition: definition))
    }
    let range = start..<inputs.count
    let isIncomplete =
      definitions?.indices.contains { index in
        definitions?[index].isRequired == true && !inputs[range].contains { $0.definition == index }
      } ?? false
    var list = InputList(
      owner: owner, position: position, inputs: range, isKnown: definitions != nil,
      isIncomplete: isIncomplete)
    if oneOf != nil { list.isNotOne = given.count != 1 || given[0].value.kind == .null }
    inputLists.append(list)
    for (index, argument) in zip(range, given) {
      guard let definitions, let definition = inputs[index].definition else {
        add(argument.value, as: nil)
        continue
      }
      add(
        argument.value, as: definitions[definition].type,
        hasDefault: definitions[definition].defaultValue != nil, oneOf: oneOf)
    }
  }

  mutating func add(
    _ literal: Literal, as type: Schema.TypeRef?, hasDefault: Bool = false,
    oneOf: Schema.TypeID? = nil
  ) {
    switch literal.kind {
    case .variable(let name):
      variableUses.append(
        VariableUse(
          name: name.symbol, position: literal.position, type: type, hasDefault: hasDefault,
          oneOf: oneOf))
    case .null:
      if let type, type.isNonNull { leaves.append(LeafUse(literal: literal, type: type)) }
    case .list(let elements):
      let element = type?.element
      if let type, element == nil { addMisplaced(literal, as: type) }
      for literal in elements { add(literal, as: element) }
    case .object(let fields):
      add(fields, of: literal, as: type.map { single($0) })
    case .int, .float, .string, .boolean, .enumeration:
      guard let type else { return }
      if case .enumeration(let name) = literal.kind, let value = schema[type.id].value(named: name)
      {
        guard value.deprecationReason != nil else { return }
        deprecatedValues.append(LeafUse(literal: literal, type: type))
      } else if !isPlainlyRight(literal.kind, as: type.id) {
        leaves.append(LeafUse(literal: literal, type: single(type)))
      }
    }
  }

  /// A list or object where neither is wanted, unless by a custom scalar; what variables would make
  /// of that is known only when it is executed.
  private mutating func addMisplaced(_ literal: Literal, as type: Schema.TypeRef) {
    guard schema[type.id].leaf != .custom || !literal.hasVariables else { return }
    leaves.append(LeafUse(literal: literal, type: type))
  }

  /// What a single value stands for where a list is wanted: an element of it (§3.11).
  private func single(_ type: Schema.TypeRef) -> Schema.TypeRef {
    type.element.map { single($0) } ?? type.nullable
  }

  private mutating func add(
    _ fields: [Argument], of literal: Literal, as type: Schema.TypeRef?
  ) {
    guard let type, schema[type.id].kind == .inputObject else {
      if let type { addMisplaced(literal, as: type) }
      add(fields, as: nil, of: .object(nil), at: literal.position)
      return
    }
    add(
      fields, as: schema[type.id].inputFields, of: .object(type.id), at: literal.position,
      oneOf: schema[type.id].isOneOf ? type.id : nil)
  }

  /// Whether there is no need to coerce a literal to see that it fits.
  private func isPlainlyRight(_ kind: Literal.Kind, as type: Schema.TypeID) -> Bool {
    switch (schema[type].leaf, kind) {
    case (.string, .string), (.id, .string), (.id, .int), (.boolean, .boolean): true
    case (.int, .int(let digits)), (.float, .int(let digits)): digits.utf8.count <= 9
    default: false
    }
  }
}

extension Literal {
  /// Whether there is a variable in it, at any depth.
  var hasVariables: Bool {
    switch kind {
    case .variable: true
    case .list(let elements): elements.contains { $0.hasVariables }
    case .object(let fields): fields.contains { $0.value.hasVariables }
    case .int, .float, .string, .boolean, .null, .enumeration: false
    }
  }
}
