internal import Events
internal import LMDB
internal import MerkleLog

/// One chunk of a batch on its way in, within one write transaction.
struct Staging {
  private let ledger: Ledger
  private let batch: Batch
  /// What was visible before the batch.
  private let visible: LedgerView
  /// That, and what of the batch was staged before the chunk.
  private let stood: LedgerView
  /// The greatest id in the database; an id above it is in none.
  private let greatestID: EventID?
  private var hasher = SHA256Box()
  /// Where in the chunk an id was first given its place.
  private var placedByID: [EventID: Int] = [:]
  private(set) var added = Batch.Added()
  private var placed = PlacedEvents()
  private var runs = StreamRuns()

  /// A chunk that follows what of the batch is staged.
  ///
  /// - Throws: `system` where another writer came past the lock: its file was removed.
  init(
    _ ledger: Ledger, _ batch: Batch, _ transaction: borrowing ReadTransaction
  ) throws(LedgerError) {
    self.ledger = ledger
    self.batch = batch
    visible = try LedgerView(ledger, transaction)
    stood = visible.includingStaged
    greatestID = try ledger.databases.greatestID(transaction)
    guard visible.head == batch.stagedHead(with: added) else {
      throw WriterLock.passed(folder: ledger.path)
    }
  }

  /// The batch as its judge sees it.
  var stagedBatch: StagedBatch {
    StagedBatch(
      view: LedgerView(
        databases: ledger.databases, identity: visible.identity,
        head: batch.finalHead(with: added)),
      first: batch.first,
      touched: Set(batch.streams.keys).union(added.streams.keys),
      duplicates: batch.duplicates + added.duplicates)
  }

  /// Puts the events into the databases behind the head.
  mutating func stage(
    _ events: [PreparedEvent], _ participants: [any AppendParticipant],
    _ transaction: inout WriteTransaction
  ) throws(LedgerError) {
    placedByID.reserveCapacity(events.count)
    placed.reserveCapacity(events.count)
    for index in events.indices {
      if events[index].place == nil {
        try take(index, of: events, transaction.reader)
      } else {
        try restore(index, of: events, transaction.reader)
      }
      added.eventsSeen += 1
    }
    if added.isEmpty { return }
    added.streams = runs.revisions
    try StagedWriter(ledger.databases).write(
      placed, runs, of: events, after: batch.last, &transaction, hasher)
    if participants.isEmpty { return }
    let chunk = StagedChunk(placed, runs, after: batch.last)
    for participant in participants { try participant.stage(chunk, &transaction) }
  }

  /// Where in the batch the event stands that is being taken in.
  private var index: Int { batch.eventsSeen + added.eventsSeen }

  /// Gives an event its place, or leaves it out where it is there already.
  private mutating func take(
    _ index: Int, of events: [PreparedEvent], _ transaction: borrowing ReadTransaction
  ) throws(LedgerError) {
    let event = events[index]
    if try isDuplicate(event, in: events, transaction) {
      added.duplicates.append(self.index)
      return
    }
    let run = try run(of: event.event.subject, transaction)
    if let expected = event.expectedRevision, expected != runs[run].before {
      throw .revisionConflict(
        index: self.index, subject: event.event.subject, expected: expected,
        actual: runs[run].before)
    }
    place(index, event, run, recorded: batch.recorded)
  }

  /// Gives an event of an export the place that it says.
  private mutating func restore(
    _ index: Int, of events: [PreparedEvent], _ transaction: borrowing ReadTransaction
  ) throws(LedgerError) {
    let event = events[index]
    guard let place = event.place else { preconditionFailure("an event of no export") }
    let run = try run(of: event.event.subject, transaction)
    let revision = runs[run].last + 1
    let position = batch.last + added.positions + 1
    let last = added.recorded ?? batch.recorded
    let fault: String? =
      if place.position != position {
        "its position is \(place.position) where \(position) follows"
      } else if place.revision != revision {
        "its revision is \(place.revision) where \(revision) follows on its stream"
      } else if place.recorded < last {
        "it was recorded at \(place.recorded), before the event before it"
      } else if let other = try self.position(of: event.id, transaction) {
        "its id is that of position \(other)"
      } else {
        nil
      }
    if let fault { throw .notRestorable(index: self.index, reason: fault) }
    added.recorded = place.recorded
    self.place(index, event, run, recorded: place.recorded)
  }

  private mutating func place(
    _ index: Int, _ event: PreparedEvent, _ run: Int, recorded: Instant
  ) {
    added.positions += 1
    let position = batch.last + added.positions
    let revision = runs.add(position, to: run)
    placedByID[event.id] = placed.count
    let record = RecordCodec.record(
      event.encoded, position: position, revision: revision, recorded: recorded,
      commitment: event.commitment)
    placed.add(index, record, leaf: hasher.leaf(record))
  }

  /// The run of a stream's events in the chunk.
  private mutating func run(
    of subject: StreamID, _ transaction: borrowing ReadTransaction
  ) throws(LedgerError) -> Int {
    if let known = runs.index(of: subject) { return known }
    if let known = batch.streams[subject] { return runs.begin(subject, known) }
    // No event of the batch stands on it yet, so that the last in the database is visible.
    let last = try visible.revision(of: subject, transaction)
    return runs.begin(subject, Batch.Revisions(before: last, last: last))
  }

  /// The position of an event by its id, among those placed and those in the database.
  private func position(
    of id: EventID, _ transaction: borrowing ReadTransaction
  ) throws(LedgerError) -> UInt64? {
    if let index = placedByID[id] { return batch.last + 1 + UInt64(index) }
    guard let greatestID, id <= greatestID else { return nil }
    return try stood.position(of: id, transaction)
  }

  /// Whether the event is there already with the same body.
  ///
  /// - Throws: `idConflict` where it is there with another one.
  private func isDuplicate(
    _ event: PreparedEvent, in events: [PreparedEvent], _ transaction: borrowing ReadTransaction
  ) throws(LedgerError) -> Bool {
    guard let position = try position(of: event.id, transaction) else { return false }
    let isSame: Bool
    if let index = placedByID[event.id] {
      isSame = events[placed.indices[index]].event == event.event
    } else {
      isSame = try stood.holds(event, at: position, hasher, transaction)
    }
    if isSame { return true }
    throw .idConflict(index: index, id: event.id, position: position)
  }
}
