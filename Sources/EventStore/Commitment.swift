internal import Events
internal import LMDB
internal import MerkleLog

/// A hasher that lives through a batch.
final class SHA256Box {
  private var hasher = SHA256()

  /// What stands before salt and texts, so that the hash can mean nothing else.
  static let tag = Array("planledger/texts/1".utf8) + [0]

  /// The commitment to an event's texts: SHA-256(tag ‖ salt ‖ length-prefixed texts).
  func commitment(saltAndTexts: [UInt8]) -> Hash {
    hasher.update(Self.tag)
    return hasher.hash(saltAndTexts)
  }

  /// The hash of a record as a leaf of the tree.
  func leaf(_ record: [UInt8]) -> Hash { hasher.leaf(record) }

  /// The hash of a record as a leaf of the tree.
  func leaf(_ record: Span<UInt8>) -> Hash { hasher.leaf(record) }

  /// Grows the tree by leaves.
  func append(_ leaves: [Hash], size: UInt64, to tiles: inout TileBuffer) throws(LedgerError) {
    try tiles.append(leaves, size: size, hasher: &hasher)
  }
}

extension LedgerView {
  /// Whether an event given again is the one at a position: position, revision and recorded aside, the
  /// same bytes under the same salt. Of a redacted event the texts cannot be compared.
  func holds(
    _ event: PreparedEvent, at position: UInt64, _ hasher: SHA256Box,
    _ transaction: borrowing ReadTransaction
  ) throws(LedgerError) -> Bool {
    guard let record = try record(at: position, transaction) else { return false }
    let header = try damage(at: position) { () throws(EventError) in
      try RecordCodec.Header(of: record)
    }
    guard header.hasTexts != event.texts.isEmpty else { return false }
    var commitment: [UInt8]?
    if header.hasTexts {
      guard let stored = try texts(at: position, transaction) else {
        throw .damaged(position: position, reason: "its texts are missing")
      }
      commitment =
        stored.isRedacted
        ? try decoded(record, at: position).commitment
        : hasher.commitment(saltAndTexts: stored.salt + event.encoded.texts).bytes
    }
    return RecordCodec.record(
      event.encoded, position: position, revision: header.revision, recorded: header.recorded,
      commitment: commitment) == record
  }

  private func decoded(
    _ record: [UInt8], at position: UInt64
  ) throws(LedgerError) -> RecordedEvent {
    try damage(at: position) { () throws(EventError) in
      try RecordCodec.decode(record, texts: nil)
    }
  }
}
