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
    let walk = FactWalk(database, for: .statuses, at: point)
    try forEachStream(under: prefix, walk, transaction) {
      subject, walk, cursor throws(LedgerError) in
      guard subject.kind == .action else { return }
      for index in days.indices {
        found[index] = nil
        moves[index] = none
      }
      var isDamaged = false
      try walk.showAll(cursor) { block in
        guard let count = FactBlock.count(block) else { return isDamaged = true }
        forEachLast(.added, block, count, days) { index, _ in found[index] = .planned }
        forEachLast(.running, block, count, days) { index, row in
          moves[index].take(block, row)
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
    mutating func take(_ block: Span<UInt8>, _ row: Int) {
      let (day, position) = (FactBlock.day(block, row), FactBlock.position(block, row))
      guard type == 0 || (self.day, self.position) < (day, position) else { return }
      (type, self.day, self.position) = (FactBlock.type(block, row), day, position)
    }
  }

  /// Tells of each day the last live row of a line in a block, where there is one.
  private func forEachLast(
    _ line: FactLine, _ block: Span<UInt8>, _ count: Int, _ days: [Day], _ body: (Int, Int) -> Void
  ) {
    let start = FactBlock.end(block, count, through: FactRow.place(line.rawValue, .min) - 1)
    let end = FactBlock.end(block, count, through: FactRow.place(line.rawValue, .max))
    if start == end { return }
    for place in days.indices {
      let day = FactRow.place(line.rawValue, days[place].number)
      var index = min(end, FactBlock.end(block, count, through: day)) - 1
      while index >= start, !FactBlock.isLive(block, index, at: point.position) { index -= 1 }
      if index >= start { body(place, index) }
    }
  }
}
