/// That nothing was rewritten: the hashes that show that a tree of `second` leaves begins with the
/// leaves of a tree of `first` (RFC 9162 §2.1.4).
package struct ConsistencyProof: Equatable, Sendable {
  /// How many leaves the earlier tree has.
  package let first: UInt64
  /// How many leaves the later tree has.
  package let second: UInt64
  /// The nodes from which both roots follow; at most 65, and none where the trees are one.
  package let path: [Hash]

  /// The proof of these parts, as someone gave them.
  package init(first: UInt64, second: UInt64, path: [Hash]) {
    self.first = first
    self.second = second
    self.path = path
  }

  /// Whether the proof shows that the tree with the second root begins with the one with the
  /// first: the algorithm of RFC 9162 §2.1.4.2, whose numbers stand beside its steps.
  ///
  /// The RFC has 0 < `first` < `second`. Two trees of one size are consistent where their roots
  /// are equal; of an empty tree nothing is proved.
  package func proves(firstRoot: Hash, secondRoot: Hash) -> Bool {
    guard first > 0, first < second else {
      return first > 0 && first == second && path.isEmpty && firstRoot == secondRoot
    }
    guard !path.isEmpty else { return false }  // 1
    var hasher = SHA256()
    let nodes = first.nonzeroBitCount == 1 ? [firstRoot] + path : path  // 2
    var fn = first - 1  // 3
    var sn = second - 1
    while fn & 1 == 1 {  // 4
      fn >>= 1
      sn >>= 1
    }
    var fr = nodes[0]  // 5
    var sr = nodes[0]
    for c in nodes.dropFirst() {  // 6
      guard sn != 0 else { return false }  // 6.1
      if fn & 1 == 1 || fn == sn {  // 6.2
        fr = hasher.node(c, fr)
        sr = hasher.node(c, sr)
        if fn & 1 == 0 {
          repeat {
            fn >>= 1
            sn >>= 1
          } while fn & 1 == 0 && fn != 0
        }
      } else {
        sr = hasher.node(sr, c)
      }
      fn >>= 1  // 6.3
      sn >>= 1
    }
    return fr == firstRoot && sr == secondRoot && sn == 0  // 7
  }
}

/// The proof that the tree of the first `second` leaves begins with that of the first `first`:
/// PROOF(first, D[0:second]) (RFC 9162 §2.1.4.1).
///
/// - Parameters:
///   - first: how many leaves the earlier tree has, 1 ... `second`.
///   - second: how many the later one has, up to as many as were appended.
///   - source: where the tiles are.
/// - Throws: `MerkleError.notEarlier` where `first` is out of its range, or what reading tiles
///   throws.
/// - Complexity: O(log² *second*) hashes at worst, at most two tiles read a level.
package func consistencyProof<Source: TileSource & ~Copyable & ~Escapable>(
  from first: UInt64, to second: UInt64, in source: borrowing Source
) throws(MerkleError<Source.Failure>) -> ConsistencyProof {
  guard first > 0, first <= second else { throw .notEarlier(first, size: second) }
  var reader = TreeReader<Source>(size: second)
  var path: [Hash] = []
  // SUBPROOF(m, D[leaves], b) from the root down, m being how many of these leaves the earlier
  // tree has; b falls with the first step to the right: then these leaves are not all that the
  // earlier tree is, and its verifier does not know their hash.
  var leaves = 0..<second
  while first < leaves.upperBound {
    let (left, right) = leaves.split()
    if first <= left.upperBound {
      path.append(try reader.root(of: right, in: source))
      leaves = left
    } else {
      path.append(try reader.root(of: left, in: source))
      leaves = right
    }
  }
  let knownToVerifier = leaves.lowerBound == 0
  if !knownToVerifier {
    path.append(try reader.root(of: leaves, in: source))
  }
  return ConsistencyProof(first: first, second: second, path: path.reversed())
}
