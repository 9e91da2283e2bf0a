/// What is wrong with an event, as facts; the sentence for people is made by whoever shows it.
public enum EventError: Error, Equatable, Sendable {
  /// A field that must be there is not.
  case missing(field: String)
  /// A field that this object does not have; `known` lists those that it has.
  case unknownField(name: String, known: [String])
  /// A field that stands twice in one object.
  case repeatedField(name: String)
  /// A value that the field cannot hold.
  case invalid(field: String, value: String, expected: String, example: String)
  /// A type that is none of the catalogue's.
  case unknownType(name: String)
  /// A stream on which events of that type cannot stand.
  case wrongStream(type: EventType, subject: String, expected: String)
  /// A correction names an event that neither the ledger nor the batch holds.
  case unknownTarget(id: EventID)
  /// A body written by a newer version than this one reads.
  case newerSchema(type: EventType, version: Int)
  /// Bytes that no writer of this format wrote.
  case corrupt(reason: String)

  /// The same fact with the field's path under another one: `cell` and `sex` make `cell.sex`.
  func under(_ path: String) -> EventError {
    func join(_ field: String) -> String { field.isEmpty ? path : "\(path).\(field)" }
    return switch self {
    case .missing(let field): .missing(field: join(field))
    case .unknownField(let name, let known): .unknownField(name: join(name), known: known)
    case .repeatedField(let name): .repeatedField(name: join(name))
    case .invalid(let field, let value, let expected, let example):
      .invalid(field: join(field), value: value, expected: expected, example: example)
    default: self
    }
  }

  /// An `invalid` whose field is yet to be named by the caller, by `under(_:)`.
  static func value(_ value: String, expected: String, example: String) -> EventError {
    .invalid(field: "", value: clipped(value), expected: expected, example: example)
  }

  /// A date where events of that type have none of their own.
  static func noDate(field: String, _ date: CoarseDate, of type: EventType) -> EventError {
    .invalid(
      field: field, value: date.description,
      expected: "no such date: \(type.name) has none of its own", example: "leave it out")
  }

  /// At most 120 bytes or 101 characters of a value, so that an error stays readable.
  static func clipped(_ value: String) -> String {
    // Scalars, as a single character may have any number of combining marks.
    value.utf8.count <= 120 ? value : String(value.unicodeScalars.prefix(100)) + "…"
  }
}
