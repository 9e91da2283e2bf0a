internal import Coding

/// Which tile of the tree: its level and its place in that level.
///
/// The tree is cut into tiles of five storeys, as in golang.org/x/mod/sumdb/tlog. Call a node of
/// the tree (storey s, index i) the root of the leaves i·2ˢ ..< (i + 1)·2ˢ. The tile (level L,
/// index T) holds the hashes of the nodes (5L, 32T) ... (5L, 32T + 31), in that order, as many of
/// them as have all their leaves. The four storeys between one level and the next are not stored:
/// they are 31 hashes away.
///
/// Five storeys, because 32 hashes are 1,024 bytes: two such values fit a 4,096-byte page of an
/// LMDB tree, so that to append a leaf dirties one page of tiles. A tile that is not full is
/// rewritten by the append that adds to it; a full one never changes again.
package struct TileID: Hashable, Sendable {
  /// How many storeys a tile spans.
  package static let height = 5
  /// How many hashes a full tile holds.
  package static let width = 1 << height

  /// 0 for the tiles of leaf hashes, and one more for every five storeys; at most 12.
  package let level: Int
  /// Which of its level, from the left, from 0.
  package let index: UInt64

  /// The tile at this level and place.
  package init(level: Int, index: UInt64) {
    self.level = level
    self.index = index
  }

  /// A key for the tile: the level in one byte, then the index in eight, most significant first.
  package var key: [UInt8] {
    var writer = ByteWriter(capacity: 9)
    writer.byte(UInt8(level))
    writer.fixed(index)
    return writer.bytes
  }
}

/// Where tiles are read from.
package protocol TileSource: ~Copyable, ~Escapable {
  /// Why a tile could not be read or put.
  associatedtype Failure: Error

  /// The bytes last put for the tile; `nil` where none were.
  func tile(_ id: TileID) throws(Failure) -> [UInt8]?
}

/// Where tiles are kept.
package protocol TileStorage: TileSource, ~Copyable, ~Escapable {
  /// Keeps the bytes of the tile, 32 to 1,024 of them, in place of those kept before.
  mutating func put(_ id: TileID, _ bytes: [UInt8]) throws(Failure)
}

/// Why a tree could not be grown or read.
package enum MerkleError<Failure: Error>: Error {
  /// The storage failed.
  case storage(Failure)
  /// The tile holds fewer hashes than a tree of this size has there, or half of one: the storage
  /// was damaged, or the tree is not that large.
  case tile(TileID, bytes: Int, needed: Int)
  /// The tree has no leaf of that index at that size.
  case noLeaf(index: UInt64, size: UInt64)
  /// A tree of `size` leaves does not follow from a larger one, nor say anything of an empty one.
  case notEarlier(UInt64, size: UInt64)
}

extension MerkleError: Equatable where Failure: Equatable {}
