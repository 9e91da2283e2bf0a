package import EventStore
internal import LMDB

/// Lists, rebuilds and verifies the projections of a ledger.
package struct ProjectionRunner: Sendable {
  let ledger: Ledger
  let definitions: [ProjectionDefinition]
  let chunkSize: UInt64

  /// A runner of those projections.
  ///
  /// - Parameter chunkSize: how many records a rebuild takes in one transaction, about; at least 1.
  package init(
    _ ledger: Ledger, _ definitions: [ProjectionDefinition] = ProjectionDefinition.all,
    chunkSize: UInt64 = 250_000
  ) {
    precondition(chunkSize > 0, "a chunk of nothing")
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
    let shadow = try ProjectionRegistry.entry(
      at: ProjectionRegistry.shadowKey(definition.name), ledger.databases, snapshot.transaction)
    let position = min(entry?.position ?? 0, head)
    var status = ProjectionStatus(
      name: definition.name, version: definition.version, storedVersion: entry?.version,
      generation: entry?.generation ?? 0, position: position, lag: head - position,
      rebuiltTo: shadow.map { $0.building?.taken ?? $0.position })
    guard let entry,
      let database = ledger.environment.knownDatabase(entry.databaseName(definition.name))
    else { return status }
    do throws(LMDBError) {
      let statistics = try snapshot.transaction.statistics(database)
      status.entries = statistics.entries
      status.bytes = statistics.bytes
    } catch {
      throw LedgerError(error)
    }
    if withDigest {
      status.digest = try StoredStreams(database: database)
        .tally(asOf: position, reaching: entry.position, snapshot.transaction).digest
    }
    return status
  }
}

/// What there is of a projection.
package struct ProjectionStatus: Sendable, Hashable {
  /// Its name.
  package var name: String
  /// The version of the fold in this build.
  package var version: Int
  /// The version of the fold that made what is stored; `nil` where nothing is.
  package var storedVersion: Int?
  /// Which of its databases serves: each rebuild makes the next one; 0 where none does.
  package var generation: UInt64
  /// The last position taken in.
  package var position: UInt64
  /// How many positions it is behind the ledger.
  package var lag: UInt64
  /// How many entries it has.
  package var entries = 0
  /// How many bytes its pages take.
  package var bytes = 0
  /// The digest of its entries (`ProjectionTally`), where it was asked for.
  package var digest: [UInt8]?
  /// How far a rebuild has come; `nil` where none is under way or was interrupted.
  package var rebuiltTo: UInt64?

  /// Whether reads use it; where not, they fold from the records.
  package var isServing: Bool { storedVersion == version && lag == 0 }
}
