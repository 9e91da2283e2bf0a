extension ValidationRule {
  /// Directives stand where they may (§5.7.2).
  public static let directivesAreInValidLocations = ValidationRule(
    "Directives Are in Valid Locations", section: "5.7.2", alias: "KnownDirectivesRule"
  ) { survey, report in
    for list in survey.directiveLists {
      for directive in survey.directives[list.directives.range] {
        guard let definition = directive.definition.index,
          !survey.schema.directives[definition].locations.contains(list.location)
        else { continue }
        report.add(
          "The directive \"@\(survey.text(directive.name))\" may not stand on "
            + list.location.rawValue, at: survey.position(of: directive))
      }
    }
  }
}
