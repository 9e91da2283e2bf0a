internal import EventStore
internal import Events
internal import LMDB

/// Holds a rebuild's shadow to what serves, where both were made by the same version.
struct ShadowComparison {
  private let ledger: Ledger
  private let definition: ProjectionDefinition
  /// Of more streams that differ only their number is told.
  private static let namedAtMost = 10

  init(_ ledger: Ledger, _ definition: ProjectionDefinition) {
    self.ledger = ledger
    self.definition = definition
  }

  /// How they compare, as far as both reach.
  func compare() throws(LedgerError) -> RebuildComparison {
    try ProjectionRegistry.prepare(ledger)
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
    var difference = RebuildDifference(rebuilt: try after.tally(snapshot.transaction))
    do throws(LedgerError) {
      difference.served = try before.tally(snapshot.transaction)
      if difference.served == difference.rebuilt { return .same }
      try list(before, after, into: &difference, snapshot.transaction)
    } catch .damaged(position: nil, _) {
      // Its pages do not read, which is no reason not to replace it.
      difference.served = nil
    } catch {
      throw error
    }
    return .different(difference)
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

    func stream(
      _ name: [UInt8], _ transaction: borrowing ReadTransaction
    ) throws(LedgerError) -> StoredStream {
      try StoredStreams(database: database).stream(name, transaction)
        .asOf(position, reaching: reach)
    }
  }

  private func list(
    _ before: Side, _ after: Side, into difference: inout RebuildDifference,
    _ transaction: borrowing ReadTransaction
  ) throws(LedgerError) {
    var found = difference
    func add(_ name: [UInt8]) {
      found.count += 1
      if found.streams.count < Self.namedAtMost,
        let subject = try? StreamID(parsing: String(decoding: name, as: UTF8.self))
      {
        found.streams.append(subject)
      }
    }
    try StoredStreams(database: after.database).forEach(transaction) {
      name, stream throws(LedgerError) in
      let new = stream?.asOf(after.position, reaching: after.reach) ?? StoredStream()
      if new.bytes(of: name) != (try before.stream(name, transaction)).bytes(of: name) { add(name) }
      return true
    }
    try StoredStreams(database: before.database).forEach(transaction) {
      name, stream throws(LedgerError) in
      let old = stream?.asOf(before.position, reaching: before.reach)
      let isThere = old.map { !$0.isSound || !$0.rows.isEmpty } ?? true
      if isThere, try after.stream(name, transaction).rows.isEmpty { add(name) }
      return true
    }
    difference = found
  }
}
