/// The walk through operations, fragments and selections.
extension Survey {
  mutating func add(_ operation: Int, _ kind: OperationKind, at location: DirectiveLocation) {
    let firsts = (
      spread: spreads.count, variable: variables.count, use: variableUses.count
    )
    addDirectives(of: operation, at: location)
    var name = Link.none
    var set = 0
    for child in syntax.children(operation) {
      switch syntax.kind(child) {
      case .name: name = Link(self.name(at: syntax.start(child)))
      case .variableDefinition: addVariable(child)
      case .selectionSet:
        set = newSelectionSet(at: syntax.position(operation))
        var open = OpenSet(set: set)
        walk(child, of: schema.rootType(of: kind), into: &open)
      default: break
      }
    }
    operations.append(
      OperationUse(
        kind: kind, node: UInt32(operation), name: name,
        variables: Rows(firsts.variable..<variables.count),
        body: Body(
          selectionSet: UInt32(set), spreads: Rows(firsts.spread..<spreads.count),
          variableUses: Rows(firsts.use..<variableUses.count))))
  }

  private mutating func addVariable(_ variable: Int) {
    addDirectives(of: variable, at: .variableDefinition)
    var definition = VariableUse.Definition(
      name: 0, namePosition: .none, position: syntax.position(variable), typeName: 0,
      typePosition: .none, typeNamePosition: .none, wrapping: TypeWrapping(), named: .none,
      isInput: false, hasDefault: false)
    var defaultValue: Int?
    for child in syntax.children(variable) {
      switch syntax.kind(child) {
      case .name:
        definition.name = UInt32(name(at: syntax.start(child)))
        definition.namePosition = syntax.position(child)
      case .type: setType(child, of: &definition)
      case .directive: break
      // A string before the name was its description.
      default: defaultValue = definition.namePosition.offset > 0 ? child : nil
      }
    }
    if let defaultValue { definition.hasDefault = syntax.kind(defaultValue) != .null }
    variables.append(definition)
    if let defaultValue { add(defaultValue, as: definition.type) }
  }

  private mutating func setType(_ node: Int, of definition: inout VariableUse.Definition) {
    let (start, wrapping) = syntax.wrapping(at: syntax.start(node))
    let name = name(at: start)
    let named = type(named: name)
    definition.typeName = UInt32(name)
    definition.typePosition = syntax.position(node)
    definition.typeNamePosition = Position(start)
    definition.wrapping = wrapping
    definition.named = Link(named)
    definition.isInput = named.map { schema[$0].kind.isInput } ?? false
  }

  mutating func addFragment(_ fragment: Int) {
    let firsts = (spread: spreads.count, use: variableUses.count)
    addDirectives(of: fragment, at: .fragmentDefinition)
    let names = syntax.children(fragment).filter { syntax.kind($0) == .name }
    let condition = condition(names[1])
    let set = newSelectionSet(at: syntax.position(fragment))
    var open = OpenSet(set: set)
    walk(fragment, of: condition.composite.type, into: &open)
    let name = name(at: syntax.start(names[0]))
    if known[name].fragment.isNone { known[name].fragment = Link(fragments.count) }
    let body = Body(
      selectionSet: UInt32(set), spreads: Rows(firsts.spread..<spreads.count),
      variableUses: Rows(firsts.use..<variableUses.count))
    fragments.append(
      FragmentUse(
        node: UInt32(fragment), name: UInt32(name), condition: condition, body: body))
  }

  /// A selection set that is being walked through, and what was last added to it.
  private struct OpenSet {
    let set: Int
    var lastField = 0
    var lastSpread = 0
  }

  private mutating func newSelectionSet(at position: Position) -> Int {
    selectionSets.append(SelectionSet(position: position))
    return selectionSets.count - 1
  }

  /// Walks through the selection set that a node is, or that stands in it.
  private mutating func walk(
    _ node: Int, of parent: Schema.TypeID?, into set: inout OpenSet
  ) {
    guard
      let selections = syntax.kind(node) == .selectionSet
        ? node : syntax.child(.selectionSet, of: node)
    else { return }
    for selection in syntax.children(selections) {
      switch syntax.kind(selection) {
      case .field: add(selection, of: parent, into: &set)
      case .spread:
        append(selection, of: parent, to: &set)
        addDirectives(of: selection, at: .fragmentSpread)
      default: addInline(selection, of: parent, into: &set)
      }
    }
  }

  private mutating func addInline(
    _ fragment: Int, of parent: Schema.TypeID?, into set: inout OpenSet
  ) {
    let isConditional = syntax.kind(fragment + 1) == .name
    let condition = isConditional ? condition(fragment + 1) : nil
    inlineFragments.append(
      InlineUse(
        position: syntax.position(fragment), parent: Link(parent), condition: condition))
    addDirectives(of: fragment, at: .inlineFragment)
    walk(fragment, of: condition.map { $0.composite.type } ?? parent, into: &set)
  }

  private mutating func append(
    _ spread: Int, of parent: Schema.TypeID?, to set: inout OpenSet
  ) {
    let index = spreads.count
    spreads.append(
      SpreadUse(
        name: UInt32(name(at: syntax.start(spread + 1))),
        namePosition: syntax.position(spread + 1), position: syntax.position(spread),
        parent: Link(parent)))
    if selectionSets[set.set].firstSpread.isNone {
      selectionSets[set.set].firstSpread = Link(index)
    } else {
      spreads[set.lastSpread].next = Link(index)
    }
    set.lastSpread = index
    selectionSets[set.set].count += 1
  }

  private mutating func add(
    _ field: Int, of parent: Schema.TypeID?, into set: inout OpenSet
  ) {
    let index = fields.count
    let key = UInt32(name(at: syntax.start(field)))
    let end = syntax.end(field)
    let isAliased = end > field + 1 && syntax.kind(field + 1) == .name
    let name = isAliased ? UInt32(name(at: syntax.start(field + 1))) : key
    var use = FieldUse(node: UInt32(field), name: name, key: key, parent: Link(parent))
    if let parent { use.definition = definition(of: Int(name), in: parent) }
    fields.append(use)
    if selectionSets[set.set].firstField.isNone {
      selectionSets[set.set].firstField = Link(index)
    } else {
      fields[set.lastField].next = Link(index)
    }
    set.lastField = index
    selectionSets[set.set].count += 1
    addArguments(of: use, index)
    guard end > field + 1 else { return }
    addDirectives(of: field, at: .field)
    guard let selections = syntax.child(.selectionSet, of: field) else { return }
    let below = newSelectionSet(at: syntax.position(selections))
    fields[index].selectionSet = Link(below)
    let type = (type(of: use)?.id).flatMap { schema[$0].kind.isComposite ? $0 : nil }
    var open = OpenSet(set: below)
    walk(selections, of: type, into: &open)
  }

  /// Which field of a type has that name.
  private mutating func definition(of name: Int, in parent: Schema.TypeID) -> Link {
    if known[name].fieldParent != Link(parent) {
      known[name].fieldParent = Link(parent)
      known[name].field = Link(schema[parent].fieldIndex(named: text(name)))
    }
    return known[name].field
  }

  private mutating func type(named name: Int) -> Schema.TypeID? {
    if let type = known[name].type { return type.type }
    let type = schema.typeID(named: text(name))
    known[name].type = Link(type)
    return type
  }

  private mutating func condition(_ node: Int) -> TypeCondition {
    let name = name(at: syntax.start(node))
    let type = type(named: name)
    return TypeCondition(
      name: UInt32(name), position: syntax.position(node), type: Link(type),
      composite: Link(type.flatMap { schema[$0].kind.isComposite ? $0 : nil }))
  }
}
