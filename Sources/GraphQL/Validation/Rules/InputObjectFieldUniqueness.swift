extension ValidationRule {
  /// No field of an input object is given twice (§5.6.3).
  public static let inputObjectFieldUniqueness = ValidationRule(
    "Input Object Field Uniqueness", section: "5.6.3", alias: "UniqueInputFieldNamesRule"
  ) { survey, report in
    for object in survey.objects where object.fields.count > 1 {
      var names: [String: Position] = [:]
      for field in object.fields {
        let name = field.name
        guard let first = names.updateValue(name.position, forKey: name.text) else { continue }
        report.add("The field \"\(name.text)\" is given twice", at: first, name.position)
      }
    }
  }
}
