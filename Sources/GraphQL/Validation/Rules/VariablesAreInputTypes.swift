extension ValidationRule {
  /// Variables are of input types, which exist (§5.8.2).
  public static let variablesAreInputTypes = ValidationRule(
    "Variables Are Input Types", section: "5.8.2", alias: "VariablesAreInputTypesRule"
  ) { survey, report in
    for variable in survey.operations.flatMap({ $0.operation?.variables ?? [] }) {
      let name = variable.type.name
      guard let type = survey.schema.typeID(named: name.text) else {
        report.add(
          "Unknown type \"\(name.text)\""
            + suggestion(name.text, survey.schema.types.map(\.name)),
          at: name.position)
        continue
      }
      guard !survey.schema[type].kind.isInput else { continue }
      report.add(
        "The variable \"$\(variable.name.text)\" cannot be of \(print(variable.type)), which is "
          + "no input type",
        at: variable.type.position)
    }
  }
}
