public import Coding

/// How the values of a custom scalar come in and go out (§3.5.5).
public struct ScalarCoercion: Sendable {
  /// Makes the input value of what a client sent; its message says what was expected.
  ///
  /// A literal of a document comes as the JSON that it would be as a variable, an enum value's name
  /// as a string. Numbers keep their digits.
  public var parse: @Sendable (JSON) throws(FieldError) -> InputValue
  /// Writes one JSON value for what a resolver gave.
  public var serialize: @Sendable (Resolved, inout JSONWriter) throws(FieldError) -> Void

  /// A scalar that takes and gives whatever it is given, but for what is replaced here.
  public init(
    parse: @escaping @Sendable (JSON) throws(FieldError) -> InputValue = ScalarCoercion.parseAny,
    serialize: @escaping @Sendable (Resolved, inout JSONWriter) throws(FieldError) -> Void =
      ScalarCoercion.serializeAny
  ) {
    self.parse = parse
    self.serialize = serialize
  }

  /// Takes any JSON as it is; whole numbers of 64 bits are `int`, all others `double`.
  public static func parseAny(_ value: JSON) throws(FieldError) -> InputValue {
    switch value {
    case .null: return .null
    case .bool(let value): return .boolean(value)
    case .string(let text): return .string(text)
    case .number(let digits):
      if let whole = Int(digits) { return .int(whole) }
      guard let number = Double(digits), number.isFinite else {
        throw FieldError("expected a finite number, found \(digits)")
      }
      return .double(number)
    case .array(let elements):
      var list: [InputValue] = []
      for element in elements { list.append(try parseAny(element)) }
      return .list(list)
    case .object(let members):
      var entries: [InputValue.Entry] = []
      for member in members { entries.append(.init(member.name, try parseAny(member.value))) }
      return .object(entries)
    }
  }

  /// Writes any value as the JSON that is nearest to it.
  public static func serializeAny(
    _ value: Resolved, to writer: inout JSONWriter
  ) throws(FieldError) {
    switch value {
    case .null: writer.null()
    case .boolean(let value): writer.bool(value)
    case .int(let value): writer.integer(value)
    case .double(let value):
      guard value.isFinite else { throw FieldError("A number is not finite") }
      writer.literal(numberLiteral(value))
    case .string(let text): writer.string(text)
    case .json(let json): writer.value(json)
    case .list(let elements):
      writer.beginArray()
      for element in elements { try serializeAny(element, to: &writer) }
      writer.endArray()
    case .sequence(let count, let element):
      writer.beginArray()
      for index in 0..<count { try serializeAny(try element(index), to: &writer) }
      writer.endArray()
    case .object: throw FieldError("An object is no scalar value")
    }
  }

  /// A finite number as JSON, whole ones without a fraction.
  static func numberLiteral(_ value: Double) -> String {
    value.wholeNumber.map { String($0) } ?? value.description
  }
}

extension Double {
  /// The whole number that this is exactly, where every one of its size has a Double of its own.
  ///
  /// `Int(exactly:)` would do, but needs libm, which nothing else here does.
  var wholeNumber: Int? {
    guard magnitude <= 9_007_199_254_740_992 else { return nil }
    let whole = Int(self)
    return Double(whole) == self ? whole : nil
  }
}
