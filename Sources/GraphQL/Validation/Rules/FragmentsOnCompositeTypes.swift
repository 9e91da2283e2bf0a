extension ValidationRule {
  /// Fragments are on types that have fields (§5.5.1.3).
  public static let fragmentsOnCompositeTypes = ValidationRule(
    "Fragments on Object, Interface or Union Types", section: "5.5.1.3",
    alias: "FragmentsOnCompositeTypesRule"
  ) { survey, report in
    let conditions =
      survey.fragments.map(\.definition.typeCondition)
      + survey.inlineFragments.compactMap(\.node.typeCondition)
    for condition in conditions {
      guard let type = survey.schema.typeID(named: condition.text),
        !survey.schema[type].kind.isComposite
      else { continue }
      report.add(
        "A fragment cannot be on \"\(condition.text)\", which has no fields",
        at: condition.position)
    }
  }
}
