extension ValidationRule {
  /// Variables are of scalars, enums and input objects (§5.8.2).
  ///
  /// That the type exists at all is `variableTypesExist`, since graphql-js counts the two as parts
  /// of different rules.
  public static let variablesAreInputTypes = ValidationRule(
    "Variables Are Input Types", section: "5.8.2", alias: "VariablesAreInputTypesRule"
  ) { survey, report in
    for variable in survey.operations.flatMap({ $0.operation?.variables ?? [] }) {
      guard
        let type = survey.schema.typeID(named: variable.type.name.text),
        !survey.schema[type].kind.isInput
      else { continue }
      report.add(
        "The variable \"$\(variable.name.text)\" cannot be of \(print(variable.type)), which is "
          + "no input type",
        at: variable.type.position)
    }
  }

  /// Variables are of types that exist (§5.8.2).
  public static let variableTypesExist = ValidationRule(
    "Variables Are Input Types", section: "5.8.2", alias: "KnownTypeNamesRule"
  ) { survey, report in
    for variable in survey.operations.flatMap({ $0.operation?.variables ?? [] }) {
      let name = variable.type.name
      guard survey.schema.typeID(named: name.text) == nil else { continue }
      report.add(
        "Unknown type \"\(name.text)\"" + suggestion(name.text, survey.schema.types.map(\.name)),
        at: name.position)
    }
  }
}
