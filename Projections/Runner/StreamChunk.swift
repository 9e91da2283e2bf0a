internal import EventStore
internal import Events
internal import LMDB

/// Some streams, one behind the other by their names, with where their records stand.
///
/// The records are sought in the order of their positions, for so they share pages, and looked at
/// stream by stream: of one stream at a time are facts made. Several threads do both, each a part.
struct StreamChunk: Sendable {
  private var names: [[UInt8]] = []
  /// Whether no stream follows.
  private(set) var isLast = true
  private let readers: Readers
  /// How many events a thread takes at once.
  private let partSize: Int
  /// Where the events of each stream end among all of them, stream by stream.
  private var ends: [Int] = []

  /// How many events the streams have.
  var count: Int { ends.last ?? 0 }
  /// The last one's name; empty where there is none.
  var last: [UInt8] { names.last ?? [] }

  /// The most events that streams beside one another may have.
  static var most: Int { PositionOrder.most }
  /// How many events a thread takes at once where nothing else is said.
  static var partSize: Int { 10_000 }

  /// The streams behind a name, with their events through a position.
  ///
  /// - Parameters:
  ///   - limit: how many events they have at most, but for one stream that has more.
  ///   - readers: who reads them; what they found before is forgotten.
  ///   - tell: told now and then how many records were sought.
  /// - Throws: `damaged`, with the position of a record that is missing.
  init(
    after name: [UInt8], through position: UInt64, atMost limit: Int,
    inPartsOf partSize: Int = Self.partSize, _ readers: Readers, _ tell: (Int) -> Void
  ) throws(LedgerError) {
    self.readers = readers
    self.partSize = min(partSize, Self.partSize)
    var (names, ends, positions): ([[UInt8]], [Int], PositionOrder) = ([], [], PositionOrder())
    var isLast = true
    let most = min(limit, Self.most)
    positions.reserveCapacity(min(most, Int(clamping: position)))
    try readers.snapshot.forEachStream(after: name, through: position) {
      name, own throws(LedgerError) in
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
    try readers.find(positions, inPartsOf: self.partSize, tell)
    (self.names, self.ends, self.isLast) = (names, ends, isLast)
  }

  /// What was made of some of the streams, one behind the other.
  struct Part<Made> {
    /// How many events they have.
    let events: Int
    /// The last one's name; empty where there is none.
    let last: [UInt8]
    let made: Made
  }

  /// Makes something of each part, several at once; one part at least, and no stream is in two.
  ///
  /// - Parameters:
  ///   - tell: told now and then of how many events facts were made.
  ///   - make: given what shows it the facts of the part's streams, in their order.
  /// - Throws: `damaged`, with the position of a record that does not decode.
  func make<Made: Sendable>(
    _ tell: (Int) -> Void,
    _ make:
      @escaping @Sendable (
        _ forEach: ((StreamFacts) throws(LedgerError) -> Void) throws(LedgerError) -> Void
      ) throws(LedgerError) -> Made
  ) throws(LedgerError) -> [Part<Made>] {
    let (parts, looked) = (parts, SharedCount())
    let made = try readers.make(parts.count) {
      tell(looked.value)
    } _: { part, snapshot throws(LedgerError) in
      try make { visit throws(LedgerError) in
        try forEach(in: parts[part], snapshot) { facts, events throws(LedgerError) in
          try visit(facts)
          looked.add(events)
          return true
        }
      }
    }
    return zip(parts, made).map { streams, made in
      Part(
        events: start(streams.upperBound) - start(streams.lowerBound),
        last: streams.isEmpty ? [] : names[streams.upperBound - 1], made: made)
    }
  }

  /// Shows what is made of each stream's records, until the closure ends it; returns whether it did
  /// not.
  ///
  /// - Throws: `damaged`, with the position of a record that does not decode.
  func forEach(
    _ visit: (StreamFacts) throws(LedgerError) -> Bool
  ) throws(LedgerError) -> Bool {
    try forEach(in: names.indices, readers.snapshot) { facts, _ throws(LedgerError) in
      try visit(facts)
    }
  }

  /// The streams in ranges of so many events or somewhat more, but for the last.
  private var parts: [Range<Int>] {
    var parts: [Range<Int>] = []
    var first = 0
    for next in names.indices.map({ $0 + 1 }) where start(next) - start(first) >= partSize {
      parts.append(first..<next)
      first = next
    }
    if first < names.count || parts.isEmpty { parts.append(first..<names.count) }
    return parts
  }

  /// Where the events of a stream begin among all of them.
  private func start(_ stream: Int) -> Int { stream == 0 ? 0 : ends[stream - 1] }

  @discardableResult
  private func forEach(
    in streams: Range<Int>, _ snapshot: Snapshot,
    _ visit: (StreamFacts, _ events: Int) throws(LedgerError) -> Bool
  ) throws(LedgerError) -> Bool {
    var facts = StreamFacts()
    for stream in streams {
      let (name, events) = (names[stream], start(stream)..<ends[stream])
      facts.begin(name)
      if let (place, error) = take(events, into: &facts) {
        throw .damaged(
          position: try position(at: place, ofEvent: place - events.lowerBound, on: name, snapshot),
          reason: error.damage)
      }
      try facts.finish { place, visit in readers.found.show(events.lowerBound + place, visit) }
      guard try visit(facts, events.count) else { return false }
    }
    return true
  }

  /// The position of an event whose record is not as it should be: by the index, or as the record says.
  private func position(
    at place: Int, ofEvent index: Int, on name: [UInt8], _ snapshot: Snapshot
  ) throws(LedgerError) -> UInt64? {
    if let known = try snapshot.position(ofEvent: index, on: name) { return known }
    var position: UInt64?
    readers.found.show(place) { record in
      position = (try? RecordSketch(of: record))?.position
    }
    return position
  }

  /// Takes in the records of a stream; returns the place of one that does not decode, and why.
  private func take(
    _ range: Range<Int>, into facts: inout StreamFacts
  ) -> (place: Int, error: EventError)? {
    // Asked for each record: an error is a large value to look into.
    var isSound = true
    var failure: EventError?
    // So many at once as stay near.
    for first in stride(from: range.lowerBound, to: range.upperBound, by: 256) {
      let some = first..<min(first + 256, range.upperBound)
      readers.found.bringNear(some)
      for place in some {
        readers.found.show(place) { record in
          do throws(EventError) {
            try facts.take(record)
          } catch {
            isSound = false
            failure = error
          }
        }
        if !isSound, let failure { return (place, failure) }
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

extension Readers {
  /// Finds where the records of some positions stand, and notes it by their places in the list.
  ///
  /// - Throws: `damaged`, with the position of a record that is missing.
  fileprivate func find(
    _ positions: PositionOrder, inPartsOf size: Int, _ tell: (Int) -> Void
  ) throws(LedgerError) {
    found.removeAll(makingRoomFor: positions.count)
    let sought = SharedCount()
    _ = try make((positions.count + size - 1) / size) {
      tell(sought.value)
    } _: { part, snapshot throws(LedgerError) in
      let range = (part * size)..<min((part + 1) * size, positions.count)
      try snapshot.find(positions, range, self.found)
      sought.add(range.count)
    }
  }
}

extension Snapshot {
  /// Notes where the records of some positions stand.
  fileprivate func find(
    _ positions: PositionOrder, _ range: Range<Int>, _ found: FoundValues
  ) throws(LedgerError) {
    try transaction.withCursor(ledger.databases.records) { cursor throws(LedgerError) in
      let notes = found.notes(of: cursor)
      var last: UInt64 = 0
      for index in range {
        let (position, place) = positions[index]
        guard try cursor.go(to: position, from: last) else {
          throw .damaged(position: position, reason: "its record is missing")
        }
        notes.note(cursor, at: place)
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
        if isAt(number: position) { return true }
      }
      return try seek(toNumber: position)
    } catch {
      throw LedgerError(error)
    }
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
