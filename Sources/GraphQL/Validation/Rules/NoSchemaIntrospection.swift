extension ValidationRule {
  /// The schema is not asked about itself, but for `__typename`; no rule of the specification.
  public static let noSchemaIntrospection = ValidationRule(
    "No Schema Introspection", section: "", alias: "NoSchemaIntrospectionCustomRule"
  ) { survey, report in
    for field in survey.fields {
      guard let type = survey.type(of: field), survey.typeName(type.id).hasPrefix("__") else {
        continue
      }
      report.add(
        "\"\(survey.text(field.name))\" asks about the schema, which is not allowed here",
        at: survey.position(of: field))
    }
  }
}
