/// Why bytes are not what a `ByteWriter` wrote.
public enum ByteError: Error, Equatable, Sendable {
  /// The bytes end before the value does.
  case truncated
  /// A varint longer than it need be, or past 64 bits.
  case varint
  /// A string that is not valid UTF-8.
  case utf8
  /// Bytes are left where none should be.
  case trailing
}

/// Reads what `ByteWriter` writes. Corrupt bytes throw, never trap.
public struct ByteReader: Sendable {
  private let bytes: [UInt8]
  /// The index of the next byte.
  public private(set) var index: Int

  /// A reader at the first byte.
  public init(_ bytes: [UInt8]) {
    self.bytes = bytes
    index = 0
  }

  /// How many bytes are left.
  public var remaining: Int { bytes.count - index }

  /// One byte.
  public mutating func byte() throws(ByteError) -> UInt8 {
    guard index < bytes.count else { throw .truncated }
    defer { index += 1 }
    return bytes[index]
  }

  /// A fixed-width integer, most significant byte first.
  public mutating func fixed<Value: FixedWidthInteger>(
    _ type: Value.Type = Value.self
  ) throws(ByteError) -> Value {
    let count = Value.bitWidth / 8
    guard remaining >= count else { throw .truncated }
    var value: Value = 0
    for offset in 0..<count {
      value = (value << 8) | Value(truncatingIfNeeded: bytes[index + offset])
    }
    index += count
    return value
  }

  /// The inverse of `ByteWriter.sortable(_:)`.
  public mutating func sortable() throws(ByteError) -> Int32 {
    Int32(bitPattern: try fixed(UInt32.self) ^ 0x8000_0000)
  }

  /// The inverse of `ByteWriter.varint(_:)`; only the shortest form is read.
  public mutating func varint() throws(ByteError) -> UInt64 {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while true {
      let byte = try byte()
      let bits = UInt64(byte & 0x7F)
      guard shift < 63 || (shift == 63 && bits <= 1) else { throw .varint }
      value |= bits << shift
      if byte & 0x80 == 0 {
        guard byte != 0 || shift == 0 else { throw .varint }
        return value
      }
      shift += 7
    }
  }

  /// The next `count` bytes.
  public mutating func raw(_ count: Int) throws(ByteError) -> [UInt8] {
    guard count >= 0, remaining >= count else { throw .truncated }
    defer { index += count }
    return Array(bytes[index..<(index + count)])
  }

  /// The inverse of `ByteWriter.prefixed(_:)`.
  public mutating func prefixed() throws(ByteError) -> [UInt8] {
    try raw(try count())
  }

  /// The inverse of `ByteWriter.string(_:)`.
  public mutating func string() throws(ByteError) -> String {
    let count = try count()
    // `String(validating:as:)` looks up its generic metadata under a lock at each call.
    let text: String
    do {
      text = String(copying: try UTF8Span(validating: bytes.span.extracting(index..<index + count)))
    } catch {
      throw .utf8
    }
    index += count
    return text
  }

  /// Passes over the next string where it is that one; returns whether it was.
  public mutating func skip(string text: String) throws(ByteError) -> Bool {
    let start = index
    let count = try count()
    let wanted = text.utf8.span
    guard count == wanted.count, wanted.indices.allSatisfy({ wanted[$0] == bytes[index + $0] })
    else {
      index = start
      return false
    }
    index += count
    return true
  }

  /// Passes over the next `count` bytes.
  public mutating func skip(_ count: Int) throws(ByteError) {
    guard count >= 0, remaining >= count else { throw .truncated }
    index += count
  }

  /// That nothing is left.
  public func end() throws(ByteError) {
    guard remaining == 0 else { throw .trailing }
  }

  /// A length that the bytes left can hold.
  private mutating func count() throws(ByteError) -> Int {
    let count = try varint()
    guard count <= UInt64(remaining) else { throw .truncated }
    return Int(count)
  }
}
