extension ValidationRule {
  /// Variables are of scalars, enums and input objects (§5.8.2).
  ///
  /// That the type exists at all is `variableTypesExist`, since graphql-js counts the two as parts
  /// of different rules.
  public static let variablesAreInputTypes = ValidationRule(
    "Variables Are Input Types", section: "5.8.2", alias: "VariablesAreInputTypesRule"
  ) { survey, report in
    for variable in survey.variables where !variable.named.isNone && !variable.isInput {
      let type = variable.wrapping.text(around: survey.text(variable.typeName))
      report.add(
        "The variable \"$\(survey.text(variable.name))\" cannot be of \(type), which is no input "
          + "type",
        at: variable.typePosition)
    }
  }

  /// Variables are of types that exist (§5.8.2).
  public static let variableTypesExist = ValidationRule(
    "Variables Are Input Types", section: "5.8.2", alias: "KnownTypeNamesRule"
  ) { survey, report in
    for variable in survey.variables where variable.named.isNone {
      let name = survey.text(variable.typeName)
      report.add(
        "Unknown type \"\(name)\"" + suggestion(name, survey.schema.types.map(\.name)),
        at: variable.typeNamePosition)
    }
  }
}
