extension ValidationRule {
  /// Fragments are on types that exist (§5.5.1.2).
  public static let fragmentSpreadTypeExistence = ValidationRule(
    "Fragment Spread Type Existence", section: "5.5.1.2", alias: "KnownTypeNamesRule"
  ) { survey, report in
    let conditions =
      survey.fragments.map(\.definition.typeCondition)
      + survey.inlineFragments.compactMap(\.node.typeCondition)
    for condition in conditions where survey.schema.typeID(named: condition.text) == nil {
      report.add(
        "Unknown type \"\(condition.text)\""
          + suggestion(condition.text, survey.schema.types.map(\.name)),
        at: condition.position)
    }
  }
}
