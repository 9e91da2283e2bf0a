extension ValidationRule {
  /// No argument is given twice (§5.4.2).
  public static let argumentUniqueness = ValidationRule(
    "Argument Uniqueness", section: "5.4.2", alias: "UniqueArgumentNamesRule"
  ) { survey, report in
    for list in survey.inputLists where list.isArguments && list.inputs.count > 1 {
      let names = survey.inputs[list.inputs.range].lazy.map { ($0.name, $0.position) }
      for repeated in Repetitions(names).groups {
        report.add(
          "The argument \"\(survey.text(repeated.name))\" is given more than once",
          at: repeated.positions)
      }
    }
  }
}
