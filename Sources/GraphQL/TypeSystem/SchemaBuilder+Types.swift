/// Definitions turned into the types of a schema.
extension SchemaBuilder {
  mutating func namedType(_ definition: TypeDefinition) -> Schema.NamedType {
    let fields = definition.fields.map { field($0) }
    let isUnion = definition.kind == .union
    return Schema.NamedType(
      kind: definition.kind, name: definition.name.text, description: definition.description,
      fields: fields, interfaces: definition.interfaces.map { typeID($0) },
      possibleTypes: isUnion ? definition.members.map { typeID($0) } : [],
      values: definition.values.map { value in
        Schema.EnumValue(
          name: value.name.text, description: value.description,
          deprecationReason: deprecation(value.directives), position: value.name.position)
      },
      inputFields: definition.inputFields.map { inputValue($0) },
      specifiedByURL: text(of: "url", in: definition.directives, named: "specifiedBy"),
      isOneOf: definition.directives.contains { $0.name.text == "oneOf" },
      position: definition.name.position,
      leaf: Schema.LeafKind(definition.kind, definition.name.text),
      fieldIndexes: fields.count <= SchemaBuilder.fewFields
        ? [:]
        : Dictionary(
          fields.indices.map { (fields[$0].name, $0) }, uniquingKeysWith: { first, _ in first }))
  }

  /// Up to how many names looking at each is cheaper than hashing one.
  private static let fewFields = 12

  mutating func directiveType(_ definition: DirectiveDefinition) -> Schema.DirectiveType {
    Schema.DirectiveType(
      name: definition.name.text, description: definition.description,
      arguments: definition.arguments.map { inputValue($0) },
      isRepeatable: definition.isRepeatable, locations: definition.locations,
      position: definition.name.position)
  }

  /// Interfaces know who implements them.
  func withPossibleTypes(_ types: [Schema.NamedType]) -> [Schema.NamedType] {
    var types = types
    for index in types.indices where types[index].kind == .object {
      for interface in types[index].interfaces where types[interface.index].kind == .interface {
        types[interface.index].possibleTypes.append(Schema.TypeID(index))
      }
    }
    return types
  }

  private mutating func field(_ definition: FieldDefinition) -> Schema.FieldType {
    Schema.FieldType(
      name: definition.name.text, description: definition.description,
      arguments: definition.arguments.map { inputValue($0) }, type: reference(definition.type),
      deprecationReason: deprecation(definition.directives), position: definition.name.position)
  }

  private mutating func inputValue(_ definition: InputValueDefinition) -> Schema.InputValue {
    Schema.InputValue(
      name: definition.name.text, description: definition.description,
      type: reference(definition.type), defaultValue: definition.defaultValue,
      deprecationReason: deprecation(definition.directives), position: definition.name.position)
  }

  private mutating func reference(_ type: TypeReference) -> Schema.TypeRef {
    Schema.TypeRef(typeID(type.name), type.wrapping)
  }

  private func deprecation(_ directives: [Directive]) -> String? {
    guard directives.contains(where: { $0.name.text == "deprecated" }) else { return nil }
    return text(of: "reason", in: directives, named: "deprecated") ?? BuiltIns.deprecationReason
  }

  private func text(
    of argument: String, in directives: [Directive], named name: String
  ) -> String? {
    let directive = directives.first { $0.name.text == name }
    let value = directive?.arguments.first { $0.name.text == argument }?.value
    if case .string(let text, _) = value?.kind { return text }
    return nil
  }
}
