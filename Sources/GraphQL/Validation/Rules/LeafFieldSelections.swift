extension ValidationRule {
  /// Scalars and enums have no selection below them, everything else has one (§5.3.3).
  public static let leafFieldSelections = ValidationRule(
    "Leaf Field Selections", section: "5.3.3", alias: "ScalarLeafsRule"
  ) { survey, report in
    for field in survey.fields {
      guard let type = field.definition?.type else { continue }
      let isLeaf = survey.schema[type.id].kind.isLeaf
      guard isLeaf != field.node.selections.isEmpty else { continue }
      let name = field.node.name.text
      report.add(
        isLeaf
          ? "\"\(name)\" of \(survey.schema.name(of: type)) has nothing below it to select"
          : "\"\(name)\" of \(survey.schema.name(of: type)) needs a selection of fields: "
            + "\"\(name) { … }\"",
        at: field.node.position)
    }
  }
}
