extension ValidationRule {
  /// Fields are fields of their type (§5.3.1).
  public static let fieldSelections = ValidationRule(
    "Field Selections", section: "5.3.1", alias: "FieldsOnCorrectTypeRule"
  ) { survey, report in
    for field in survey.fields where field.definition.isNone {
      guard let parent = field.parent.type, survey.type(of: field) == nil else { continue }
      let type = survey.schema[parent]
      report.add(
        "\(type.name) has no field \"\(survey.text(field.name))\""
          + suggestion(survey.text(field.name), type.fields.map(\.name)),
        at: survey.position(of: field))
    }
  }
}
