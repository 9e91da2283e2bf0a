/// Grows the tree of `size` leaves by leaves of these hashes, in order.
///
/// Each level is a row of hashes, cut into tiles. New hashes at the end of a row fill up its last
/// tile and lie in new ones after it; a tile that they make full has a root, and the roots of the
/// tiles newly full are the new hashes of the row above. Every tile touched is put once, so that
/// a batch of a million leaves costs little but its million hashes.
///
/// - Parameters:
///   - leafHashes: what `SHA256.leaf` made of the records.
///   - size: how many leaves the tree has; what the storage holds must be the tree of that size.
///   - storage: where the tiles are; nothing is put in it that belongs to a past size.
///   - hasher: the hasher to use.
/// - Returns: the new size.
/// - Throws: `MerkleError.storage` or `MerkleError.tile`. The tiles already put then stay put: to
///   undo them is the storage's transaction.
/// - Complexity: O(*n*) hashes, O(*n* / 32 + log *size*) tiles put, at most one read a level.
@discardableResult
package func append<Storage: TileStorage & ~Copyable & ~Escapable>(
  _ leafHashes: [Hash], size: UInt64, to storage: inout Storage, hasher: inout SHA256
) throws(MerkleError<Storage.Failure>) -> UInt64 {
  var row = leafHashes
  var count = size
  var level = 0
  while !row.isEmpty {
    row = try append(row, atLevel: level, count: count, to: &storage, hasher: &hasher)
    count >>= UInt64(TileID.height)
    level += 1
  }
  return size + UInt64(leafHashes.count)
}

/// Grows the row of `count` hashes at a level; returns the roots of the tiles that became full.
private func append<Storage: TileStorage & ~Copyable & ~Escapable>(
  _ hashes: [Hash], atLevel level: Int, count: UInt64, to storage: inout Storage,
  hasher: inout SHA256
) throws(MerkleError<Storage.Failure>) -> [Hash] {
  var fullTileRoots: [Hash] = []
  fullTileRoots.reserveCapacity(hashes.count / TileID.width + 1)
  var index = count / UInt64(TileID.width)
  let held = Int(count % UInt64(TileID.width))
  var tile =
    held == 0 ? [] : try storage.hashes(of: TileID(level: level, index: index), count: held)
  var next = 0
  while next < hashes.count {
    let end = min(hashes.count, next + TileID.width - tile.count)
    tile.append(contentsOf: hashes[next..<end])
    next = end
    do {
      try storage.put(TileID(level: level, index: index), bytes(of: tile))
    } catch {
      throw .storage(error)
    }
    if tile.count == TileID.width {
      fullTileRoots.append(hasher.perfectRoot(of: tile[...]))
      tile.removeAll(keepingCapacity: true)
      index += 1
    }
  }
  return fullTileRoots
}

/// The hashes end to end.
private func bytes(of hashes: [Hash]) -> [UInt8] {
  unsafe hashes.withUnsafeBytes { bytes in unsafe [UInt8](bytes) }
}

extension TileSource where Self: ~Copyable & ~Escapable {
  /// The first `count` hashes of a tile.
  func hashes(of id: TileID, count: Int) throws(MerkleError<Failure>) -> [Hash] {
    let bytes: [UInt8]
    do {
      bytes = try tile(id) ?? []
    } catch {
      throw .storage(error)
    }
    // The tile may hold more than is asked for, since the tree may have grown past the size in
    // question; what it held then is what it begins with now.
    let needed = count * Hash.byteCount
    guard bytes.count >= needed, bytes.count % Hash.byteCount == 0 else {
      throw .tile(id, bytes: bytes.count, needed: needed)
    }
    var hashes: [Hash] = []
    hashes.reserveCapacity(TileID.width)
    for index in 0..<count {
      hashes.append(Hash(reading: bytes.span, at: index * Hash.byteCount))
    }
    return hashes
  }
}

extension SHA256 {
  /// The root of a perfect tree over these hashes; their count is a power of two.
  mutating func perfectRoot(of hashes: ArraySlice<Hash>) -> Hash {
    precondition(hashes.count.nonzeroBitCount == 1, "a perfect tree has a power of two of leaves")
    var storey = Array(hashes)
    var width = storey.count
    while width > 1 {
      width /= 2
      for index in 0..<width {
        storey[index] = node(storey[2 * index], storey[2 * index + 1])
      }
    }
    return storey[0]
  }
}
