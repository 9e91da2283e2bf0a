extension ValidationRule {
  /// Directives exist (§5.7.1).
  public static let directivesAreDefined = ValidationRule(
    "Directives Are Defined", section: "5.7.1", alias: "KnownDirectivesRule"
  ) { survey, report in
    for directive in survey.directives where directive.definition.isNone {
      report.add(
        "Unknown directive \"@\(survey.text(directive.name))\""
          + suggestion(
            survey.text(directive.name), survey.schema.directives.map(\.name), prefix: "@"),
        at: survey.position(of: directive))
    }
  }
}
