extension ValidationRule {
  /// Fields that may not be null and have no default are given (§5.6.4).
  public static let inputObjectRequiredFields = ValidationRule(
    "Input Object Required Fields", section: "5.6.4", alias: "ValuesOfCorrectTypeRule"
  ) { survey, report in
    for list in survey.inputLists where list.isIncomplete && !list.isArguments {
      for definition in survey.missing(from: list) {
        report.add(
          "\(survey.name(of: list.owner)) needs the field \"\(definition.name)\" of "
            + survey.schema.name(of: definition.type),
          at: list.position)
      }
    }
  }
}
