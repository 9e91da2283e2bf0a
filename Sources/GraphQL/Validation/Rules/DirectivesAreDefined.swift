extension ValidationRule {
  /// Directives exist (§5.7.1).
  public static let directivesAreDefined = ValidationRule(
    "Directives Are Defined", section: "5.7.1", alias: "KnownDirectivesRule"
  ) { survey, report in
    for directive in survey.directiveLists.flatMap(\.directives)
    where survey.schema.directive(named: directive.name.text) == nil {
      report.add(
        "Unknown directive \"@\(directive.name.text)\""
          + suggestion(
            directive.name.text, survey.schema.directives.map(\.name), prefix: "@"),
        at: directive.position)
    }
  }
}
