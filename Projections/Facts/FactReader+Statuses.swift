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
    var moved = [UInt8](repeating: 0, count: days.count)
    try forEachStream(under: prefix, transaction) { subject, cursor throws(LedgerError) in
      guard subject.kind == .action else { return }
      for index in days.indices {
        found[index] = nil
        moved[index] = 0
      }
      let head = try head(cursor)
      try walk(head, cursor) { block in
        guard let count = FactBlock.count(block) else { return }
        forEachLast(.added, block, count, days) { index, _ in found[index] = .planned }
        forEachLast(.running, block, count, days) { index, type in moved[index] = type }
      }
      for index in days.indices where found[index] != nil && moved[index] != 0 {
        guard let type = EventType(rawValue: UInt16(moved[index])),
          let status = RunningStatus(after: type)
        else { throw FactReader.damaged }
        found[index] = status
      }
      visit(found)
    }
  }

  /// Tells of each day the type of the last live row of a line in a block, where there is one.
  private func forEachLast(
    _ line: FactLine, _ block: Span<UInt8>, _ count: Int, _ days: [Day],
    _ body: (Int, UInt8) -> Void
  ) {
    let start = FactBlock.end(block, count, through: FactRow.place(line.rawValue, .min) - 1)
    let end = FactBlock.end(block, count, through: FactRow.place(line.rawValue, .max))
    if start == end { return }
    for place in days.indices {
      let day = FactRow.place(line.rawValue, days[place].number)
      var index = min(end, FactBlock.end(block, count, through: day)) - 1
      while index >= start, !FactBlock.isLive(block, index, at: point.position) { index -= 1 }
      if index >= start { body(place, FactBlock.type(block, index)) }
    }
  }
}
