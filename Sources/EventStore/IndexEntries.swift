internal import Events
internal import LMDB

/// The entries that the events of a chunk have in the indexes, gathered to be put in key order.
struct IndexEntries {
  private var ids: [(id: EventID, position: UInt64)] = []
  private let streams: StreamRuns
  private var types: [UInt16: [UInt64]] = [:]
  private var effective: [Int32: [UInt64]] = [:]

  /// Entries of no event yet, but for those of the streams.
  init(_ streams: StreamRuns) { self.streams = streams }

  mutating func reserveCapacity(_ count: Int) { ids.reserveCapacity(count) }

  /// Adds the entries of an event; events come in the order of their positions.
  mutating func add(_ event: PreparedEvent, position: UInt64) {
    ids.append((event.id, position))
    types[event.event.type.rawValue, default: []].append(position)
    if let day = event.event.effective?.lastDay {
      effective[day.number, default: []].append(position)
    }
  }

  /// Puts them all.
  consuming func put(
    into databases: Databases, _ transaction: inout WriteTransaction
  ) throws(LedgerError) {
    try putIDs(into: databases, &transaction)
    try transaction.withAppender(databases.streams) { [streams] appender throws(LedgerError) in
      var value = Key.position(0)
      for run in streams.sorted {
        var key = Key.stream(run.subject.description, revision: 0)
        var revision = run.first
        for position in run.positions {
          key.set(revision, at: key.count - 8)
          value.set(position, at: 0)
          try appender.insert(key, value)
          revision += 1
        }
      }
    }
    try transaction.withAppender(databases.types) { [types] appender throws(LedgerError) in
      for (code, positions) in types.sorted(by: { $0.key < $1.key }) {
        try put(positions, after: Key.type(code, 0), &appender)
      }
    }
    try transaction.withAppender(databases.effective) { [effective] appender throws(LedgerError) in
      for (day, positions) in effective.sorted(by: { $0.key < $1.key }) {
        try put(positions, after: Key.effective(day, 0), &appender)
      }
    }
  }

  /// Ids in the order of time, as version 7 has them, go to the end; others where they belong.
  private mutating func putIDs(
    into databases: Databases, _ transaction: inout WriteTransaction
  ) throws(LedgerError) {
    ids.sort { $0.id < $1.id }
    guard let first = ids.first else { return }
    let greatest = try databases.greatestID(transaction.reader)
    var key = first.id.bytes
    var value = Key.position(0)
    if greatest ?? first.id <= first.id {
      try transaction.withAppender(databases.ids) { [ids] appender throws(LedgerError) in
        for entry in ids {
          key.set(entry.id.high, at: 0)
          key.set(entry.id.low, at: 8)
          value.set(entry.position, at: 0)
          try appender.store(key, value)
        }
      }
    } else {
      for entry in ids {
        value.set(entry.position, at: 0)
        try transaction.store(databases.ids, entry.id.bytes, value)
      }
    }
  }

  /// Puts a key that ends in a position for each of them.
  private func put(
    _ positions: [UInt64], after prefix: [UInt8], _ appender: inout Appender
  ) throws(LedgerError) {
    var key = prefix
    for position in positions {
      key.set(position, at: key.count - 8)
      try appender.insert(key, [])
    }
  }
}
