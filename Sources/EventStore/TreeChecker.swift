internal import LMDB
internal import MerkleLog

/// Grows the tree anew beside the one that is stored, a chunk at a time, and compares the tiles.
struct TreeChecker {
  private var tiles = TileBuffer()
  private var size: UInt64 = 0
  private var leaves: [Hash] = []
  private let hasher = SHA256Box()
  private static let chunkSize = 1 << 15

  /// Adds the hash of the next record.
  mutating func add(
    _ leaf: Hash, _ view: LedgerView, _ transaction: borrowing ReadTransaction
  ) throws(LedgerError) -> LedgerFault? {
    leaves.append(leaf)
    return leaves.count == Self.chunkSize ? try finish(view, transaction) : nil
  }

  /// Compares what was added and not compared yet.
  mutating func finish(
    _ view: LedgerView, _ transaction: borrowing ReadTransaction
  ) throws(LedgerError) -> LedgerFault? {
    try hasher.append(leaves, size: size, to: &tiles)
    let first = size + 1
    size += UInt64(leaves.count)
    leaves.removeAll(keepingCapacity: true)
    var fault: LedgerFault?
    // From the leaves up: a leaf's hash says which record, those above only whereabouts.
    for (id, bytes) in tiles.changed.sorted(by: { $0.key.precedes($1.key) }) where fault == nil {
      let stored = try transaction.lookUp(view.databases.tree, id.key) ?? []
      guard let hash = firstDifference(bytes, stored) else { continue }
      let position = firstPosition(under: hash, of: id, notBefore: first)
      fault = LedgerFault(.hashDiffers(level: id.level), at: position)
    }
    tiles.keepRightEdge(of: size)
    return fault
  }

  /// Which hash of a tile the stored one, which may go on, does not have.
  private func firstDifference(_ bytes: [UInt8], _ stored: [UInt8]) -> Int? {
    if stored.starts(with: bytes) { return nil }
    let shared = zip(bytes, stored).prefix { $0 == $1 }.count
    return shared / Hash.byteCount
  }

  /// The first position under a hash of a tile: 32 to the power of its level for each hash before it.
  private func firstPosition(
    under hash: Int, of id: TileID, notBefore first: UInt64
  ) -> UInt64 {
    let place = id.index * UInt64(TileID.width) + UInt64(hash)
    return max(first, place << UInt64(TileID.height * id.level) + 1)
  }
}
