extension ValidationRule {
  /// Fields that may not be null and have no default are given (§5.6.4).
  public static let inputObjectRequiredFields = ValidationRule(
    "Input Object Required Fields", section: "5.6.4", alias: "ValuesOfCorrectTypeRule"
  ) { survey, report in
    for object in survey.objects {
      guard let type = object.type.map({ survey.schema[$0] }) else { continue }
      for definition in type.inputFields where definition.isRequired {
        guard !object.fields.contains(where: { $0.name.text == definition.name }) else { continue }
        report.add(
          "\(type.name) needs the field \"\(definition.name)\" of "
            + survey.schema.name(of: definition.type),
          at: object.position)
      }
    }
  }
}
