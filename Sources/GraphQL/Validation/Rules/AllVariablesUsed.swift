extension ValidationRule {
  /// Every variable that an operation defines is used by it, perhaps through fragments (§5.8.4).
  public static let allVariablesUsed = ValidationRule(
    "All Variables Used", section: "5.8.4", alias: "NoUnusedVariablesRule"
  ) { survey, report in
    survey.forEachReach(&report) { operation, reached, report in
      guard !operation.variables.isEmpty else { return }
      let used = Set(reached.flatMap { survey.variableUses[$0.variableUses].map(\.name) })
      for variable in operation.variables where !used.contains(variable.name.text) {
        let owner = operation.name.map { " in operation \"\($0.text)\"" } ?? ""
        report.add(
          "The variable \"$\(variable.name.text)\" is never used\(owner)",
          at: variable.position)
      }
    }
  }
}
