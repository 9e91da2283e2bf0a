internal import Events
internal import LMDB
internal import MerkleLog

extension StagedWriter {
  /// Takes staged events out again, the last first.
  ///
  /// Their texts are overwritten before they are deleted, for a deleted value stays in its page. As
  /// the last entries go first, no other text is moved and leaves a copy behind.
  func erase(
    _ staged: [RecordedEvent], _ transaction: inout WriteTransaction
  ) throws(LedgerError) {
    for event in staged.reversed() {
      let position = Key.position(event.position)
      if let text = try transaction.reader.lookUp(databases.texts, position) {
        let zeros = [UInt8](repeating: 0, count: text.count)
        try transaction.store(databases.texts, position, zeros)
        try transaction.remove(databases.texts, position)
      }
      try transaction.remove(databases.ids, event.id.bytes)
      try transaction.remove(
        databases.streams,
        Key.stream(event.event.subject.description, revision: event.revision))
      try transaction.remove(
        databases.types, Key.type(event.event.type.rawValue, event.position))
      if let day = event.event.effective?.lastDay {
        try transaction.remove(databases.effective, Key.effective(day.number, event.position))
      }
      try transaction.remove(databases.records, position)
    }
  }

  /// Takes the hashes of leaves that are gone out of the tree: whole tiles, and the ends of those at
  /// the edge. A tile's first hashes never change, so that what is left is the smaller tree.
  func shrinkTree(
    from old: UInt64, to new: UInt64, _ transaction: inout WriteTransaction
  ) throws(LedgerError) {
    let width = UInt64(TileID.width)
    var level = 0
    var (oldRow, newRow) = (old, new)
    while oldRow > 0 {
      for index in newRow / width..<(oldRow + width - 1) / width {
        let id = TileID(level: level, index: index)
        let kept = Int(newRow - min(newRow, index * width)) * Hash.byteCount
        guard kept > 0, let tile = try transaction.reader.lookUp(databases.tree, id.key) else {
          try transaction.remove(databases.tree, id.key)
          continue
        }
        try transaction.store(databases.tree, id.key, Array(tile.prefix(kept)))
      }
      level += 1
      oldRow >>= UInt64(TileID.height)
      newRow >>= UInt64(TileID.height)
    }
  }
}
