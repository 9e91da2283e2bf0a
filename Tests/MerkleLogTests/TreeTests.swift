import Coding
import MerkleLog
import Testing

@Suite("The tree")
struct TreeTests {
  /// The leaves and roots of the tests of RFC 6962's authors
  /// (github.com/google/certificate-transparency, `merkle_tree_test.cc`).
  static let records = [
    "", "00", "10", "2021", "3031", "40414243", "5051525354555657",
    "606162636465666768696a6b6c6d6e6f",
  ]
  static let roots = [
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
  ]

  @Test("the known leaves have the known roots at every size", arguments: 0...8)
  func knownRoots(size: Int) throws {
    var hasher = SHA256()
    var leaves: [Hash] = []
    for record in Self.records { leaves.append(hasher.leaf(try #require(Hex.decode(record)))) }
    var storage = MemoryTiles()
    try storage.grow(by: leaves, from: 0)
    #expect(try root(size: UInt64(size), in: storage).hex == Self.roots[size])
  }

  @Test("the root at every size and every past size is that of the definition")
  func everySmallSize() throws {
    let leaves = leafHashes(0..<200)
    let expected = (0...200).map { NaiveTree.root(leaves[..<$0]) }
    var storage = MemoryTiles()
    for size in 0...200 {
      for past in 0...size {
        #expect(try root(size: UInt64(past), in: storage) == expected[past])
      }
      if size < 200 { try storage.grow(by: [leaves[size]], from: size) }
    }
  }

  @Test("sizes about the edges of three levels of tiles have the roots of the definition")
  func tileEdges() throws {
    let edges = [1_023, 1_024, 1_025, 1_055, 1_056, 32_767, 32_768, 32_769, 33_791, 33_792, 33_800]
    let leaves = leafHashes(0..<33_800)
    var storage = MemoryTiles()
    try storage.grow(by: leaves, from: 0)
    for size in edges {
      #expect(try root(size: UInt64(size), in: storage) == NaiveTree.root(leaves[..<size]))
    }
  }

  @Test("batches of any sizes make the tiles that one leaf at a time makes", arguments: 0..<20)
  func batches(seed: UInt64) throws {
    var random = SeededGenerator(state: seed)
    let leaves = leafHashes(0..<3_000)
    var oneByOne = MemoryTiles()
    var inBatches = MemoryTiles()
    var size = 0
    while size < leaves.count {
      let end = min(
        leaves.count,
        size + Int.random(in: 0...[3, 40, 2_000].randomElement(using: &random)!, using: &random))
      for index in size..<end { try oneByOne.grow(by: [leaves[index]], from: index) }
      try inBatches.grow(by: leaves[size..<end], from: size)
      size = end
      #expect(oneByOne.tiles == inBatches.tiles)
      #expect(try root(size: UInt64(size), in: inBatches) == NaiveTree.root(leaves[..<size]))
    }
  }

  @Test("an append of one leaf puts one tile, and one a level more where tiles become full")
  func tilesPut() throws {
    let leaves = leafHashes(0..<1_025)
    var storage = MemoryTiles()
    for (index, leaf) in leaves.enumerated() {
      let expected = (index + 1) % 1_024 == 0 ? 3 : (index + 1) % 32 == 0 ? 2 : 1
      #expect(try storage.grow(by: [leaf], from: index) == expected)
    }
  }

  @Test("an append of nothing puts nothing", arguments: [0, 5, 32])
  func nothing(size: Int) throws {
    var storage = MemoryTiles()
    try storage.grow(by: leafHashes(0..<size), from: 0)
    #expect(try storage.grow(by: [], from: size) == 0)
  }

  @Test("a root reads at most one tile a level")
  func reads() throws {
    var storage = MemoryTiles()
    try storage.grow(by: leafHashes(0..<33_000), from: 0)
    for (size, most) in [(0, 0), (31, 1), (33, 2), (1_057, 3), (32_767, 3), (33_000, 4)] {
      let (_, reads) = try storage.countingReads { try root(size: UInt64(size), in: storage) }
      #expect(reads <= most)
    }
  }

  @Test("a tile's key sorts by level, then index, most significant byte first")
  func key() {
    #expect(Hex.encode(TileID(level: 0, index: 0).key) == "000000000000000000")
    #expect(Hex.encode(TileID(level: 2, index: 0x1_0203).key) == "020000000000010203")
  }
}

@Suite("A damaged tree")
struct DamageTests {
  static let leaf = TileID(level: 0, index: 1)

  func tree() throws -> MemoryTiles {
    var storage = MemoryTiles()
    try storage.grow(by: leafHashes(0..<40), from: 0)
    return storage
  }

  @Test("a tile that is missing, too short or cut in a hash is named by a read and by an append")
  func damagedTile() throws {
    let cases: [(held: Int?, error: MerkleError<MemoryTiles.Failure>)] = [
      (nil, .tile(Self.leaf, bytes: 0, needed: 256)),
      (224, .tile(Self.leaf, bytes: 224, needed: 256)),
      (257, .tile(Self.leaf, bytes: 257, needed: 256)),
    ]
    for (held, error) in cases {
      var storage = try tree()
      storage.damage(Self.leaf) { $0 = held.map { [UInt8](repeating: 0, count: $0) } }
      #expect(throws: error) { try root(size: 40, in: storage) }
      #expect(throws: error) { try storage.grow(by: leafHashes(40..<41), from: 40) }
    }
  }

  @Test("a size past the tree is told, however large", arguments: [41, 64, 1 << 40, UInt64.max])
  func pastTheTree(size: UInt64) throws {
    let storage = try tree()
    #expect(throws: MerkleError<MemoryTiles.Failure>.self) { try root(size: size, in: storage) }
  }

  @Test("a failure of the storage is passed on")
  func storageFails() throws {
    var storage = try tree()
    storage.broken = [Self.leaf]
    #expect(throws: MerkleError.storage(MemoryTiles.Failure.broken)) {
      try root(size: 40, in: storage)
    }
    #expect(throws: MerkleError.storage(MemoryTiles.Failure.broken)) {
      try storage.grow(by: leafHashes(40..<41), from: 40)
    }
    storage.broken = [TileID(level: 0, index: 2)]
    #expect(throws: MerkleError.storage(MemoryTiles.Failure.broken)) {
      try storage.grow(by: leafHashes(40..<70), from: 40)
    }
  }

  @Test("a changed bit of any hash changes the root")
  func changedBit() throws {
    let intact = try root(size: 40, in: tree())
    for byte in 0..<256 {
      var storage = try tree()
      storage.damage(Self.leaf) { $0?[byte] ^= 1 }
      #expect(try root(size: 40, in: storage) != intact)
    }
  }
}
