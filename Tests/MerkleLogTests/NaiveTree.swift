import MerkleLog

/// RFC 9162 §2.1 as it is written, over all the leaves: the model that the tiled tree is held to.
enum NaiveTree {
  /// MTH(D_n) (§2.1.1), over the hashes of the leaves.
  static func root(_ leaves: ArraySlice<Hash>) -> Hash {
    if leaves.isEmpty { return SHA256.hash([]) }
    if leaves.count == 1 { return leaves[leaves.startIndex] }
    let middle = leaves.startIndex + largestPowerOfTwo(below: leaves.count)
    return SHA256.hash([1] + root(leaves[..<middle]).bytes + root(leaves[middle...]).bytes)
  }

  /// PATH(m, D_n) (§2.1.3.1).
  static func path(_ m: Int, _ leaves: ArraySlice<Hash>) -> [Hash] {
    if leaves.count == 1 { return [] }
    let k = largestPowerOfTwo(below: leaves.count)
    let left = leaves.prefix(k)
    let right = leaves.dropFirst(k)
    return m < k ? path(m, left) + [root(right)] : path(m - k, right) + [root(left)]
  }

  /// SUBPROOF(m, D_n, b) (§2.1.4.1).
  static func subproof(_ m: Int, _ leaves: ArraySlice<Hash>, _ b: Bool) -> [Hash] {
    if m == leaves.count { return b ? [] : [root(leaves)] }
    let k = largestPowerOfTwo(below: leaves.count)
    let left = leaves.prefix(k)
    let right = leaves.dropFirst(k)
    return m <= k
      ? subproof(m, left, b) + [root(right)] : subproof(m - k, right, false) + [root(left)]
  }

  private static func largestPowerOfTwo(below count: Int) -> Int {
    var power = 1
    while power * 2 < count { power *= 2 }
    return power
  }
}

/// The hashes of leaves that are these numbers in decimal.
func leafHashes(_ numbers: Range<Int>) -> [Hash] {
  numbers.map { SHA256.hash([0] + Array(String($0).utf8)) }
}

/// A generator whose numbers follow from its seed (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
