extension ValidationRule {
  /// No two fragments have the same name (§5.5.1.1).
  public static let fragmentNameUniqueness = ValidationRule(
    "Fragment Name Uniqueness", section: "5.5.1.1", alias: "UniqueFragmentNamesRule"
  ) { survey, report in
    guard survey.fragments.count > 1 else { return }
    for repeated in Repetitions(
      survey.fragments.lazy.map { ($0.name, survey.namePosition($0.node)) }
    ).pairs {
      report.add(
        "There may be only one fragment \"\(survey.text(repeated.name))\"",
        at: repeated.first, repeated.second)
    }
  }
}
