public import Coding

/// Writes a body in its canonical binary form: free text apart from all else.
///
/// The record holds everything but texts; the texts of an event are held together, in the order of
/// its fields, so that one salted commitment covers them and redaction can take them out.
public struct BodyWriter: Sendable {
  /// Everything but the texts.
  public var record = ByteWriter(capacity: 128)
  /// The texts, length-prefixed, in the order of the fields.
  public var texts = ByteWriter()

  /// A writer of nothing yet.
  public init() {}
}

extension BodyWriter: FieldVisitor {
  public mutating func required<Value: FieldValue>(_ name: String, _ value: inout Value) {
    value.write(to: &self)
  }

  public mutating func optional<Value: FieldValue>(_ name: String, _ value: inout Value?) {
    record.byte(value == nil ? 0 : 1)
    value?.write(to: &self)
  }

  public mutating func defaulted<Value: FieldValue>(
    _ name: String, _ value: inout Value, to fallback: Value
  ) {
    value.write(to: &self)
  }

  public mutating func list<Value: FieldValue>(
    _ name: String, _ value: inout [Value], isRequired: Bool
  ) {
    record.varint(UInt64(value.count))
    for element in value { element.write(to: &self) }
  }

  public mutating func replacement(
    _ name: String, _ value: inout EventData, of target: EventID
  ) {
    record.fixed(value.type.rawValue)
    record.byte(UInt8(value.type.schemaVersion))
    value.visit(&self)
  }
}

/// Reads what a `BodyWriter` wrote. Without texts, as after redaction, every text reads as absent.
public struct BodyReader: Sendable {
  /// Everything but the texts.
  public var record: ByteReader
  /// The texts, where they are at hand.
  public var texts: ByteReader?
  /// Whether a text was read, or passed over as absent.
  private(set) var hasText = false
  /// What brings the bodies within corrections up to date.
  var upcasters: [Upcaster] = Upcaster.all
  /// How many corrections the body being read stands within.
  private var nesting = 0

  /// The most corrections that may stand within each other: a correction of a correction, and so on.
  static let nestingLimit = 16

  /// A reader of a record's body and, where they are wanted, its texts.
  public init(record: ByteReader, texts: ByteReader?) {
    self.record = record
    self.texts = texts
  }

  /// Runs a read of bytes, whose errors mean a corrupt record.
  mutating func read<Value>(
    _ body: (inout ByteReader) throws(ByteError) -> Value
  ) throws(EventError) -> Value {
    do {
      return try body(&record)
    } catch {
      throw .corrupt(reason: "a record's body: \(error)")
    }
  }

  /// Runs a read of texts, whose errors mean corrupt ones; `nil` where there are none at hand.
  mutating func readText<Value>(
    _ body: (inout ByteReader) throws(ByteError) -> Value
  ) throws(EventError) -> Value? {
    hasText = true
    guard var reader = texts else { return nil }
    do {
      let value = try body(&reader)
      texts = reader
      return value
    } catch {
      throw .corrupt(reason: "a record's texts: \(error)")
    }
  }
}

extension BodyReader: FieldVisitor {
  public mutating func required<Value: FieldValue>(
    _ name: String, _ value: inout Value
  ) throws(EventError) {
    value = try Value(from: &self)
  }

  public mutating func optional<Value: FieldValue>(
    _ name: String, _ value: inout Value?
  ) throws(EventError) {
    let flag = try read { bytes throws(ByteError) in try bytes.byte() }
    switch flag {
    case 0: value = nil
    case 1: value = try Value(from: &self)
    default: throw .corrupt(reason: "a presence flag of \(flag)")
    }
  }

  public mutating func defaulted<Value: FieldValue>(
    _ name: String, _ value: inout Value, to fallback: Value
  ) throws(EventError) {
    value = try Value(from: &self)
  }

  public mutating func list<Value: FieldValue>(
    _ name: String, _ value: inout [Value], isRequired: Bool
  ) throws(EventError) {
    let count = try read { bytes throws(ByteError) in try bytes.varint() }
    guard count <= UInt64(record.remaining) else {
      throw .corrupt(reason: "a list longer than its record")
    }
    value = []
    for _ in 0..<count { value.append(try Value(from: &self)) }
  }

  public mutating func replacement(
    _ name: String, _ value: inout EventData, of target: EventID
  ) throws(EventError) {
    let (code, version) = try read { bytes throws(ByteError) in
      (try bytes.fixed(UInt16.self), try bytes.byte())
    }
    guard let type = EventType(rawValue: code) else {
      throw .corrupt(reason: "an event type of number \(code)")
    }
    nesting += 1
    defer { nesting -= 1 }
    guard nesting <= BodyReader.nestingLimit else {
      throw .corrupt(reason: "corrections nested too deep")
    }
    // The replacement is the last field of its body, so that what is left of the record is all its
    // own. An upcaster takes bodies with their reason before them: here it is a field of its own.
    let rest = try read { bytes throws(ByteError) in try bytes.raw(bytes.remaining) }
    let current = try Upcaster.current(
      [0] + rest, type: type, version: Int(version), by: upcasters)
    guard current.first == 0 else { throw .corrupt(reason: "a replacement with a reason") }
    record = ByteReader(Array(current.dropFirst()))
    value = try EventData(type, reading: &self)
  }
}
