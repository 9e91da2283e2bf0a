internal import Events
internal import LMDB

extension LedgerView {
  /// The same view with what is staged behind the head.
  var includingStaged: LedgerView {
    var head = head
    head.position = max(head.position, head.staged)
    return LedgerView(databases: databases, identity: identity, head: head)
  }
}

extension Ledger {
  /// Takes away what a batch left staged that did not become part of the ledger: one that failed, or
  /// one whose process was killed. The caller holds the writer's lock.
  ///
  /// - Returns: the head, behind which nothing stands.
  @discardableResult
  func removeStaged(
    _ participants: [any AppendParticipant], _ limit: ChunkLimit
  ) throws(LedgerError) -> LedgerHead {
    var head = try headForWriting()
    while head.staged > head.position {
      head = try removeStagedChunk(participants, limit)
    }
    return head
  }

  /// The head as the next transaction that writes will find it.
  ///
  /// A snapshot may not show it yet: where a process is killed between the write of a commit's meta page
  /// and its note of that in the lock file (`mti_txnid`), only the next writer finds the commit, as it
  /// recovers the lock (`mdb_mutex_failed`).
  private func headForWriting() throws(LedgerError) -> LedgerHead {
    var head = LedgerHead()
    try committing { transaction throws(LedgerError) in
      head = try LedgerHead(in: databases, transaction.reader)
      return false
    }
    return head
  }

  /// Takes away up to a chunk from the end.
  private func removeStagedChunk(
    _ participants: [any AppendParticipant], _ limit: ChunkLimit
  ) throws(LedgerError) -> LedgerHead {
    try environment.write { transaction throws(LedgerError) in
      let view = try LedgerView(self, transaction.reader)
      var head = view.head
      let count = min(head.staged - head.position, UInt64(limit.events))
      let start = head.staged - count
      var staged: [RecordedEvent] = []
      var records: [(subject: StreamID, record: [UInt8])] = []
      try view.includingStaged.records(from: start + 1, transaction.reader) {
        position, record throws(LedgerError) in
        let event = try view.event(
          record, at: position, withTexts: false, transaction.reader)
        staged.append(event)
        records.append((event.event.subject, record))
        return true
      }
      let chunk = StagedChunk(from: start + 1, records)
      for participant in participants { try participant.unstage(chunk, &transaction) }
      try StagedWriter(databases).erase(staged, &transaction)
      try StagedWriter(databases).shrinkTree(from: head.staged, to: start, &transaction)
      head.staged = start
      try transaction.store(databases.meta, LedgerHead.key, head.bytes)
      return head
    }
  }
}
