package import EventStore
package import Events
package import LMDB

/// What the ledger is asked to have known: the recorded clock of a question.
package enum RecordedBy: Hashable, Sendable {
  /// All that it knows.
  case head
  /// What it knew when the day ended in its own zone.
  case day(Day)
  /// What it knew at an instant.
  case instant(Instant)
  /// What it knew at a position.
  case position(UInt64)
}

/// Why a question cannot be put to a ledger.
package enum PointError: Error, Equatable, Sendable {
  /// It asks what will have been recorded.
  case recordedInFuture(last: Instant?)
  /// It asks for a position that the ledger does not reach.
  case beyondHead(position: UInt64, head: UInt64)
  /// It asks what was known before the ledger began.
  case beforeBeginning(began: Instant?)
}

extension LedgerView {
  /// The position that a question's recorded clock stands for.
  ///
  /// - Parameter now: the wall clock, to tell what lies in the future.
  /// - Throws: `PointError` where there is no answer, `LedgerError` where the ledger cannot be read.
  package func position(
    _ recordedBy: RecordedBy, now: Instant, _ transaction: borrowing ReadTransaction
  ) throws -> UInt64 {
    switch recordedBy {
    case .head: return head.position
    case .position(let position):
      guard position <= head.position else {
        throw PointError.beyondHead(position: position, head: head.position)
      }
      guard position >= 1 else { throw PointError.beforeBeginning(began: try began(transaction)) }
      return position
    case .day(let day):
      let zone = identity.zone
      let isFuture = day > zone.day(at: now) && lastRecorded.map { day > zone.day(at: $0) } ?? true
      return try position(
        before: zone.start(of: day.advanced(by: 1)), isFuture: isFuture, transaction)
    case .instant(let instant):
      // The last instant recorded can be asked for even where the wall clock stands a little behind.
      let isFuture = instant > now && lastRecorded.map { instant > $0 } ?? true
      let end = Instant(microseconds: instant.microseconds + 1)
      return try position(before: end, isFuture: isFuture, transaction)
    }
  }

  /// The last position recorded before an instant.
  private func position(
    before end: Instant, isFuture: Bool, _ transaction: borrowing ReadTransaction
  ) throws -> UInt64 {
    if isFuture { throw PointError.recordedInFuture(last: lastRecorded) }
    let position = try lastPosition(recordedBefore: end, transaction)
    guard position >= 1 else { throw PointError.beforeBeginning(began: try began(transaction)) }
    return position
  }

  /// The instant of the last transaction; `nil` where there was none.
  private var lastRecorded: Instant? { head.position == 0 ? nil : head.recorded }

  /// The instant of the first event.
  private func began(_ transaction: borrowing ReadTransaction) throws(LedgerError) -> Instant? {
    try header(at: 1, transaction)?.recorded
  }
}
