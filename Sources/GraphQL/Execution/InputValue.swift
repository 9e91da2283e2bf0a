/// A value that came in, coerced to its type (§3.5–§3.12, §6.1.2, §6.4.1).
///
/// What is absent is not there at all: a lookup gives `nil`, which is not `.null`.
public indirect enum InputValue: Sendable, Equatable {
  /// `null`.
  case null
  /// A Boolean.
  case boolean(Bool)
  /// An Int, of 32 bits; or what a custom scalar makes of its input.
  case int(Int)
  /// A Float, finite.
  case double(Double)
  /// A String or an ID.
  case string(String)
  /// The name of an enum's value.
  case enumeration(String)
  /// A list.
  case list([InputValue])
  /// An input object: the fields given, and the defaults of those that were not, in the order of
  /// the schema.
  case object([Entry])

  /// One named value of an input object or of a field's arguments.
  public struct Entry: Sendable, Equatable {
    /// Its name.
    public var name: String
    /// Its value.
    public var value: InputValue

    /// A named value.
    public init(_ name: String, _ value: InputValue) {
      self.name = name
      self.value = value
    }
  }

  /// The value of a field of an input object; `nil` where it is absent or this is no object.
  public subscript(name: String) -> InputValue? {
    guard case .object(let entries) = self else { return nil }
    return entries.first { $0.name == name }?.value
  }

  /// Whether this is null.
  public var isNull: Bool { self == .null }
  /// The Boolean, where this is one.
  public var boolean: Bool? { if case .boolean(let value) = self { value } else { nil } }
  /// The whole number, where this is one.
  public var int: Int? { if case .int(let value) = self { value } else { nil } }
  /// The text of a String or ID, or the name of an enum's value.
  public var string: String? {
    switch self {
    case .string(let text), .enumeration(let text): text
    default: nil
    }
  }
  /// The number as a Float, where this is one.
  public var double: Double? {
    switch self {
    case .double(let value): value
    case .int(let value): Double(value)
    default: nil
    }
  }
  /// The elements, where this is a list.
  public var elements: [InputValue]? {
    if case .list(let elements) = self { elements } else { nil }
  }
  /// The entries, where this is an input object.
  public var entries: [Entry]? {
    if case .object(let entries) = self { entries } else { nil }
  }
}

/// The arguments of a field, coerced (§6.4.1).
public struct Arguments: Sendable, Equatable {
  /// Those given and those with defaults, in the order of the schema.
  public var entries: [InputValue.Entry]

  /// Arguments of the given values.
  public init(_ entries: [InputValue.Entry] = []) {
    self.entries = entries
  }

  /// The value of an argument; `nil` where it was not given and has no default.
  public subscript(name: String) -> InputValue? {
    entries.first { $0.name == name }?.value
  }
}
