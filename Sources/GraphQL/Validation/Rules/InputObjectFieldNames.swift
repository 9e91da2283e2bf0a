extension ValidationRule {
  /// The fields of an input object are fields of its type (§5.6.2).
  public static let inputObjectFieldNames = ValidationRule(
    "Input Object Field Names", section: "5.6.2", alias: "ValuesOfCorrectTypeRule"
  ) { survey, report in
    for list in survey.inputLists where list.isKnown && !list.isArguments {
      for input in survey.inputs[list.inputs.range] where input.definition.isNone {
        report.add(
          "\(survey.name(of: list.owner)) has no field \"\(survey.text(input.name))\""
            + suggestion(
              survey.text(input.name), survey.definitions(of: list.owner).map(\.name)),
          at: input.position)
      }
    }
  }
}
