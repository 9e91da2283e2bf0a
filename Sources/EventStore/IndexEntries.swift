internal import Events
internal import LMDB

/// The entries that the events of a chunk have in the indexes, gathered to be put in key order.
struct IndexEntries {
  private var ids: [(id: EventID, position: UInt64)] = []
  private var streams: [StreamID: [(revision: UInt64, position: UInt64)]] = [:]
  private var types: [UInt16: [UInt64]] = [:]
  private var effective: [Int32: [UInt64]] = [:]

  /// Adds the entries of an event; events come in the order of their positions.
  mutating func add(_ event: Event, _ id: EventID, revision: UInt64, position: UInt64) {
    ids.append((id, position))
    streams[event.subject, default: []].append((revision, position))
    types[event.type.rawValue, default: []].append(position)
    if let day = event.effective?.lastDay {
      effective[day.number, default: []].append(position)
    }
  }

  /// Puts them all.
  consuming func put(
    into databases: Databases, _ transaction: inout WriteTransaction
  ) throws(LedgerError) {
    try putIDs(into: databases.ids, &transaction)
    var position = Key.position(0)
    for (stream, entries) in streams.sorted(by: { $0.key < $1.key }) {
      var key = Key.stream(stream.description, revision: 0)
      for entry in entries {
        key.set(entry.revision, at: key.count - 8)
        position.set(entry.position, at: 0)
        try transaction.store(databases.streams, key, position)
      }
    }
    for (code, positions) in types.sorted(by: { $0.key < $1.key }) {
      try put(positions, after: Key.type(code, 0), into: databases.types, &transaction)
    }
    for (day, positions) in effective.sorted(by: { $0.key < $1.key }) {
      try put(positions, after: Key.effective(day, 0), into: databases.effective, &transaction)
    }
  }

  /// Ids in the order of time, as version 7 has them, go to the end; others where they belong.
  private mutating func putIDs(
    into database: Database, _ transaction: inout WriteTransaction
  ) throws(LedgerError) {
    ids.sort { $0.id < $1.id }
    guard let first = ids.first else { return }
    let greatest = try transaction.reader.withCursor(database) { cursor throws(LedgerError) in
      try storage { () throws(LMDBError) in try cursor.last() ? cursor.key : nil }
    }
    var value = Key.position(0)
    if greatest?.lexicographicallyPrecedes(first.id.bytes) ?? true {
      try transaction.withAppender(database) { [ids] appender throws(LedgerError) in
        for entry in ids {
          value.set(entry.position, at: 0)
          try appender.store(entry.id.bytes, value)
        }
      }
    } else {
      for entry in ids {
        value.set(entry.position, at: 0)
        try transaction.store(database, entry.id.bytes, value)
      }
    }
  }

  /// Puts a key that ends in a position for each of them.
  private func put(
    _ positions: [UInt64], after prefix: [UInt8], into database: Database,
    _ transaction: inout WriteTransaction
  ) throws(LedgerError) {
    var key = prefix
    for position in positions {
      key.set(position, at: key.count - 8)
      try transaction.store(database, key, [])
    }
  }
}
