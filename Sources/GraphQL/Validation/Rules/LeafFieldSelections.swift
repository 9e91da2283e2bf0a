extension ValidationRule {
  /// Scalars and enums have no selection below them, everything else has one (§5.3.3).
  public static let leafFieldSelections = ValidationRule(
    "Leaf Field Selections", section: "5.3.3", alias: "ScalarLeafsRule"
  ) { survey, report in
    for field in survey.fields {
      guard let type = survey.type(of: field) else { continue }
      let isLeaf = survey.schema[type.id].leaf != .none
      let set = field.selectionSet.index
      guard isLeaf == (set != nil) else { continue }
      let name = survey.text(field.name)
      report.add(
        isLeaf
          ? "\"\(name)\" of \(survey.schema.name(of: type)) has nothing below it to select"
          : "\"\(name)\" of \(survey.schema.name(of: type)) needs a selection of fields: "
            + "\"\(name) { … }\"",
        at: set.map { survey.selectionSets[$0].position } ?? survey.position(of: field))
    }
  }
}
