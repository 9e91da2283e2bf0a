extension ValidationRule {
  /// Fragments are on types that have fields (§5.5.1.3).
  public static let fragmentsOnCompositeTypes = ValidationRule(
    "Fragments on Object, Interface or Union Types", section: "5.5.1.3",
    alias: "FragmentsOnCompositeTypesRule"
  ) { survey, report in
    survey.forEachCondition { condition in
      guard !condition.type.isNone, condition.composite.isNone else { return }
      report.add(
        "A fragment cannot be on \"\(survey.text(condition.name))\", which has no fields",
        at: condition.position)
    }
  }
}
