public import Coding

/// Walks over the fields of an event's body, in their order in the format.
///
/// A body says its fields once, in `visit`; reading and writing JSON, reading and writing records,
/// the JSON Schema and the catalogue are all visitors of that one description (the idea is
/// Boost.Serialization's: one function for both directions).
public protocol FieldVisitor {
  /// What can go wrong on the way: `Never` for writers.
  associatedtype Failure: Error

  /// A field that must be there.
  mutating func required<Value: FieldValue>(
    _ name: String, _ value: inout Value) throws(Failure)
  /// A field that may be left out.
  mutating func optional<Value: FieldValue>(
    _ name: String, _ value: inout Value?) throws(Failure)
  /// A field that stands for a default where it is left out.
  mutating func defaulted<Value: FieldValue>(
    _ name: String, _ value: inout Value, to fallback: Value) throws(Failure)
  /// A list; where `isRequired`, of at least one.
  mutating func list<Value: FieldValue>(
    _ name: String, _ value: inout [Value], isRequired: Bool) throws(Failure)
  /// The complete body that a correction puts in its target's place: its type is the target's.
  mutating func replacement(
    _ name: String, _ value: inout EventData, of target: EventID) throws(Failure)
}

/// A value that a field can hold, with its forms in JSON and in records.
public protocol FieldValue: Hashable, Sendable {
  /// Any value of the type, to be overwritten by reading.
  static var placeholder: Self { get }
  /// What the value looks like in JSON.
  static var shape: FieldShape { get }

  /// Reads the value from JSON.
  init(json: JSON, _ reading: JSONReading) throws(EventError)
  /// Writes the value as JSON.
  func write(to json: inout JSONWriter)
  /// Reads the value from a record's body.
  init(from reader: inout BodyReader) throws(EventError)
  /// Writes the value to a record's body.
  func write(to writer: inout BodyWriter)
}

/// What reading JSON needs to know of its surroundings.
public struct JSONReading {
  /// The language of a plain string where a text by language is wanted.
  public var defaultLanguage: String
  /// The type of an event that a correction names; `nil` where nobody knows it.
  public var typeOfEvent: (EventID) -> EventType?
  /// How many corrections the body being read stands within.
  var nesting = 0

  /// A reading in that language; without `typeOfEvent`, corrections cannot be read.
  public init(
    defaultLanguage: String = "lv", typeOfEvent: @escaping (EventID) -> EventType? = { _ in nil }
  ) {
    self.defaultLanguage = defaultLanguage
    self.typeOfEvent = typeOfEvent
  }
}

/// Fields that stand together: an event's body, or an object within one.
public protocol FieldGroup: FieldValue {
  /// A group of placeholders, to be filled by a reading visitor.
  init()
  /// Shows each field to the visitor, in the order of the format.
  mutating func visit<Visitor: FieldVisitor>(
    _ fields: inout Visitor) throws(Visitor.Failure)
  /// What no field alone can see.
  func check() throws(EventError)
}

extension FieldGroup {
  /// Nothing more to check.
  public func check() throws(EventError) {}

  public static var placeholder: Self { Self() }

  public static var shape: FieldShape { .group(FieldDescription.fields(of: Self.self)) }

  public init(json: JSON, _ reading: JSONReading) throws(EventError) {
    var fields = try JSONFieldReader(json, reading)
    self.init()
    try visit(&fields)
    try fields.finish(known: FieldDescription.fields(of: Self.self))
    try check()
  }

  public func write(to json: inout JSONWriter) {
    json.beginObject()
    var fields = JSONFieldWriter(json)
    var copy = self
    copy.visit(&fields)
    json = fields.json
    json.endObject()
  }

  public init(from reader: inout BodyReader) throws(EventError) {
    self.init()
    try visit(&reader)
  }

  public func write(to writer: inout BodyWriter) {
    var copy = self
    copy.visit(&writer)
  }
}

/// The body of one type of event.
public protocol EventBody: FieldGroup {
  /// The type whose body it is.
  static var type: EventType { get }
}
