package import Events
package import LMDB

extension Ledger {
  /// Events from a position on, read in a snapshot that is gone when this returns.
  ///
  /// To follow a ledger, ask again from the position after the last one got, with a pause where there
  /// was none: nothing is held meanwhile.
  ///
  /// - Parameters:
  ///   - first: the first position.
  ///   - limit: the most events, at least 1.
  ///   - withTexts: whether texts are read with them.
  /// - Throws: `damaged`, `storage`.
  package func events(
    from first: UInt64, limit: Int, withTexts: Bool = true
  ) throws(LedgerError) -> [RecordedEvent] {
    precondition(limit > 0, "at least one event")
    let snapshot = try snapshot()
    return try snapshot.view.events(
      from: first, limit: limit, withTexts: withTexts, snapshot.transaction)
  }
}

extension LedgerView {
  /// Events from a position on.
  ///
  /// - Parameter limit: the most events, at least 1.
  package func events(
    from first: UInt64, limit: Int, withTexts: Bool = true,
    _ transaction: borrowing ReadTransaction
  ) throws(LedgerError) -> [RecordedEvent] {
    var events: [RecordedEvent] = []
    try records(from: first, transaction) { position, record throws(LedgerError) in
      events.append(
        try event(record, at: position, withTexts: withTexts, transaction))
      return events.count < limit
    }
    return events
  }
}
