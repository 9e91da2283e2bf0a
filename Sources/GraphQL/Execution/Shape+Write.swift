internal import Coding

/// Result coercion of scalars and enums (§3.5, §3.9).
extension Shape {
  /// Writes a value that is not null; what cannot be had without losing something is an error.
  func write(_ value: Resolved, to writer: inout JSONWriter) throws(FieldError) {
    switch (kind, value) {
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
    case (.enumeration, .string(let name)):
      guard leaf.values.contains(name) else {
        throw FieldError("\"\(name)\" is no value of the enum \(leaf.name)")
      }
      writer.string(name)
    case (.custom, _): try leaf.coercion.serialize(value, &writer)
    default: try writeConverted(value, to: &writer)
    }
  }

  /// Values of a neighbouring type that lose nothing as this one.
  private func writeConverted(
    _ value: Resolved, to writer: inout JSONWriter
  ) throws(FieldError) {
    switch (kind, value) {
    case (.id, .int(let number)), (.string, .int(let number)): writer.string(String(number))
    case (.float, .int(let number)): writer.integer(number)
    case (.int, .double(let number)):
      guard let whole = number.wholeNumber, Int32(exactly: whole) != nil else {
        throw FieldError("\(number) is no Int, a whole number of 32 bits")
      }
      writer.integer(whole)
    case (.string, .double(let number)): writer.string(ScalarCoercion.numberLiteral(number))
    case (.string, .boolean(let flag)): writer.string(flag ? "true" : "false")
    default: throw FieldError("expected a value of \(leaf.name)")
    }
  }
}
