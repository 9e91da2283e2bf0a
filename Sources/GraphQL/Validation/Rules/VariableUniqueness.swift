extension ValidationRule {
  /// No two variables of an operation have the same name (§5.8.1).
  public static let variableUniqueness = ValidationRule(
    "Variable Uniqueness", section: "5.8.1", alias: "UniqueVariableNamesRule"
  ) { survey, report in
    for case let operation? in survey.operations.map(\.operation) {
      var names: [String: Position] = [:]
      for name in operation.variables.map(\.name) {
        guard let first = names.updateValue(name.position, forKey: name.text) else { continue }
        report.add(
          "There may be only one variable \"$\(name.text)\"", at: first, name.position)
      }
    }
  }
}
