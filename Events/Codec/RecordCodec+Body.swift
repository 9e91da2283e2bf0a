internal import Coding

/// What a projection reads of a record where it stands, without its strings.
public struct RecordSketch: Sendable {
  /// The type.
  public let type: EventType
  /// Whose word it is, as its number.
  public let provenance: UInt8
  /// When it was true: precision and last day as the header has them, zeros where it says nothing.
  public let effective: (kind: UInt8, lastDay: Int32)
  /// When it was said in public, likewise.
  public let published: (kind: UInt8, lastDay: Int32)
  /// Its place in the ledger.
  public let position: UInt64
  /// Its name.
  public let id: EventID
  /// Where the name of its stream stands.
  public let subject: Range<Int>
  /// Whether the event has texts.
  public let hasTexts: Bool
  /// Where the body begins: the flag of the reason, then the fields without their texts.
  public let bodyStart: Int
  /// Whether the body is of the version that this build reads.
  public let isCurrent: Bool

  /// Reads the header, and passes over all that stands between it and the body.
  ///
  /// - Throws: `EventError.corrupt` where the bytes end too early or are no record's.
  public init(of record: Span<UInt8>) throws(EventError) {
    guard record.count > RecordCodec.headerLength, record[0] == RecordCodec.format,
      let type = EventType(rawValue: UInt16(record[2]) << 8 | UInt16(record[3]))
    else { throw .corrupt(reason: "a record's header") }
    self.type = type
    isCurrent = Int(record[4]) == type.schemaVersion
    provenance = record[5]
    let days = Self.number(record, 48)
    effective = (record[6], Int32(truncatingIfNeeded: days >> 32))
    published = (record[7], Int32(truncatingIfNeeded: days))
    position = Self.number(record, 8)
    id = EventID(high: Self.number(record, 32), low: Self.number(record, 40))
    let flags = record[1]
    hasTexts = flags & 1 != 0
    var next = RecordCodec.headerLength
    let length = try Self.varint(record, &next)
    subject = next..<(next + length)
    next += length
    // Whoever typed it, and on whose behalf.
    for flag: UInt8 in [2, 4] where flags & flag != 0 { try Self.skipString(record, &next) }
    if flags & 8 != 0 { next += 16 }
    if flags & 16 != 0 { next += 16 }
    for _ in 0..<(try Self.varint(record, &next)) { try Self.skipString(record, &next) }
    if hasTexts { next += 32 }
    guard next < record.count else { throw .corrupt(reason: "a record without a body") }
    bodyStart = next
  }

  /// Eight bytes of the header, most significant first.
  private static func number(_ record: Span<UInt8>, _ start: Int) -> UInt64 {
    precondition(start + 8 <= record.count, "a number outside its record")
    return UInt64(
      bigEndian: unsafe record.bytes.unsafeLoadUnaligned(
        fromUncheckedByteOffset: start, as: UInt64.self))
  }

  private static func skipString(
    _ record: Span<UInt8>, _ next: inout Int
  ) throws(EventError) {
    next += try varint(record, &next)
  }

  /// A count that the record can hold.
  private static func varint(_ record: Span<UInt8>, _ next: inout Int) throws(EventError) -> Int {
    var value = 0
    var shift = 0
    while next < record.count, shift < 28 {
      let byte = record[next]
      next += 1
      value |= Int(byte & 0x7F) << shift
      if byte & 0x80 == 0 {
        guard value <= record.count else { break }
        return value
      }
      shift += 7
    }
    throw .corrupt(reason: "a record's length of a string")
  }
}

extension RecordCodec {
  /// A body as a record has it, without a reason.
  public static func body(of data: EventData) -> [UInt8] {
    var writer = BodyWriter()
    writer.record.byte(0)
    data.visit(&writer)
    return writer.record.bytes
  }

  /// The inverse of `body(of:)`; also of the body of a record, whose reason is passed over.
  ///
  /// - Parameter texts: the event's texts; all read as absent where there are none.
  /// - Throws: `EventError.corrupt`.
  public static func data(
    _ type: EventType, body bytes: [UInt8], texts: [UInt8]? = nil
  ) throws(EventError) -> EventData {
    var body = BodyReader(record: ByteReader(bytes), texts: texts.map { ByteReader($0) })
    var reason: Text?
    try body.optional("reason", &reason)
    let data = try EventData(type, reading: &body)
    guard body.record.remaining == 0, body.texts?.remaining ?? 0 == 0 else {
      throw .corrupt(reason: "a body with more behind it")
    }
    return data
  }
}
