internal import Coding

/// Literals of a document, with variables in them.
extension InputCoercion {
  /// The value of a literal. A variable that is absent counts as null here; where absence makes a
  /// difference, in arguments and object fields, `isAbsent` is asked first.
  func value(_ literal: Literal, as type: Schema.TypeRef) throws(CoercionError) -> InputValue {
    if case .variable(let name) = literal.kind {
      let value = variables[name.text] ?? .null
      guard !value.isNull || !type.isNonNull else {
        throw CoercionError(
          "expected a value of \(schema.name(of: type)), but variable \"$\(name.text)\" is null",
          at: literal.position)
      }
      return value
    }
    if case .null = literal.kind {
      guard !type.isNonNull else {
        throw CoercionError(
          "expected a value of \(schema.name(of: type)), found null", at: literal.position)
      }
      return .null
    }
    guard let element = type.element else {
      let type = schema[type.id]
      return type.kind == .inputObject ? try object(literal, type) : try leaf(literal, type)
    }
    guard case .list(let elements) = literal.kind else {
      return .list([try value(literal, as: element)])
    }
    var list: [InputValue] = []
    list.reserveCapacity(elements.count)
    for literal in elements { list.append(try value(literal, as: element)) }
    return .list(list)
  }

  /// Whether the value is a variable that was not given and has no default.
  func isAbsent(_ literal: Literal) -> Bool {
    if case .variable(let name) = literal.kind { variables[name.text] == nil } else { false }
  }

  /// The value of a literal that is no variable, of a scalar or enum.
  func leaf(_ literal: Literal, _ type: Schema.NamedType) throws(CoercionError) -> InputValue {
    do throws(CoercionError) {
      switch (type.name, literal.kind) {
      case ("Int", .int(let digits)):
        guard let value = Int32(digits) else { return try int(digits) }
        return .int(Int(value))
      case ("Float", .int(let digits)), ("Float", .float(let digits)): return try double(digits)
      case ("String", .string(let text, _)), ("ID", .string(let text, _)): return .string(text)
      case ("ID", .int(let digits)): return .string(digits)
      case ("Boolean", .boolean(let flag)): return .boolean(flag)
      case ("Int", _), ("Float", _), ("String", _), ("ID", _), ("Boolean", _):
        throw CoercionError("expected \(type.name), found \(print(literal).prefix(60))")
      case (_, .enumeration(let name))
      where type.kind == .enumeration && type.hasValue(named: name):
        return .enumeration(name)
      case _ where type.kind == .enumeration:
        let written = print(literal)
        throw CoercionError(
          "expected a value of the enum \(type.name), found \(written.prefix(60))"
            + suggestion(written.filter { $0 != "\"" }, type.values.map(\.name)))
      default: return try custom(json(literal), type)
      }
    } catch {
      throw CoercionError(error.message, at: literal.position)
    }
  }

  private func object(
    _ literal: Literal, _ type: Schema.NamedType
  ) throws(CoercionError) -> InputValue {
    guard case .object(let fields) = literal.kind else {
      throw CoercionError(
        "expected an object of \(type.name), found \(print(literal).prefix(60))",
        at: literal.position)
    }
    for field in fields where type.inputField(named: field.name.text) == nil {
      throw CoercionError(
        "\(type.name) has no field \"\(field.name.text)\""
          + suggestion(field.name.text, type.inputFields.map(\.name)), at: field.name.position)
    }
    var entries: [InputValue.Entry] = []
    for field in type.inputFields {
      if let given = fields.first(where: { $0.name.text == field.name }), !isAbsent(given.value) {
        entries.append(.init(field.name, try value(given.value, as: field.type)))
      } else if let value = try absent(field, of: type) {
        entries.append(.init(field.name, value))
      }
    }
    // Exactly one must be written, too: `{a: 1, b: $absent}` is two (§3.10.1).
    guard !type.isOneOf || fields.count == 1 else {
      throw CoercionError(
        "\(type.name) takes exactly one field, and that not null", at: literal.position)
    }
    try checkOneOf(entries, type)
    return .object(entries)
  }

  /// A literal as the JSON that it would be as a variable, for custom scalars.
  private func json(_ literal: Literal) -> JSON {
    switch literal.kind {
    case .variable(let name): json(variables[name.text] ?? .null)
    case .int(let digits), .float(let digits): .number(digits)
    case .string(let text, _): .string(text)
    case .boolean(let flag): .bool(flag)
    case .null: .null
    case .enumeration(let name): .string(name)
    case .list(let elements): .array(elements.map { json($0) })
    case .object(let fields):
      .object(fields.map { JSON.Member($0.name.text, json($0.value)) })
    }
  }

  private func json(_ value: InputValue) -> JSON {
    switch value {
    case .null: .null
    case .boolean(let flag): .bool(flag)
    case .int(let number): .number(String(number))
    case .double(let number): .number(ScalarCoercion.numberLiteral(number))
    case .string(let text), .enumeration(let text): .string(text)
    case .list(let elements): .array(elements.map { json($0) })
    case .object(let entries): .object(entries.map { JSON.Member($0.name, json($0.value)) })
    }
  }
}
