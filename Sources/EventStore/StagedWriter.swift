internal import Coding
internal import Events
internal import LMDB
internal import MerkleLog

/// Puts staged events into the ledger's databases, and takes them out.
struct StagedWriter {
  private let databases: Databases

  init(_ databases: Databases) { self.databases = databases }

  /// Puts events in the order of their positions, which follow what is there.
  func write(
    _ staged: [StagedEvent], _ texts: [(position: UInt64, value: [UInt8])],
    _ transaction: inout WriteTransaction
  ) throws(LedgerError) {
    guard let first = staged.first else { return }
    for entry in staged {
      try transaction.store(
        databases.records, Key.position(entry.event.position), entry.record, options: .append)
    }
    for text in texts {
      try transaction.store(databases.texts, Key.position(text.position), text.value)
    }
    for (database, entries) in indexEntries(staged) {
      for entry in entries.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
        try transaction.store(database, entry.key, entry.value)
      }
    }
    try growTree(by: staged, size: first.event.position - 1, &transaction)
  }

  /// Takes staged events out again. Their texts are overwritten before they are deleted.
  func erase(
    _ staged: [StagedEvent], _ transaction: inout WriteTransaction
  ) throws(LedgerError) {
    for entry in staged.reversed() {
      let key = Key.position(entry.event.position)
      if let text = try transaction.reader.lookUp(databases.texts, key) {
        let zeros = [UInt8](repeating: 0, count: text.count)
        try transaction.store(databases.texts, key, zeros)
        try transaction.remove(databases.texts, key)
      }
      for (database, entries) in indexEntries([entry]) {
        for entry in entries { try transaction.remove(database, entry.key) }
      }
      try transaction.remove(databases.records, key)
    }
  }

  private typealias Entry = (key: [UInt8], value: [UInt8])

  private func indexEntries(_ staged: [StagedEvent]) -> [(Database, [Entry])] {
    var ids: [Entry] = []
    var streams: [Entry] = []
    var types: [Entry] = []
    var effective: [Entry] = []
    for entry in staged {
      let event = entry.event
      let position = Key.position(event.position)
      ids.append((event.id.bytes, position))
      streams.append(
        (Key.stream(event.event.subject.description, revision: event.revision), position))
      types.append((Key.type(event.event.type.rawValue, event.position), []))
      if let day = event.event.effective?.lastDay {
        effective.append((Key.effective(day.number, event.position), []))
      }
    }
    return [
      (databases.ids, ids), (databases.streams, streams), (databases.types, types),
      (databases.effective, effective),
    ]
  }

  /// Grows the tree of the first `size` records; stale hashes of what was staged and taken away are
  /// overwritten, for a tile's first hashes never change.
  private func growTree(
    by staged: [StagedEvent], size: UInt64, _ transaction: inout WriteTransaction
  ) throws(LedgerError) {
    let hasher = SHA256Box()
    var tiles = try TileBuffer(rightEdgeOf: size, databases.tree, transaction.reader)
    try hasher.append(staged.map { hasher.leaf($0.record) }, size: size, to: &tiles)
    for id in tiles.changed.keys.sorted(by: { ($0.level, $0.index) < ($1.level, $1.index) }) {
      try transaction.store(databases.tree, id.key, tiles.changed[id] ?? [])
    }
  }
}
