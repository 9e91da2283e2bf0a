extension ValidationRule {
  /// Every variable that an operation uses, through fragments too, is defined by it (§5.8.3).
  public static let allVariableUsesDefined = ValidationRule(
    "All Variable Uses Defined", section: "5.8.3", alias: "NoUndefinedVariablesRule"
  ) { survey, report in
    survey.forEachReach(&report) { operation, reached, report in
      let defined = Set(operation.variables.map(\.name.text))
      for use in reached.flatMap({ survey.variableUses[$0.variableUses] })
      where !defined.contains(use.name) {
        let owner = operation.name.map { " by operation \"\($0.text)\"" } ?? ""
        report.add(
          "The variable \"$\(use.name)\" is not defined\(owner)",
          at: use.position, operation.position)
      }
    }
  }
}
