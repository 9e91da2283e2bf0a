internal import EventStore
internal import Events

/// All rows of one stream, made of its records: what a rebuild writes, and what verification compares
/// with.
struct StreamFacts {
  /// The stream's name, as the index has it.
  private(set) var name: [UInt8] = []
  var rows = FactRows()
  var head = StreamHead()
  /// The streams that its events name, each with the position from which on.
  private(set) var references: [StreamID: UInt64] = [:]
  /// The names of its events, in their order.
  private(set) var ids: [EventID] = []
  /// Those about others, each with its place among all.
  private(set) var abouts: [(place: Int, event: RecordedEvent)] = []
  private var knownSubject: StreamID?

  /// How many events there are.
  var events: Int { ids.count }

  /// Shows the record of an event by its place in the stream.
  typealias Records = (_ place: Int, _ visit: (Span<UInt8>) -> Void) -> Void

  /// Facts of no event yet of a stream; what room there is stays.
  mutating func begin(_ name: [UInt8]) {
    self.name = name
    rows.removeAll()
    head = StreamHead()
    references.removeAll(keepingCapacity: true)
    ids.removeAll(keepingCapacity: true)
    abouts.removeAll(keepingCapacity: true)
    knownSubject = nil
  }

  /// Takes in the stream's next record.
  ///
  /// - Throws: what is wrong with the record; as `LedgerError`, which is large, it would be moved for
  ///   each record that nothing is wrong with.
  mutating func take(_ record: Span<UInt8>) throws(EventError) {
    let sketch = try RecordSketch(of: record)
    guard record.extracting(sketch.subject).isSame(as: name.span) else {
      throw .corrupt(reason: "it stands on another stream than the streams' index says")
    }
    ids.append(sketch.id)
    _ = try Statement.add(record, sketch, to: &rows, from: sketch.position)
    if sketch.type == .eventCorrected || sketch.type == .eventRetracted {
      let event = try RecordCodec.decode(record.copied, texts: nil, on: try subject())
      abouts.append((ids.count - 1, event))
      try note(event.event.data, from: sketch.position)
    } else if sketch.type.namesStreams {
      let data =
        if sketch.isCurrent {
          try RecordCodec.data(
            sketch.type, body: record.extracting(sketch.bodyStart..<record.count).copied)
        } else {
          try RecordCodec.decode(record.copied, texts: nil, on: try subject()).event.data
        }
      try note(data, from: sketch.position)
    }
  }

  private mutating func note(_ data: EventData, from position: UInt64) throws(EventError) {
    for (_, named) in data.references(on: try subject()) where references[named] == nil {
      references[named] = position
    }
  }

  /// The stream, by its name: read once, and only where it is asked for.
  mutating func subject() throws(EventError) -> StreamID {
    if let knownSubject { return knownSubject }
    let subject = try StreamID(parsing: String(decoding: name, as: UTF8.self))
    knownSubject = subject
    return subject
  }

  /// Makes of what was taken in what is stored.
  ///
  /// - Throws: `damaged`, with the position of a record that does not decode.
  mutating func finish(_ records: Records) throws(LedgerError) {
    if !abouts.isEmpty {
      try revise(records)
    } else {
      // Nothing ends: a day counts where it is before all days so far.
      for row in rows.rows where row.isCounted { note(row) }
    }
    rows.sort()
  }

  private mutating func note(_ row: FactRow) {
    let provenance = row.attributes & 3
    if row.day < head.firstDay(of: provenance) {
      head.set(firstDay: row.day, of: provenance, from: row.from)
    }
  }

  /// Goes through what begins and ends by position, and says what the first days are from there on.
  ///
  /// - Parameter plain: how many rows were added in the order in which they begin.
  mutating func noteChanges(behind plain: Int) {
    var changes: [(position: UInt64, isEnd: Bool, index: Int)] = []
    for index in rows.rows.indices where rows.rows[index].isCounted {
      let row = rows.rows[index]
      if index >= plain { changes.append((row.from, false, index)) }
      if row.until != FactRow.forever { changes.append((row.until, true, index)) }
    }
    changes.sort { $0.position != $1.position ? $0.position < $1.position : !$0.isEnd && $1.isEnd }
    var next = 0
    for index in 0..<plain where rows.rows[index].isCounted {
      let row = rows.rows[index]
      // What begins at a position does so before anything ends there.
      while next < changes.count, changes[next].position < row.from {
        note(changes[next])
        next += 1
      }
      note(row)
    }
    for change in changes[next...] { note(change) }
  }

  private mutating func note(_ change: (position: UInt64, isEnd: Bool, index: Int)) {
    let row = rows.rows[change.index]
    if !change.isEnd {
      note(row)
    } else if head.firstDay(of: row.attributes & 3) == row.day {
      // Nothing that stands now was on an earlier day than this, which was the first.
      let day = rows.firstDay(of: row.attributes & 3, at: change.position, notBefore: row.day)
      head.set(firstDay: day, of: row.attributes & 3, from: change.position)
    }
  }
}

extension FactRow {
  /// Whether it counts among the events that a state rests on.
  var isCounted: Bool {
    line < FactLine.about.rawValue && line != FactLine.coarse.rawValue
      && line != FactLine.open.rawValue
  }
}

extension FactRows {
  /// The first day of a row of a class of provenance that stands at a position.
  ///
  /// - Parameter least: none is on an earlier day.
  func firstDay(
    of provenance: UInt8, at position: UInt64, notBefore least: Int32 = .min
  ) -> Int32 {
    var first = StreamHead.ProvenanceStep.never
    for row in rows
    where row.day < first && row.attributes & 3 == provenance && row.isCounted
      && row.isLive(at: position)
    {
      first = row.day
      if first <= least { break }
    }
    return first
  }
}

extension StreamFacts {
  /// The keys of what the stream's events name, each with its position, in no order.
  var namedKeys: [(key: [UInt8], position: UInt64)] {
    references.map { named, position in (StreamReference.key(named, by: name), position) }
  }

  /// Appends the entries of a stream written anew: its head, then its blocks.
  ///
  /// - Parameter most: how full the blocks are; what is left is room for what comes.
  func append(to entries: inout EntryList, atMost most: Int = 1650) {
    if rows.isEmpty { return }
    let key = FactKey.head(name)
    let ranges = FactBlock.division(rows, atMost: most)
    var head = head
    for (number, range) in ranges.enumerated() {
      head.blocks.append(rows.entry(range, number: UInt32(number)))
    }
    entries.append(key, head.bytes(under: key))
    for (number, range) in ranges.enumerated() {
      let own = FactKey.block(key, UInt32(number))
      entries.append(own, FactBlock.bytes(rows, range, under: own))
    }
  }
}

extension FactRows {
  /// What a head says of the block that some rows make.
  func entry(_ range: Range<Int>, number: UInt32) -> StreamHead.BlockEntry {
    let first = rows[range.lowerBound]
    var entry = StreamHead.BlockEntry(
      line: first.line, day: first.day, position: first.position, from: first.from,
      number: number, least: first.from, last: 0)
    for row in rows[range] {
      entry.least = min(entry.least, row.from)
      entry.last = max(entry.last, row.until)
    }
    return entry
  }
}
