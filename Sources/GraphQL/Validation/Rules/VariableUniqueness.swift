extension ValidationRule {
  /// No two variables of an operation have the same name (§5.8.1).
  public static let variableUniqueness = ValidationRule(
    "Variable Uniqueness", section: "5.8.1", alias: "UniqueVariableNamesRule"
  ) { survey, report in
    for case let operation? in survey.operations.map(\.operation) {
      for (name, positions) in repeated(operation.variables.map(\.name)) {
        report.add("There may be only one variable \"$\(name)\"", at: positions)
      }
    }
  }
}
