extension ValidationRule {
  /// Every variable that an operation defines is used by it, perhaps through fragments (§5.8.4).
  public static let allVariablesUsed = ValidationRule(
    "All Variables Used", section: "5.8.4", alias: "NoUnusedVariablesRule"
  ) { survey, report in
    guard !survey.variables.isEmpty else { return }
    // By name: the number of the operation that used it last.
    var users = [Int32](repeating: -1, count: survey.symbols.count)
    var number: Int32 = -1
    survey.forEachReach(&report) { operation, report in
      number += 1
      guard !operation.variables.isEmpty else { return }
      survey.forEachVariableUse(of: operation) { users[Int($0.name)] = number }
      for index in operation.variables.range
      where users[Int(survey.variables[index].name)] != number {
        let variable = survey.variables[index]
        let owner = operation.name.index.map { " in operation \"\(survey.text($0))\"" } ?? ""
        report.add(
          "The variable \"$\(survey.text(variable.name))\" is never used\(owner)",
          at: variable.position)
      }
    }
  }
}
