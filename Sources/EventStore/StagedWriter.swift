internal import Events
package import LMDB
internal import MerkleLog

/// Puts the events of a chunk into the ledger's databases.
///
/// Records and texts go to the end of theirs. Index entries are put in the order of their keys: a
/// B-tree takes sorted runs several times faster than scattered keys.
struct StagedWriter {
  let databases: Databases

  init(_ databases: Databases) { self.databases = databases }

  /// Puts events that have been given the positions after `last`.
  func write(
    _ placed: PlacedEvents, _ runs: StreamRuns, of events: [PreparedEvent], after last: UInt64,
    _ transaction: inout WriteTransaction, _ hasher: SHA256Box
  ) throws(LedgerError) {
    try writeRecords(placed, after: last, &transaction)
    try writeTexts(placed, of: events, after: last, &transaction)
    var entries = IndexEntries(runs)
    entries.reserveCapacity(placed.count)
    for place in 0..<placed.count {
      entries.add(events[placed.indices[place]], position: last + 1 + UInt64(place))
    }
    try entries.put(into: databases, &transaction)
    try growTree(by: placed.leaves, size: last, &transaction, hasher)
  }

  private func writeRecords(
    _ placed: PlacedEvents, after last: UInt64, _ transaction: inout WriteTransaction
  ) throws(LedgerError) {
    try transaction.withAppender(databases.records) { appender throws(LedgerError) in
      var key = Key.position(0)
      for (place, record) in placed.records.enumerated() {
        key.set(last + 1 + UInt64(place), at: 0)
        try appender.store(key, record)
      }
    }
  }

  private func writeTexts(
    _ placed: PlacedEvents, of events: [PreparedEvent], after last: UInt64,
    _ transaction: inout WriteTransaction
  ) throws(LedgerError) {
    try transaction.withAppender(databases.texts) { appender throws(LedgerError) in
      var key = Key.position(0)
      for place in 0..<placed.count where !events[placed.indices[place]].texts.isEmpty {
        key.set(last + 1 + UInt64(place), at: 0)
        try appender.store(key, events[placed.indices[place]].texts)
      }
    }
  }

  /// Grows the tree of the first `size` records.
  private func growTree(
    by leaves: [Hash], size: UInt64, _ transaction: inout WriteTransaction, _ hasher: SHA256Box
  ) throws(LedgerError) {
    var tiles = try TileBuffer(rightEdgeOf: size, databases.tree, transaction.reader)
    try hasher.append(leaves, size: size, to: &tiles)
    for (id, bytes) in tiles.changed.sorted(by: { $0.key.precedes($1.key) }) {
      try transaction.store(databases.tree, id.key, bytes)
    }
  }
}

extension Appender {
  /// Puts an entry after all others.
  mutating func store(_ key: [UInt8], _ value: [UInt8]) throws(LedgerError) {
    do throws(LMDBError) {
      try append(key, value)
    } catch .keyExists {
      throw .damaged(position: nil, reason: "an entry stands behind the ledger's head")
    } catch {
      throw LedgerError(error)
    }
  }

  /// Puts an entry where its key belongs, soonest found where keys ascend.
  package mutating func insert(_ key: [UInt8], _ value: [UInt8]) throws(LedgerError) {
    do throws(LMDBError) {
      try insert(key.span, value.span)
    } catch {
      throw LedgerError(error)
    }
  }
}

extension TileID {
  /// Whether its key sorts before another's.
  func precedes(_ other: TileID) -> Bool {
    (level, index) < (other.level, other.index)
  }
}
