internal import EventStore
internal import Events
internal import LMDB

/// All rows of one stream, made of its records: what a rebuild writes, and what verification compares
/// with.
struct StreamFacts {
  var rows = FactRows()
  var head = StreamHead()
  /// The streams that its events name, each with the position from which on.
  private(set) var references: [StreamID: UInt64] = [:]
  private var abouts: [RecordedEvent] = []

  /// Facts of no event yet, for another stream; what room there is stays.
  mutating func removeAll() {
    rows.removeAll()
    head = StreamHead()
    references.removeAll(keepingCapacity: true)
    abouts.removeAll(keepingCapacity: true)
  }

  /// Takes in the stream's next record, by the stream's name in the index.
  ///
  /// - Throws: what is wrong with the record; as `LedgerError`, which is large, it would be moved for
  ///   each record that nothing is wrong with.
  mutating func take(_ record: Span<UInt8>, of name: [UInt8]) throws(EventError) {
    let sketch = try RecordSketch(of: record)
    guard record.extracting(sketch.subject).isSame(as: name.span) else {
      throw .corrupt(reason: "it stands on another stream than the streams' index says")
    }
    _ = try Statement.add(record, sketch, to: &rows, from: sketch.position)
    let isAbout = sketch.type == .eventCorrected || sketch.type == .eventRetracted
    guard isAbout || sketch.type.namesStreams else { return }
    let event = try RecordCodec.decode(record.copied, texts: nil)
    if isAbout { abouts.append(event) }
    for (_, named) in event.event.data.references(on: event.event.subject)
    where references[named] == nil {
      references[named] = sketch.position
    }
  }

  /// Makes of what was taken in what is stored.
  mutating func finish(
    _ databases: Databases, _ transaction: borrowing ReadTransaction
  ) throws(LedgerError) {
    if !abouts.isEmpty {
      try revise(RecordsByPosition(databases: databases), transaction)
    } else {
      // Nothing ends: a day counts where it is before all days so far.
      for row in rows.rows where row.isCounted { note(row) }
    }
    rows.sort()
  }

  /// Ends what is no longer believed, and adds what is in its place.
  private mutating func revise(
    _ records: RecordsByPosition, _ transaction: borrowing ReadTransaction
  ) throws(LedgerError) {
    var clusters: [UInt64: (base: RecordedEvent, abouts: [RecordedEvent])] = [:]
    for about in abouts {
      guard let base = try records.base(of: about, transaction) else { continue }
      clusters[base.position, default: (base, [])].abouts.append(about)
    }
    let plain = rows.rows.count
    for (position, cluster) in clusters {
      let own = ownRows(of: position, among: plain)
      let spans = beliefSpans(of: cluster.base, cluster.abouts)
      var rest = spans[...]
      if let first = spans.first, first.belief.bodyPosition == position, first.from == position {
        for index in own { rows.rows[index].until = first.until }
        rest = rest.dropFirst()
      }
      for span in rest {
        do throws(EventError) {
          try Statement.add(span.belief, to: &rows, from: span.from, until: span.until)
        } catch {
          throw .damaged(position: span.belief.bodyPosition, reason: "\(error)")
        }
      }
      for about in cluster.abouts { rows.rows.append(FactRow(about, on: position)) }
    }
    noteChanges()
  }

  /// The rows of an event, which were added in the order of positions.
  private func ownRows(of position: UInt64, among count: Int) -> Range<Int> {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if rows.rows[middle].position < position { low = middle + 1 } else { high = middle }
    }
    var end = low
    while end < count, rows.rows[end].position == position { end += 1 }
    return low..<end
  }

  private mutating func note(_ row: FactRow) {
    let provenance = row.attributes & 3
    if row.day < head.firstDay(of: provenance) {
      head.set(firstDay: row.day, of: provenance, from: row.from)
    }
  }

  /// Goes through what begins and ends by position, and says what the first days are from there on.
  private mutating func noteChanges() {
    var changes: [(position: UInt64, isEnd: Bool, index: Int)] = []
    for (index, row) in rows.rows.enumerated() where row.isCounted {
      changes.append((row.from, false, index))
      if row.until != FactRow.forever { changes.append((row.until, true, index)) }
    }
    changes.sort { $0.position != $1.position ? $0.position < $1.position : !$0.isEnd && $1.isEnd }
    for change in changes {
      let row = rows.rows[change.index]
      if !change.isEnd {
        note(row)
      } else if head.firstDay(of: row.attributes & 3) == row.day {
        let day = rows.firstDay(of: row.attributes & 3, at: change.position)
        head.set(firstDay: day, of: row.attributes & 3, from: change.position)
      }
    }
  }
}

extension FactRow {
  /// Whether it counts among the events that a state rests on.
  var isCounted: Bool {
    line < FactLine.about.rawValue && line != FactLine.coarse.rawValue
      && line != FactLine.open.rawValue
  }

  /// The row of an event about another.
  init(_ about: RecordedEvent, on base: UInt64) {
    self.init(
      line: FactLine.about.rawValue, type: UInt8(truncatingIfNeeded: about.event.type.rawValue),
      attributes: 0, precision: 0, day: 0, position: base, from: about.position,
      until: FactRow.forever, start: 0, count: 0)
  }
}

extension FactRows {
  /// The first day of a row of a class of provenance that stands at a position.
  func firstDay(of provenance: UInt8, at position: UInt64) -> Int32 {
    var first = StreamHead.ProvenanceStep.never
    for row in rows
    where row.day < first && row.attributes & 3 == provenance && row.isCounted
      && row.isLive(at: position)
    {
      first = row.day
    }
    return first
  }
}

extension StreamFacts {
  /// The keys of what a stream's events name, each with its position, in no order.
  func references(of name: [UInt8]) -> [(key: [UInt8], position: UInt64)] {
    references.map { named, position in (StreamReference.key(named, by: name), position) }
  }

  /// Appends the entries of a stream written anew: its head, then its blocks.
  ///
  /// - Parameter most: how full the blocks are; what is left is room for what comes.
  func append(to entries: inout EntryList, of name: String, atMost most: Int = 1650) {
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
