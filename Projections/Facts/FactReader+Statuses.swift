internal import EventStore
internal import Events
internal import LMDB

extension FactReader {
  /// The running status on each of some days of each action whose stream begins so; `nil` for a day on
  /// which it was not in sight. Of each stream two lines are looked at, once.
  func statuses(
    under prefix: String, on days: [Day], _ transaction: borrowing ReadTransaction,
    _ visit: ([RunningStatus?]) -> Void
  ) throws(LedgerError) {
    var found = [RunningStatus?](repeating: nil, count: days.count)
    let none = LastMove()
    var moves = [LastMove](repeating: none, count: days.count)
    let walk = FactWalk(for: .statuses, at: point)
    try forEachStream(under: prefix, walk, transaction) {
      subject, walk, cursor throws(LedgerError) in
      guard subject.kind == .action else { return }
      for index in days.indices {
        found[index] = nil
        moves[index] = none
      }
      var isDamaged = false
      try walk.showAll(cursor) { block in
        guard let stored = FactBlock(block) else { return isDamaged = true }
        forEachLast(.added, block, stored, days) { index, _ in found[index] = .planned }
        forEachLast(.running, block, stored, days) { index, row in
          moves[index].take(block, row, stored)
        }
      }
      if isDamaged { throw FactReader.damaged }
      for index in days.indices where found[index] != nil && moves[index].type != 0 {
        guard let type = EventType(number: moves[index].type),
          let status = RunningStatus(after: type)
        else { throw FactReader.damaged }
        found[index] = status
      }
      visit(found)
    }
  }

  /// What moved an action last, as far as was seen.
  private struct LastMove {
    var type: UInt8 = 0
    var day = Int32.min
    var position: UInt64 = 0

    /// Takes a row of a block for it, where it is later.
    mutating func take(_ block: Span<UInt8>, _ row: Int, _ stored: FactBlock) {
      let (day, position) = (stored.day(block, row), stored.position(block, row))
      guard type == 0 || (self.day, self.position) < (day, position) else { return }
      (type, self.day, self.position) = (stored.type(block, row), day, position)
    }
  }

  /// Tells of each day the last live row of a line in a block, where there is one.
  private func forEachLast(
    _ line: FactLine, _ block: Span<UInt8>, _ stored: FactBlock, _ days: [Day],
    _ body: (Int, Int) -> Void
  ) {
    let rows = stored.rows(block, of: line)
    if rows.isEmpty { return }
    for place in days.indices {
      let end = stored.end(block, rows, through: days[place].number)
      let index = stored.lastLive(block, rows.lowerBound..<end, at: point.position)
      if let index { body(place, index) }
    }
  }
}
