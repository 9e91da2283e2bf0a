internal import EventStore
package import Events
internal import LMDB

/// What a verification found.
package struct VerifyReport: Sendable, Hashable {
  /// The projection.
  package var name: String
  /// The last position that it was verified for.
  package var position: UInt64
  /// What is stored.
  package var stored: ProjectionTally
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
  /// It reads in one snapshot: other processes read and append meanwhile.
  ///
  /// - Parameter progress: told the last position read and the last to be read.
  /// - Throws: `unknown`, `otherVersion`; `ledger`, with the position of a record that does not decode.
  /// - Complexity: O(records), twice that where they differ.
  package func verify(
    _ name: String, progress: (_ position: UInt64, _ last: UInt64) -> Void = { _, _ in }
  ) throws(ProjectionError) -> VerifyReport {
    let definition = try definition(name)
    let snapshot = try facing { () throws(LedgerError) in
      try ProjectionRegistry.prepare(ledger)
      return try ledger.snapshot()
    }
    let entry = try facing { () throws(LedgerError) in
      try ProjectionRegistry.entry(definition, snapshot.view, snapshot.transaction)
    }
    if let entry, entry.version != definition.version {
      throw .otherVersion(name: name, found: entry.version, expected: definition.version)
    }
    return try facing { () throws(LedgerError) in
      try Verification(definition, entry, snapshot).report(progress)
    }
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
