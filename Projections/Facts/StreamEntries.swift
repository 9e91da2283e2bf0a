internal import EventStore
internal import Events
internal import LMDB

/// The entries of one stream as they are stored, or those that say which others name it, one stream
/// after the other.
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

  /// Whether they are another's to the byte.
  func isSame(as other: StreamEntries) -> Bool {
    ends == other.ends && bytes.span.isSame(as: other.bytes.span)
  }

  /// What they say, as far as the ledger reached that position: all that counts where two databases
  /// are compared; `nil` where that was nothing.
  func content(asOf position: UInt64, reaching last: UInt64) -> [UInt8]? {
    var entries = StreamEntry.Collected()
    var others: [UInt8] = []
    var isStream = false
    var start = 0
    for index in stride(from: 0, to: ends.count, by: 2) {
      let key = bytes.span.extracting(start..<ends[index])
      let value = bytes.span.extracting(ends[index]..<ends[index + 1])
      start = ends[index + 1]
      let entry = StreamEntry(key)
      switch entry {
      case .head, .block:
        isStream = true
        entries.add(entry, value, under: key)
      case .reference, .stray:
        guard let item = entry.item(value, under: key).asOf(position, reaching: last) else {
          continue
        }
        others.append(key, from: 0, key.count)
        others.append(contentsOf: item.bytes(of: name))
      }
    }
    let item: StoredItem? = isStream ? .stream(entries.stream) : nil
    let own = item?.asOf(position, reaching: last)?.bytes(of: name)
    if own == nil, others.isEmpty { return nil }
    return (own ?? []) + others
  }

  /// The stream whose entries they are, or which they say is named.
  var subject: StreamID? {
    let name = name.first == StreamReference.mark ? name.dropFirst() : name[...]
    return try? StreamID(parsing: String(decoding: name, as: UTF8.self))
  }
}
