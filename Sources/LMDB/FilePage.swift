internal import Glibc

/// Bytes of the data file, read with `pread`.
struct FilePage: Sendable {
  private let bytes: [UInt8]

  /// Reads bytes.
  ///
  /// - Throws: `truncated` when the file ends before.
  init(reading count: Int, at offset: Int, of descriptor: Int32) throws(LMDBError) {
    var failure: Int32 = 0
    unsafe bytes = Array(unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count {
        let read = unsafe pread(
          descriptor, buffer.baseAddress! + filled, count - filled, offset + filled)
        if read < 0, errno == EINTR { continue }
        if read < 0 { failure = errno }
        if read <= 0 { return }
        filled += read
      }
    }
    if failure != 0 { throw LMDBError(status: failure, call: "pread") }
    guard bytes.count == count else {
      let end = lseek(descriptor, 0, SEEK_END)
      throw .truncated(expectedBytes: offset + count, actualBytes: Int(end))
    }
  }

  /// What kind of page it is (`mp_flags`).
  var flags: UInt16 { uint16(at: 10) }

  /// How many entries a page of a tree has (`NUMKEYS`); 0 when the page says nonsense.
  var entryCount: Int {
    let end = Int(uint16(at: 12))
    return end >= 16 && end <= bytes.count ? (end - 16) / 2 : 0
  }

  /// Whether a range of bytes lies in the page.
  func holds(_ count: Int, at offset: Int) -> Bool {
    offset >= 0 && count >= 0 && offset <= bytes.count - count
  }

  func uint16(at offset: Int) -> UInt16 { load(offset) }
  func uint32(at offset: Int) -> UInt32 { load(offset) }
  func uint64(at offset: Int) -> UInt64 { load(offset) }

  private func load<Value: FixedWidthInteger>(_ offset: Int) -> Value {
    var value: Value = 0
    for index in (0..<(Value.bitWidth / 8)).reversed() {
      value = value << 8 | Value(truncatingIfNeeded: bytes[offset + index])
    }
    return value
  }
}
