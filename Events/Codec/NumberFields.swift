public import Coding

/// A whole number of things: 0 … 2⁶³ − 1.
public struct Count: Hashable, Sendable, FieldValue {
  /// The number.
  public var number: Int64

  /// That many; a negative number is a programmer's mistake and traps.
  public init(_ number: Int64) {
    precondition(number >= 0, "a count below zero")
    self.number = number
  }

  /// What a count is, for messages.
  static let expected = "a whole number from 0 to 9223372036854775807"

  public static let placeholder = Count(0)
  public static let shape = FieldShape.integer(least: 0, greatest: .max)

  public init(json: JSON, _ reading: JSONReading) throws(EventError) {
    guard let number = json.integer, number >= 0 else {
      throw .value(json.shown, expected: Count.expected, example: "61")
    }
    self.number = number
  }

  public func write(to json: inout JSONWriter) { json.integer(number) }

  public init(from reader: inout BodyReader) throws(EventError) {
    let value = try reader.read { bytes throws(ByteError) in try bytes.varint() }
    guard let number = Int64(exactly: value) else {
      throw .corrupt(reason: "a count past 2^63 - 1")
    }
    self.number = number
  }

  public func write(to writer: inout BodyWriter) { writer.record.varint(UInt64(number)) }
}

/// Per cent: 0…100.
public struct Percent: Hashable, Sendable, FieldValue {
  /// The number of hundredths.
  public var number: UInt8

  public static let placeholder = Percent(number: 0)
  public static let shape = FieldShape.integer(least: 0, greatest: 100)

  private init(number: UInt8) { self.number = number }

  public init(json: JSON, _ reading: JSONReading) throws(EventError) {
    guard let number = json.integer, (0...100).contains(number) else {
      throw .value(json.shown, expected: "a whole number from 0 to 100", example: "40")
    }
    self.number = UInt8(number)
  }

  public func write(to json: inout JSONWriter) { json.integer(number) }

  public init(from reader: inout BodyReader) throws(EventError) {
    number = try reader.read { bytes throws(ByteError) in try bytes.byte() }
    guard number <= 100 else { throw .corrupt(reason: "\(number) per cent") }
  }

  public func write(to writer: inout BodyWriter) { writer.record.byte(number) }
}

/// A value that was measured, or that nobody knows, or that nobody collects: three different things.
public enum Known<Value: FieldValue>: Hashable, Sendable {
  /// A value.
  case value(Value)
  /// Collected, but not known.
  case unknown
  /// Not collected.
  case notCollected

  /// The value, where there is one.
  public var value: Value? {
    if case .value(let value) = self { value } else { nil }
  }
}

extension Known: FieldValue {
  public static var placeholder: Known { .unknown }
  public static var shape: FieldShape {
    .either([Value.shape, .word(["UNKNOWN", "NOT_COLLECTED"])])
  }

  public init(json: JSON, _ reading: JSONReading) throws(EventError) {
    switch json {
    case .string(let text) where text.isSpelled("UNKNOWN"): self = .unknown
    case .string(let text) where text.isSpelled("NOT_COLLECTED"): self = .notCollected
    default:
      do {
        self = .value(try Value(json: json, reading))
      } catch {
        guard case .invalid(let field, let value, let expected, let example) = error else {
          throw error
        }
        throw .invalid(
          field: field, value: value,
          expected: expected + ", or \"UNKNOWN\" or \"NOT_COLLECTED\"", example: example)
      }
    }
  }

  public func write(to json: inout JSONWriter) {
    switch self {
    case .value(let value): value.write(to: &json)
    case .unknown: json.string("UNKNOWN")
    case .notCollected: json.string("NOT_COLLECTED")
    }
  }

  public init(from reader: inout BodyReader) throws(EventError) {
    let tag = try reader.read { bytes throws(ByteError) in try bytes.byte() }
    switch tag {
    case 0: self = .unknown
    case 1: self = .value(try Value(from: &reader))
    case 2: self = .notCollected
    default: throw .corrupt(reason: "a value of kind \(tag)")
    }
  }

  public func write(to writer: inout BodyWriter) {
    switch self {
    case .unknown: writer.record.byte(0)
    case .value(let value):
      writer.record.byte(1)
      value.write(to: &writer)
    case .notCollected: writer.record.byte(2)
    }
  }
}
