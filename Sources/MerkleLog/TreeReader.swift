/// Reads the tree as it was at one size, past or present.
///
/// Tiles only ever grow at their end, so that the tiles of today hold the tree of every size up to
/// today's. A reader keeps the tiles that it has read: a proof comes back to the same few, at most
/// two a level.
struct TreeReader<Source: TileSource & ~Copyable & ~Escapable>: ~Copyable {
  /// How many leaves the tree has for this reader.
  let size: UInt64
  var hasher = SHA256()
  private var tiles: [(id: TileID, hashes: [Hash])] = []

  init(size: UInt64) {
    self.size = size
  }

  /// The hash of the node (storey, index): the root of the leaves index·2^storey ..<
  /// (index + 1)·2^storey, all of which the tree has.
  ///
  /// With storey = 5L + r, its leaves are what 2ʳ nodes of storey 5L stand over, the first of them
  /// index·2ʳ. As r < 5 and the start is a multiple of 2ʳ, they lie in one tile.
  mutating func node(
    storey: Int, index: UInt64, in source: borrowing Source
  ) throws(MerkleError<Source.Failure>) -> Hash {
    let (level, rest) = storey.quotientAndRemainder(dividingBy: TileID.height)
    let start = index << UInt64(rest)
    let id = TileID(level: level, index: start / UInt64(TileID.width))
    let offset = Int(start % UInt64(TileID.width))
    let hashes = try tile(id, in: source)
    return hasher.perfectRoot(of: hashes[offset..<offset + (1 << rest)])
  }

  /// MTH(D[leaves]) (RFC 9162 §2.1.1), for leaves that begin at a multiple of the smallest power
  /// of two not less than their count: every range that §2.1 forms.
  ///
  /// A tree of n leaves is a row of perfect trees, one for each bit that is set in n, the largest
  /// first: MTH splits off the largest power of two less than n on the left, and again from what
  /// is left over on the right. The hash joins them from the right.
  mutating func root(
    of leaves: Range<UInt64>, in source: borrowing Source
  ) throws(MerkleError<Source.Failure>) -> Hash {
    var joined: Hash?
    var end = leaves.upperBound
    while end > leaves.lowerBound {
      let storey = (end - leaves.lowerBound).trailingZeroBitCount
      end -= 1 << UInt64(storey)
      let left = try node(storey: storey, index: end >> UInt64(storey), in: source)
      joined = joined.map { hasher.node(left, $0) } ?? left
    }
    // MTH of no leaves is the hash of nothing.
    return joined ?? hasher.finish()
  }

  /// What the tile holds in a tree of this size.
  private mutating func tile(
    _ id: TileID, in source: borrowing Source
  ) throws(MerkleError<Source.Failure>) -> [Hash] {
    if let known = tiles.first(where: { $0.id == id }) { return known.hashes }
    let row = size >> UInt64(TileID.height * id.level)
    let count = min(row - id.index * UInt64(TileID.width), UInt64(TileID.width))
    let hashes = try source.hashes(of: id, count: Int(count))
    tiles.append((id, hashes))
    return hashes
  }
}

/// The root of the tree of the first `size` leaves: MTH(D[0:size]) (RFC 9162 §2.1.1).
///
/// - Parameters:
///   - size: how many leaves, 0 to as many as were appended.
///   - source: where the tiles are.
/// - Throws: `MerkleError.storage` or `MerkleError.tile`.
/// - Complexity: O(log *size*) hashes, at most one tile read a level.
package func root<Source: TileSource & ~Copyable & ~Escapable>(
  size: UInt64, in source: borrowing Source
) throws(MerkleError<Source.Failure>) -> Hash {
  var reader = TreeReader<Source>(size: size)
  return try reader.root(of: 0..<size, in: source)
}
