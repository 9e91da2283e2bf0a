package import Events
package import LMDB

/// What the outside world gives to a write, so that the same write can be made again in a test.
package struct WriteInputs {
  /// The wall clock.
  package var now: Instant
  /// 32 random bytes, anew at each call.
  package var salt: () -> [UInt8]
  /// An id for an event that has none.
  package var id: (Instant) -> EventID

  /// Those inputs.
  package init(
    now: Instant, salt: @escaping () -> [UInt8], id: @escaping (Instant) -> EventID
  ) {
    self.now = now
    self.salt = salt
    self.id = id
  }
}

/// An event that stands in the databases, whether visible yet or not.
package struct StagedEvent: Sendable {
  /// The event, with its texts where it has just been staged.
  package var event: RecordedEvent
  /// Its record.
  package var record: [UInt8]
}

/// What keeps its own databases in step with the ledger, in the ledger's own transactions.
package protocol AppendParticipant {
  /// Takes in events in the order of their positions.
  func stage(
    _ events: [StagedEvent], _ transaction: inout WriteTransaction) throws(LedgerError)
  /// Takes out what was staged and did not become part of the ledger.
  func unstage(
    _ events: [StagedEvent], _ transaction: inout WriteTransaction) throws(LedgerError)
}

/// A batch as it stands in the databases before it is part of the ledger, for whoever judges it.
package struct StagedBatch: Sendable {
  /// The ledger as it will stand, the batch included.
  package var view: LedgerView
  /// The first position of the batch.
  package var first: UInt64
  /// The streams that the batch touches.
  package var touched: Set<StreamID>
  /// The places in the batch of the events left out as duplicates, ascending.
  var duplicates: [Int]

  /// The place in the batch, from 0, of an event at a position; `nil` before the batch.
  package func index(of position: UInt64) -> Int? {
    position < first ? nil : duplicates.index(ofKept: Int(position - first))
  }
}

extension [Int] {
  /// Where the `kept`-th event of those not left out stands among all.
  fileprivate func index(ofKept kept: Int) -> Int {
    var index = kept
    for duplicate in self where duplicate <= index { index += 1 }
    return index
  }
}

/// What became of a batch.
package struct AppendReceipt: Sendable, Equatable {
  /// The positions taken; empty where everything was there already.
  package var positions: Range<UInt64>
  /// When the ledger learned it.
  package var recorded: Instant
  /// How many events were there already.
  package var duplicates: Int

  /// How many events were recorded.
  package var count: Int { positions.count }
}

/// Judges a batch on the ledger as it will stand; throws to refuse it.
package typealias Judge = (
  StagedBatch, borrowing ReadTransaction
) throws(LedgerError) -> Void

/// Where the events of a batch come from, in order; `nil` at the end. The function that it is given
/// tells the type of an event by its id, recorded already or earlier in the batch.
package typealias EventSource = (
  _ typeOf: @escaping (EventID) -> EventType?
) throws(LedgerError) -> Event?
