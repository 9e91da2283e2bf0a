extension ValidationRule {
  /// No two fragments have the same name (§5.5.1.1).
  public static let fragmentNameUniqueness = ValidationRule(
    "Fragment Name Uniqueness", section: "5.5.1.1", alias: "UniqueFragmentNamesRule"
  ) { survey, report in
    var names: [String: Position] = [:]
    for name in survey.fragments.map(\.definition.name) {
      guard let first = names.updateValue(name.position, forKey: name.text) else { continue }
      report.add("There may be only one fragment \"\(name.text)\"", at: first, name.position)
    }
  }
}
