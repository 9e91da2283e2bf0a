extension ValidationRule {
  /// Arguments are arguments of their field or directive (§5.4.1).
  public static let argumentNames = ValidationRule(
    "Argument Names", section: "5.4.1", alias: "KnownArgumentNamesRule"
  ) { survey, report in
    for list in survey.inputLists where list.isKnown && list.isArguments {
      for input in survey.inputs[list.inputs.range] where input.definition.isNone {
        report.add(
          "\(survey.name(of: list.owner)) has no argument \"\(survey.text(input.name))\""
            + suggestion(
              survey.text(input.name), survey.definitions(of: list.owner).map(\.name)),
          at: input.position)
      }
    }
  }
}

extension Survey.InputList {
  /// Whether these are arguments, and not the fields of an input object.
  var isArguments: Bool { if case .object = owner { false } else { true } }
}
