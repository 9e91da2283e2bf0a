extension ValidationRule {
  /// Fragments that are spread exist (§5.5.2.1).
  public static let fragmentSpreadTargetDefined = ValidationRule(
    "Fragment Spread Target Defined", section: "5.5.2.1", alias: "KnownFragmentNamesRule"
  ) { survey, report in
    for spread in survey.spreads
    where survey.fragmentIndexes[spread.node.name.text] == nil {
      let name = spread.node.name
      report.add(
        "Unknown fragment \"\(name.text)\""
          + suggestion(name.text, survey.fragments.map(\.definition.name.text)),
        at: name.position)
    }
  }
}
