public import Coding

/// What a resolver gives: a value that the engine completes by the type of the field (§6.4.3).
public enum Resolved {
  /// No value.
  case null
  /// A Boolean.
  case boolean(Bool)
  /// An Int, which must fit 32 bits, or the value of a custom scalar.
  case int(Int)
  /// A Float.
  case double(Double)
  /// A String, an ID, or the name of an enum's value.
  case string(String)
  /// An object, interface or union: what its fields are resolved from.
  case object(AnyObject)
  /// A list.
  case list([Resolved])
  /// A list whose elements are made one by one, as they are written.
  indirect case sequence(count: Int, element: (Int) throws(FieldError) -> Resolved)
  /// The value of a custom scalar, as JSON.
  // Indirect, so that a value is no longer than a String and is handed on in registers.
  indirect case json(JSON)

  /// The text, or null.
  @inlinable public init(_ value: String?) {
    if let value { self = .string(value) } else { self = .null }
  }

  /// The whole number, or null.
  @inlinable public init(_ value: Int?) {
    if let value { self = .int(value) } else { self = .null }
  }

  /// The Boolean, or null.
  @inlinable public init(_ value: Bool?) {
    if let value { self = .boolean(value) } else { self = .null }
  }

  /// The object, or null.
  @inlinable public init(object: AnyObject?) {
    if let object { self = .object(object) } else { self = .null }
  }

  /// A list with one element for each of the values.
  @inlinable public static func list<Value>(
    of values: [Value], _ element: @escaping (Value) throws(FieldError) -> Resolved
  ) -> Resolved {
    .sequence(count: values.count) { index throws(FieldError) in try element(values[index]) }
  }
}

/// A value as an object, so that fields can be resolved from it.
public final class Node<Value> {
  /// The value.
  public let value: Value

  /// An object around the value.
  @inlinable public init(_ value: Value) {
    self.value = value
  }
}
