public import Coding

/// A value whose JSON form is a string that it parses itself.
protocol StringField: FieldValue, CustomStringConvertible {
  init(parsing text: String) throws(EventError)
  static var form: (name: String, pattern: String?) { get }
  static var expected: String { get }
  static var example: String { get }
}

extension StringField {
  public static var shape: FieldShape { .string(form: form.name, pattern: form.pattern) }

  public init(json: JSON, _ reading: JSONReading) throws(EventError) {
    guard case .string(let text) = json else {
      throw .value(json.shown, expected: Self.expected, example: Self.example)
    }
    try self.init(parsing: text)
  }

  public func write(to json: inout JSONWriter) { json.string(description) }

  public init(from reader: inout BodyReader) throws(EventError) {
    let text = try reader.read { bytes throws(ByteError) in try bytes.string() }
    do {
      try self.init(parsing: text)
    } catch {
      throw .corrupt(reason: "a stored value that is not \(Self.expected)")
    }
  }

  public func write(to writer: inout BodyWriter) { writer.record.string(description) }
}

extension Identifier: StringField {
  public static let placeholder = Identifier("x")
  static let form: (name: String, pattern: String?) = ("Id", "^[A-Za-z0-9._-]{1,64}$")
}

extension StreamID: StringField {
  public static let placeholder = StreamID.plan(.placeholder)
  static let form: (name: String, pattern: String?) = ("Ref", "^[A-Za-z0-9._/-]+$")
}

extension SourceReference: StringField {
  public static var placeholder: SourceReference { SourceReference(unchecked: "x") }
  static let form: (name: String, pattern: String?) = ("Source", "^\\S+$")
}

extension Decimal: StringField {
  public static var placeholder: Decimal { Decimal(unchecked: "0") }
  static let form: (name: String, pattern: String?) = (
    "Decimal", "^-?(0|[1-9][0-9]*)(\\.[0-9]+)?$"
  )
}

extension Word {
  public static var placeholder: Self {
    guard let first = allCases.first else { preconditionFailure("a word set without words") }
    return first
  }

  public static var shape: FieldShape { .word(words) }

  public init(json: JSON, _ reading: JSONReading) throws(EventError) {
    try self.init(parsing: json.shown)
  }

  public func write(to json: inout JSONWriter) { json.string(description) }

  public init(from reader: inout BodyReader) throws(EventError) {
    let code = try reader.read { bytes throws(ByteError) in try bytes.byte() }
    guard let word = Self(rawValue: code) else {
      throw .corrupt(reason: "a word of number \(code)")
    }
    self = word
  }

  public func write(to writer: inout BodyWriter) { writer.record.byte(rawValue) }
}

extension CoarseDate: FieldValue {
  public static let placeholder = CoarseDate(Day(number: 0))
  public static let shape = FieldShape.string(
    form: "Date", pattern: "^/?[0-9]{4}(-(0[1-9]|1[0-2])(-[0-3][0-9])?|-Q[1-4]|-H[12])?$")

  public init(json: JSON, _ reading: JSONReading) throws(EventError) {
    guard case .string(let text) = json else {
      throw .value(json.shown, expected: CoarseDate.expected, example: CoarseDate.example)
    }
    try self.init(parsing: text)
  }

  public func write(to json: inout JSONWriter) { json.string(description) }

  public init(from reader: inout BodyReader) throws(EventError) {
    let (kind, day) = try reader.read { bytes throws(ByteError) in
      (try bytes.byte(), try bytes.fixed(Int32.self))
    }
    guard let date = CoarseDate(kind: kind, lastDay: day) else {
      throw .corrupt(reason: "a date of kind \(kind) and day \(day)")
    }
    self = date
  }

  public func write(to writer: inout BodyWriter) {
    writer.record.byte(coded.kind)
    writer.record.fixed(coded.lastDay)
  }
}

extension Period: FieldValue {
  public static var placeholder: Period {
    guard let period = Period(.placeholder, .placeholder) else { preconditionFailure() }
    return period
  }
  public static let shape = FieldShape.string(
    form: "Period",
    pattern: "^[0-9]{4}(-(0[1-9]|1[0-2])(-[0-3][0-9])?|-Q[1-4]|-H[12])?"
      + "(/[0-9]{4}(-(0[1-9]|1[0-2])(-[0-3][0-9])?|-Q[1-4]|-H[12])?)?$")

  public init(json: JSON, _ reading: JSONReading) throws(EventError) {
    guard case .string(let text) = json else {
      throw .value(json.shown, expected: Period.expected, example: Period.example)
    }
    try self.init(parsing: text)
  }

  public func write(to json: inout JSONWriter) { json.string(description) }

  public init(from reader: inout BodyReader) throws(EventError) {
    guard let period = Period(try CoarseDate(from: &reader), try CoarseDate(from: &reader)) else {
      throw .corrupt(reason: "a period upside down")
    }
    self = period
  }

  public func write(to writer: inout BodyWriter) {
    start.write(to: &writer)
    end.write(to: &writer)
  }
}

extension EventID: FieldValue {
  public static let placeholder = EventID(high: 0, low: 0)
  public static let shape = FieldShape.string(
    form: "UUID", pattern: "^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$")

  public init(json: JSON, _ reading: JSONReading) throws(EventError) {
    guard case .string(let text) = json else {
      throw .value(json.shown, expected: EventID.expected, example: EventID.example)
    }
    try self.init(parsing: text)
  }

  public func write(to json: inout JSONWriter) { json.string(description) }

  public init(from reader: inout BodyReader) throws(EventError) {
    let (high, low) = try reader.read { bytes throws(ByteError) in
      (try bytes.fixed(UInt64.self), try bytes.fixed(UInt64.self))
    }
    self.init(high: high, low: low)
  }

  public func write(to writer: inout BodyWriter) { writer.record.raw(bytes) }
}

extension Bool: FieldValue {
  public static let placeholder = false
  public static let shape = FieldShape.boolean

  public init(json: JSON, _ reading: JSONReading) throws(EventError) {
    guard case .bool(let flag) = json else {
      throw .value(json.shown, expected: "true or false", example: "true")
    }
    self = flag
  }

  public func write(to json: inout JSONWriter) { json.bool(self) }

  public init(from reader: inout BodyReader) throws(EventError) {
    let flag = try reader.read { bytes throws(ByteError) in try bytes.byte() }
    guard flag <= 1 else { throw .corrupt(reason: "a truth value of \(flag)") }
    self = flag == 1
  }

  public func write(to writer: inout BodyWriter) { writer.record.byte(self ? 1 : 0) }
}
