extension ValidationRule {
  /// Some object can be of the type of a fragment and of the type around it (§5.5.2.3).
  public static let fragmentSpreadIsPossible = ValidationRule(
    "Fragment Spread Is Possible", section: "5.5.2.3", alias: "PossibleFragmentSpreadsRule"
  ) { survey, report in
    for spread in survey.spreads {
      guard let parent = spread.parent,
        let type = survey.fragment(named: spread.node.name.text)?.type,
        !survey.schema.overlap(parent, type)
      else { continue }
      report.add(
        "The fragment \"\(spread.node.name.text)\" is on \(survey.typeName(type)), and no "
          + "\(survey.typeName(parent)) can be of that type",
        at: spread.node.position)
    }
    for inline in survey.inlineFragments {
      guard let parent = inline.parent,
        let type = inline.node.typeCondition.flatMap({ survey.compositeType($0.text) }),
        !survey.schema.overlap(parent, type)
      else { continue }
      report.add(
        "A fragment is on \(survey.typeName(type)), and no \(survey.typeName(parent)) can be of "
          + "that type",
        at: inline.node.position)
    }
  }
}
