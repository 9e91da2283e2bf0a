/// Writes the house's binary forms: fixed-width big-endian integers, varints, length-prefixed bytes.
///
/// Big-endian, so that unsigned integers sort as bytes; varints are unsigned LEB128 in their
/// shortest form, so that every value has one encoding.
public struct ByteWriter: Sendable {
  /// What has been written.
  public private(set) var bytes: [UInt8]

  /// An empty writer with room for `capacity` bytes.
  public init(capacity: Int = 0) {
    bytes = []
    bytes.reserveCapacity(capacity)
  }

  /// One byte.
  public mutating func byte(_ value: UInt8) {
    bytes.append(value)
  }

  /// A fixed-width integer, most significant byte first.
  public mutating func fixed(_ value: some FixedWidthInteger) {
    var shift = value.bitWidth
    while shift > 0 {
      shift -= 8
      bytes.append(UInt8(truncatingIfNeeded: value >> shift))
    }
  }

  /// A signed integer, most significant byte first and its sign turned, so that it sorts as bytes.
  public mutating func sortable(_ value: Int32) {
    fixed(UInt32(bitPattern: value) ^ 0x8000_0000)
  }

  /// An unsigned integer in one to ten bytes, seven bits each, least significant first.
  public mutating func varint(_ value: UInt64) {
    var rest = value
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  /// The bytes as they are.
  public mutating func raw(_ value: some Sequence<UInt8>) {
    bytes.append(contentsOf: value)
  }

  /// The count of the bytes as a varint, then the bytes.
  public mutating func prefixed(_ value: some Collection<UInt8>) {
    varint(UInt64(value.count))
    bytes.append(contentsOf: value)
  }

  /// The text's UTF-8, prefixed with its length.
  public mutating func string(_ text: String) {
    prefixed(text.utf8)
  }
}
