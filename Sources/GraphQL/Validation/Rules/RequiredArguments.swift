extension ValidationRule {
  /// Arguments that may not be null and have no default are given (§5.4.3).
  public static let requiredArguments = ValidationRule(
    "Required Arguments", section: "5.4.3", alias: "ProvidedRequiredArgumentsRule"
  ) { survey, report in
    for list in survey.argumentLists {
      for definition in list.definitions ?? [] where definition.isRequired {
        // A null is told by Values of Correct Type, where it stands.
        guard !list.given.contains(where: { $0.name.text == definition.name }) else { continue }
        report.add(
          "\(survey.name(of: list.owner)) needs the argument \"\(definition.name)\" of "
            + survey.schema.name(of: definition.type),
          at: list.position)
      }
    }
  }
}
