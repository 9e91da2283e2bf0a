extension ValidationRule {
  /// The fields of an input object are fields of its type (§5.6.2).
  public static let inputObjectFieldNames = ValidationRule(
    "Input Object Field Names", section: "5.6.2", alias: "ValuesOfCorrectTypeRule"
  ) { survey, report in
    for object in survey.objects {
      guard let type = object.type.map({ survey.schema[$0] }) else { continue }
      for field in object.fields where type.inputField(named: field.name.text) == nil {
        report.add(
          "\(type.name) has no field \"\(field.name.text)\""
            + suggestion(field.name.text, type.inputFields.map(\.name)),
          at: field.name.position)
      }
    }
  }
}
