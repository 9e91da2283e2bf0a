extension ValidationRule {
  /// Fragments that are spread exist (§5.5.2.1).
  public static let fragmentSpreadTargetDefined = ValidationRule(
    "Fragment Spread Target Defined", section: "5.5.2.1", alias: "KnownFragmentNamesRule"
  ) { survey, report in
    for spread in survey.spreads where spread.fragment.isNone {
      let name = survey.text(spread.name)
      report.add(
        "Unknown fragment \"\(name)\""
          + suggestion(name, survey.fragments.map { survey.text($0.name) }),
        at: spread.namePosition)
    }
  }
}
