internal import Events
package import LMDB
internal import MerkleLog

extension LedgerView {
  /// Holds the records of some positions to the leaves of the tree.
  ///
  /// What is derived from records says nothing of whether they are as they were recorded: who finds a
  /// difference asks here which side it is on.
  ///
  /// - Throws: `damaged`, with the first position whose record is missing or another one.
  /// - Complexity: O(records), one hash each, and one tile for neighbours.
  package func check(
    recordsAt positions: some Sequence<UInt64>, _ transaction: borrowing ReadTransaction
  ) throws(LedgerError) {
    let hasher = SHA256Box()
    var (known, tile): (TileID?, [UInt8]) = (nil, [])
    // One cursor, which is near already where positions are neighbours.
    try transaction.withCursor(databases.records) { cursor throws(LedgerError) in
      for position in positions {
        guard
          try storage({ () throws(LMDBError) in try cursor.seek(to: Key.position(position).span) })
        else { throw .damaged(position: position, reason: "its record is missing") }
        let index = position - 1
        let id = TileID(level: 0, index: index / UInt64(TileID.width))
        if id != known {
          tile = try transaction.lookUp(databases.tree, id.key) ?? []
          known = id
        }
        let start = Int(index % UInt64(TileID.width)) * Hash.byteCount
        var isSame = false
        _ = cursor.show { _, record in
          isSame =
            start + Hash.byteCount <= tile.count
            && hasher.leaf(record).bytes.elementsEqual(tile[start..<start + Hash.byteCount])
        }
        if isSame { continue }
        throw .damaged(
          position: position, reason: "its record is not the one whose hash is in the tree")
      }
    }
  }
}
