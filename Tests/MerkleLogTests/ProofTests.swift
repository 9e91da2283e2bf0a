import Coding
import MerkleLog
import Testing

@Suite("Proofs")
struct ProofTests {
  @Test("the known leaves have the known paths (certificate-transparency, merkle_tree_test.cc)")
  func known() throws {
    var hasher = SHA256()
    var leaves: [Hash] = []
    for record in TreeTests.records { leaves.append(hasher.leaf(try #require(Hex.decode(record)))) }
    var storage = MemoryTiles()
    try storage.grow(by: leaves, from: 0)
    #expect(
      try inclusionProof(of: 5, size: 8, in: storage).path.map(\.hex) == [
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
      ])
    #expect(
      try consistencyProof(from: 6, to: 8, in: storage).path.map(\.hex) == [
        "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
      ])
  }

  @Test("every inclusion proof is PATH of the definition, and proves its leaf and no other")
  func inclusion() throws {
    let leaves = leafHashes(0..<100)
    var storage = MemoryTiles()
    try storage.grow(by: leaves, from: 0)
    for size in 1...100 {
      let root = NaiveTree.root(leaves[..<size])
      for index in 0..<size {
        let proof = try inclusionProof(of: UInt64(index), size: UInt64(size), in: storage)
        #expect(proof.path == NaiveTree.path(index, leaves[..<size]))
        #expect(proof.proves(leaf: leaves[index], root: root))
        #expect(!proof.proves(leaf: leaves[(index + 1) % 100], root: root))
        #expect(!proof.proves(leaf: leaves[index], root: leaves[99]))
      }
    }
  }

  @Test("every consistency proof is PROOF of the definition, and proves its two roots and no other")
  func consistency() throws {
    let leaves = leafHashes(0..<100)
    var storage = MemoryTiles()
    try storage.grow(by: leaves, from: 0)
    let roots = (0...100).map { NaiveTree.root(leaves[..<$0]) }
    for second in 1...100 {
      for first in 1...second {
        let proof = try consistencyProof(from: UInt64(first), to: UInt64(second), in: storage)
        #expect(proof.path == NaiveTree.subproof(first, leaves[..<second], true))
        #expect(proof.proves(firstRoot: roots[first], secondRoot: roots[second]))
        #expect(!proof.proves(firstRoot: roots[first - 1], secondRoot: roots[second]))
        #expect(!proof.proves(firstRoot: roots[first], secondRoot: roots[second - 1]))
      }
    }
  }

  @Test("proofs in a large tree hold, and read at most two tiles a level", arguments: 0..<10)
  func large(seed: UInt64) throws {
    var random = SeededGenerator(state: seed)
    let leaves = leafHashes(0..<20_000)
    var storage = MemoryTiles()
    try storage.grow(by: leaves, from: 0)
    let size = UInt64.random(in: 1_025...20_000, using: &random)
    let first = UInt64.random(in: 1..<size, using: &random)
    let root = NaiveTree.root(leaves[..<Int(size)])
    let inclusion = try storage.countingReads {
      try inclusionProof(of: first, size: size, in: storage)
    }
    #expect(inclusion.0.proves(leaf: leaves[Int(first)], root: root))
    #expect(inclusion.reads <= 6)
    let consistency = try storage.countingReads {
      try consistencyProof(from: first, to: size, in: storage)
    }
    let firstRoot = NaiveTree.root(leaves[..<Int(first)])
    #expect(consistency.0.proves(firstRoot: firstRoot, secondRoot: root))
    #expect(consistency.reads <= 6)
  }

  @Test("a proof that is cut, lengthened, bent or of other numbers proves nothing")
  func tampered() throws {
    let leaves = leafHashes(0..<50)
    var storage = MemoryTiles()
    try storage.grow(by: leaves, from: 0)
    let first = NaiveTree.root(leaves[..<21])
    let root = NaiveTree.root(leaves[...])
    let inclusion = try inclusionProof(of: 20, size: 50, in: storage)
    let consistency = try consistencyProof(from: 21, to: 50, in: storage)
    for path in bent(inclusion.path) {
      let proof = InclusionProof(leafIndex: 20, treeSize: 50, path: path)
      #expect(!proof.proves(leaf: leaves[20], root: root))
    }
    for path in bent(consistency.path) {
      let proof = ConsistencyProof(first: 21, second: 50, path: path)
      #expect(!proof.proves(firstRoot: first, secondRoot: root))
    }
    for (index, size) in [(19, 50), (21, 50), (20, 20), (20, 0), (UInt64.max, 50)]
      as [(UInt64, UInt64)]
    {
      let proof = InclusionProof(leafIndex: index, treeSize: size, path: inclusion.path)
      #expect(!proof.proves(leaf: leaves[20], root: root))
    }
    for (earlier, later) in [(20, 50), (50, 21), (0, 50), (21, 21)] as [(UInt64, UInt64)] {
      let proof = ConsistencyProof(first: earlier, second: later, path: consistency.path)
      #expect(!proof.proves(firstRoot: first, secondRoot: root))
    }
  }

  /// The path cut at either end, with a hash more at either end, and with each hash bent.
  private func bent(_ path: [Hash]) -> [[Hash]] {
    let other = SHA256.hash([1, 2, 3])
    var paths = [
      [], Array(path.dropLast()), Array(path.dropFirst()), path + [other], [other] + path,
    ]
    for index in path.indices {
      paths.append(path)
      paths[paths.count - 1][index] = other
    }
    return paths
  }

  @Test(
    "a path that goes on past the root proves nothing, though its hashes lead to the root given")
  func pastTheRoot() {
    var hasher = SHA256()
    let x = hasher.leaf([1])
    let y = hasher.leaf([2])
    let z = hasher.leaf([3])
    let w = hasher.leaf([4])
    let inclusion = InclusionProof(leafIndex: 0, treeSize: 1, path: [w])
    #expect(!inclusion.proves(leaf: x, root: hasher.node(w, x)))
    // Of three leaves in four, x, y and z are the whole path; w is one storey too many.
    let first = hasher.node(z, x)
    let second = hasher.node(z, hasher.node(x, y))
    let whole = ConsistencyProof(first: 3, second: 4, path: [x, y, z])
    #expect(whole.proves(firstRoot: first, secondRoot: second))
    let longer = ConsistencyProof(first: 3, second: 4, path: [x, y, z, w])
    #expect(
      !longer.proves(firstRoot: hasher.node(w, first), secondRoot: hasher.node(w, second)))
  }

  @Test("two trees of one size are consistent where their roots are equal")
  func oneSize() {
    let root = SHA256.hash([1])
    let other = SHA256.hash([2])
    let proof = ConsistencyProof(first: 7, second: 7, path: [])
    #expect(proof.proves(firstRoot: root, secondRoot: root))
    #expect(!proof.proves(firstRoot: root, secondRoot: other))
    #expect(
      !ConsistencyProof(first: 7, second: 7, path: [root]).proves(firstRoot: root, secondRoot: root)
    )
  }

  @Test("what cannot be proved is told")
  func refused() throws {
    var storage = MemoryTiles()
    try storage.grow(by: leafHashes(0..<5), from: 0)
    typealias Failure = MerkleError<MemoryTiles.Failure>
    #expect(throws: Failure.noLeaf(index: 5, size: 5)) {
      try inclusionProof(of: 5, size: 5, in: storage)
    }
    #expect(throws: Failure.noLeaf(index: 0, size: 0)) {
      try inclusionProof(of: 0, size: 0, in: storage)
    }
    #expect(throws: Failure.notEarlier(0, size: 5)) {
      try consistencyProof(from: 0, to: 5, in: storage)
    }
    #expect(throws: Failure.notEarlier(6, size: 5)) {
      try consistencyProof(from: 6, to: 5, in: storage)
    }
    #expect(throws: Failure.tile(TileID(level: 0, index: 0), bytes: 160, needed: 192)) {
      try inclusionProof(of: 0, size: 6, in: storage)
    }
  }
}
