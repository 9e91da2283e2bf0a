internal import EventStore
internal import Events
internal import LMDB

/// Holds a rebuild's shadow to what serves, where both were made by the same version.
///
/// Both are gone through side by side. Streams of the same bytes are the same; of others the rows are
/// compared, for events that come one by one spread them over blocks in another way.
struct ShadowComparison {
  private let ledger: Ledger
  private let definition: ProjectionDefinition
  /// Of more streams that differ only their number is told.
  private static let namedAtMost = 1_000

  init(_ ledger: Ledger, _ definition: ProjectionDefinition) {
    self.ledger = ledger
    self.definition = definition
  }

  /// How they compare, as far as both reach.
  func compare() throws(LedgerError) -> RebuildComparison {
    try ProjectionRegistry.prepare(ledger)
    try openShadow()
    let snapshot = try ledger.snapshot()
    let serving = try ProjectionRegistry.entry(definition, snapshot.view, snapshot.transaction)
    let shadow = try ProjectionRegistry.shadow(
      definition.name, ledger.databases, snapshot.transaction)
    guard let serving, let shadow, serving.version == shadow.version,
      let served = database(serving), let rebuilt = database(shadow)
    else { return .notComparable }
    let common = min(serving.position, shadow.position)
    let before = Side(database: served, position: common, reach: serving.position)
    let after = Side(database: rebuilt, position: common, reach: shadow.position)
    var found = Found()
    do throws(LedgerError) {
      found = try differences(before, after, snapshot.transaction)
      if found.count == 0 { return .same }
    } catch .damaged(position: nil, _) {
      // Its pages do not read, which is no reason not to replace it.
      return .different(RebuildDifference(rebuilt: try after.tally(snapshot.transaction)))
    } catch {
      throw error
    }
    return .different(
      RebuildDifference(
        served: try before.tally(snapshot.transaction),
        rebuilt: try after.tally(snapshot.transaction), count: found.count,
        streams: found.streams))
  }

  /// Opens the database of a shadow, which none of this process's transactions may have written to.
  private func openShadow() throws(LedgerError) {
    let snapshot = try ledger.snapshot()
    let shadow = try ProjectionRegistry.shadow(
      definition.name, ledger.databases, snapshot.transaction)
    guard let shadow else { return }
    do throws(LMDBError) {
      _ = try ledger.environment.databaseIfAny(shadow.databaseName(definition.name))
    } catch {
      throw LedgerError(error)
    }
  }

  private func database(_ entry: ProjectionEntry) -> Database? {
    ledger.environment.knownDatabase(entry.databaseName(definition.name))
  }

  private struct Side {
    let database: Database
    let position: UInt64
    let reach: UInt64

    func tally(
      _ transaction: borrowing ReadTransaction
    ) throws(LedgerError) -> ProjectionTally {
      try StoredStreams(database: database).tally(asOf: position, reaching: reach, transaction)
    }

    /// What is said of a stream, as far as it is compared; `nil` where that is nothing.
    func content(_ entries: StreamEntries) -> [UInt8]? {
      entries.content(asOf: position, reaching: reach)
    }
  }

  private struct Found {
    var count = 0
    var streams: [StreamID] = []
    private var known: Set<StreamID> = []

    mutating func add(_ entries: StreamEntries) {
      guard let subject = entries.subject else {
        count += 1
        return
      }
      // What names a stream stands apart from what it says.
      if known.contains(subject) { return }
      count += 1
      if streams.count == ShadowComparison.namedAtMost { return }
      streams.append(subject)
      known.insert(subject)
    }
  }

  private func differences(
    _ before: Side, _ after: Side, _ transaction: borrowing ReadTransaction
  ) throws(LedgerError) -> Found {
    var found = Found()
    try transaction.withCursor(before.database) { first throws(LedgerError) in
      try transaction.withCursor(after.database) { second throws(LedgerError) in
        var old = StreamEntries()
        var new = StreamEntries()
        try old.read(first)
        try new.read(second)
        while !old.isEnd || !new.isEnd {
          let order = old.order(before: new)
          if order == 0 {
            if !old.isSame(as: new),
              before.content(old) != after.content(new)
            {
              found.add(old)
            }
          } else if order < 0 {
            if before.content(old) != nil { found.add(old) }
          } else if after.content(new) != nil {
            found.add(new)
          }
          if order <= 0 { try old.read(first) }
          if order >= 0 { try new.read(second) }
        }
      }
    }
    return found
  }
}
