extension ValidationRule {
  /// Some object can be of the type of a fragment and of the type around it (§5.5.2.3).
  public static let fragmentSpreadIsPossible = ValidationRule(
    "Fragment Spread Is Possible", section: "5.5.2.3", alias: "PossibleFragmentSpreadsRule"
  ) { survey, report in
    for spread in survey.spreads {
      guard let parent = spread.parent.type, let fragment = spread.fragment.index,
        let type = survey.fragments[fragment].condition.composite.type,
        !survey.schema.overlap(parent, type)
      else { continue }
      report.add(
        "The fragment \"\(survey.text(spread.name))\" is on \(survey.typeName(type)), and no "
          + "\(survey.typeName(parent)) can be of that type",
        at: spread.position)
    }
    for inline in survey.inlineFragments {
      guard let parent = inline.parent.type, let type = inline.condition?.composite.type,
        !survey.schema.overlap(parent, type)
      else { continue }
      report.add(
        "A fragment is on \(survey.typeName(type)), and no \(survey.typeName(parent)) can be of "
          + "that type",
        at: inline.position)
    }
  }
}
