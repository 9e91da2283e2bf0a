internal import Coding

/// The checksum that each stored head and block begins with: over the bytes behind it, and over its
/// key, so that an entry in another's place is none.
enum FactSeal {
  /// How many bytes it takes.
  static let length = 8

  /// Whether a value is as it was stored under the key.
  static func isWhole(_ value: Span<UInt8>, under key: Span<UInt8>) -> Bool {
    guard value.count >= length else { return false }
    let sealed = unsafe value.withUnsafeBytes { bytes in
      UInt64(littleEndian: unsafe bytes.loadUnaligned(as: UInt64.self))
    }
    return sealed == EntryChecksum.of(value.extracting(droppingFirst: length), under: key)
  }

  /// Writes it over the first bytes of a value.
  static func seal(_ value: inout [UInt8], under key: [UInt8]) {
    let sum = EntryChecksum.of(value.span.extracting(droppingFirst: length), under: key.span)
    unsafe value.withUnsafeMutableBytes { bytes in
      unsafe bytes.storeBytes(of: sum.littleEndian, as: UInt64.self)
    }
  }
}
