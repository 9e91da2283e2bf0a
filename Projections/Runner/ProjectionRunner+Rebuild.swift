internal import EventStore
package import Events
internal import LMDB

/// How far a rebuild has come.
package struct RebuildProgress: Sendable, Hashable {
  /// How many events are taken in, or read to be taken in; behind the streams, the last position.
  package var position: UInt64
  /// The ledger's last position now; others may append meanwhile.
  package var head: UInt64
  /// Where this run began: 0, or where an interrupted one had come to.
  package var resumedFrom: UInt64
}

/// How what was rebuilt compares with what served, as far as both reach.
package enum RebuildComparison: Sendable, Hashable {
  /// They were the same.
  case same
  /// They were not: what served was damaged.
  case different(RebuildDifference)
  /// What served was of another version, or nothing did.
  case notComparable
}

/// What was wrong with what served.
package struct RebuildDifference: Sendable, Hashable {
  /// How much there was; `nil` where it did not read.
  package var served: ProjectionTally?
  /// How much there is now.
  package var rebuilt: ProjectionTally
  /// How many streams differ.
  package var count = 0
  /// The first of them, in the order of their names.
  package var streams: [StreamID] = []
}

/// What a rebuild did.
package struct RebuildReport: Sendable, Hashable {
  /// The projection.
  package var name: String
  /// What serves now.
  package var entry: ProjectionEntry
  /// Where this run began: 0, or where an interrupted one had come to.
  package var resumedFrom: UInt64
  /// How it compares with what served before.
  package var comparison: RebuildComparison
}

extension ProjectionRunner {
  /// Builds a projection anew from the ledger's records, beside the one that serves, and puts it in
  /// its place by one commit.
  ///
  /// It takes chunks of records, each in a transaction of its own with its checkpoint: an interrupted
  /// rebuild goes on where it was. Others read and append meanwhile; only for the last step does it
  /// take the ledger's writer lock. The database that served is deleted; where readers of this process
  /// still hold it, the next rebuild deletes it.
  ///
  /// - Parameter progress: told after each chunk, and while the next ones are read.
  /// - Throws: `unknown`; `running` where another does it; `ledger`, with the position of a record that
  ///   does not decode. What served serves on then.
  /// - Complexity: O(records); of memory eight bytes a record, of 16,777,216 at most, and O(chunk), or of
  ///   the longest stream.
  @discardableResult
  package func rebuild(
    _ name: String, progress: (RebuildProgress) -> Void = { _ in }
  ) throws(ProjectionError) -> RebuildReport {
    let definition = try definition(name)
    let report: RebuildReport?
    do throws(LedgerError) {
      report = try rebuildAlone(definition, progress)
    } catch {
      throw .ledger(error)
    }
    guard let report else { throw .running(name: name) }
    return report
  }

  /// Rebuilds under the lock; `nil` where another holds it.
  private func rebuildAlone(
    _ definition: ProjectionDefinition, _ progress: (RebuildProgress) -> Void
  ) throws(LedgerError) -> RebuildReport? {
    guard let lock = try RebuildLock(folder: ledger.path) else { return nil }
    defer { lock.holdUntilHere() }
    let rebuild = Rebuild(
      ledger: ledger, definition: definition, chunkSize: chunkSize,
      recordsAtOnce: recordsAtOnce,
      participants: [InlineRunner(ledger, definitions)])
    return try rebuild.run(progress)
  }
}
