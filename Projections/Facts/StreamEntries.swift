internal import EventStore
internal import LMDB

/// The entries of one stream as they are stored, one stream after the other.
///
/// What is no stream's entry stands by itself, and is never sound.
struct StreamEntries {
  /// The stream's name.
  private(set) var name: [UInt8] = []
  /// Keys and values, one behind the other.
  private(set) var bytes: [UInt8] = []
  /// Where in `bytes` each key and each value ends.
  private(set) var ends: [Int] = []
  /// Whether there are no more streams.
  private(set) var isEnd = false
  /// Whether the cursor stands on the first entry of the next stream; `nil` before the first.
  private var isThere: Bool?

  /// Reads the next stream; the cursor is used for nothing else.
  mutating func read(_ cursor: borrowing Cursor) throws(LedgerError) {
    bytes.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    do throws(LMDBError) {
      var isThere = if let isThere { isThere } else { try cursor.next() }
      isEnd = !isThere
      while isThere {
        var isOwn = false
        _ = cursor.show { key, value in isOwn = take(key, value) }
        if !isOwn { break }
        isThere = try cursor.next()
      }
      self.isThere = isThere
    } catch {
      throw LedgerError(error)
    }
  }

  /// Takes in an entry; returns whether it is of the stream.
  private mutating func take(_ key: Span<UInt8>, _ value: Span<UInt8>) -> Bool {
    if ends.isEmpty {
      let end = key.indices.first { key[$0] == 0 } ?? key.count
      name.removeAll(keepingCapacity: true)
      name.append(key, from: 0, end)
    } else {
      guard key.count > name.count, key[name.count] == 0 else { return false }
      for index in name.indices where key[index] != name[index] { return false }
    }
    bytes.append(key, from: 0, key.count)
    ends.append(bytes.count)
    bytes.append(value, from: 0, value.count)
    ends.append(bytes.count)
    return true
  }

  /// How its name stands to another's: below 0 where it comes first or the other has ended.
  func order(before other: StreamEntries) -> Int {
    if isEnd || other.isEnd { return isEnd == other.isEnd ? 0 : isEnd ? 1 : -1 }
    if name == other.name { return 0 }
    return name.lexicographicallyPrecedes(other.name) ? -1 : 1
  }

  /// What they make.
  var stream: StoredStream {
    var head: StreamHead?
    var blocks: [UInt32: StoredBlock] = [:]
    var isSound = true
    var start = 0
    for index in stride(from: 0, to: ends.count, by: 2) {
      let key = bytes.span.extracting(start..<ends[index])
      let value = bytes.span.extracting(ends[index]..<ends[index + 1])
      start = ends[index + 1]
      switch key.count - name.count - 1 {
      case 0: head = StreamHead(value, under: key)
      case 4:
        var number: UInt32 = 0
        for index in (name.count + 1)..<key.count { number = number << 8 | UInt32(key[index]) }
        blocks[number] = StoredBlock(value, under: key)
      default: isSound = false
      }
    }
    var stream = StoredStream(head, blocks)
    stream.isSound = stream.isSound && isSound
    return stream
  }
}
