extension ValidationRule {
  /// Only repeatable directives stand in one place twice (§5.7.3).
  public static let directivesAreUniquePerLocation = ValidationRule(
    "Directives Are Unique per Location", section: "5.7.3", alias: "UniqueDirectivesPerLocationRule"
  ) { survey, report in
    for list in survey.directiveLists where list.directives.count > 1 {
      let names = survey.directives[list.directives.range].lazy.filter { directive in
        directive.definition.index.map { !survey.schema.directives[$0].isRepeatable } ?? false
      }.map { ($0.name, survey.position(of: $0)) }
      for repeated in Repetitions(names).pairs {
        report.add(
          "The directive \"@\(survey.text(repeated.name))\" may stand here only once",
          at: repeated.first, repeated.second)
      }
    }
  }
}
