internal import EventStore
internal import Events
internal import LMDB

/// Streams of many blocks: each line is descended into.
extension FactReader {
  func descend(
    _ head: StreamHead, _ transaction: borrowing ReadTransaction
  ) throws(LedgerError) {
    for line in FactSearch.lastLines { try descend(head, line, transaction) }
    for line in FactSearch.firstLines {
      try ascend(head, line, from: .min, through: search.day, transaction) {
        search, block, range, count in search.lookForFirst(line, block, range, of: count)
      }
    }
    for line in [FactLine.postponed, .all] {
      try ascend(head, line, from: .min, through: search.day, transaction) {
        search, block, range, count in search.look(at: line, block, range, of: count)
      }
    }
    try ascend(
      head, .coarse, from: search.day, through: search.day + FactSearch.longestSpan, transaction
    ) { search, block, range, count in search.look(at: .coarse, block, range, of: count) }
    try ascend(head, .open, from: search.day, through: .max, transaction) {
      search, block, range, count in search.look(at: .open, block, range, of: count)
    }
  }

  /// Finds the last row of a line.
  func descend(
    _ head: StreamHead, _ line: FactLine, _ transaction: borrowing ReadTransaction
  ) throws(LedgerError) {
    if head.blocks.isEmpty { return }
    var place = head.lastBlock(through: FactRow.place(line.rawValue, search.day))
    while place >= 0 {
      if try look(
        head, place, line, transaction,
        { search, block, range, count in
          search.lookForLast(line, block, range, of: count)
        })
      {
        break
      }
      // No earlier block has rows of the line.
      if head.blocks[place].line < line.rawValue { break }
      place -= 1
    }
  }

  private func ascend(
    _ head: StreamHead, _ line: FactLine, from first: Int32, through last: Int32,
    _ transaction: borrowing ReadTransaction,
    _ body: (inout FactSearch, Span<UInt8>, Range<Int>, Int) -> Bool
  ) throws(LedgerError) {
    var place = head.lastBlock(through: FactRow.place(line.rawValue, first) - 1)
    let end = FactRow.place(line.rawValue, last)
    while place < head.blocks.count, place == 0 || head.blocks[place].place <= end {
      if try look(head, place, line, transaction, body) { return }
      place += 1
    }
  }

  /// Looks at a line's rows in a block, unless none of the block was believed at the position.
  private func look(
    _ head: StreamHead, _ place: Int, _ line: FactLine, _ transaction: borrowing ReadTransaction,
    _ body: (inout FactSearch, Span<UInt8>, Range<Int>, Int) -> Bool
  ) throws(LedgerError) -> Bool {
    let entry = head.blocks[place]
    guard entry.least <= point.position, entry.last > point.position else { return false }
    set(entry.number)
    let key = key
    var isFound = false
    var isBlock = false
    let isThere = try moving { () throws(LMDBError) in
      try transaction.show(database, key.span) { block in
        guard FactSeal.isWhole(block, under: key.span), let count = FactBlock.count(block)
        else { return }
        isBlock = true
        let start = FactBlock.end(block, count, through: FactRow.place(line.rawValue, .min) - 1)
        let isLast = line != .coarse && line != .open
        let end = FactBlock.end(
          block, count, through: FactRow.place(line.rawValue, isLast ? search.day : .max))
        isFound = body(&search, block, start..<max(start, end), count)
      }
    }
    guard isThere, isBlock else { throw FactReader.damaged }
    return isFound
  }
}
