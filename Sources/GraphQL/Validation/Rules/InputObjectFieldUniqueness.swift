extension ValidationRule {
  /// No field of an input object is given twice (§5.6.3).
  public static let inputObjectFieldUniqueness = ValidationRule(
    "Input Object Field Uniqueness", section: "5.6.3", alias: "UniqueInputFieldNamesRule"
  ) { survey, report in
    for list in survey.inputLists where !list.isArguments && list.inputs.count > 1 {
      let names = survey.inputs[list.inputs.range].lazy.map { ($0.name, $0.position) }
      for repeated in Repetitions(names).pairs {
        report.add(
          "The field \"\(survey.text(repeated.name))\" is given twice",
          at: repeated.first, repeated.second)
      }
    }
  }
}
