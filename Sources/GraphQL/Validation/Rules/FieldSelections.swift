extension ValidationRule {
  /// Fields are fields of their type (§5.3.1).
  public static let fieldSelections = ValidationRule(
    "Field Selections", section: "5.3.1", alias: "FieldsOnCorrectTypeRule"
  ) { survey, report in
    for field in survey.fields where field.definition == nil {
      guard let parent = field.parent else { continue }
      let type = survey.schema[parent]
      report.add(
        "\(type.name) has no field \"\(field.node.name.text)\""
          + suggestion(field.node.name.text, type.fields.map(\.name)),
        at: field.node.position)
    }
  }
}
