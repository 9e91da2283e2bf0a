/// That a record is in the ledger: the hashes that lead from its leaf to the root
/// (RFC 9162 §2.1.3).
package struct InclusionProof: Equatable, Sendable {
  /// Which leaf, from 0.
  package let leafIndex: UInt64
  /// How many leaves the tree has whose root is led to.
  package let treeSize: UInt64
  /// The sibling of each node on the way up, the leaf's first; at most 64.
  package let path: [Hash]

  /// The proof of these parts, as someone gave them.
  package init(leafIndex: UInt64, treeSize: UInt64, path: [Hash]) {
    self.leafIndex = leafIndex
    self.treeSize = treeSize
    self.path = path
  }

  /// Whether the proof shows that the leaf is in the tree with this root: the algorithm of
  /// RFC 9162 §2.1.3.2, whose numbers stand beside its steps.
  package func proves(leaf: Hash, root: Hash) -> Bool {
    guard leafIndex < treeSize else { return false }  // 1
    var hasher = SHA256()
    var fn = leafIndex  // 2
    var sn = treeSize - 1
    var r = leaf  // 3
    for p in path {  // 4
      guard sn != 0 else { return false }  // 4.1
      if fn & 1 == 1 || fn == sn {  // 4.2
        r = hasher.node(p, r)
        if fn & 1 == 0 {
          repeat {
            fn >>= 1
            sn >>= 1
          } while fn & 1 == 0 && fn != 0
        }
      } else {
        r = hasher.node(r, p)
      }
      fn >>= 1  // 4.3
      sn >>= 1
    }
    return sn == 0 && r == root  // 5
  }
}

/// The proof that a leaf is in the tree of the first `size` leaves: PATH(m, D[0:size])
/// (RFC 9162 §2.1.3.1).
///
/// - Parameters:
///   - index: which leaf, 0 ..< `size`.
///   - size: how many leaves, 1 to as many as were appended.
///   - source: where the tiles are.
/// - Throws: `MerkleError.noLeaf` where `index` is past the tree, or what reading tiles throws.
/// - Complexity: O(log² *size*) hashes at worst, at most two tiles read a level.
package func inclusionProof<Source: TileSource & ~Copyable & ~Escapable>(
  of index: UInt64, size: UInt64, in source: borrowing Source
) throws(MerkleError<Source.Failure>) -> InclusionProof {
  guard index < size else { throw .noLeaf(index: index, size: size) }
  var reader = TreeReader<Source>(size: size)
  var path: [Hash] = []
  // From the root down: the half without the leaf gives its hash, the other half is gone into.
  var leaves = 0..<size
  while leaves.upperBound - leaves.lowerBound > 1 {
    let (left, right) = leaves.split()
    if left.contains(index) {
      path.append(try reader.root(of: right, in: source))
      leaves = left
    } else {
      path.append(try reader.root(of: left, in: source))
      leaves = right
    }
  }
  return InclusionProof(leafIndex: index, treeSize: size, path: path.reversed())
}

extension Range<UInt64> {
  /// The first k leaves and the others, k being the largest power of two less than their count,
  /// which is at least 2 (RFC 9162 §2.1.1).
  func split() -> (left: Range, right: Range) {
    let last = upperBound - lowerBound - 1
    let middle = lowerBound + (1 << UInt64(UInt64.bitWidth - 1 - last.leadingZeroBitCount))
    return (lowerBound..<middle, middle..<upperBound)
  }
}
