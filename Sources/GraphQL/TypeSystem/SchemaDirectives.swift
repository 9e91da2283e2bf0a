/// The directives that an SDL document puts on its definitions (§3.13): known, where they may stand,
/// as often as they may, with the right arguments. The rules are those of §5.7 and §5.4.
enum SchemaDirectives {
  static func check(_ document: Document, _ schema: Schema) -> [GraphQLError] {
    var survey = Survey(Document([], source: document.source), schema, [:], .trusted)
    for definition in document.definitions {
      switch definition {
      case .schema(let schema): survey.add(schema.directives, at: .schema)
      case .type(let type): add(type, to: &survey)
      case .directive(let directive): add(directive.arguments, .argumentDefinition, to: &survey)
      case .operation, .fragment: break
      }
    }
    var report = ValidationReport(limit: 1_000)
    let rules: [ValidationRule] = [
      .directivesAreDefined, .directivesAreInValidLocations, .directivesAreUniquePerLocation,
      .argumentNames, .argumentUniqueness, .requiredArguments, .valuesOfCorrectType,
      .inputObjectFieldNames, .inputObjectFieldUniqueness, .inputObjectRequiredFields,
    ]
    for rule in rules { rule.check(survey, &report) }
    return report.errors(in: document.source)
  }

  private static func add(_ type: TypeDefinition, to survey: inout Survey) {
    let location: DirectiveLocation =
      switch type.kind {
      case .scalar: .scalar
      case .object: .object
      case .interface: .interface
      case .union: .union
      case .enumeration: .enumeration
      case .inputObject: .inputObject
      }
    survey.add(type.directives, at: location)
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
