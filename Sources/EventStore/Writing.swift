internal import Glibc
internal import LMDB

extension Ledger {
  /// Runs a batch under the writer's lock, behind a head with nothing staged, and takes away what the
  /// batch leaves staged when it throws.
  func writing<Result>(
    _ participants: [any AppendParticipant], _ limit: ChunkLimit,
    _ body: (LedgerHead) throws(LedgerError) -> Result
  ) throws(LedgerError) -> Result {
    let lock = try WriterLock(folder: path)
    defer { lock.holdUntilHere() }
    let head = try removeStaged(participants, limit)
    do throws(LedgerError) {
      return try body(head)
    } catch {
      // What cannot be taken away now, as on a full disk, the next writer takes away, or says why not.
      _ = try? removeStaged(participants, limit)
      throw error
    }
  }

  /// Stages a chunk that is not the last one, in a transaction of its own.
  func stage(
    _ events: [PreparedEvent], of batch: inout Batch, _ participants: [any AppendParticipant]
  ) throws(LedgerError) {
    let start = batch
    var added = Batch.Added()
    try committing { transaction throws(LedgerError) in
      var staging = try Staging(self, start, transaction.reader)
      try staging.stage(events, participants, &transaction)
      added = staging.added
      if added.isEmpty { return false }
      try transaction.store(databases.meta, LedgerHead.key, start.stagedHead(with: added).bytes)
      return true
    }
    batch.absorb(added)
    environment.releasePages()
  }

  /// Stages the last chunk, judges the batch, and moves the head over it.
  ///
  /// - Parameter identity: what the ledger is from then on, where that changes.
  func finish(
    _ events: [PreparedEvent], of batch: inout Batch, _ participants: [any AppendParticipant],
    isDryRun: Bool = false, identity: LedgerIdentity? = nil,
    _ judge: (StagedBatch, borrowing ReadTransaction) throws(LedgerError) -> Void
  ) throws(LedgerError) {
    let start = batch
    var added = Batch.Added()
    try committing { transaction throws(LedgerError) in
      var staging = try Staging(self, start, transaction.reader)
      try staging.stage(events, participants, &transaction)
      added = staging.added
      let staged = staging.stagedBatch
      if staged.isEmpty { return false }
      try judge(staged, transaction.reader)
      if isDryRun { return false }
      try redact(staged, &transaction)
      if let identity {
        try transaction.store(databases.meta, LedgerIdentity.key, identity.bytes)
      }
      try transaction.store(databases.meta, LedgerHead.key, staged.view.head.bytes)
      return true
    }
    batch.absorb(added)
  }

  /// Runs a write transaction that commits where its closure says so.
  func committing(
    _ body: (inout WriteTransaction) throws(LedgerError) -> Bool
  ) throws(LedgerError) {
    do throws(WriteEnd) {
      try environment.write { transaction throws(WriteEnd) in
        let isWanted: Bool
        do throws(LedgerError) {
          isWanted = try body(&transaction)
        } catch {
          throw .failed(error)
        }
        if !isWanted { throw .nothingToCommit }
      }
    } catch {
      if case .failed(let error) = error { throw error }
    }
  }
}

/// How a write transaction ends other than by a commit.
private enum WriteEnd: Error, LMDBErrorConvertible {
  /// By an error.
  case failed(LedgerError)
  /// With nothing to keep.
  case nothingToCommit

  init(_ error: LMDBError) { self = .failed(LedgerError(error)) }
}
