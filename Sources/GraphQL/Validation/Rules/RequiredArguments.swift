extension ValidationRule {
  /// Arguments that may not be null and have no default are given (§5.4.3).
  public static let requiredArguments = ValidationRule(
    "Required Arguments", section: "5.4.3", alias: "ProvidedRequiredArgumentsRule"
  ) { survey, report in
    for list in survey.inputLists where list.isIncomplete && list.isArguments {
      for definition in survey.missing(from: list) {
        report.add(
          "\(survey.name(of: list.owner)) needs the argument \"\(definition.name)\" of "
            + survey.schema.name(of: definition.type),
          at: list.position)
      }
    }
  }
}

extension Survey {
  /// What must be given in a list and is not; a null is told by Values of Correct Type.
  func missing(from list: InputList) -> [Schema.InputValue] {
    let definitions = definitions(of: list.owner)
    let given = Set(inputs[list.inputs.range].compactMap(\.definition.index))
    return definitions.indices.filter { definitions[$0].isRequired && !given.contains($0) }
      .map { definitions[$0] }
  }
}
