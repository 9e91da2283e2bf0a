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
  func removeStaged(_ participants: [any AppendParticipant]) throws(LedgerError) {
    while try removeStagedChunk(participants) {}
  }

  /// Takes away up to a chunk from the end; says whether more is there.
  private func removeStagedChunk(
    _ participants: [any AppendParticipant]
  ) throws(LedgerError) -> Bool {
    let head = try snapshot().view.head
    guard head.staged > head.position else { return false }
    return try environment.write { transaction throws(LedgerError) in
      let view = try LedgerView(self, transaction.reader)
      var head = view.head
      let end = head.staged
      let start = max(
        head.position, end > UInt64(Self.chunkSize) ? end - UInt64(Self.chunkSize) : 0)
      var staged: [StagedEvent] = []
      let all = view.includingStaged
      for position in stride(from: start + 1, through: end, by: 1) {
        guard let record = try all.record(at: position, transaction.reader) else { continue }
        let event = try all.event(
          record, at: position, withTexts: false, transaction.reader)
        staged.append(StagedEvent(event: event, record: record))
      }
      for participant in participants { try participant.unstage(staged, &transaction) }
      try StagedWriter(databases).erase(staged, &transaction)
      head.staged = start
      try transaction.store(databases.meta, LedgerHead.key, head.bytes)
      return start > head.position
    }
  }
}
