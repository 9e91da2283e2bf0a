internal import Coding

/// Reads the fields of a JSON object, each once, and refuses what no field claimed.
struct JSONFieldReader: FieldVisitor {
  private var members: JSONMembers
  private let reading: JSONReading

  init(_ json: JSON, _ reading: JSONReading) throws(EventError) {
    guard case .object(let members) = json else {
      throw .value(json.shown, expected: "an object", example: "{}")
    }
    self.members = JSONMembers(members)
    self.reading = reading
  }

  /// The field's value; `nil` where it is left out or `null`.
  private mutating func take(_ name: String) -> JSON? {
    members.take(name)
  }

  private func read<Value: FieldValue>(
    _ name: String, _ json: JSON
  ) throws(EventError) -> Value {
    do {
      return try Value(json: json, reading)
    } catch {
      throw error.under(name)
    }
  }

  mutating func required<Value: FieldValue>(
    _ name: String, _ value: inout Value
  ) throws(EventError) {
    guard let json = take(name) else { throw .missing(field: name) }
    value = try read(name, json)
  }

  mutating func optional<Value: FieldValue>(
    _ name: String, _ value: inout Value?
  ) throws(EventError) {
    if let json = take(name) { value = try read(name, json) } else { value = nil }
  }

  mutating func defaulted<Value: FieldValue>(
    _ name: String, _ value: inout Value, to fallback: Value
  ) throws(EventError) {
    if let json = take(name) { value = try read(name, json) } else { value = fallback }
  }

  mutating func list<Value: FieldValue>(
    _ name: String, _ value: inout [Value], isRequired: Bool
  ) throws(EventError) {
    let json = take(name)
    value = []
    if let json {
      guard case .array(let elements) = json else {
        throw .invalid(field: name, value: json.shown, expected: "a list", example: "[]")
      }
      for (index, element) in elements.enumerated() {
        value.append(try read("\(name)[\(index)]", element))
      }
    }
    if isRequired && value.isEmpty { throw .missing(field: name) }
  }

  mutating func replacement(
    _ name: String, _ value: inout EventData, of target: EventID
  ) throws(EventError) {
    guard let json = take(name) else { throw .missing(field: name) }
    guard let type = reading.typeOfEvent(target) else { throw .unknownTarget(id: target) }
    var within = reading
    within.nesting += 1
    guard within.nesting <= BodyReader.nestingLimit else {
      throw .invalid(
        field: name, value: json.shown,
        expected: "at most \(BodyReader.nestingLimit) corrections within each other",
        example: "a correction of the event itself")
    }
    do {
      var fields = try JSONFieldReader(json, within)
      value = try EventData(type, reading: &fields)
      try fields.finish(known: FieldDescription.fields(of: type))
      try value.check()
    } catch {
      throw error.under(name)
    }
  }

  /// Refuses what is left.
  ///
  /// - Parameter known: the fields that may stand in the object.
  func finish(known: @autoclosure () -> [FieldDescription]) throws(EventError) {
    try members.finish(known: known().map(\.name))
  }
}

/// Writes fields as the members of a JSON object that is open already; what is left out is not written.
struct JSONFieldWriter: FieldVisitor {
  var json: JSONWriter

  init(_ json: JSONWriter) { self.json = json }

  mutating func required<Value: FieldValue>(_ name: String, _ value: inout Value) {
    json.key(name)
    value.write(to: &json)
  }

  mutating func optional<Value: FieldValue>(_ name: String, _ value: inout Value?) {
    guard let value else { return }
    json.key(name)
    value.write(to: &json)
  }

  mutating func defaulted<Value: FieldValue>(
    _ name: String, _ value: inout Value, to fallback: Value
  ) {
    if value != fallback { required(name, &value) }
  }

  mutating func list<Value: FieldValue>(
    _ name: String, _ value: inout [Value], isRequired: Bool
  ) {
    if value.isEmpty { return }
    json.key(name)
    json.beginArray()
    for element in value { element.write(to: &json) }
    json.endArray()
  }

  mutating func replacement(_ name: String, _ value: inout EventData, of target: EventID) {
    json.key(name)
    json.beginObject()
    value.visit(&self)
    json.endObject()
  }
}

extension JSON {
  /// The value as text for a message, clipped.
  var shown: String {
    switch self {
    case .string(let text): EventError.clipped(text)
    case .array, .object: kind
    default: EventError.clipped(String(decoding: encoded, as: UTF8.self))
    }
  }
}
