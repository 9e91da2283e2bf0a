package import Events

/// Something in a ledger that is not as a writer leaves it.
package struct LedgerFault: Error, Equatable, Sendable {
  /// The position that it is about; `nil` where it is about none.
  package var position: UInt64?
  /// What is wrong.
  package var kind: Kind

  /// What can be wrong.
  package enum Kind: Equatable, Sendable {
    /// There is no record at the position.
    case recordMissing
    /// The record does not decode.
    case recordUnreadable(EventError)
    /// The record says that it stands at another position.
    case positionDiffers(found: UInt64)
    /// The record's instant is before that of the record before it.
    case recordedEarlier(found: Instant, previous: Instant)
    /// The last record's instant is not the head's.
    case headDiffers(found: Instant, head: Instant)
    /// A stream's next revision is another one.
    case revisionGap(subject: String, found: UInt64, expected: UInt64)
    /// An index does not lead to the record.
    case notIndexed(Index)
    /// An index has an entry that belongs to no record.
    case surplus(Index)
    /// The texts are missing, or there are some where none belong.
    case textsDiffer
    /// The commitment is not that of the texts.
    case commitmentDiffers
    /// The tree has another hash for the record, or above it.
    case hashDiffers(level: Int)
    /// A database of the storage cannot be read.
    case storageDamaged(reason: String)
  }

  /// The indexes, by the names of their databases.
  package enum Index: String, Sendable, CaseIterable {
    /// By id.
    case ids
    /// By stream and revision.
    case streams
    /// By type.
    case types
    /// By effective day.
    case effective
    /// Texts by position.
    case texts
  }

  /// A fault of that kind.
  package init(_ kind: Kind, at position: UInt64?) {
    self.kind = kind
    self.position = position
  }
}
