package import EventStore
internal import LMDB

/// Lists, rebuilds and verifies the projections of a ledger.
package struct ProjectionRunner: Sendable {
  let ledger: Ledger
  let definitions: [ProjectionDefinition]
  let chunkSize: UInt64
  let recordsAtOnce: Int

  /// A runner of those projections.
  ///
  /// - Parameters:
  ///   - chunkSize: how many records a rebuild takes in one transaction, about; at least 1.
  ///   - recordsAtOnce: of how many records it is kept where they stand; at least 1.
  package init(
    _ ledger: Ledger, _ definitions: [ProjectionDefinition] = ProjectionDefinition.all,
    chunkSize: UInt64 = 250_000, recordsAtOnce: Int = 1 << 24
  ) {
    precondition(chunkSize > 0 && recordsAtOnce > 0, "a chunk of nothing")
    self.recordsAtOnce = recordsAtOnce
    self.ledger = ledger
    self.definitions = definitions
    self.chunkSize = chunkSize
  }

  /// The projection of a name.
  ///
  /// - Throws: `unknown`.
  func definition(_ name: String) throws(ProjectionError) -> ProjectionDefinition {
    guard let definition = definitions.first(where: { $0.name == name }) else {
      throw .unknown(name: name, known: definitions.map(\.name))
    }
    return definition
  }

  /// What there is of each projection.
  ///
  /// - Parameter withDigest: whether to read all of their entries for their digests.
  /// - Complexity: O(entries) with digests, else O(1).
  package func list(withDigest: Bool = true) throws(LedgerError) -> [ProjectionStatus] {
    try ProjectionRegistry.prepare(ledger)
    let snapshot = try ledger.snapshot()
    var list: [ProjectionStatus] = []
    for definition in definitions {
      list.append(try status(of: definition, in: snapshot, withDigest: withDigest))
    }
    return list
  }

  private func status(
    of definition: ProjectionDefinition, in snapshot: Snapshot, withDigest: Bool
  ) throws(LedgerError) -> ProjectionStatus {
    let head = snapshot.view.head.position
    let entry = try ProjectionRegistry.entry(definition, snapshot.view, snapshot.transaction)
    let position = min(entry?.position ?? 0, head)
    var status = ProjectionStatus(
      name: definition.name, version: definition.version, storedVersion: entry?.version,
      generation: entry?.generation ?? 0, position: position, lag: head - position)
    let shadow = try ProjectionRegistry.shadow(
      definition.name, ledger.databases, snapshot.transaction)
    if let shadow {
      status.rebuiltTo = shadow.reach
      status.isBeingRebuilt = RebuildLock.isHeld(folder: ledger.path)
    }
    guard let entry else { return status }
    let name = entry.databaseName(definition.name)
    status.damage = try ProjectionRegistry.damage(
      of: name, ledger.databases, snapshot.transaction)
    guard let database = ledger.environment.knownDatabase(name) else {
      if position > 0 { status.damage = status.damage ?? "its database is gone" }
      return status
    }
    do throws(LMDBError) {
      let statistics = try snapshot.transaction.statistics(database)
      status.entries = statistics.entries
      status.bytes = statistics.bytes
    } catch {
      throw LedgerError(error)
    }
    // How another version's entries read is not known here.
    if withDigest, entry.version == definition.version {
      try addDigest(to: &status, entry, database, snapshot.transaction)
    }
    return status
  }

  /// Reads all entries, for their digest and for what of them does not read.
  private func addDigest(
    to status: inout ProjectionStatus, _ entry: ProjectionEntry, _ database: Database,
    _ transaction: borrowing ReadTransaction
  ) throws(LedgerError) {
    let tallying = Tallying()
    var damage: String?
    do throws(LedgerError) {
      try StoredStreams(database: database).forEach(transaction) {
        name, item throws(LedgerError) in
        let then = item.asOf(status.position, reaching: entry.position)
        if let then { tallying.add(name, then) }
        if damage == nil, !item.isSound {
          damage = "what it keeps of \(StreamEntry.shown(name)) does not read"
        }
        return true
      }
      status.digest = tallying.tally.digest
    } catch .damaged(position: nil, let reason) {
      damage = reason
    } catch {
      throw error
    }
    status.damage = status.damage ?? damage
  }
}
