extension ValidationRule {
  /// Fragments are on types that exist (§5.5.1.2).
  public static let fragmentSpreadTypeExistence = ValidationRule(
    "Fragment Spread Type Existence", section: "5.5.1.2", alias: "KnownTypeNamesRule"
  ) { survey, report in
    survey.forEachCondition { condition in
      guard condition.type.isNone else { return }
      let name = survey.text(condition.name)
      report.add(
        "Unknown type \"\(name)\"" + suggestion(name, survey.schema.types.map(\.name)),
        at: condition.position)
    }
  }
}

extension Survey {
  /// Does something with the type condition of every fragment.
  func forEachCondition(_ body: (TypeCondition) -> Void) {
    for fragment in fragments { body(fragment.condition) }
    for inline in inlineFragments { if let condition = inline.condition { body(condition) } }
  }
}
