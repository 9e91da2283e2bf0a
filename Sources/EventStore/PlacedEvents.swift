internal import MerkleLog

/// The events of a chunk that were given places, in the order of their positions.
struct PlacedEvents {
  /// Which events of the chunk they are.
  private(set) var indices: [Int] = []
  /// Their records.
  private(set) var records: [[UInt8]] = []
  /// The hashes of their records.
  private(set) var leaves: [Hash] = []

  /// How many they are.
  var count: Int { indices.count }

  mutating func reserveCapacity(_ count: Int) {
    indices.reserveCapacity(count)
    records.reserveCapacity(count)
    leaves.reserveCapacity(count)
  }

  mutating func add(_ index: Int, _ record: [UInt8], leaf: Hash) {
    indices.append(index)
    records.append(record)
    leaves.append(leaf)
  }
}
