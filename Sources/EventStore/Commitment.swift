internal import Events
internal import MerkleLog

/// A hasher that lives through a chunk.
final class SHA256Box {
  private var hasher = SHA256()

  /// What stands before salt and texts, so that the hash can mean nothing else.
  static let tag = Array("planledger/texts/1".utf8) + [0]

  /// The commitment to an event's texts: SHA-256(tag ‖ salt ‖ length-prefixed texts).
  func commitment(salt: [UInt8], texts: [UInt8]) -> Hash {
    hasher.hash(Self.tag + salt + texts)
  }

  /// The hash of a record as a leaf of the tree.
  func leaf(_ record: [UInt8]) -> Hash { hasher.leaf(record) }

  /// Grows the tree by leaves.
  func append(_ leaves: [Hash], size: UInt64, to tiles: inout TileBuffer) throws(LedgerError) {
    try tiles.append(leaves, size: size, hasher: &hasher)
  }

  /// Whether an event given again is the one that a record holds: position, revision and recorded
  /// aside, the same bytes under the same salt. Of a redacted event the texts cannot be compared.
  func isSame(
    _ event: Event, as record: [UInt8], at position: UInt64, texts: StoredTexts?
  ) throws(LedgerError) -> Bool {
    let stored = try damage(at: position) { () throws(EventError) in
      try RecordCodec.decode(record, texts: nil)
    }
    let encoded = RecordCodec.encode(event)
    guard encoded.texts.isEmpty == (stored.commitment == nil) else { return false }
    var own = stored.commitment
    if let texts, !texts.isRedacted, own != nil {
      own = commitment(salt: texts.salt, texts: encoded.texts).bytes
    }
    return RecordCodec.record(
      encoded, position: position, revision: stored.revision, recorded: stored.recorded,
      commitment: own) == record
  }
}
