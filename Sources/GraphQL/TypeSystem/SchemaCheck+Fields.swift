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
    do throws(CoercionError) {
      try coercion.check(literal, as: input.type)
    } catch {
      report.add(
        "The default of the \(what) \"\(input.name)\" of \(owner) is invalid: "
          + capitalized(error.message),
        at: error.position ?? literal.position)
    }
  }
}

extension InputCoercion {
  /// That a constant literal fits a type, without the defaults of what is absent in it: those are
  /// checked where they stand, and may go in circles.
  fileprivate func check(_ literal: Literal, as type: Schema.TypeRef) throws(CoercionError) {
    if case .null = literal.kind, type.isNonNull {
      throw CoercionError("expected a value of \(schema.name(of: type)), found null")
    }
    if case .null = literal.kind { return }
    if let element = type.element {
      guard case .list(let elements) = literal.kind else { return try check(literal, as: element) }
      for literal in elements { try check(literal, as: element) }
    } else if schema[type.id].kind == .inputObject {
      try checkObject(literal, schema[type.id])
    } else {
      _ = try leaf(literal, schema[type.id])
    }
  }

  private func checkObject(
    _ literal: Literal, _ type: Schema.NamedType
  ) throws(CoercionError) {
    guard case .object(let fields) = literal.kind else {
      throw CoercionError("expected an object of \(type.name), found \(print(literal).prefix(60))")
    }
    var names: Set<Name> = []
    for field in fields {
      let name = field.name
      guard let definition = type.inputField(named: name.text) else {
        throw CoercionError(
          "\(type.name) has no field \"\(name.text)\""
            + suggestion(name.text, type.inputFields.map(\.name)), at: name.position)
      }
      guard names.insert(name).inserted else {
        throw CoercionError("the field \"\(name.text)\" is given twice", at: name.position)
      }
      try check(field.value, as: definition.type)
    }
    for definition in type.inputFields where definition.isRequired {
      if !names.contains(Name(definition.name)) { _ = try absent(definition, of: type) }
    }
    guard !type.isOneOf || (fields.count == 1 && fields[0].value.kind != .null) else {
      throw CoercionError("\(type.name) takes exactly one field, and that not null")
    }
  }
}
