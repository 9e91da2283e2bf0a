package import Events
package import LMDB

/// Why the ledger did not do what it was asked, as facts.
package enum LedgerError: Error, Sendable {
  /// There is no ledger at the path.
  case notFound(path: String)
  /// There is something else than a ledger at the path.
  case notALedger(path: String, reason: String)
  /// There is a ledger already.
  case exists(path: String)
  /// The ledger was made by a newer version of the program.
  case newerFormat(found: Int, supported: Int)
  /// The ledger is damaged: where, and what was found.
  case damaged(position: UInt64?, reason: String)
  /// A projection is damaged: what it holds is derived, and can be made anew from the records.
  case projectionDamaged(name: String, reason: String)
  /// A newer version of the program keeps a projection; this one may read beneath it, not write.
  case projectionNewer(name: String, found: Int, supported: Int)
  /// The wall clock stands more than five minutes behind the last recorded instant.
  case clockBehind(now: Instant, last: Instant)
  /// A stream has another revision than was expected.
  case revisionConflict(index: Int, subject: StreamID, expected: UInt64, actual: UInt64)
  /// An id is there already, with another body.
  case idConflict(index: Int, id: EventID, position: UInt64)
  /// A rule refuses an event of the batch.
  case refused(Refusal)
  /// The source of a batch could not give its events.
  case input(any Error & Sendable)
  /// A line cannot be part of a restored ledger.
  case notRestorable(index: Int, reason: String)
  /// The ledger to restore into holds events already.
  case notEmpty(count: UInt64)
  /// The storage failed.
  case storage(LMDBError)
  /// A call of the operating system failed.
  case system(errno: Int32, call: String, path: String)
}

/// An event that a rule refuses.
package struct Refusal: Error, Sendable {
  /// The event's place in the ledger, had it been recorded; or that of the event already there which
  /// no longer follows.
  package var position: UInt64
  /// The event's place in the batch, from 0; `nil` where it is one already recorded.
  package var index: Int?
  /// The event's stream.
  package var subject: StreamID
  /// The rule's own fact.
  package var fact: any Error & Sendable

  /// A refusal by that fact.
  package init(
    position: UInt64, index: Int? = nil, subject: StreamID, fact: any Error & Sendable
  ) {
    self.position = position
    self.index = index
    self.subject = subject
    self.fact = fact
  }
}

extension LedgerError: LMDBErrorConvertible {
  /// A failure of LMDB as a ledger's: what damage is, is said so.
  package init(_ error: LMDBError) {
    self =
      switch error {
      case .notFound(let path): .notFound(path: path)
      case .notADirectory(let path): .notALedger(path: path, reason: "it is not a folder")
      case .truncated(let expected, let actual):
        .damaged(
          position: nil, reason: "the data file is cut short: \(actual) of \(expected) bytes")
      case .corrupted, .pageNotFound, .invalid, .cursorFull, .pageFull:
        .damaged(position: nil, reason: "the data file: \(error)")
      default: .storage(error)
      }
  }
}

/// A caller's error that has a place for the ledger's own, as an export's sink may throw.
package protocol LedgerErrorConvertible: Error {
  /// The caller's error for a failure of the ledger.
  init(_ error: LedgerError)
}

extension LedgerError: LedgerErrorConvertible {
  /// Itself.
  package init(_ error: LedgerError) { self = error }
}

/// A record that does not decode is damage at its position.
func damage<Value>(
  at position: UInt64, _ body: () throws(EventError) -> Value
) throws(LedgerError) -> Value {
  do {
    return try body()
  } catch {
    throw .damaged(position: position, reason: "\(error)")
  }
}
