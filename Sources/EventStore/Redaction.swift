internal import Events
internal import LMDB

extension Ledger {
  /// Overwrites with zeros the salt and texts of the events that the batch's ContentRedacted name.
  ///
  /// In the transaction that moves the head, and no earlier: what is staged may be taken out again, and
  /// zeros cannot. Of equal length, so that the entry stays in its place; copies in pages that LMDB has
  /// freed are not reached from here.
  func redact(
    _ staged: StagedBatch, _ transaction: inout WriteTransaction
  ) throws(LedgerError) {
    for target in try redacted(by: staged, transaction.reader) {
      let key = Key.position(target)
      guard let texts = try transaction.reader.lookUp(databases.texts, key) else { continue }
      let zeros = [UInt8](repeating: 0, count: texts.count)
      if texts != zeros { try transaction.store(databases.texts, key, zeros) }
    }
  }

  /// The positions of the events that are redacted by a batch.
  private func redacted(
    by staged: StagedBatch, _ transaction: borrowing ReadTransaction
  ) throws(LedgerError) -> [UInt64] {
    let view = staged.view
    var targets: [UInt64] = []
    try view.positions(of: .contentRedacted, .backward, transaction) {
      position throws(LedgerError) in
      guard position >= staged.first else { return false }
      let event = try view.event(at: position, withTexts: false, transaction)
      if case .contentRedacted(let body) = event?.event.data,
        let target = try view.position(of: body.target, transaction)
      {
        targets.append(target)
      }
      return true
    }
    return targets
  }
}
