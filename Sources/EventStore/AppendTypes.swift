package import Events
package import LMDB

/// What the outside world gives to a write, so that the same write can be made again in a test.
package struct WriteInputs {
  /// The wall clock.
  package var now: Instant
  /// 32 random bytes, anew at each call; asked for each event that has texts.
  package var salt: () -> [UInt8]
  /// An id for an event that has none, given the wall clock.
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

/// How much one transaction of a batch takes in; a larger batch is staged over several.
package struct ChunkLimit: Sendable {
  /// How many events.
  package var events: Int
  /// How many bytes of texts, after which no further event is taken in.
  package var textBytes: Int

  /// Those limits.
  package init(events: Int, textBytes: Int = 32 << 20) {
    precondition(events > 0 && textBytes > 0, "a chunk takes something in")
    self.events = events
    self.textBytes = textBytes
  }

  /// 20,000 events, 32 MiB of texts: memory stays well below 512 MiB, and LMDB spills no page.
  package static let standard = ChunkLimit(events: 20_000)
}

/// What keeps its own databases in step with the ledger, in the ledger's own transactions.
///
/// A transaction may run more than once, as the map grows, and may be undone: what a participant
/// keeps elsewhere than in its databases must bear that. All who write to one ledger bring the same
/// participants, for what a killed process left staged is taken out by the next writer's.
package protocol AppendParticipant {
  /// Takes in the events that follow upon those taken in before.
  func stage(
    _ chunk: StagedChunk, _ transaction: inout WriteTransaction) throws(LedgerError)
  /// Takes out what was staged and did not become part of the ledger: the last events staged. They may
  /// come in other portions than they went in.
  func unstage(
    _ chunk: StagedChunk, _ transaction: inout WriteTransaction) throws(LedgerError)
}

/// A batch as it stands in the databases before it is part of the ledger, for whoever judges it.
package struct StagedBatch: Sendable {
  /// The ledger as it will stand, the batch included.
  package var view: LedgerView
  /// The first position of the batch.
  package var first: UInt64
  /// The streams that the batch touches.
  package var touched: Set<StreamID>
  /// Whether no event of it is new.
  var isEmpty: Bool { view.head.position < first }
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

/// Judges a batch on the ledger as it will stand; throws to refuse it. It may be asked twice, as the
/// map grows.
package typealias Judge = (
  StagedBatch, borrowing ReadTransaction
) throws(LedgerError) -> Void

/// Where the events of a batch come from, in order; `nil` at the end. The function that it is given
/// tells the type of an event by its id, recorded already or earlier in the batch.
package typealias EventSource = (
  _ typeOf: (EventID) -> EventType?
) throws(LedgerError) -> Event?

/// Where the lines of an export come from, in order; `nil` at the end. The function that it is given
/// tells the type of an event by its id, earlier in the export.
package typealias LineSource = (
  _ typeOf: (EventID) -> EventType?
) throws(LedgerError) -> CloudEvents.Line?
