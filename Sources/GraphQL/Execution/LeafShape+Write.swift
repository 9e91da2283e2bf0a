internal import Coding

/// Result coercion of scalars and enums (§3.5, §3.9).
extension LeafShape {
  /// Writes a value that is not null; what cannot be had without losing something is an error.
  func write(_ value: Resolved, to writer: inout JSONWriter) throws(FieldError) {
    switch (self, value) {
    case (.string, .string(let text)), (.id, .string(let text)): writer.string(text)
    case (.int, .int(let number)):
      guard Int32(exactly: number) != nil else {
        throw FieldError("\(number) does not fit an Int, which has 32 bits")
      }
      writer.integer(number)
    case (.boolean, .boolean(let flag)): writer.bool(flag)
    case (.float, .double(let number)):
      guard number.isFinite else { throw FieldError("\(number) is no Float: it is not finite") }
      writer.literal(ScalarCoercion.numberLiteral(number))
    case (.enumeration(let type, let values), .string(let name)):
      guard values.contains(name) else {
        throw FieldError("\"\(name)\" is no value of the enum \(type)")
      }
      writer.string(name)
    case (.custom(let coercion), _): try coercion.serialize(value, &writer)
    case (.id, .int(let number)): writer.string(String(number))
    case (.float, .int(let number)): writer.integer(number)
    case (.int, .double(let number)):
      guard let whole = number.wholeNumber, Int32(exactly: whole) != nil else {
        throw FieldError("\(number) is no Int, a whole number of 32 bits")
      }
      writer.integer(whole)
    case (.string, .int(let number)): writer.string(String(number))
    case (.string, .double(let number)): writer.string(ScalarCoercion.numberLiteral(number))
    case (.string, .boolean(let flag)): writer.string(flag ? "true" : "false")
    default: throw FieldError("expected \(name)")
    }
  }

  private var name: String {
    switch self {
    case .int: "an Int"
    case .float: "a Float"
    case .string: "a String"
    case .boolean: "a Boolean"
    case .id: "an ID"
    case .enumeration(let name, _): "a value of the enum \(name)"
    case .custom: "a scalar"
    }
  }
}
