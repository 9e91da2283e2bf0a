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
    let variableStart = variables.count
    for variable in operation.variables { add(variable) }
    let set = newSelectionSet(at: operation.position)
    walk(operation.selections, of: schema.rootType(of: operation.kind), into: set)
    operations.append(
      OperationUse(
        kind: operation.kind, name: operation.name?.symbol,
        namePosition: operation.name?.position ?? operation.position,
        position: operation.position, variables: variableStart..<variables.count,
        body: Body(
          selectionSet: set, spreads: spreadStart..<spreads.count,
          variableUses: useStart..<variableUses.count)))
  }

  private mutating func add(_ variable: VariableDefinition) {
    add(variable.directives, at: .variableDefinition)
    let named = type(named: variable.type.name)
    let type = named.flatMap {
      schema[$0].kind.isInput ? Schema.TypeRef($0, variable.type.wrapping) : nil
    }
    variables.append(
      VariableUse.Definition(
        name: variable.name.symbol, namePosition: variable.name.position,
        position: variable.position, typeName: variable.type.name.symbol,
        typePosition: variable.type.position, typeNamePosition: variable.type.name.position,
        wrapping: variable.type.wrapping, named: named, type: type,
        hasDefault: variable.defaultValue.map { $0.kind != .null } ?? false))
    if let literal = variable.defaultValue { add(literal, as: type) }
  }

  mutating func add(_ fragment: FragmentDefinition, at index: Int) {
    let spreadStart = spreads.count
    let useStart = variableUses.count
    add(fragment.directives, at: .fragmentDefinition)
    let set = newSelectionSet(at: fragment.position)
    let condition = condition(fragment.typeCondition)
    walk(fragment.selections, of: condition.composite, into: set)
    let name = fragment.name.symbol
    if fragmentsByName[name] == nil { fragmentsByName[name] = fragments.count }
    let body = Body(
      selectionSet: set, spreads: spreadStart..<spreads.count,
      variableUses: useStart..<variableUses.count)
    fragments.append(
      FragmentUse(
        definition: index, name: name, namePosition: fragment.name.position,
        position: fragment.position, condition: condition, body: body))
  }

  private mutating func newSelectionSet(at position: Position) -> Int {
    selectionSets.append(SelectionSet(position: position))
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
        append(spread, of: parent, to: set)
        add(spread.directives, at: .fragmentSpread)
      case .inline(let fragment):
        let condition = fragment.typeCondition.map { self.condition($0) }
        inlineFragments.append(
          InlineUse(position: fragment.position, condition: condition, parent: parent))
        add(fragment.directives, at: .inlineFragment)
        walk(fragment.selections, of: condition.map { $0.composite } ?? parent, into: set)
      }
    }
  }

  private mutating func append(
    _ spread: FragmentSpread, of parent: Schema.TypeID?, to set: Int
  ) {
    let index = spreads.count
    spreads.append(
      SpreadUse(
        name: spread.name.symbol, namePosition: spread.name.position, position: spread.position,
        parent: parent))
    if selectionSets[set].firstSpread == nil {
      selectionSets[set].firstSpread = index
    } else {
      spreads[selectionSets[set].lastSpread].next = index
    }
    selectionSets[set].lastSpread = index
    selectionSets[set].count += 1
  }

  private mutating func add(_ field: Field, of parent: Schema.TypeID?, into set: Int) {
    let index = fields.count
    let name = field.name.symbol
    var use = FieldUse(
      name: name, key: field.alias?.symbol ?? name, position: field.position,
      selectionsPosition: field.selectionsPosition, parent: parent)
    if let parent { look(up: field.name, in: parent, for: &use) }
    fields.append(use)
    if selectionSets[set].firstField == nil {
      selectionSets[set].firstField = index
    } else {
      fields[selectionSets[set].lastField].next = index
    }
    selectionSets[set].lastField = index
    selectionSets[set].count += 1
    addArguments(of: field, index)
    if !field.directives.isEmpty { add(field.directives, at: .field) }
    guard !field.selections.isEmpty else { return }
    let below = newSelectionSet(at: field.selectionsPosition)
    fields[index].selectionSet = below
    let type = (use.type?.id).flatMap { schema[$0].kind.isComposite ? $0 : nil }
    walk(field.selections, of: type, into: below)
  }

  /// The definition of a field, the meta-fields (§4) among them.
  private mutating func look(up name: Name, in parent: Schema.TypeID, for use: inout FieldUse) {
    if known.fieldParents[name.symbol] != parent {
      known.fieldParents[name.symbol] = parent
      known.fields[name.symbol] = schema[parent].fieldIndex(named: name.text)
    }
    if let index = known.fields[name.symbol] {
      use.definition = index
      use.type = schema[parent].fields[index].type
    } else if name.text == "__typename" {
      use.type = Introspection.typeNameType
    } else if parent == schema.queryType, name.text.hasPrefix("__") {
      use.type = Introspection.metaField(name.text, schema)?.type
    }
  }

  mutating func type(named name: Name) -> Schema.TypeID? {
    if let type = known.types[name.symbol] { return type }
    let type = schema.typeID(named: name.text)
    known.types[name.symbol] = .some(type)
    return type
  }

  private mutating func condition(_ name: Name) -> TypeCondition {
    let type = type(named: name)
    return TypeCondition(
      name: name.symbol, position: name.position, type: type,
      composite: type.flatMap { schema[$0].kind.isComposite ? $0 : nil })
  }
}
