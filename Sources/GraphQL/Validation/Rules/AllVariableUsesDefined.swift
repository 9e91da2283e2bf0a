extension ValidationRule {
  /// Every variable that an operation uses, through fragments too, is defined by it (§5.8.3).
  public static let allVariableUsesDefined = ValidationRule(
    "All Variable Uses Defined", section: "5.8.3", alias: "NoUndefinedVariablesRule"
  ) { survey, report in
    guard !survey.variableUses.isEmpty else { return }
    var defined = VariablesByName(survey)
    survey.forEachReach(&report) { operation, report in
      defined.set(operation)
      survey.forEachVariableUse(of: operation) { use in
        guard defined[use.name] == nil else { return }
        let owner = operation.name.index.map { " by operation \"\(survey.text($0))\"" } ?? ""
        report.add(
          "The variable \"$\(survey.text(use.name))\" is not defined\(owner)",
          at: use.position, survey.position(of: operation))
      }
    }
  }
}
