internal import EventStore
internal import Events
internal import LMDB

/// Some streams, one behind the other by their names, with where their records stand.
///
/// The records are sought in the order of their positions, for so they share pages, and looked at
/// stream by stream: of one stream at a time are facts made.
struct StreamChunk: Sendable {
  private var names: [[UInt8]] = []
  /// Whether no stream follows.
  private(set) var isLast = true
  private let ledger: Ledger
  /// Where the events of each stream end among all of them, stream by stream.
  private var ends: [Int] = []
  private let records: FoundValues

  /// How many events the streams have.
  var count: Int { ends.last ?? 0 }

  /// The most events that streams beside one another may have.
  static var most: Int { PositionOrder.most }

  /// The streams behind a name, with their events through a position.
  ///
  /// - Parameters:
  ///   - limit: how many events they have at most, but for one stream that has more.
  ///   - tell: told now and then how many records were sought.
  /// - Throws: `damaged`, with the position of a record that is missing.
  init(
    after name: [UInt8], through position: UInt64, atMost limit: Int, _ snapshot: Snapshot,
    _ tell: (Int) -> Void
  ) throws(LedgerError) {
    ledger = snapshot.ledger
    var (names, ends, positions): ([[UInt8]], [Int], PositionOrder) = ([], [], PositionOrder())
    var isLast = true
    let most = min(limit, Self.most)
    positions.reserveCapacity(min(most, Int(clamping: position)))
    try snapshot.forEachStream(after: name, through: position) { name, own throws(LedgerError) in
      // One stream at least, however long.
      if !names.isEmpty, positions.count + own.count > most {
        isLast = false
        return false
      }
      names.append(name)
      positions.append(own)
      ends.append(positions.count)
      return true
    }
    guard positions.sort() else {
      throw .damaged(position: nil, reason: "a stream of too many events, and not in their order")
    }
    records = try ledger.records(at: positions, tell)
    (self.names, self.ends, self.isLast) = (names, ends, isLast)
  }

  /// The streams in parts that can be made facts of beside one another, each of so many events or
  /// somewhat more, but for the last.
  func parts(ofEvents least: Int) -> [Part] {
    var parts: [Part] = []
    var first = 0
    for last in names.indices where ends[last] - start(first) >= least {
      parts.append(part(first..<(last + 1)))
      first = last + 1
    }
    if first < names.count || parts.isEmpty { parts.append(part(first..<names.count)) }
    return parts
  }

  /// All of them as one part.
  var whole: Part { part(names.indices) }

  /// So many events are a part where several are made facts of at once.
  static var eventsAPart: Int { 10_000 }

  /// Some of the streams, one behind the other.
  struct Part: Sendable {
    let streams: Range<Int>
    /// How many events they have.
    let events: Int
    /// The last one's name.
    let last: [UInt8]
  }

  private func part(_ streams: Range<Int>) -> Part {
    Part(
      streams: streams, events: start(streams.upperBound) - start(streams.lowerBound),
      last: streams.isEmpty ? [] : names[streams.upperBound - 1])
  }

  /// Where the events of a stream begin among all of them.
  private func start(_ stream: Int) -> Int { stream == 0 ? 0 : ends[stream - 1] }

  /// Shows what is made of the records of each stream of a part, until the closure ends it; returns
  /// whether it did not. Each thread may be at a part of its own.
  ///
  /// - Throws: `damaged`, with the position of a record that does not decode.
  @discardableResult
  func forEach(
    in part: Part,
    _ visit: (_ name: [UInt8], _ facts: StreamFacts, _ events: Int) throws(LedgerError) -> Bool
  ) throws(LedgerError) -> Bool {
    let snapshot = try ledger.snapshot()
    var facts = StreamFacts()
    for stream in part.streams {
      let (name, events) = (names[stream], start(stream)..<ends[stream])
      facts.removeAll()
      if let (place, error) = take(events, of: name, into: &facts) {
        throw .damaged(
          position: try position(at: place, ofEvent: place - events.lowerBound, on: name, snapshot),
          reason: error.damage)
      }
      try facts.finish(ledger.databases, snapshot.transaction)
      guard try visit(name, facts, events.count) else { return false }
    }
    return true
  }

  /// The position of an event whose record is not as it should be: by the index, or as the record says.
  private func position(
    at place: Int, ofEvent index: Int, on name: [UInt8], _ snapshot: Snapshot
  ) throws(LedgerError) -> UInt64? {
    if let known = try snapshot.position(ofEvent: index, on: name) { return known }
    var position: UInt64?
    records.show(place) { record in
      position = (try? RecordSketch(of: record))?.position
    }
    return position
  }

  /// Takes in the records of a stream; returns the place of one that does not decode, and why.
  private func take(
    _ range: Range<Int>, of name: [UInt8], into facts: inout StreamFacts
  ) -> (place: Int, error: EventError)? {
    // So many at once as stay near.
    for first in stride(from: range.lowerBound, to: range.upperBound, by: 256) {
      let some = first..<min(first + 256, range.upperBound)
      records.bringNear(some)
      for place in some {
        var failure: EventError?
        records.show(place) { record in
          do throws(EventError) {
            try facts.take(record, of: name)
          } catch {
            failure = error
          }
        }
        if let failure { return (place, failure) }
      }
    }
    return nil
  }
}

extension Snapshot {
  /// Holds the records of a stream to the tree.
  ///
  /// - Throws: `damaged`, with the position of one that was changed.
  func checkRecords(of subject: StreamID) throws(LedgerError) {
    var positions: [UInt64] = []
    try view.positions(of: subject, .forward, transaction) { position throws(LedgerError) in
      positions.append(position)
      return true
    }
    try view.check(recordsAt: positions, transaction)
  }

  /// The position of a stream's event by its number, from 0.
  fileprivate func position(
    ofEvent index: Int, on name: [UInt8]
  ) throws(LedgerError) -> UInt64? {
    // A stream's events are counted from 1 (`docs/file-format.md`).
    let key = name + [0] + RecordsByPosition.key(UInt64(index + 1))
    return try transaction.lookUp(ledger.databases.streams, key).map { value in
      value.reduce(0) { $0 << 8 | UInt64($1) }
    }
  }
}

extension Ledger {
  /// Where the records of some positions stand, by their places in the list.
  ///
  /// - Throws: `damaged`, with the position of a record that is missing.
  fileprivate func records(
    at positions: PositionOrder, _ tell: (Int) -> Void
  ) throws(LedgerError) -> FoundValues {
    let records: FoundValues
    do throws(LMDBError) {
      records = try FoundValues(count: positions.count, in: environment)
    } catch {
      throw LedgerError(error)
    }
    let (size, sought) = (Self.soughtAtOnce, SharedCount())
    _ = try concurrently((positions.count + size - 1) / size) {
      tell(sought.value)
    } _: { part throws(LedgerError) in
      let range = (part * size)..<min((part + 1) * size, positions.count)
      try self.snapshot().find(positions, range, records)
      sought.add(range.count)
    }
    return records
  }

  private static var soughtAtOnce: Int { 20_000 }
}

extension Snapshot {
  /// Notes where the records of some positions stand.
  fileprivate func find(
    _ positions: PositionOrder, _ range: Range<Int>, _ records: FoundValues
  ) throws(LedgerError) {
    try transaction.withCursor(ledger.databases.records) { cursor throws(LedgerError) in
      var last: UInt64 = 0
      for index in range {
        let (position, place) = positions[index]
        guard try cursor.go(to: position, from: last) else {
          throw .damaged(position: position, reason: "its record is missing")
        }
        records.note(cursor, at: place)
        last = position
      }
    }
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
        if isAt(position) { return true }
      }
      return try seek(to: RecordsByPosition.key(position).span)
    } catch {
      throw LedgerError(error)
    }
  }

  private func isAt(_ position: UInt64) -> Bool {
    var isAt = false
    _ = show { key, _ in
      isAt = key.count == 8 && FactBlock.number(key, 0).byteSwapped == position
    }
    return isAt
  }
}

extension Snapshot {
  /// Shows the streams behind a name, in the order of their names, with the positions of their events
  /// through one.
  fileprivate func forEachStream(
    after last: [UInt8], through position: UInt64,
    _ visit: (_ name: [UInt8], _ positions: [UInt64]) throws(LedgerError) -> Bool
  ) throws(LedgerError) {
    try transaction.withCursor(ledger.databases.streams) { cursor throws(LedgerError) in
      var stream = StreamPositions(through: position)
      var isThere = try FactReader.moving { () throws(LMDBError) in
        last.isEmpty ? try cursor.first() : try cursor.seek(toFirstAtOrAfter: last + [1])
      }
      while isThere {
        stream.begin(cursor)
        repeat {
          guard stream.take(cursor) else { break }
          isThere = try FactReader.moving { () throws(LMDBError) in try cursor.next() }
        } while isThere
        if stream.isDamaged {
          throw .damaged(position: nil, reason: "an entry of no stream in the streams' index")
        }
        if !stream.positions.isEmpty, try !visit(stream.name, stream.positions) { return }
      }
    }
  }
}

extension EventError {
  /// What is wrong with a record, in words where there are some.
  fileprivate var damage: String {
    if case .corrupt(let reason) = self { reason } else { "\(self)" }
  }
}

/// The positions of one stream's events, as the streams' index has them.
private struct StreamPositions {
  private(set) var name: [UInt8] = []
  private(set) var positions: [UInt64] = []
  private(set) var isDamaged = false
  private let last: UInt64

  init(through last: UInt64) { self.last = last }

  /// Begins with the stream of the entry where a cursor stands.
  mutating func begin(_ cursor: borrowing Cursor) {
    positions.removeAll(keepingCapacity: true)
    _ = cursor.show { key, value in
      guard key.count > 9, key[key.count - 9] == 0, value.count == 8 else {
        isDamaged = true
        return
      }
      name = key.extracting(0..<(key.count - 9)).copied
    }
  }

  /// Takes the entry where a cursor stands; returns whether it is of the stream.
  mutating func take(_ cursor: borrowing Cursor) -> Bool {
    var isOwn = false
    _ = cursor.show { key, value in
      isOwn =
        key.count == name.count + 9 && value.count == 8 && key[name.count] == 0
        && key.extracting(first: name.count).isSame(as: name.span)
      let position = isOwn ? FactBlock.number(value, 0).byteSwapped : .max
      if position > last { return }
      if let before = positions.last, position <= before { isDamaged = true }
      positions.append(position)
    }
    return isOwn
  }
}
