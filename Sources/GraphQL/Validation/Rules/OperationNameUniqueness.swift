extension ValidationRule {
  /// No two operations have the same name (§5.2.2.1).
  public static let operationNameUniqueness = ValidationRule(
    "Operation Name Uniqueness", section: "5.2.2.1", alias: "UniqueOperationNamesRule"
  ) { survey, report in
    var names: [String: Position] = [:]
    for case let name? in survey.operations.map(\.operation?.name) {
      guard let first = names.updateValue(name.position, forKey: name.text) else { continue }
      report.add(
        "There may be only one operation \"\(name.text)\"", at: first, name.position)
    }
  }
}
