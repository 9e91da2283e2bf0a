internal import LMDB

/// Keys and values one behind the other, in two arrays however many they are.
struct EntryList {
  private var bytes: [UInt8] = []
  /// Where in `bytes` each key and each value ends.
  private var ends: [Int] = []

  mutating func append(_ key: [UInt8], _ value: [UInt8]) {
    bytes.append(contentsOf: key)
    ends.append(bytes.count)
    bytes.append(contentsOf: value)
    ends.append(bytes.count)
  }

  /// Gives back the room that the arrays have for more.
  mutating func trim() {
    bytes = bytes.trimmed
    ends = ends.trimmed
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

extension Array {
  /// The same in a buffer of just that size.
  fileprivate var trimmed: [Element] {
    var trimmed: [Element] = []
    trimmed.reserveCapacity(count)
    trimmed.append(contentsOf: self)
    return trimmed
  }
}
