import MerkleLog
import Testing

/// Tiles in memory; asserts more than the storage's contract does.
///
/// No tile is put twice in one append, a full one is never put again, one that is not full is put
/// again only as more of the same, and no tile is read that is not there.
struct MemoryTiles: TileStorage {
  enum Failure: Error, Equatable { case broken }

  private(set) var tiles: [TileID: [UInt8]] = [:]
  private var touched: Set<TileID> = []
  private let reads = Reads()
  /// Tiles that cannot be read or put.
  var broken: Set<TileID> = []

  private final class Reads { var count = 0 }

  func tile(_ id: TileID) throws(Failure) -> [UInt8]? {
    guard !broken.contains(id) else { throw .broken }
    reads.count += 1
    return tiles[id]
  }

  mutating func put(_ id: TileID, _ bytes: [UInt8]) throws(Failure) {
    guard !broken.contains(id) else { throw .broken }
    #expect(touched.insert(id).inserted, "a tile is put once an append")
    #expect(bytes.count > 0 && bytes.count % 32 == 0 && bytes.count <= 1_024)
    let before = tiles[id] ?? []
    #expect(before.count < bytes.count && bytes.starts(with: before), "a tile grows at its end")
    tiles[id] = bytes
  }

  /// Appends leaves to the tree of `size` leaves; returns how many tiles were put.
  @discardableResult
  mutating func grow(by leaves: some Collection<Hash>, from size: Int) throws -> Int {
    var hasher = SHA256()
    touched = []
    let grown = try append(Array(leaves), size: UInt64(size), to: &self, hasher: &hasher)
    #expect(grown == UInt64(size + leaves.count))
    return touched.count
  }

  /// How many tiles the body reads.
  func countingReads<Result>(_ body: () throws -> Result) rethrows -> (Result, reads: Int) {
    let before = reads.count
    let result = try body()
    return (result, reads.count - before)
  }

  /// Damages a tile.
  mutating func damage(_ id: TileID, _ change: (inout [UInt8]?) -> Void) {
    change(&tiles[id])
  }
}
