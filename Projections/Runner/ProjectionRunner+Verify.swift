package import EventStore
package import Events
internal import LMDB

/// What a verification found.
package struct VerifyReport: Sendable, Hashable {
  /// The projection.
  package var name: String
  /// The database that was verified; `nil` where there is none.
  package var database: String?
  /// The last position that it was verified for.
  package var position: UInt64
  /// What is stored; `nil` where its pages do not read.
  package var stored: ProjectionTally?
  /// What the records make.
  package var recomputed: ProjectionTally
  /// The first difference between the two; `nil` where there is none.
  package var difference: ProjectionDifference?

  /// Whether what is stored is what the records make.
  package var isSound: Bool { stored == recomputed }
}

/// A difference between a projection and the ledger's records.
package struct ProjectionDifference: Sendable, Hashable {
  /// What is wrong with an entry.
  package enum Kind: Sendable, Hashable {
    /// The projection does not have it.
    case missing
    /// The projection has another value.
    case altered
    /// No event makes it.
    case unexpected
  }

  /// What is wrong.
  package var kind: Kind
  /// The entry's key.
  package var key: [UInt8]
  /// The stream of the event that makes the entry; `nil` where none does.
  package var subject: StreamID?
  /// The position of the event that makes the entry, or that the key names; `nil` where it names none.
  package var position: UInt64?
}

extension ProjectionRunner {
  /// Compares a projection with what the ledger's records make.
  ///
  /// It reads what there was when it began: other processes read and append meanwhile.
  ///
  /// - Parameter progress: told the last position read and the last to be read.
  /// - Throws: `unknown`, `otherVersion`; `ledger`, with the position of a record that does not decode.
  /// - Complexity: O(records), up to three times that where they differ; of memory eight bytes a record, of
  ///   16,777,216 at most.
  package func verify(
    _ name: String, progress: (_ position: UInt64, _ last: UInt64) -> Void = { _, _ in }
  ) throws(ProjectionError) -> VerifyReport {
    let definition = try definition(name)
    while true {
      let values = try facing { () throws(LedgerError) in
        try ProjectionRegistry.prepare(ledger)
        return try FoundValues(of: ledger)
      }
      let readers = try facing { () throws(LedgerError) in try Readers(ledger) }
      let entry = try facing { () throws(LedgerError) in
        try ProjectionRegistry.entry(
          definition, readers.snapshot.view, readers.snapshot.transaction)
      }
      if let entry, entry.version != definition.version {
        throw .otherVersion(name: name, found: entry.version, expected: definition.version)
      }
      let report = try facing { () throws(LedgerError) in
        try values.use { () throws(LedgerError) in
          try Verification(definition, entry, values, recordsAtOnce: recordsAtOnce, readers)
            .report(progress)
        }
      }
      // Where they were given up, for the map had to change, it begins once more.
      if let report { return report }
    }
  }
}

extension ProjectionRunner {
  /// Keeps in mind what a verification found, so that reads refuse what is damaged until it was
  /// rebuilt, and no longer refuse what was found sound.
  ///
  /// - Returns: whether what was verified still serves; else nothing is kept.
  @discardableResult
  package func note(_ report: VerifyReport) throws(LedgerError) -> Bool {
    guard let database = report.database,
      let definition = definitions.first(where: { $0.name == report.name })
    else { return false }
    let meta = ledger.databases.meta
    return try ledger.environment.write { transaction throws(LedgerError) in
      let entry = try ProjectionRegistry.entry(
        at: ProjectionRegistry.key(definition.name), ledger.databases, transaction.reader)
      guard entry?.databaseName(definition.name) == database else { return false }
      let key = ProjectionRegistry.damageKey(database)
      if report.isSound {
        try transaction.remove(meta, key)
      } else {
        let reason =
          "a verification up to no. \(report.position) found that it differs from the events"
        try transaction.store(meta, key, Array(reason.utf8))
      }
      return true
    }
  }

  /// Whether what was found of a projection's database and what is kept in mind of it differ.
  package func isNews(_ report: VerifyReport) throws(LedgerError) -> Bool {
    guard let database = report.database else { return false }
    let snapshot = try ledger.snapshot()
    let known = try ProjectionRegistry.damage(
      of: database, ledger.databases, snapshot.transaction)
    return (known == nil) != report.isSound
  }
}

/// Runs what fails as the ledger does.
private func facing<Value>(
  _ body: () throws(LedgerError) -> Value
) throws(ProjectionError) -> Value {
  do {
    return try body()
  } catch {
    throw .ledger(error)
  }
}
