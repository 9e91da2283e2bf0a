internal import EventStore
internal import Events
internal import LMDB

/// Where the records of streams stand that follow one another by their names: found in one walk in the
/// order of positions, for so they share pages, to be looked at stream by stream.
///
/// They are those of all streams, or of as many as there is room for. Only within a `use` of the values
/// are there any.
final class FoundRecords: Sendable {
  /// The records by their places.
  let values: FoundValues
  private let positions: PositionSet
  /// The last stream's name; `nil` where no stream follows.
  let last: [UInt8]?

  /// How many positions a thread walks over at once.
  private static var partSize: UInt64 { 50_000 }

  /// The records of the streams behind a name, with their positions through one.
  ///
  /// - Parameters:
  ///   - most: how many there are at most, but for one stream that has more.
  ///   - values: where they are noted; what was noted before is forgotten.
  ///   - readers: who finds them; their snapshots were begun after the values.
  ///   - tell: told now and then how many records were walked over.
  /// - Throws: `damaged`, with the position of a record that is missing.
  /// - Complexity: O(records through the position), however many of them are these streams'.
  init(
    after name: [UInt8], through position: UInt64, atMost most: Int, in values: FoundValues,
    _ readers: Readers, _ tell: (UInt64) -> Void
  ) throws(LedgerError) {
    self.values = values
    if position <= UInt64(most) {
      (positions, last) = (PositionSet(allThrough: position), nil)
    } else {
      var (taken, last, isLast) = (0, name, true)
      positions = try PositionSet(through: position) { add throws(LedgerError) in
        try readers.snapshot.forEachStream(after: name, through: position) {
          name, own throws(LedgerError) in
          isLast = taken == 0 || taken + own.count <= most
          if !isLast { return false }
          own.forEach(add)
          (taken, last) = (taken + own.count, name)
          return true
        }
      }
      self.last = isLast ? nil : last
    }
    values.removeAll(makingRoomFor: positions.count)
    let (end, walked) = (positions.last, SharedCount())
    _ = try readers.make(Int((end + Self.partSize - 1) / Self.partSize)) {
      tell(UInt64(walked.value))
    } _: { part, snapshot throws(LedgerError) in
      let first = UInt64(part) * Self.partSize + 1
      let last = min(first + Self.partSize - 1, end)
      try self.find(first...last, snapshot)
      walked.add(Int(last - first) + 1)
    }
  }

  private func find(
    _ range: ClosedRange<UInt64>, _ snapshot: Snapshot
  ) throws(LedgerError) {
    let records = snapshot.ledger.databases.records
    try snapshot.transaction.withCursor(records) { cursor throws(LedgerError) in
      let notes = values.notes(of: cursor)
      var last: UInt64 = 0
      for position in range {
        guard let place = positions.place(of: position) else { continue }
        guard try cursor.go(to: position, from: last) else {
          throw .damaged(position: position, reason: "its record is missing")
        }
        notes.note(cursor, at: place)
        last = position
      }
    }
  }

  /// How far a work has come, in events: one whose record was found and that is still to be looked at
  /// counts a tenth, about as much as it takes of the time.
  static func progress(done: UInt64, found: UInt64) -> UInt64 { done + found / 10 }

  /// The places of positions among the records; `nil` where one is not among them.
  func places(of positions: [UInt64]) -> [Int]? {
    var places: [Int] = []
    places.reserveCapacity(positions.count)
    for position in positions {
      guard let place = self.positions.place(of: position) else { return nil }
      places.append(place)
    }
    return places
  }
}

extension Cursor {
  /// Nearer records are stepped to: to seek one costs as much as so many steps.
  private static var mostSteps: UInt64 { 6 }

  /// Goes to the record of a position, from where it stands at an earlier one, or nowhere (0).
  fileprivate func go(to position: UInt64, from last: UInt64) throws(LedgerError) -> Bool {
    do throws(LMDBError) {
      // Positions have no gap: so many steps on stands the record that is meant.
      if last > 0, position - last <= Self.mostSteps {
        for _ in last..<position where try !next() { break }
        if isAt(number: position) { return true }
      }
      return try seek(toNumber: position)
    } catch {
      throw LedgerError(error)
    }
  }
}

extension FoundValues {
  /// Room for no record of a ledger yet.
  convenience init(of ledger: Ledger) throws(LedgerError) {
    do throws(LMDBError) {
      try self.init(in: ledger.environment)
    } catch {
      throw LedgerError(error)
    }
  }
}
