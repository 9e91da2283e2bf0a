extension ValidationRule {
  /// Nothing is used that should not be used any more; no rule of the specification.
  public static let noDeprecatedUse = ValidationRule(
    "No Deprecated Use", section: "", alias: "NoDeprecatedCustomRule"
  ) { survey, report in
    for field in survey.fields {
      guard let parent = field.parent.type, let index = field.definition.index else { continue }
      let definition = survey.schema[parent].fields[index]
      guard let reason = definition.deprecationReason else { continue }
      report.add(
        "\(survey.typeName(parent)).\(definition.name) is deprecated: \(reason)",
        at: survey.position(of: field))
    }
    for list in survey.inputLists {
      let definitions = survey.definitions(of: list.owner)
      for input in survey.inputs[list.inputs.range] {
        guard let definition = input.definition.index.map({ definitions[$0] }),
          let reason = definition.deprecationReason
        else { continue }
        report.add(
          "\"\(definition.name)\" of \(survey.name(of: list.owner)) is deprecated: \(reason)",
          at: input.position)
      }
    }
    for use in survey.deprecatedValues {
      let name = survey.syntax.text(survey.syntax.name(at: survey.syntax.start(Int(use.node))))
      guard
        let reason = survey.schema[use.type.id].value(named: name)?.deprecationReason
      else { continue }
      report.add(
        "\(survey.typeName(use.type.id)).\(name) is deprecated: \(reason)",
        at: survey.syntax.position(Int(use.node)))
    }
  }
}
