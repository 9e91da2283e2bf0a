/// The walk through literals, beside the types that their places want.
extension Survey {
  mutating func add(
    _ literal: Literal, as type: Schema.TypeRef?, hasDefault: Bool = false,
    oneOf: Schema.TypeID? = nil
  ) {
    switch literal.kind {
    case .variable(let name):
      variableUses.append(
        VariableUse(
          name: name, position: literal.position, type: type, hasDefault: hasDefault,
          oneOf: oneOf))
    case .null:
      if let type, type.isNonNull { leaves.append(LeafUse(literal: literal, type: type)) }
    case .list(let elements):
      let element = type?.element
      if let type, element == nil { addLeaf(literal, as: type) }
      for literal in elements { add(literal, as: element) }
    case .object(let fields):
      add(fields, of: literal, as: type.map { single($0) })
    case .int, .float, .string, .boolean, .enumeration:
      if let type { leaves.append(LeafUse(literal: literal, type: single(type))) }
    }
  }

  /// A list or object where neither is wanted, unless by a custom scalar; what variables would make
  /// of that is known only when it is executed.
  private mutating func addLeaf(_ literal: Literal, as type: Schema.TypeRef) {
    let isCustom =
      schema[type.id].kind == .scalar && !BuiltIns.scalars.contains(schema[type.id].name)
    guard !isCustom || !literal.hasVariables else { return }
    leaves.append(LeafUse(literal: literal, type: type))
  }

  /// What a single value stands for where a list is wanted: an element of it (§3.11).
  private func single(_ type: Schema.TypeRef) -> Schema.TypeRef {
    type.element.map { single($0) } ?? type.nullable
  }

  private mutating func add(
    _ fields: [Argument], of literal: Literal, as type: Schema.TypeRef?
  ) {
    let input = type.flatMap { schema[$0.id].kind == .inputObject ? $0.id : nil }
    if let type, input == nil { addLeaf(literal, as: type) }
    objects.append(ObjectUse(fields: fields, type: input, position: literal.position))
    for field in fields {
      guard let input, let definition = schema[input].inputField(named: field.name.text) else {
        add(field.value, as: nil)
        continue
      }
      add(
        field.value, as: definition.type, hasDefault: definition.defaultValue != nil,
        oneOf: schema[input].isOneOf ? input : nil)
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
