extension ValidationRule {
  /// No two operations have the same name (§5.2.2.1).
  public static let operationNameUniqueness = ValidationRule(
    "Operation Name Uniqueness", section: "5.2.2.1", alias: "UniqueOperationNamesRule"
  ) { survey, report in
    guard survey.operations.count > 1 else { return }
    let names = survey.operations.lazy.compactMap { operation in
      operation.name.index.map { (UInt32($0), survey.namePosition(operation.node)) }
    }
    for repeated in Repetitions(names).pairs {
      report.add(
        "There may be only one operation \"\(survey.text(repeated.name))\"",
        at: repeated.first, repeated.second)
    }
  }
}
