internal import Events
internal import LMDB
internal import MerkleLog

/// A batch on its way in: what has to be known from one chunk to the next.
struct Batch {
  let inputs: WriteInputs
  let isDryRun: Bool
  /// The first position of the batch and the instant of its transaction, once the first chunk is in.
  var start: (position: UInt64, recorded: Instant)?
  var last: UInt64 = 0
  var eventsSeen = 0
  var duplicates: [Int] = []
  var touched: Set<StreamID> = []

  init(inputs: WriteInputs, isDryRun: Bool) {
    self.inputs = inputs
    self.isDryRun = isDryRun
  }

  /// Whether no event of it is new.
  var isEmpty: Bool { last < (start?.position ?? 1) }

  var receipt: AppendReceipt {
    let first = start?.position ?? 1
    return AppendReceipt(
      positions: first..<max(first, last + 1), recorded: start?.recorded ?? inputs.now,
      duplicates: duplicates.count)
  }
}

/// One chunk on its way in, within one write transaction.
///
/// Index entries are collected and put in the order of their keys: a B-tree takes sorted runs several
/// times faster than scattered keys.
struct Staging {
  private let ledger: Ledger
  private let head: LedgerHead
  private(set) var batch: Batch
  private var hasher = SHA256Box()
  private var revisions: [StreamID: UInt64] = [:]
  private var staged: [StagedEvent] = []
  private var texts: [(position: UInt64, value: [UInt8])] = []
  private var byID: [EventID: Int] = [:]

  /// How far the wall clock may stand behind the last recorded instant, in seconds.
  static let clockTolerance: Int64 = 300

  init(
    _ ledger: Ledger, _ batch: Batch, _ transaction: borrowing ReadTransaction
  ) throws(LedgerError) {
    self.ledger = ledger
    self.batch = batch
    head = try LedgerView(ledger, transaction).head
    if batch.start == nil {
      let now = batch.inputs.now
      guard now.advanced(bySeconds: Self.clockTolerance) >= head.recorded else {
        throw .clockBehind(now: now, last: head.recorded)
      }
      let next = Instant(microseconds: max(now.microseconds, head.recorded.next.microseconds))
      self.batch.start = (head.position + 1, next)
      self.batch.last = head.position
    }
  }

  private var recorded: Instant { batch.start?.recorded ?? batch.inputs.now }

  /// The head as it is once the batch is part of the ledger.
  var finalHead: LedgerHead {
    var final = LedgerHead()
    final.position = batch.last
    final.staged = batch.last
    final.recorded = recorded
    return final
  }

  /// The batch as its judge sees it.
  var stagedBatch: StagedBatch {
    StagedBatch(
      view: LedgerView(
        databases: ledger.databases, identity: ledger.identity, head: finalHead),
      first: batch.start?.position ?? 1, touched: batch.touched, duplicates: batch.duplicates)
  }

  /// Puts the events into the databases behind the head.
  mutating func stage(
    _ events: [Event], _ participants: [any AppendParticipant],
    _ transaction: inout WriteTransaction
  ) throws(LedgerError) {
    for event in events {
      try take(event, transaction.reader)
      batch.eventsSeen += 1
    }
    try StagedWriter(ledger.databases).write(staged, texts, &transaction)
    for participant in participants { try participant.stage(staged, &transaction) }
    var head = head
    head.staged = batch.last
    try transaction.store(ledger.databases.meta, LedgerHead.key, head.bytes)
  }

  /// Gives an event its place, or leaves it out where it is there already.
  private mutating func take(
    _ given: Event, _ transaction: borrowing ReadTransaction
  ) throws(LedgerError) {
    var event = given
    let id = event.id ?? batch.inputs.id(recorded)
    event.id = id
    if try isDuplicate(event, id, transaction) {
      batch.duplicates.append(batch.eventsSeen)
      return
    }
    try checkExpectation(event, transaction)
    event.expectedRevision = nil
    let revision = try lastRevision(of: event.subject, transaction) + 1
    revisions[event.subject] = revision
    batch.last += 1
    let salt = batch.inputs.salt()
    let encoded = RecordCodec.encode(event)
    let commitment =
      encoded.texts.isEmpty ? nil : hasher.commitment(salt: salt, texts: encoded.texts).bytes
    let record = RecordCodec.record(
      encoded, position: batch.last, revision: revision, recorded: recorded,
      commitment: commitment)
    if commitment != nil { texts.append((batch.last, salt + encoded.texts)) }
    let placed = RecordedEvent(
      position: batch.last, revision: revision, recorded: recorded, event: event,
      commitment: commitment)
    byID[id] = staged.count
    staged.append(StagedEvent(event: placed, record: record))
    batch.touched.insert(event.subject)
  }

  /// Whether the event is there already with the same body.
  ///
  /// - Throws: `idConflict` where it is there with another one.
  private mutating func isDuplicate(
    _ event: Event, _ id: EventID, _ transaction: borrowing ReadTransaction
  ) throws(LedgerError) -> Bool {
    if let index = byID[id] {
      var other = event
      other.expectedRevision = nil
      if staged[index].event.event == other { return true }
      throw .idConflict(
        index: batch.eventsSeen, id: id, position: staged[index].event.position)
    }
    let view = stagedBatch.view
    guard let position = try view.position(of: id, transaction) else { return false }
    guard let record = try view.record(at: position, transaction) else { return false }
    let stored = try view.texts(at: position, transaction)
    if try hasher.isSame(event, as: record, at: position, texts: stored) { return true }
    throw .idConflict(index: batch.eventsSeen, id: id, position: position)
  }

  /// Compares the expected revision with the stream's before the batch.
  private func checkExpectation(
    _ event: Event, _ transaction: borrowing ReadTransaction
  ) throws(LedgerError) {
    guard let expected = event.expectedRevision else { return }
    let view = LedgerView(databases: ledger.databases, identity: ledger.identity, head: head)
    let actual = try view.revision(of: event.subject, transaction)
    guard actual == expected else {
      throw .revisionConflict(
        index: batch.eventsSeen, subject: event.subject, expected: expected, actual: actual)
    }
  }

  private func lastRevision(
    of subject: StreamID, _ transaction: borrowing ReadTransaction
  ) throws(LedgerError) -> UInt64 {
    if let revision = revisions[subject] { return revision }
    return try stagedBatch.view.revision(of: subject, transaction)
  }
}

extension Instant {
  /// The next microsecond; of the first instant there is, itself.
  var next: Instant { microseconds == .min ? self : Instant(microseconds: microseconds + 1) }
}
