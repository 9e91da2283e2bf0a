internal import Events

/// A batch on its way in: what has to be known from one chunk to the next.
struct Batch {
  /// The ledger's head before it.
  let before: LedgerHead
  /// The instant of its transaction; of a batch that is restored, that of its last event so far.
  private(set) var recorded: Instant
  /// The last position taken.
  private(set) var last: UInt64
  /// How many events were taken in, duplicates among them.
  private(set) var eventsSeen = 0
  /// Which of them were duplicates.
  private(set) var duplicates: [Int] = []
  /// The revisions of the streams that it touches.
  private(set) var streams: [StreamID: Revisions] = [:]

  /// A stream's last revisions.
  struct Revisions {
    /// Before the batch.
    let before: UInt64
    /// With what is staged.
    var last: UInt64
  }

  /// What a chunk adds, known for good once its transaction has committed: one that runs again, as
  /// the map grows, begins from the same batch.
  struct Added {
    var recorded: Instant?
    var positions: UInt64 = 0
    var eventsSeen = 0
    var duplicates: [Int] = []
    var streams: [StreamID: Revisions] = [:]

    var isEmpty: Bool { positions == 0 }
  }

  /// How far the wall clock may stand behind the last recorded instant, in seconds.
  static let clockTolerance: Int64 = 300

  /// A batch that follows a head.
  ///
  /// - Throws: `clockBehind`.
  init(after head: LedgerHead, now: Instant) throws(LedgerError) {
    guard now.advanced(bySeconds: Self.clockTolerance) >= head.recorded else {
      throw .clockBehind(now: now, last: head.recorded)
    }
    before = head
    last = head.position
    recorded = now
    if head.position > 0, now <= head.recorded {
      recorded = Instant(microseconds: head.recorded.microseconds + 1)
    }
  }

  /// A batch that brings its instants with it, into an empty ledger.
  init(restoringInto head: LedgerHead) {
    before = head
    last = head.position
    recorded = head.recorded
  }

  /// The first position of the batch.
  var first: UInt64 { before.position + 1 }

  /// The head while the batch is staged up to there.
  func stagedHead(with added: Added) -> LedgerHead {
    var head = before
    head.staged = last + added.positions
    return head
  }

  /// The head once the batch is part of the ledger.
  func finalHead(with added: Added) -> LedgerHead {
    var head = before
    head.position = last + added.positions
    head.staged = head.position
    head.recorded = added.recorded ?? recorded
    return head
  }

  /// Takes in what a committed chunk added.
  mutating func absorb(_ added: Added) {
    last += added.positions
    eventsSeen += added.eventsSeen
    duplicates += added.duplicates
    streams.merge(added.streams) { $1 }
    if let instant = added.recorded { recorded = instant }
  }

  var receipt: AppendReceipt {
    AppendReceipt(positions: first..<last + 1, recorded: recorded, duplicates: duplicates.count)
  }
}
