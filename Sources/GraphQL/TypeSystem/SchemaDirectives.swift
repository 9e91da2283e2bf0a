/// The directives that an SDL document puts on its definitions (§3.13): known, where they may stand,
/// as often as they may, with the right arguments. The rules are those of §5.7 and §5.4.
enum SchemaDirectives {
  static func check(_ document: Document, _ schema: Schema) -> [GraphQLError] {
    var survey = Survey(document, schema, [:], .trusted)
    // What stands on an extension stands on what it extends, so that both make one place (§5.7.3).
    var placesOfTypes: [String: Int] = [:]
    var places: [(directives: [Directive], location: DirectiveLocation)] = []
    var schemaDirectives: [Directive] = []
    for definition in document.definitions {
      switch definition {
      case .schema(let schema): schemaDirectives += schema.directives
      case .type(let type):
        if let place = placesOfTypes[type.name.text] {
          places[place].directives += type.directives
        } else {
          placesOfTypes[type.name.text] = places.count
          places.append((type.directives, location(of: type.kind)))
        }
        addParts(of: type, to: &survey)
      case .directive(let directive): add(directive.arguments, .argumentDefinition, to: &survey)
      case .operation, .fragment: break
      }
    }
    survey.add(schemaDirectives, at: .schema)
    for place in places { survey.add(place.directives, at: place.location) }
    var report = ValidationReport(limit: 1_000)
    let rules: [ValidationRule] = [
      .directivesAreDefined, .directivesAreInValidLocations, .directivesAreUniquePerLocation,
      .argumentNames, .argumentUniqueness, .requiredArguments, .valuesOfCorrectType,
      .inputObjectFieldNames, .inputObjectFieldUniqueness, .inputObjectRequiredFields,
    ]
    for rule in rules { rule.check(survey, &report) }
    for directive in DirectiveCycles(document).found {
      report.add(
        "The directive \"@\(directive.name.text)\" is used in its own definition",
        at: directive.name.position)
    }
    return report.errors(in: document.source)
  }

  static func location(of kind: TypeKind) -> DirectiveLocation {
    switch kind {
    case .scalar: .scalar
    case .object: .object
    case .interface: .interface
    case .union: .union
    case .enumeration: .enumeration
    case .inputObject: .inputObject
    }
  }

  private static func addParts(of type: TypeDefinition, to survey: inout Survey) {
    for field in type.fields {
      survey.add(field.directives, at: .fieldDefinition)
      add(field.arguments, .argumentDefinition, to: &survey)
    }
    for value in type.values { survey.add(value.directives, at: .enumValue) }
    add(type.inputFields, .inputFieldDefinition, to: &survey)
  }

  private static func add(
    _ inputs: [InputValueDefinition], _ location: DirectiveLocation, to survey: inout Survey
  ) {
    for input in inputs { survey.add(input.directives, at: location) }
  }
}
