extension ValidationRule {
  /// An operation without a name stands alone (§5.2.3.1).
  public static let loneAnonymousOperation = ValidationRule(
    "Lone Anonymous Operation", section: "5.2.3.1", alias: "LoneAnonymousOperationRule"
  ) { survey, report in
    guard survey.operations.count > 1 else { return }
    for operation in survey.operations where operation.name.isNone {
      report.add(
        "An anonymous operation must be the only operation", at: survey.position(of: operation))
    }
  }
}
