/// The walk through directives, arguments and literals, beside the types that their places want.
extension Survey {
  /// The directives that stand in a node.
  mutating func addDirectives(of node: Int, at location: DirectiveLocation) {
    let start = directives.count
    for child in syntax.children(node) where syntax.kind(child) == .directive {
      addDirective(child)
    }
    addDirectiveList(from: start, at: location)
  }

  /// Directives of the type system, which are read of the same document.
  mutating func add(_ directives: [Directive], at location: DirectiveLocation) {
    let start = self.directives.count
    for directive in directives { addDirective(Int(directive.node)) }
    addDirectiveList(from: start, at: location)
  }

  private mutating func addDirective(_ node: Int) {
    let name = name(at: syntax.start(node + 1))
    let definition = schema.directiveIndex(named: text(name))
    directives.append(
      DirectiveUse(name: UInt32(name), node: UInt32(node), definition: Link(definition)))
  }

  private mutating func addDirectiveList(from start: Int, at location: DirectiveLocation) {
    let range = start..<directives.count
    guard !range.isEmpty else { return }
    directiveLists.append(DirectiveList(location: location, directives: Rows(range)))
    for index in range {
      let use = directives[index]
      add(
        syntax.arguments(Int(use.node)),
        as: use.definition.index.map { schema.directives[$0].arguments },
        of: .directive(use.name), at: syntax.position(Int(use.node)))
    }
  }

  mutating func addArguments(of use: FieldUse, _ index: Int) {
    let given = syntax.arguments(Int(use.node))
    if given.isEmpty {
      // Most fields take none, and have none.
      if use.definition.isNone, !hasMetaName(use) { return }
      if let parent = use.parent.type, let definition = use.definition.index,
        schema[parent].fields[definition].arguments.isEmpty
      {
        return
      }
    }
    add(given, as: arguments(of: use), of: .field(UInt32(index)), at: position(of: use))
  }

  /// Whether the name is one of introspection.
  private func hasMetaName(_ use: FieldUse) -> Bool {
    let start = symbols.range(Int(use.name)).lowerBound
    return syntax.bytes[start] == UInt8(ascii: "_")
  }

  /// A list of named values beside what their owner takes, where that is known.
  private mutating func add(
    _ given: Syntax.Siblings, as definitions: [Schema.InputValue]?, of owner: Owner,
    at position: Position, oneOf: Schema.TypeID? = nil
  ) {
    if given.isEmpty, definitions?.contains(where: \.isRequired) != true, oneOf == nil { return }
    let start = inputs.count
    for argument in given {
      let name = name(at: syntax.start(argument))
      let definition = definitions.flatMap { definitions in
        let text = text(name)
        return definitions.firstIndex { $0.name == text }
      }
      inputs.append(
        InputUse(
          name: UInt32(name), position: syntax.position(argument), definition: Link(definition)))
    }
    let range = start..<inputs.count
    let isIncomplete =
      definitions?.indices.contains { index in
        definitions?[index].isRequired == true
          && !inputs[range].contains { $0.definition.index == index }
      } ?? false
    var list = InputList(
      owner: owner, position: position, inputs: Rows(range), isKnown: definitions != nil,
      isIncomplete: isIncomplete)
    if oneOf != nil {
      list.isNotOne = range.count != 1 || given.contains { syntax.kind($0 + 1) == .null }
    }
    inputLists.append(list)
    for (index, argument) in zip(range, given) {
      guard let definitions, let definition = inputs[index].definition.index else {
        add(argument + 1, as: nil)
        continue
      }
      add(
        argument + 1, as: definitions[definition].type,
        hasDefault: definitions[definition].defaultValue != nil, oneOf: oneOf)
    }
  }

  /// A value.
  mutating func add(
    _ value: Int, as type: Schema.TypeRef?, hasDefault: Bool = false, oneOf: Schema.TypeID? = nil
  ) {
    switch syntax.kind(value) {
    case .variable:
      let name = name(at: syntax.start(value + 1))
      variableUses.append(
        VariableUse(
          type: type, hasDefault: hasDefault, name: UInt32(name),
          position: syntax.position(value), oneOf: Link(oneOf)))
    case .null:
      if let type, type.isNonNull { addLeaf(value, as: type) }
    case .list:
      let element = type?.element
      if let type, element == nil { addMisplaced(value, as: type) }
      for node in syntax.children(value) { add(node, as: element) }
    case .object: addObject(value, as: type.map { single($0) })
    default: if let type { addLeafValue(value, as: type) }
    }
  }

  private mutating func addLeaf(_ value: Int, as type: Schema.TypeRef) {
    leaves.append(LeafUse(type: type, node: UInt32(value)))
  }

  private mutating func addLeafValue(_ value: Int, as type: Schema.TypeRef) {
    if syntax.kind(value) == .enumeration {
      let name = syntax.text(syntax.name(at: syntax.start(value)))
      if let definition = schema[type.id].value(named: name) {
        guard definition.deprecationReason != nil else { return }
        return deprecatedValues.append(LeafUse(type: type, node: UInt32(value)))
      }
    }
    if !isPlainlyRight(value, as: type.id) { addLeaf(value, as: single(type)) }
  }

  /// A list or object where neither is wanted, unless by a custom scalar; what variables would make
  /// of that is known only when it is executed.
  private mutating func addMisplaced(_ value: Int, as type: Schema.TypeRef) {
    guard schema[type.id].leaf != .custom || !syntax.hasVariables(value) else { return }
    addLeaf(value, as: type)
  }

  /// What a single value stands for where a list is wanted: an element of it (§3.11).
  private func single(_ type: Schema.TypeRef) -> Schema.TypeRef {
    type.element.map { single($0) } ?? type.nullable
  }

  private mutating func addObject(_ value: Int, as type: Schema.TypeRef?) {
    let fields = syntax.arguments(value)
    let position = syntax.position(value)
    guard let type, schema[type.id].kind == .inputObject else {
      if let type { addMisplaced(value, as: type) }
      return add(fields, as: nil, of: .object(.none), at: position)
    }
    add(
      fields, as: schema[type.id].inputFields, of: .object(Link(type.id)), at: position,
      oneOf: schema[type.id].isOneOf ? type.id : nil)
  }

  /// Whether there is no need to coerce a literal to see that it fits.
  private func isPlainlyRight(_ value: Int, as type: Schema.TypeID) -> Bool {
    switch (schema[type].leaf, syntax.kind(value)) {
    case (.string, .string), (.string, .blockString), (.id, .string), (.id, .blockString),
      (.id, .int), (.boolean, .true), (.boolean, .false):
      true
    case (.int, .int), (.float, .int): syntax.token(at: syntax.start(value)).count <= 9
    default: false
    }
  }
}
