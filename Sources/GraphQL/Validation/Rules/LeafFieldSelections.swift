extension ValidationRule {
  /// Scalars and enums have no selection below them, everything else has one (§5.3.3).
  public static let leafFieldSelections = ValidationRule(
    "Leaf Field Selections", section: "5.3.3", alias: "ScalarLeafsRule"
  ) { survey, report in
    for field in survey.fields {
      guard let type = field.type else { continue }
      let isLeaf = survey.schema[type.id].leaf != .none
      guard isLeaf == (field.selectionSet != nil) else { continue }
      let name = survey.text(field.name)
      report.add(
        isLeaf
          ? "\"\(name)\" of \(survey.schema.name(of: type)) has nothing below it to select"
          : "\"\(name)\" of \(survey.schema.name(of: type)) needs a selection of fields: "
            + "\"\(name) { … }\"",
        at: isLeaf ? field.selectionsPosition : field.position)
    }
  }
}
