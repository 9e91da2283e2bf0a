/// The walk through operations, fragments and selections.
extension Survey {
  mutating func add(_ operation: OperationDefinition) {
    let spreadStart = spreads.count
    let useStart = variableUses.count
    let location: DirectiveLocation =
      switch operation.kind {
      case .query: .query
      case .mutation: .mutation
      case .subscription: .subscription
      }
    add(operation.directives, at: location)
    for variable in operation.variables {
      add(variable.directives, at: .variableDefinition)
      guard let literal = variable.defaultValue else { continue }
      add(literal, as: coercion.inputType(variable.type))
    }
    let set = newSelectionSet()
    walk(operation.selections, of: schema.rootType(of: operation.kind), into: set)
    operations.append(
      Executable(
        operation: operation, selectionSet: set, spreads: spreadStart..<spreads.count,
        variableUses: useStart..<variableUses.count))
  }

  mutating func add(_ fragment: FragmentDefinition) {
    let spreadStart = spreads.count
    let useStart = variableUses.count
    add(fragment.directives, at: .fragmentDefinition)
    let set = newSelectionSet()
    let type = compositeType(fragment.typeCondition.text)
    walk(fragment.selections, of: type, into: set)
    if fragmentIndexes[fragment.name.text] == nil {
      fragmentIndexes[fragment.name.text] = fragments.count
    }
    let body = Executable(
      operation: nil, selectionSet: set, spreads: spreadStart..<spreads.count,
      variableUses: useStart..<variableUses.count)
    fragments.append(FragmentUse(definition: fragment, body: body, type: type))
  }

  private mutating func newSelectionSet() -> Int {
    selectionSets.append(SelectionSet())
    return selectionSets.count - 1
  }

  private mutating func walk(
    _ selections: [Selection], of parent: Schema.TypeID?, into set: Int
  ) {
    for selection in selections {
      switch selection {
      case .field(let field):
        add(field, of: parent, into: set)
      case .spread(let spread):
        selectionSets[set].spreads.append(spreads.count)
        spreads.append(SpreadUse(node: spread, parent: parent))
        add(spread.directives, at: .fragmentSpread)
      case .inline(let fragment):
        inlineFragments.append(InlineUse(node: fragment, parent: parent))
        add(fragment.directives, at: .inlineFragment)
        let type = fragment.typeCondition.map { compositeType($0.text) } ?? parent
        walk(fragment.selections, of: type, into: set)
      }
    }
  }

  private mutating func add(_ field: Field, of parent: Schema.TypeID?, into set: Int) {
    let definition = parent.flatMap { self.definition(of: field.name.text, in: $0) }
    let index = fields.count
    selectionSets[set].fields.append(index)
    fields.append(
      FieldUse(
        node: field, key: number(of: field.responseKey), parent: parent, definition: definition))
    add(
      field.arguments, as: definition?.arguments, of: .field(field.name.text, parent),
      at: field.position)
    add(field.directives, at: .field)
    guard !field.selections.isEmpty else { return }
    let below = newSelectionSet()
    fields[index].selectionSet = below
    let type = (definition?.type.id).flatMap { schema[$0].kind.isComposite ? $0 : nil }
    walk(field.selections, of: type, into: below)
  }

  private mutating func number(of key: String) -> Int {
    if let number = keys[key] { return number }
    keys[key] = keys.count
    return keys.count - 1
  }

  /// The definition of a field, the meta-fields (§4) among them.
  private func definition(of name: String, in parent: Schema.TypeID) -> Schema.FieldType? {
    if let definition = schema[parent].field(named: name) { return definition }
    guard name.hasPrefix("__") else { return nil }
    if name == "__typename" { return Introspection.typeName(schema) }
    return parent == schema.queryType ? Introspection.metaField(name, schema) : nil
  }

  mutating func add(_ directives: [Directive], at location: DirectiveLocation) {
    guard !directives.isEmpty else { return }
    directiveLists.append(DirectiveList(directives: directives, location: location))
    for directive in directives {
      add(
        directive.arguments, as: schema.directive(named: directive.name.text)?.arguments,
        of: .directive(directive.name.text), at: directive.position)
    }
  }

  private mutating func add(
    _ arguments: [Argument], as definitions: [Schema.InputValue]?, of owner: Owner,
    at position: Position
  ) {
    if definitions?.isEmpty == false || !arguments.isEmpty {
      argumentLists.append(
        ArgumentList(given: arguments, definitions: definitions, owner: owner, position: position))
    }
    for argument in arguments {
      let definition = definitions?.first { $0.name == argument.name.text }
      add(argument.value, as: definition?.type, hasDefault: definition?.defaultValue != nil)
    }
  }
}
