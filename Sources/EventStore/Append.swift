package import Events
package import LMDB

extension Ledger {
  /// How many events one transaction takes; a larger batch is staged over several.
  package static let chunkSize = 20_000

  /// Appends a batch, whole or not at all.
  ///
  /// Events are staged behind the head, judged on the ledger as it will stand, and become part of it
  /// by the one commit that moves the head. A batch of up to `chunkSize` events is one transaction.
  /// A larger one takes several, so that memory is bounded by the chunk: the earlier ones show
  /// nothing, and what a failure leaves of them is taken away, by this call or by the next writer.
  ///
  /// - Parameters:
  ///   - inputs: clock and randomness.
  ///   - participants: what keeps databases of its own in step.
  ///   - isDryRun: whether to take everything back after judging.
  ///   - judge: throws where a rule is broken.
  ///   - progress: told how many events were taken in, after each chunk.
  ///   - next: the events.
  /// - Throws: `clockBehind`, `revisionConflict`, `idConflict`, what `judge` and `next` throw, or
  ///   `storage`; nothing is recorded then.
  package func append(
    inputs: WriteInputs, participants: [any AppendParticipant], isDryRun: Bool = false,
    judge: (StagedBatch, borrowing ReadTransaction) throws(LedgerError) -> Void,
    progress: (Int) -> Void = { _ in },
    next: (_ typeOf: @escaping (EventID) -> EventType?) throws(LedgerError) -> Event?
  ) throws(LedgerError) -> AppendReceipt {
    // The first chunk is read before the lock is taken, so that nobody waits for a slow pipe.
    var chunk = try readChunk(next)
    let lock = try WriterLock(folder: path)
    defer { lock.holdUntilHere() }
    try removeStaged(participants)
    var batch = Batch(inputs: inputs, isDryRun: isDryRun)
    do throws(LedgerError) {
      while !chunk.isLast {
        batch = try stage(chunk.events, of: batch, participants)
        progress(batch.eventsSeen)
        chunk = try readChunk(next)
      }
      let receipt = try finish(chunk.events, of: batch, participants, judge)
      if isDryRun { try removeStaged(participants) }
      return receipt
    } catch {
      try removeStaged(participants)
      throw error
    }
  }

  private struct Chunk {
    var events: [Event] = []
    var isLast = false
  }

  /// The types of the events read so far, for the corrections among those to come.
  private final class ChunkTypes {
    var byID: [EventID: EventType] = [:]
  }

  private func readChunk(_ next: EventSource) throws(LedgerError) -> Chunk {
    var chunk = Chunk()
    let types = ChunkTypes()
    while chunk.events.count < Self.chunkSize {
      guard let event = try next({ types.byID[$0] ?? self.stagedType(of: $0) }) else {
        chunk.isLast = true
        break
      }
      if let id = event.id { types.byID[id] = event.type }
      chunk.events.append(event)
    }
    return chunk
  }

  /// The type of an event that stands in the databases, visible or staged.
  private func stagedType(of id: EventID) -> EventType? {
    try? environment.read { transaction throws(LedgerError) -> EventType? in
      let view = try LedgerView(self, transaction).includingStaged
      return try view.type(of: id, transaction)
    }
  }

  /// Stages a chunk that is not the last one, in a transaction of its own.
  private func stage(
    _ events: [Event], of batch: Batch, _ participants: [any AppendParticipant]
  ) throws(LedgerError) -> Batch {
    try environment.write { transaction throws(LedgerError) in
      var staging = try Staging(self, batch, transaction.reader)
      try staging.stage(events, participants, &transaction)
      return staging.batch
    }
  }

  /// Stages the last chunk, judges the batch, and moves the head over it.
  private func finish(
    _ events: [Event], of batch: Batch, _ participants: [any AppendParticipant], _ judge: Judge
  ) throws(LedgerError) -> AppendReceipt {
    var receipt: AppendReceipt?
    do throws(WriteEnd) {
      try environment.write { transaction throws(WriteEnd) in
        let moves: Bool
        do throws(LedgerError) {
          var staging = try Staging(self, batch, transaction.reader)
          try staging.stage(events, participants, &transaction)
          receipt = staging.batch.receipt
          moves = !staging.batch.isEmpty && !batch.isDryRun
          if !staging.batch.isEmpty { try judge(staging.stagedBatch, transaction.reader) }
          if moves {
            try transaction.store(databases.meta, LedgerHead.key, staging.finalHead.bytes)
          }
        } catch {
          throw .failed(error)
        }
        if !moves { throw .nothingToCommit }
      }
    } catch {
      if case .failed(let error) = error { throw error }
    }
    guard let receipt else { preconditionFailure("a write without a receipt") }
    return receipt
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
