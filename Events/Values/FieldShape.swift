/// What a field's value looks like in JSON: the source of the JSON Schema and the catalogue.
public indirect enum FieldShape: Sendable, Hashable {
  /// A string of a named form, with its pattern as ECMA-262 writes it where there is one.
  case string(form: String, pattern: String?)
  /// One of a few words.
  case word([String])
  /// A whole number from a least to a greatest value.
  case integer(least: Int64, greatest: Int64)
  /// `true` or `false`.
  case boolean
  /// Free text.
  case text
  /// Free text by language.
  case langText
  /// A list.
  case list(FieldShape)
  /// An object.
  case group([FieldDescription])
  /// Any one of several shapes.
  case either([FieldShape])
  /// A complete body of the type that the event `target` has.
  case body
}

/// One field: its name, shape, and whether it must be there.
public struct FieldDescription: Sendable, Hashable {
  /// The field's name.
  public var name: String
  /// What its value looks like.
  public var shape: FieldShape
  /// Whether it must be there.
  public var isRequired: Bool

  /// The fields of a group, in their order in the format.
  public static func fields<Group: FieldGroup>(of group: Group.Type) -> [FieldDescription] {
    var collector = FieldCollector()
    var placeholder = Group()
    placeholder.visit(&collector)
    return collector.fields
  }
}

/// The visitor that writes down what it is shown.
struct FieldCollector: FieldVisitor {
  var fields: [FieldDescription] = []

  mutating func required<Value: FieldValue>(_ name: String, _ value: inout Value) {
    fields.append(FieldDescription(name: name, shape: Value.shape, isRequired: true))
  }

  mutating func optional<Value: FieldValue>(_ name: String, _ value: inout Value?) {
    fields.append(FieldDescription(name: name, shape: Value.shape, isRequired: false))
  }

  mutating func defaulted<Value: FieldValue>(
    _ name: String, _ value: inout Value, to fallback: Value
  ) {
    fields.append(FieldDescription(name: name, shape: Value.shape, isRequired: false))
  }

  mutating func list<Value: FieldValue>(
    _ name: String, _ value: inout [Value], isRequired: Bool
  ) {
    fields.append(
      FieldDescription(name: name, shape: .list(Value.shape), isRequired: isRequired))
  }

  mutating func replacement(_ name: String, _ value: inout EventData, of target: EventID) {
    fields.append(FieldDescription(name: name, shape: .body, isRequired: true))
  }
}
