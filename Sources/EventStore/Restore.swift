package import Events
package import LMDB
internal import MerkleLog

extension Ledger {
  /// Fills an empty ledger from an export, whole or not at all.
  ///
  /// Positions, revisions, instants, salts and commitments are the export's, and so is the ledger's id
  /// from then on: the same records under the same root. Every commitment is computed anew and must be
  /// the line's; of redacted events it is kept, and zeros stand where their texts were.
  ///
  /// - Parameters:
  ///   - participants: what keeps databases of its own in step.
  ///   - limit: how much one transaction takes in.
  ///   - judge: throws where a rule is broken.
  ///   - progress: told how many events were taken in, after each chunk but the last.
  ///   - next: the export's lines, in order.
  /// - Returns: the positions taken, and the instant of the last transaction.
  /// - Throws: `notEmpty`; `notRestorable` with the line's place, from 0; what `judge` and `next` throw;
  ///   `storage`. Nothing is recorded then.
  @discardableResult
  package func restore(
    participants: [any AppendParticipant], limit: ChunkLimit = .standard,
    judge: (StagedBatch, borrowing ReadTransaction) throws(LedgerError) -> Void = {
      _, _ throws(LedgerError) in
    },
    progress: (Int) -> Void = { _ in },
    next: (_ typeOf: (EventID) -> EventType?) throws(LedgerError) -> CloudEvents.Line?
  ) throws(LedgerError) -> AppendReceipt {
    guard environment.mode == .readWrite else { throw .storage(.readOnly) }
    try checkIsEmpty(try head())
    var lines = RestoredLines()
    var reader = ChunkReader(self, limit)
    func nextChunk() throws(LedgerError) -> ChunkReader.Chunk {
      try reader.read(next) { line throws(LedgerError) in try lines.prepare(line) }
    }
    var chunk = try nextChunk()
    return try writing(participants, limit) { head throws(LedgerError) in
      // Another process may have written while the first chunk was read.
      try checkIsEmpty(head)
      var batch = Batch(restoringInto: head)
      while !chunk.isLast {
        try stage(chunk.events, of: &batch, participants)
        progress(batch.eventsSeen)
        chunk = try nextChunk()
      }
      guard let id = lines.ledger else {
        throw .notRestorable(index: 0, reason: "there is no line")
      }
      try finish(
        chunk.events, of: &batch, participants, identity: identity.restored(as: id), judge)
      return batch.receipt
    }
  }

  private func checkIsEmpty(_ head: LedgerHead) throws(LedgerError) {
    guard head.position == 0 else { throw .notEmpty(count: head.position) }
  }
}

/// Makes events of an export's lines ready, and holds each line to itself and to the first.
private struct RestoredLines {
  /// The ledger that the lines name.
  private(set) var ledger: Hash?
  private var count = 0
  private let hasher = SHA256Box()

  /// The most bytes that redacted texts may claim to have had: a line of few bytes must not ask for
  /// unbounded zeros.
  static let redactedLengthLimit = 64 << 20

  /// A line's event, with the place that the line says.
  ///
  /// - Throws: `notRestorable`.
  mutating func prepare(_ line: CloudEvents.Line) throws(LedgerError) -> PreparedEvent {
    let index = count
    count += 1
    guard let place = line.recorded else {
      throw .notRestorable(
        index: index, reason: "it has no position, revision and time, as lines of an export have")
    }
    guard let id = line.event.id else {
      throw .notRestorable(index: index, reason: "it has no id")
    }
    try check(place.ledger, index)
    var event = line.event
    event.expectedRevision = nil
    let encoded = RecordCodec.encode(event)
    let texts: [UInt8]
    do throws(Fault) {
      texts = try storedTexts(encoded.texts, place)
    } catch {
      throw .notRestorable(index: index, reason: error.reason)
    }
    return PreparedEvent(
      event: event, id: id, expectedRevision: nil, encoded: encoded, texts: texts,
      commitment: place.commitment, place: place)
  }

  /// Why a line's texts and commitment do not agree.
  private struct Fault: Error {
    let reason: String
  }

  private mutating func check(_ name: String?, _ index: Int) throws(LedgerError) {
    guard let name, let id = Hash(hex: name) else {
      throw .notRestorable(index: index, reason: "its source names no ledger")
    }
    guard ledger == nil || ledger == id else {
      throw .notRestorable(index: index, reason: "its source is not the first line's")
    }
    ledger = id
  }

  /// What is stored of a line's texts, which must be what its commitment says.
  private func storedTexts(
    _ texts: [UInt8], _ place: CloudEvents.Recorded
  ) throws(Fault) -> [UInt8] {
    guard !texts.isEmpty else {
      guard place.salt == nil, place.commitment == nil, place.redactedLength == nil else {
        throw Fault(reason: "it has a commitment and no texts")
      }
      return []
    }
    guard let commitment = place.commitment else {
      throw Fault(reason: "it has texts and no commitment")
    }
    if let length = place.redactedLength {
      guard place.salt == nil else { throw Fault(reason: "it is redacted and has a salt") }
      guard (1...Self.redactedLengthLimit).contains(length) else {
        throw Fault(reason: "its redacted texts had \(length) bytes")
      }
      return [UInt8](repeating: 0, count: StoredTexts.saltLength + length)
    }
    guard let salt = place.salt else { throw Fault(reason: "it has texts and no salt") }
    let stored = salt + texts
    guard hasher.commitment(saltAndTexts: stored).bytes == commitment else {
      throw Fault(reason: "its commitment is not that of its texts")
    }
    return stored
  }
}
