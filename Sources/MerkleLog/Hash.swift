internal import Coding

/// A SHA-256 hash: 32 bytes.
///
/// Held inline as four words whose memory is the hash's bytes in order, so that arrays of hashes
/// are flat and comparing two costs four comparisons.
package struct Hash: Hashable, Sendable {
  /// How many bytes a hash has.
  package static let byteCount = 32

  private var first: UInt64
  private var second: UInt64
  private var third: UInt64
  private var fourth: UInt64

  /// 32 bytes of zero: room for a hash to be written into.
  init() {
    first = 0
    second = 0
    third = 0
    fourth = 0
  }

  /// The hash that these bytes are; `nil` unless there are exactly 32.
  package init?(bytes: [UInt8]) {
    guard bytes.count == Self.byteCount else { return nil }
    self.init(reading: bytes.span, at: 0)
  }

  /// The hash that these digits spell, of either case; `nil` unless there are exactly 64.
  package init?(hex: some StringProtocol) {
    guard let bytes = Hex.decode(hex) else { return nil }
    self.init(bytes: bytes)
  }

  /// The hash whose first byte stands at `offset`, which the span must hold whole.
  package init(reading span: borrowing Span<UInt8>, at offset: Int) {
    let bytes = unsafe span.bytes
    first = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self)
    second = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: offset + 8, as: UInt64.self)
    third = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: offset + 16, as: UInt64.self)
    fourth = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: offset + 24, as: UInt64.self)
  }

  /// The 32 bytes.
  package var bytes: [UInt8] {
    unsafe withUnsafeBytes(of: self) { bytes in unsafe [UInt8](bytes) }
  }

  /// The bytes as 64 lower-case hexadecimal digits.
  package var hex: String { Hex.encode(bytes) }
}

extension Hash: CustomStringConvertible {
  package var description: String { hex }
}
