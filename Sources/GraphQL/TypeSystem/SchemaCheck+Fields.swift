/// Fields, arguments and input fields (§3.6, §3.7, §3.10).
extension SchemaCheck {
  mutating func fields(of type: Schema.NamedType) {
    if type.fields.isEmpty { report.add("\(type.name) has no fields", at: type.position) }
    unique(type.fields.map { ($0.name, $0.position) }, "field", of: type.name)
    for field in type.fields {
      name(field.name, at: field.position)
      if !schema[field.type.id].kind.isOutput {
        report.add(
          "\(type.name).\(field.name) is of \(schema.name(of: field.type)), which is no output "
            + "type", at: field.position)
      }
      inputs(field.arguments, "argument", of: "\(type.name).\(field.name)")
    }
  }

  mutating func inputFields(of type: Schema.NamedType) {
    if type.inputFields.isEmpty { report.add("\(type.name) has no fields", at: type.position) }
    inputs(type.inputFields, "field", of: type.name)
    guard type.isOneOf else { return }
    for field in type.inputFields where field.type.isNonNull || field.defaultValue != nil {
      report.add(
        "\(type.name).\(field.name) must be nullable and without a default, as \(type.name) takes "
          + "one of its fields", at: field.position)
    }
  }

  mutating func inputs(_ inputs: [Schema.InputValue], _ what: String, of owner: String) {
    unique(inputs.map { ($0.name, $0.position) }, what, of: owner)
    for input in inputs {
      name(input.name, at: input.position)
      guard schema[input.type.id].kind.isInput else {
        report.add(
          "The \(what) \"\(input.name)\" of \(owner) is of \(schema.name(of: input.type)), which "
            + "is no input type", at: input.position)
        continue
      }
      if input.isRequired, input.deprecationReason != nil {
        report.add(
          "The \(what) \"\(input.name)\" of \(owner) is required and may not be deprecated",
          at: input.position)
      }
      defaultValue(of: input, what, owner)
    }
  }

  private mutating func defaultValue(
    of input: Schema.InputValue, _ what: String, _ owner: String
  ) {
    guard let literal = input.defaultValue else { return }
    // Defaults inside defaults are checked where they stand, so a shallow look is enough here.
    var survey = Survey(Document([], source: schema.source), schema, [:], .trusted)
    survey.add(literal, as: input.type)
    var found = ValidationReport(limit: 1)
    for rule in [
      ValidationRule.valuesOfCorrectType, .inputObjectFieldNames, .inputObjectRequiredFields,
      .inputObjectFieldUniqueness,
    ] { rule.check(survey, &found) }
    guard let error = found.errors(in: SourceText("")).first else { return }
    report.add(
      "The default of the \(what) \"\(input.name)\" of \(owner) is invalid: \(error.message)",
      at: literal.position)
  }
}
