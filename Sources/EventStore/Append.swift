package import Events
package import LMDB

extension Ledger {
  /// How many events one transaction takes; a larger batch is staged over several.
  package static var chunkSize: Int { ChunkLimit.standard.events }

  /// Appends a batch, whole or not at all.
  ///
  /// Events are staged behind the head, judged on the ledger as it will stand, and become part of it
  /// by the one commit that moves the head. A batch of one chunk is one transaction. A larger one
  /// takes several, so that memory is bounded by the chunk: the earlier ones show nothing, and what a
  /// failure leaves of them is taken away, by this call or by the next writer.
  ///
  /// The writer's lock is held from the end of the first chunk on: a source that is slow to give a
  /// second one keeps other writers waiting, readers never. The calling thread must hold no snapshot,
  /// for the map could not grow.
  ///
  /// - Parameters:
  ///   - inputs: clock and randomness.
  ///   - participants: what keeps databases of its own in step.
  ///   - isDryRun: whether to take everything back after judging.
  ///   - isDecided: whether the first chunk too is read under the lock, for events that are decided on
  ///     what the ledger holds.
  ///   - limit: how much one transaction takes in.
  ///   - judge: throws where a rule is broken; not asked where everything was there already.
  ///   - progress: told how many events were taken in, after each chunk but the last.
  ///   - next: the events.
  /// - Throws: `clockBehind`, `revisionConflict`, `idConflict`, what `judge` and `next` throw, or
  ///   `storage`; nothing is recorded then.
  @discardableResult
  package func append(
    inputs: WriteInputs, participants: [any AppendParticipant], isDryRun: Bool = false,
    isDecided: Bool = false, limit: ChunkLimit = .standard,
    judge: (StagedBatch, borrowing ReadTransaction) throws(LedgerError) -> Void,
    progress: (Int) -> Void = { _ in },
    next: (_ typeOf: (EventID) -> EventType?) throws(LedgerError) -> Event?
  ) throws(LedgerError) -> AppendReceipt {
    guard environment.mode == .readWrite else { throw .storage(.readOnly) }
    let hasher = SHA256Box()
    var reader = ChunkReader(self, limit)
    func nextChunk() throws(LedgerError) -> ChunkReader.Chunk {
      try reader.read(next) { event throws(LedgerError) in PreparedEvent(event, inputs, hasher) }
    }
    // The first chunk is read before the lock is taken, so that nobody waits for a slow pipe.
    let first = isDecided ? nil : try nextChunk()
    return try writing(participants, limit) { head throws(LedgerError) in
      var chunk = if let first { first } else { try nextChunk() }
      var batch = try Batch(after: head, now: inputs.now)
      while !chunk.isLast {
        try stage(chunk.events, of: &batch, participants)
        progress(batch.eventsSeen)
        chunk = try nextChunk()
      }
      try finish(chunk.events, of: &batch, participants, isDryRun: isDryRun, judge)
      if isDryRun { try removeStaged(participants, limit) }
      return batch.receipt
    }
  }
}
