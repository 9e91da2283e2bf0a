extension ValidationRule {
  /// No two variables of an operation have the same name (§5.8.1).
  public static let variableUniqueness = ValidationRule(
    "Variable Uniqueness", section: "5.8.1", alias: "UniqueVariableNamesRule"
  ) { survey, report in
    for operation in survey.operations where operation.variables.count > 1 {
      let names = survey.variables[operation.variables.range].lazy.map {
        ($0.name, $0.namePosition)
      }
      for repeated in Repetitions(names).groups {
        report.add(
          "There may be only one variable \"$\(survey.text(repeated.name))\"",
          at: repeated.positions)
      }
    }
  }
}
