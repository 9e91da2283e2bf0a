/// The schema as SDL: what it defines itself, in its order, without what every schema has.
///
/// Building a schema of it gives an equal one. Directives on definitions are those of the
/// specification: a schema keeps what they mean and not others.
///
/// - Complexity: O(*n*) in the schema.
public func print(_ schema: Schema) -> String {
  print(Document(schema.definitions))
}

extension Schema {
  /// The definitions of which this schema could be built.
  var definitions: [Definition] {
    let builtIns = BuiltIns.directiveNames
    return (schemaDefinition.map { [.schema($0)] } ?? [])
      + directives.filter { !builtIns.contains($0.name) }.map { .directive(definition(of: $0)) }
      + types.filter { !$0.name.hasPrefix("__") && !BuiltIns.scalars.contains($0.name) }
      .map { .type(definition(of: $0)) }
  }

  /// `nil` where the roots have the names that they have without one.
  private var schemaDefinition: SchemaDefinition? {
    let usual: [(OperationKind, String)] = [
      (.query, "Query"), (.mutation, "Mutation"), (.subscription, "Subscription"),
    ]
    let isUsual = usual.allSatisfy { kind, name in typeID(named: name) == rootType(of: kind) }
    guard !isUsual || description != nil else { return nil }
    return SchemaDefinition(
      description: description, isExtension: false, directives: [],
      operationTypes: OperationKind.allCases.compactMap { kind in
        rootType(of: kind).map {
          OperationTypeDefinition(kind: kind, type: Name(self[$0].name), position: .none)
        }
      }, position: .none)
  }

  private func definition(of type: NamedType) -> TypeDefinition {
    var directives: [Directive] = []
    if let url = type.specifiedByURL { directives.append(directive("specifiedBy", "url", url)) }
    if type.isOneOf { directives.append(directive("oneOf")) }
    return TypeDefinition(
      description: type.description, isExtension: false, kind: type.kind, name: Name(type.name),
      interfaces: type.interfaces.map { Name(self[$0].name) }, directives: directives,
      fields: type.fields.map { field in
        FieldDefinition(
          description: field.description, name: Name(field.name),
          arguments: field.arguments.map { definition(of: $0) }, type: reference(field.type),
          directives: deprecation(field.deprecationReason))
      },
      members: type.kind == .union ? type.possibleTypes.map { Name(self[$0].name) } : [],
      values: type.values.map { value in
        EnumValueDefinition(
          description: value.description, name: Name(value.name),
          directives: deprecation(value.deprecationReason))
      }, inputFields: type.inputFields.map { definition(of: $0) }, position: .none)
  }

  private func definition(of directive: DirectiveType) -> DirectiveDefinition {
    DirectiveDefinition(
      description: directive.description, name: Name(directive.name),
      arguments: directive.arguments.map { definition(of: $0) },
      isRepeatable: directive.isRepeatable, locations: directive.locations, position: .none)
  }

  private func definition(of input: InputValue) -> InputValueDefinition {
    InputValueDefinition(
      description: input.description, name: Name(input.name), type: reference(input.type),
      defaultValue: input.defaultValue, directives: deprecation(input.deprecationReason))
  }

  private func reference(_ type: TypeRef) -> TypeReference {
    TypeReference(Name(self[type.id].name), wrapping: type.wrapping, at: .none)
  }

  private func deprecation(_ reason: String?) -> [Directive] {
    guard let reason else { return [] }
    return reason == BuiltIns.deprecationReason
      ? [directive("deprecated")] : [directive("deprecated", "reason", reason)]
  }

  private func directive(_ name: String, _ argument: String, _ text: String) -> Directive {
    let value = Literal(.string(text, isBlock: false))
    return Directive(
      name: Name(name), arguments: [Argument(name: Name(argument), value: value)],
      position: .none)
  }

  private func directive(_ name: String) -> Directive {
    Directive(name: Name(name), arguments: [], position: .none)
  }
}
