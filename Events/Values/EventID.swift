internal import Coding

/// The name of an event for ever: a UUID (RFC 9562).
public struct EventID: Hashable, Sendable {
  /// The first eight bytes, as a big-endian number.
  package let high: UInt64
  /// The last eight bytes, as a big-endian number.
  package let low: UInt64

  /// The UUID of those 128 bits.
  public init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// A version 7 UUID: milliseconds of an instant, then random bits.
  ///
  /// - Parameters:
  ///   - instant: the moment that orders it among others; not before 1970.
  ///   - random: 74 of these bits are used.
  public init(version7At instant: Instant, random: (UInt64, UInt64)) {
    let milliseconds = UInt64(max(0, instant.microseconds / 1000)) & 0xFFFF_FFFF_FFFF
    high = milliseconds << 16 | 0x7000 | random.0 & 0x0FFF
    low = 0x8000_0000_0000_0000 | random.1 >> 2
  }

  /// The sixteen bytes, in the order in which they are written.
  public var bytes: [UInt8] {
    var writer = ByteWriter(capacity: 16)
    writer.fixed(high)
    writer.fixed(low)
    return writer.bytes
  }

  /// Writes the sixteen bytes.
  func write(to writer: inout ByteWriter) {
    writer.fixed(high)
    writer.fixed(low)
  }

  /// The UUID of sixteen bytes; `nil` for any other count.
  public init?(bytes: [UInt8]) {
    var reader = ByteReader(bytes)
    guard bytes.count == 16, let high = try? reader.fixed(UInt64.self),
      let low = try? reader.fixed(UInt64.self)
    else { return nil }
    self.init(high: high, low: low)
  }

  /// What an id is, for messages.
  public static let expected = "a UUID"
  /// One that can be copied.
  public static let example = "01928f4e-7c1a-7d3e-9b2f-5a6c7d8e9f01"

  /// Reads the form `8-4-4-4-12` of hexadecimal digits, of either case.
  ///
  /// - Throws: `EventError.invalid` for anything else.
  public init(parsing text: String) throws(EventError) {
    guard let id = EventID(text.utf8) else {
      throw .value(text, expected: EventID.expected, example: EventID.example)
    }
    self = id
  }

  private init?(_ text: String.UTF8View) {
    guard text.count == 36 else { return nil }
    var halves: (high: UInt64, low: UInt64) = (0, 0)
    let bytes = text.span
    for index in bytes.indices {
      let byte = bytes[index]
      if index == 8 || index == 13 || index == 18 || index == 23 {
        guard byte == UInt8(ascii: "-") else { return nil }
        continue
      }
      guard let digit = Hex.value(of: byte) else { return nil }
      if index < 18 {
        halves.high = halves.high << 4 | UInt64(digit)
      } else {
        halves.low = halves.low << 4 | UInt64(digit)
      }
    }
    self.init(high: halves.high, low: halves.low)
  }
}

extension EventID: CustomStringConvertible {
  /// The form `8-4-4-4-12`, lower case.
  public var description: String {
    let digits = Array(Hex.encode(bytes).utf8)
    let parts = [0..<8, 8..<12, 12..<16, 16..<20, 20..<32]
    return parts.map { String(decoding: digits[$0], as: UTF8.self) }.joined(separator: "-")
  }
}

extension EventID: Comparable {
  public static func < (left: EventID, right: EventID) -> Bool {
    (left.high, left.low) < (right.high, right.low)
  }
}
