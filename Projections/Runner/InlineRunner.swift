package import EventStore
internal import Events
package import LMDB

/// Keeps the projections in step with the ledger, in the ledger's own transactions.
///
/// An older version than this build's is left alone: it no longer counts as in step, and waits for a
/// rebuild. Beneath a newer one this build does not write.
package struct InlineRunner: AppendParticipant {
  private let definitions: [ProjectionDefinition]
  private let ledger: Ledger

  /// A runner of those projections.
  package init(_ ledger: Ledger, _ definitions: [ProjectionDefinition] = ProjectionDefinition.all) {
    self.ledger = ledger
    self.definitions = definitions
  }

  package func stage(
    _ chunk: StagedChunk, _ transaction: inout WriteTransaction
  ) throws(LedgerError) {
    if chunk.isEmpty { return }
    for definition in definitions {
      guard
        var entry = try current(
          definition, upTo: chunk.first - 1, &transaction)
      else { continue }
      let writer = FactWriter(
        database: try open(entry.databaseName(definition.name), &transaction),
        databases: ledger.databases)
      try writer.stage(chunk, &transaction)
      entry.position = chunk.last
      try transaction.store(
        ledger.databases.meta, ProjectionRegistry.key(definition.name), entry.bytes)
    }
  }

  package func unstage(
    _ chunk: StagedChunk, _ transaction: inout WriteTransaction
  ) throws(LedgerError) {
    if chunk.isEmpty { return }
    for definition in definitions {
      guard var entry = try current(definition, upTo: chunk.last, &transaction) else {
        continue
      }
      let writer = FactWriter(
        database: try open(entry.databaseName(definition.name), &transaction),
        databases: ledger.databases)
      do throws(LedgerError) {
        for stream in chunk.streams {
          try writer.unstage(stream, from: chunk.first, &transaction)
        }
        entry.position = chunk.first - 1
      } catch .projectionDamaged {
        // What cannot be taken out again must not be read, and must not hold up the ledger.
        entry.position = 0
      } catch {
        throw error
      }
      try transaction.store(
        ledger.databases.meta, ProjectionRegistry.key(definition.name), entry.bytes)
    }
  }

  /// The projection's entry where it reaches just so far and is of this build's version.
  private func current(
    _ definition: ProjectionDefinition, upTo position: UInt64,
    _ transaction: inout WriteTransaction
  ) throws(LedgerError) -> ProjectionEntry? {
    let stored = try transaction.reader.lookUp(
      ledger.databases.meta, ProjectionRegistry.key(definition.name))
    if let stored {
      let entry = try ProjectionEntry(bytes: stored)
      guard entry.version <= definition.version else {
        throw .projectionNewer(
          name: definition.name, found: entry.version, supported: definition.version)
      }
      return entry.version == definition.version && entry.position == position ? entry : nil
    }
    // A ledger's first events find no projection: it begins with them.
    return position == 0
      ? ProjectionEntry(version: definition.version, generation: 1, position: 0) : nil
  }

  private func open(
    _ name: String, _ transaction: inout WriteTransaction
  ) throws(LedgerError) -> Database {
    do throws(LMDBError) {
      return try transaction.database(name)
    } catch {
      throw LedgerError(error)
    }
  }
}
