public import Coding

extension OrAll: FieldValue where Value: FieldValue {
  public static var placeholder: OrAll { .all }
  public static var shape: FieldShape { .either([Value.shape, .word(["ALL"])]) }

  public init(json: JSON, _ reading: JSONReading) throws(EventError) {
    self = json == .string("ALL") ? .all : .one(try Value(json: json, reading))
  }

  public func write(to json: inout JSONWriter) {
    switch self {
    case .all: json.string("ALL")
    case .one(let value): value.write(to: &json)
    }
  }

  public init(from reader: inout BodyReader) throws(EventError) {
    let tag = try reader.read { bytes throws(ByteError) in try bytes.byte() }
    switch tag {
    case 0: self = .all
    case 1: self = .one(try Value(from: &reader))
    default: throw .corrupt(reason: "a dimension of kind \(tag)")
    }
  }

  public func write(to writer: inout BodyWriter) {
    switch self {
    case .all: writer.record.byte(0)
    case .one(let value):
      writer.record.byte(1)
      value.write(to: &writer)
    }
  }
}

extension OrAll: CustomStringConvertible where Value: CustomStringConvertible {
  /// The value's written form, or `ALL`.
  public var description: String {
    switch self {
    case .all: "ALL"
    case .one(let value): value.description
    }
  }
}

extension Citizenship: StringField {
  public static var placeholder: Citizenship { Citizenship(unchecked: "UNKNOWN") }
  static var form: (name: String, pattern: String?) { ("Citizenship", "^[A-Z_]+$") }
  static var expected: String { "an ISO 3166-1 code or one of " + words.joined(separator: ", ") }
  static var example: String { "LV" }
}

extension Place: StringField {
  public static var placeholder: Place { Place(unchecked: "UNKNOWN") }
  static var form: (name: String, pattern: String?) { ("Place", "^[A-Z_]+$") }
  static var expected: String { "an ISO 3166-1 code or one of " + words.joined(separator: ", ") }
  static var example: String { "LV" }
}
