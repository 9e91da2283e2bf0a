package import Events
package import LMDB

/// Which way a read goes.
package enum ReadOrder: Sendable {
  /// From the first to the last.
  case forward
  /// From the last to the first.
  case backward
}

extension LedgerView {
  /// The bytes of a record; `nil` where the ledger does not reach so far.
  package func record(
    at position: UInt64, _ transaction: borrowing ReadTransaction
  ) throws(LedgerError) -> [UInt8]? {
    guard position >= 1, position <= head.position else { return nil }
    guard let record = try transaction.lookUp(databases.records, Key.position(position)) else {
      throw .damaged(position: position, reason: "its record is missing")
    }
    return record
  }

  /// The event at a position, with its texts where they are asked for.
  ///
  /// - Parameter subject: the stream that it stands on, where that is known already.
  /// - Throws: `damaged` where the record does not decode.
  package func event(
    at position: UInt64, on subject: StreamID? = nil, withTexts: Bool = true,
    _ transaction: borrowing ReadTransaction
  ) throws(LedgerError) -> RecordedEvent? {
    guard let record = try record(at: position, transaction) else { return nil }
    return try event(record, at: position, on: subject, withTexts: withTexts, transaction)
  }

  /// The event of a record.
  ///
  /// - Parameter subject: the stream that it stands on, where that is known already.
  package func event(
    _ record: [UInt8], at position: UInt64, on subject: StreamID? = nil, withTexts: Bool,
    _ transaction: borrowing ReadTransaction
  ) throws(LedgerError) -> RecordedEvent {
    let stored = withTexts ? try texts(at: position, transaction) : nil
    return try event(record, at: position, on: subject, withTexts: withTexts, stored)
  }

  /// The event of a record with its stored texts.
  func event(
    _ record: [UInt8], at position: UInt64, on subject: StreamID? = nil, withTexts: Bool,
    _ stored: StoredTexts?
  ) throws(LedgerError) -> RecordedEvent {
    // Redacted texts are zeros, which read as nothing.
    let isRedacted = stored?.isRedacted == true
    var event = try damage(at: position) { () throws(EventError) in
      try RecordCodec.decode(record, texts: isRedacted ? nil : stored?.texts, on: subject)
    }
    guard event.position == position else {
      throw .damaged(position: position, reason: "its record is that of \(event.position)")
    }
    guard !withTexts || (event.commitment == nil) == (stored == nil) else {
      throw .damaged(
        position: position, reason: stored == nil ? "its texts are missing" : "it has no texts")
    }
    event.isRedacted = isRedacted
    return event
  }

  /// Shows the bytes of records in the order of their positions.
  ///
  /// - Parameters:
  ///   - first: the first position.
  ///   - visit: told each position and record; returns whether to go on.
  /// - Throws: `damaged` where a record is missing; what `visit` throws.
  package func records(
    from first: UInt64, _ transaction: borrowing ReadTransaction,
    visit: (_ position: UInt64, _ record: [UInt8]) throws(LedgerError) -> Bool
  ) throws(LedgerError) {
    var next = max(first, 1)
    guard next <= head.position else { return }
    var isDone = false
    try transaction.forEach(
      databases.records, from: Key.position(next), to: Key.position(head.position + 1)
    ) { key, value throws(LedgerError) in
      guard key.count == 8, Key.lastNumber(key) == next else {
        throw .damaged(position: next, reason: "its record is missing")
      }
      isDone = try !visit(next, value.copied)
      next += 1
      return isDone ? .stop : .more
    }
    guard isDone || next > head.position else {
      throw .damaged(position: next, reason: "its record is missing")
    }
  }

  /// The salt and texts of an event; `nil` where it has none.
  package func texts(
    at position: UInt64, _ transaction: borrowing ReadTransaction
  ) throws(LedgerError) -> StoredTexts? {
    try transaction.lookUp(databases.texts, Key.position(position)).map(StoredTexts.init)
  }

  /// Lends the texts of an event to a closure where they stand, none where they were redacted; false
  /// where it has none.
  package func showTexts(
    at position: UInt64, _ transaction: borrowing ReadTransaction, _ body: (Span<UInt8>) -> Void
  ) throws(LedgerError) -> Bool {
    do throws(LMDBError) {
      return try transaction.show(databases.texts, Key.position(position).span) { value in
        let isRedacted = value.indices.allSatisfy { value[$0] == 0 }
        let salt = isRedacted ? value.count : min(StoredTexts.saltLength, value.count)
        body(value.extracting(salt..<value.count))
      }
    } catch {
      throw LedgerError(error)
    }
  }

  /// The position of an event by its id; `nil` where it is not recorded.
  package func position(
    of id: EventID, _ transaction: borrowing ReadTransaction
  ) throws(LedgerError) -> UInt64? {
    let position = try transaction.withValue(databases.ids, id.bytes.span) {
      value throws(LedgerError) in Key.lastNumber(value)
    }
    return position.flatMap { $0 <= head.position ? $0 : nil }
  }

  /// The type of an event by its id; `nil` where it is not recorded.
  package func type(
    of id: EventID, _ transaction: borrowing ReadTransaction
  ) throws(LedgerError) -> EventType? {
    guard let position = try position(of: id, transaction) else { return nil }
    return try header(at: position, transaction)?.type
  }

  /// The fixed header of a record.
  package func header(
    at position: UInt64, _ transaction: borrowing ReadTransaction
  ) throws(LedgerError) -> RecordCodec.Header? {
    guard let record = try record(at: position, transaction) else { return nil }
    return try damage(at: position) { () throws(EventError) in
      try RecordCodec.Header(of: record)
    }
  }

  /// The last position recorded before an instant: 0 where the ledger begins later.
  ///
  /// - Complexity: O(log *n*) records read.
  package func lastPosition(
    recordedBefore instant: Instant, _ transaction: borrowing ReadTransaction
  ) throws(LedgerError) -> UInt64 {
    var low: UInt64 = 0
    var high = head.position
    while low < high {
      let middle = low + (high - low + 1) / 2
      let isBefore = try header(at: middle, transaction).map { $0.recorded < instant }
      if isBefore == true { low = middle } else { high = middle - 1 }
    }
    return low
  }
}

/// The salt and texts of an event, as they stand in their database.
package struct StoredTexts: Sendable {
  /// The 32-byte salt of the commitment; all zeros after redaction.
  package let salt: [UInt8]
  /// The texts, length-prefixed; all zeros after redaction.
  package let texts: [UInt8]

  /// How many bytes a salt has.
  package static let saltLength = 32

  /// Whether they were removed for good: no text encodes to zeros alone.
  package var isRedacted: Bool {
    salt.allSatisfy { $0 == 0 } && texts.allSatisfy { $0 == 0 }
  }

  init(_ value: [UInt8]) {
    salt = Array(value.prefix(Self.saltLength))
    texts = Array(value.dropFirst(Self.saltLength))
  }
}

extension Span<UInt8> {
  /// The bytes, to keep.
  package var copied: [UInt8] {
    unsafe withUnsafeBufferPointer { buffer in unsafe Array(buffer) }
  }
}
