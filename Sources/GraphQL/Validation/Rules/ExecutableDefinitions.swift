extension ValidationRule {
  /// Only operations and fragments are executed (§5.1.1).
  public static let executableDefinitions = ValidationRule(
    "Executable Definitions", section: "5.1.1", alias: "ExecutableDefinitionsRule"
  ) { survey, report in
    for definition in survey.document.typeSystem {
      switch definition {
      case .operation, .fragment: break
      case .schema(let schema):
        report.add("A schema definition is not executable", at: schema.position)
      case .type(let type):
        report.add(
          "The definition of type \"\(type.name.text)\" is not executable", at: type.position)
      case .directive(let directive):
        report.add(
          "The definition of directive \"@\(directive.name.text)\" is not executable",
          at: directive.position)
      }
    }
  }
}
