internal import LMDB

/// Keys and values one behind the other, in two arrays however many they are.
struct EntryList {
  private var bytes: [UInt8] = []
  /// Where in `bytes` each key and each value ends.
  private var ends: [Int] = []

  /// How many bytes they are.
  var byteCount: Int { bytes.count }

  mutating func reserveCapacity(bytes count: Int) { bytes.reserveCapacity(count) }

  mutating func append(_ key: [UInt8], _ value: [UInt8]) {
    bytes.append(contentsOf: key)
    ends.append(bytes.count)
    bytes.append(contentsOf: value)
    ends.append(bytes.count)
  }

  /// Shows them in the order in which they were appended.
  func forEach(
    _ body: (_ key: Span<UInt8>, _ value: Span<UInt8>) throws(LMDBError) -> Void
  ) throws(LMDBError) {
    let all = bytes.span
    var start = 0
    for index in stride(from: 0, to: ends.count, by: 2) {
      let (middle, end) = (ends[index], ends[index + 1])
      try body(all.extracting(start..<middle), all.extracting(middle..<end))
      start = end
    }
  }
}
