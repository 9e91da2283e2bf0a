internal import LMDB
internal import MerkleLog

/// The tiles at the right edge of the tree, read into memory: all that growing or asking for a root needs.
///
/// In a tree of *n* leaves the row at level *l* has n >> 5l hashes; its last tile, where it is not
/// full, is the edge at that level. The roots of full tiles stand in the row above.
struct TileBuffer: TileStorage {
  typealias Failure = LedgerError

  /// One tile for each level, so that a list will do.
  private var held: [(id: TileID, bytes: [UInt8])] = []
  private(set) var changed: [TileID: [UInt8]] = [:]

  /// The edge of an empty tree.
  init() {}

  init(
    rightEdgeOf size: UInt64, _ database: Database, _ transaction: borrowing ReadTransaction
  ) throws(LedgerError) {
    var row = size
    var level = 0
    while row > 0 {
      if row % UInt64(TileID.width) != 0 {
        let id = TileID(level: level, index: row / UInt64(TileID.width))
        if let bytes = try transaction.lookUp(database, id.key) { held.append((id, bytes)) }
      }
      row >>= UInt64(TileID.height)
      level += 1
    }
  }

  /// Goes on from what was grown, as if it had been stored and read anew.
  mutating func keepRightEdge(of size: UInt64) {
    let all = held.filter { changed[$0.id] == nil } + changed.map { (id: $0, bytes: $1) }
    changed = [:]
    held = all.filter { tile in
      tile.id.index == size >> UInt64(TileID.height * tile.id.level) / UInt64(TileID.width)
    }
  }

  func tile(_ id: TileID) throws(LedgerError) -> [UInt8]? {
    held.first { $0.id == id }?.bytes
  }

  mutating func put(_ id: TileID, _ bytes: [UInt8]) throws(LedgerError) {
    changed[id] = bytes
  }

  func root(size: UInt64) throws(LedgerError) -> Hash {
    do {
      return try MerkleLog.root(size: size, in: self)
    } catch {
      throw TileBuffer.ledgerError(error)
    }
  }

  /// Grows the tree; what changed is in `changed`, to be stored.
  mutating func append(
    _ leaves: [Hash], size: UInt64, hasher: inout SHA256
  ) throws(LedgerError) {
    do {
      try MerkleLog.append(leaves, size: size, to: &self, hasher: &hasher)
    } catch {
      throw TileBuffer.ledgerError(error)
    }
  }

  private static func ledgerError(_ error: MerkleError<LedgerError>) -> LedgerError {
    if case .storage(let error) = error { return error }
    return .damaged(position: nil, reason: "the Merkle tree: \(error)")
  }
}
