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
  private var ids: [EventID] = []
  /// Those about others, each with its place among all.
  private var abouts: [(place: Int, event: RecordedEvent)] = []
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
      let event = try RecordCodec.decode(record.copied, texts: nil, on: try subject())
      try note(event.event.data, from: sketch.position)
    }
  }

  private mutating func note(_ data: EventData, from position: UInt64) throws(EventError) {
    for (_, named) in data.references(on: try subject()) where references[named] == nil {
      references[named] = position
    }
  }

  private mutating func subject() throws(EventError) -> StreamID {
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

  // MARK: - Events about events

  /// Ends what is no longer believed, and adds what is in its place.
  private mutating func revise(_ records: Records) throws(LedgerError) {
    let plain = rows.rows.count
    let bases = bases()
    var rest = bases[...]
    while let base = rest.first?.base {
      let own = rest.prefix { $0.base == base }
      rest = rest[own.endIndex...]
      try revise(base, own.map { abouts[$0.about].event }, among: plain, records)
    }
    noteChanges(behind: plain)
  }

  /// What each event about others is about in the end, in the order of what that is: both by their
  /// places, in the stream and in `abouts`.
  ///
  /// It is the target, or the target's target and so on, on the same stream and before what speaks of
  /// it.
  private func bases() -> [(base: Int, about: Int)] {
    // Most names are no target's, which a bit of each says without looking them up.
    func bit(_ id: EventID) -> UInt64 { 1 << (id.low & 63) }
    var places: [EventID: Int] = [:]
    var bits: UInt64 = 0
    for target in abouts.compactMap(\.event.event.data.aboutTarget) {
      places[target] = Int.max
      bits |= bit(target)
    }
    for (place, id) in ids.enumerated() where bits & bit(id) != 0 && places[id] != nil {
      places[id] = place
    }
    var bases: [(base: Int, about: Int)] = []
    for index in abouts.indices {
      var speaker = index
      while let target = abouts[speaker].event.event.data.aboutTarget, let place = places[target],
        place < abouts[speaker].place
      {
        guard let next = about(at: place) else {
          bases.append((place, index))
          break
        }
        speaker = next
      }
    }
    bases.sort { $0 < $1 }
    return bases
  }

  /// The event about others that stands at a place, by its own among them; `nil` where another does.
  private func about(at place: Int) -> Int? {
    let index = abouts.partition { $0.place < place }
    return index < abouts.count && abouts[index].place == place ? index : nil
  }

  /// Ends what is no longer believed of one event, and adds what is in its place.
  private mutating func revise(
    _ base: Int, _ abouts: [RecordedEvent], among plain: Int, _ records: Records
  ) throws(LedgerError) {
    var record: [UInt8] = []
    records(base) { record = $0.copied }
    guard let sketch = try? RecordSketch(of: record.span), !sketch.type.isAboutEvents else {
      return
    }
    let own = ownRows(of: sketch.position, among: plain)
    func event() throws(EventError) -> RecordedEvent {
      try RecordCodec.decode(record, texts: nil, on: try subject())
    }
    do throws(EventError) {
      switch (abouts.count, abouts[0].event.data) {
      // What the spans would be of an event about which there is one: most are so.
      case (1, .eventRetracted): end(own, at: abouts[0].position)
      case (1, .eventCorrected(let correction)):
        end(own, at: abouts[0].position)
        let event = try event()
        try Statement.add(
          event, as: event.event.corrected(by: correction), bodyPosition: abouts[0].position,
          to: &rows, from: abouts[0].position)
      default: try revise(own, beliefSpans(of: try event(), abouts[...]))
      }
    } catch {
      throw .damaged(position: sketch.position, reason: "\(error)")
    }
    for about in abouts { rows.rows.append(FactRow(about, on: sketch.position)) }
  }

  private mutating func end(_ own: Range<Int>, at position: UInt64) {
    for index in own { rows.rows[index].until = position }
  }

  /// Gives an event's rows, and what more they need, the spans in which each is believed.
  private mutating func revise(
    _ own: Range<Int>, _ spans: [BeliefSpan]
  ) throws(EventError) {
    var rest = spans[...]
    if let first = spans.first, first.isAsRecorded {
      end(own, at: first.until)
      rest = rest.dropFirst()
    }
    for span in rest {
      try Statement.add(span.belief, to: &rows, from: span.from, until: span.until)
    }
  }

  /// The rows of an event, which were added in the order of positions.
  private func ownRows(of position: UInt64, among count: Int) -> Range<Int> {
    let plain = rows.rows[..<count]
    let start = plain.partition { $0.position < position }
    let end = plain[start...].firstIndex { $0.position != position } ?? count
    return start..<end
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
  private mutating func noteChanges(behind plain: Int) {
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
      let day = rows.firstDay(of: row.attributes & 3, at: change.position)
      head.set(firstDay: day, of: row.attributes & 3, from: change.position)
    }
  }
}

extension RandomAccessCollection where Index == Int {
  /// The first index of which something does not hold that holds of all before it and of none behind.
  ///
  /// - Complexity: O(log *n*).
  fileprivate func partition(_ holds: (Element) -> Bool) -> Int {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = low + (high - low) / 2
      if holds(self[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
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
