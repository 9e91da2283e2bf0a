internal import Coding

/// Why a value does not coerce, and where inside it.
struct CoercionError: Error {
  var message: String
  var path: [PathSegment] = []
  /// Where in the document, for a literal.
  var position: Position?

  init(_ message: String, at position: Position? = nil) {
    self.message = message
    self.position = position
  }

  func under(_ segment: PathSegment) -> CoercionError {
    var error = self
    error.path.insert(segment, at: 0)
    return error
  }

  /// The path as a person reads it: `where.and[0].code`.
  var pathText: String {
    path.reduce(into: "") { text, segment in
      switch segment {
      case .key(let key): text += text.isEmpty ? key : ".\(key)"
      case .index(let index): text += "[\(index)]"
      }
    }
  }
}

/// Turns JSON and literals into input values by their types (§3.5–§3.12).
struct InputCoercion {
  let schema: Schema
  let scalars: [String: ScalarCoercion]
  /// The variables of the operation, coerced; those that are absent are not in it.
  var variables: [String: InputValue] = [:]

  /// A value that came as JSON: that of a variable.
  func value(_ json: JSON, as type: Schema.TypeRef) throws(CoercionError) -> InputValue {
    if json == .null {
      guard !type.isNonNull else {
        throw CoercionError("expected a value of \(schema.name(of: type)), found null")
      }
      return .null
    }
    guard let element = type.element else { return try named(json, schema[type.id]) }
    // A single value is a list of one (§3.11).
    guard case .array(let elements) = json else { return .list([try value(json, as: element)]) }
    var list: [InputValue] = []
    list.reserveCapacity(elements.count)
    for (index, json) in elements.enumerated() {
      do throws(CoercionError) {
        list.append(try value(json, as: element))
      } catch {
        throw error.under(.index(index))
      }
    }
    return .list(list)
  }

  private func named(
    _ json: JSON, _ type: Schema.NamedType
  ) throws(CoercionError) -> InputValue {
    switch type.kind {
    case .inputObject: return try object(json, type)
    case .enumeration:
      guard case .string(let name) = json, type.hasValue(named: name) else {
        throw CoercionError(
          "expected a value of the enum \(type.name), found \(describe(json))"
            + suggestion(json.string ?? "", type.values.map(\.name)))
      }
      return .enumeration(name)
    default: return try scalar(json, type)
    }
  }

  private func scalar(_ json: JSON, _ type: Schema.NamedType) throws(CoercionError) -> InputValue {
    switch (type.name, json) {
    case ("Int", .number(let digits)): return try int(digits)
    case ("Float", .number(let digits)): return try double(digits)
    case ("String", .string(let text)), ("ID", .string(let text)): return .string(text)
    case ("ID", .number(let digits)) where Int(digits) != nil: return .string(digits)
    case ("Boolean", .bool(let flag)): return .boolean(flag)
    case ("Int", _), ("Float", _), ("String", _), ("ID", _), ("Boolean", _):
      throw CoercionError("expected \(type.name), found \(describe(json))")
    default: return try custom(json, type)
    }
  }

  func custom(_ json: JSON, _ type: Schema.NamedType) throws(CoercionError) -> InputValue {
    do throws(FieldError) {
      return try scalars[type.name, default: ScalarCoercion()].parse(json)
    } catch {
      throw CoercionError(error.message)
    }
  }

  /// A number without a fraction that fits 32 bits (§3.5.1); `1.0` is one, `1.5` is not.
  func int(_ digits: String) throws(CoercionError) -> InputValue {
    if let value = Int32(digits) { return .int(Int(value)) }
    if let whole = Double(digits)?.wholeNumber, let value = Int32(exactly: whole) {
      return .int(Int(value))
    }
    throw CoercionError("expected Int, a whole number of 32 bits, found \(digits.prefix(40))")
  }

  func double(_ digits: String) throws(CoercionError) -> InputValue {
    guard let value = Double(digits), value.isFinite else {
      throw CoercionError("expected Float, a finite number, found \(digits.prefix(40))")
    }
    return .double(value)
  }

  private func object(_ json: JSON, _ type: Schema.NamedType) throws(CoercionError) -> InputValue {
    guard case .object(let members) = json else {
      throw CoercionError("expected an object of \(type.name), found \(describe(json))")
    }
    for member in members where type.inputField(named: member.name) == nil {
      throw CoercionError(
        "\(type.name) has no field \"\(member.name)\""
          + suggestion(member.name, type.inputFields.map(\.name)))
    }
    var entries: [InputValue.Entry] = []
    for field in type.inputFields {
      do throws(CoercionError) {
        if let member = members.last(where: { $0.name == field.name }) {
          entries.append(.init(field.name, try value(member.value, as: field.type)))
        } else if let value = try absent(field, of: type) {
          entries.append(.init(field.name, value))
        }
      } catch {
        throw error.path.isEmpty && members.allSatisfy { $0.name != field.name }
          ? error : error.under(.key(field.name))
      }
    }
    try checkOneOf(entries, type)
    return .object(entries)
  }

  /// The default of a field that is not given; `nil` where it stays absent.
  func absent(
    _ field: Schema.InputValue, of type: Schema.NamedType
  ) throws(CoercionError) -> InputValue? {
    if let value = field.defaultValue { return try self.value(value, as: field.type) }
    guard !field.type.isNonNull else {
      throw CoercionError(
        "\(type.name) needs the field \"\(field.name)\" of \(schema.name(of: field.type))")
    }
    return nil
  }

  /// Exactly one field, and that not null (§3.10.1).
  func checkOneOf(
    _ entries: [InputValue.Entry], _ type: Schema.NamedType
  ) throws(CoercionError) {
    guard type.isOneOf else { return }
    guard entries.count == 1, !entries[0].value.isNull else {
      throw CoercionError("\(type.name) takes exactly one field, and that not null")
    }
  }

  private func describe(_ json: JSON) -> String {
    switch json {
    case .string(let text): "the string \"\(text.prefix(40))\""
    case .number(let digits): "the number \(digits.prefix(40))"
    case .bool(let flag): "\(flag)"
    case .null, .array, .object: json.kind
    }
  }
}
