extension ValidationRule {
  /// Only repeatable directives stand in one place twice (§5.7.3).
  public static let directivesAreUniquePerLocation = ValidationRule(
    "Directives Are Unique per Location", section: "5.7.3", alias: "UniqueDirectivesPerLocationRule"
  ) { survey, report in
    for list in survey.directiveLists where list.directives.count > 1 {
      var names: [String: Position] = [:]
      for directive in list.directives {
        guard
          let definition = survey.schema.directive(named: directive.name.text),
          !definition.isRepeatable,
          let first = names.updateValue(directive.position, forKey: directive.name.text)
        else { continue }
        report.add(
          "The directive \"@\(directive.name.text)\" may stand here only once",
          at: first, directive.position)
      }
    }
  }
}
