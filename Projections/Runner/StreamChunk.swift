internal import EventStore
internal import Events
internal import LMDB

/// Some streams, one behind the other by their names, of whose records facts are made.
///
/// Several threads do so, each for a part of the streams, of which it has one's facts at a time.
struct StreamChunk: Sendable {
  /// Streams behind one name, through another.
  private struct Names {
    let after: [UInt8]
    var last: [UInt8]
  }

  private let parts: [Names]
  /// Whether no stream follows.
  let isLast: Bool
  private let position: UInt64
  private let records: FoundRecords
  private let readers: Readers

  /// How many events a thread takes at once.
  static var partSize: Int { 10_000 }

  /// The streams behind a name, with their events through a position, as far as their records were found.
  ///
  /// - Parameters:
  ///   - limit: how many events they have at most, but for one stream that has more.
  ///   - readers: who reads them.
  init(
    after name: [UInt8], through position: UInt64, atMost limit: Int, of records: FoundRecords,
    _ readers: Readers
  ) throws(LedgerError) {
    (self.position, self.records, self.readers) = (position, records, readers)
    var (parts, isLast, all, own) = ([Names(after: name, last: name)], true, 0, 0)
    try readers.snapshot.forEachName(after: name) { name, events throws(LedgerError) in
      isLast = all == 0 || all + events <= limit
      if let end = records.last, end.lexicographicallyPrecedes(name) { isLast = false }
      if !isLast { return false }
      if own >= Self.partSize {
        parts.append(Names(after: parts[parts.count - 1].last, last: name))
        own = 0
      }
      parts[parts.count - 1].last = name
      all += events
      own += events
      return true
    }
    (self.parts, self.isLast) = (parts, isLast)
  }

  /// Whether a stream follows whose records were found.
  var isRestFound: Bool { !isLast && records.last.map { $0 != last } ?? true }

  /// The last one's name; the name behind which they begin where there is none.
  var last: [UInt8] { parts[parts.count - 1].last }

  /// Makes something of each part, several at once; one part at least, and no stream is in two.
  ///
  /// - Parameters:
  ///   - tell: told now and then of how many events facts were made.
  ///   - make: given what shows it the facts of the part's streams, in their order.
  /// - Returns: what was made, in the order of the streams, and how many events they have.
  /// - Throws: `damaged`, with the position of a record that does not decode.
  func make<Made: Sendable>(
    _ tell: (Int) -> Void,
    _ make:
      @escaping @Sendable (
        _ forEach: ((StreamFacts) throws(LedgerError) -> Void) throws(LedgerError) -> Void
      ) throws(LedgerError) -> Made
  ) throws(LedgerError) -> (made: [Made], events: Int) {
    let looked = SharedCount()
    let made = try readers.make(parts.count) {
      tell(looked.value)
    } _: { part, snapshot throws(LedgerError) in
      try make { visit throws(LedgerError) in
        try forEach(parts[part], snapshot) { facts throws(LedgerError) in
          try visit(facts)
          looked.add(facts.events)
          return true
        }
      }
    }
    return (made, looked.value)
  }

  /// Shows what is made of each stream's records, until the closure ends it; returns whether it did
  /// not.
  ///
  /// - Throws: `damaged`, with the position of a record that does not decode.
  func forEach(
    _ visit: (StreamFacts) throws(LedgerError) -> Bool
  ) throws(LedgerError) -> Bool {
    var goesOn = true
    for part in parts where goesOn {
      try forEach(part, readers.snapshot) { facts throws(LedgerError) in
        goesOn = try visit(facts)
        return goesOn
      }
    }
    return goesOn
  }

  private func forEach(
    _ names: Names, _ snapshot: Snapshot,
    _ visit: (StreamFacts) throws(LedgerError) -> Bool
  ) throws(LedgerError) {
    var facts = StreamFacts()
    try snapshot.forEachStream(after: names.after, through: position) {
      name, positions throws(LedgerError) in
      if names.last.lexicographicallyPrecedes(name) { return false }
      guard let places = records.places(of: positions) else {
        throw .damaged(position: nil, reason: "an entry of no position in the streams' index")
      }
      facts.begin(name)
      if let (index, error) = take(places, into: &facts) {
        throw .damaged(position: positions[index], reason: error.damage)
      }
      try facts.finish { index, visit in records.values.show(places[index], visit) }
      return try visit(facts)
    }
  }

  /// Takes in the records of a stream; returns the number of one that does not decode, and why.
  private func take(
    _ places: [Int], into facts: inout StreamFacts
  ) -> (index: Int, error: EventError)? {
    // Asked for each record: an error is a large value to look into.
    var isSound = true
    var failure: EventError?
    // So many at once as stay near.
    for first in stride(from: 0, to: places.count, by: 256) {
      let some = first..<min(first + 256, places.count)
      records.values.bringNear(places[some])
      for index in some {
        records.values.show(places[index]) { record in
          do throws(EventError) {
            try facts.take(record)
          } catch {
            isSound = false
            failure = error
          }
        }
        if !isSound, let failure { return (index, failure) }
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
}

extension Snapshot {
  /// Shows the streams behind a name, in the order of their names, with the positions of their events
  /// through one.
  func forEachStream(
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

  /// Shows the names of the streams behind one, in their order, each with how many events it has now:
  /// leaping from one to the next.
  fileprivate func forEachName(
    after last: [UInt8],
    _ visit: (_ name: [UInt8], _ events: Int) throws(LedgerError) -> Bool
  ) throws(LedgerError) {
    try transaction.withCursor(ledger.databases.streams) { cursor throws(LedgerError) in
      var name = last
      while true {
        let isThere = try FactReader.moving { () throws(LMDBError) in
          name.isEmpty ? try cursor.first() : try cursor.seek(toFirstAtOrAfter: name + [1])
        }
        guard isThere else { return }
        name = try cursor.nameOfStream().name
        // Its last entry has its last event's number (`docs/file-format.md`).
        _ = try FactReader.moving { () throws(LMDBError) in
          try cursor.seek(toLastBefore: name + [1])
        }
        if try !visit(name, try cursor.nameOfStream().number) { return }
      }
    }
  }
}

extension Cursor {
  /// The name of the stream at whose entry the cursor stands, and the number of the entry's event.
  fileprivate func nameOfStream() throws(LedgerError) -> (name: [UInt8], number: Int) {
    var found: (name: [UInt8], number: Int)?
    _ = show { key, _ in
      guard key.count > 9, key[key.count - 9] == 0 else { return }
      let number = FactBlock.number(key, key.count - 8).byteSwapped
      // No ledger has as many: what a damaged index says is added to others.
      found = (key.extracting(0..<(key.count - 9)).copied, Int(min(number, 1 << 40)))
    }
    guard let found else {
      throw .damaged(position: nil, reason: "an entry of no stream in the streams' index")
    }
    return found
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
