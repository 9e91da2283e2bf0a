extension ValidationRule {
  /// Directives stand where they may (§5.7.2).
  public static let directivesAreInValidLocations = ValidationRule(
    "Directives Are in Valid Locations", section: "5.7.2", alias: "KnownDirectivesRule"
  ) { survey, report in
    for list in survey.directiveLists {
      for directive in list.directives {
        guard let definition = survey.schema.directive(named: directive.name.text),
          !definition.locations.contains(list.location)
        else { continue }
        report.add(
          "The directive \"@\(directive.name.text)\" may not stand on \(list.location.rawValue)",
          at: directive.position)
      }
    }
  }
}
