internal import EventStore
internal import Events

/// What events about others make of a stream's facts: what each is about is sought among the stream's
/// own events, whose records are at hand.
extension StreamFacts {
  /// Ends what is no longer believed, and adds what is in its place.
  mutating func revise(_ records: Records) throws(LedgerError) {
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
    // Where targets are few, most names are none's, which a bit of each says without looking them up.
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
    // What a target is about in the end is known: it stands before what speaks of it.
    var ends = [Int?](repeating: nil, count: abouts.count)
    for (index, about) in abouts.enumerated() {
      guard let target = about.event.event.data.aboutTarget, let place = places[target],
        place < about.place
      else { continue }
      ends[index] = if let other = self.about(at: place) { ends[other] } else { place }
    }
    var bases: [(base: Int, about: Int)] = []
    for (index, base) in ends.enumerated() {
      if let base { bases.append((base, index)) }
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
    func event() throws(LedgerError) -> RecordedEvent {
      try decoding(sketch.position) { () throws(EventError) in
        try RecordCodec.decode(record, texts: nil, on: try subject())
      }
    }
    switch (abouts.count, abouts[0].event.data) {
    // What the spans would be of an event about which there is one: most are so.
    case (1, .eventRetracted): end(own, at: abouts[0].position)
    case (1, .eventCorrected(let correction)):
      let (event, position) = (try event(), abouts[0].position)
      end(own, at: position)
      _ = try decoding(position) { () throws(EventError) in
        try Statement.add(
          event, as: event.event.corrected(by: correction), bodyPosition: position, to: &rows,
          from: position)
      }
    default: try revise(own, beliefSpans(of: try event(), abouts[...]))
    }
    for about in abouts { rows.rows.append(FactRow(about, on: sketch.position)) }
  }

  private mutating func end(_ own: Range<Int>, at position: UInt64) {
    for index in own { rows.rows[index].until = position }
  }

  /// Gives an event's rows, and what more they need, the spans in which each is believed.
  private mutating func revise(
    _ own: Range<Int>, _ spans: [BeliefSpan]
  ) throws(LedgerError) {
    var rest = spans[...]
    if let first = spans.first, first.isAsRecorded {
      end(own, at: first.until)
      rest = rest.dropFirst()
    }
    for span in rest {
      _ = try decoding(span.belief.bodyPosition) { () throws(EventError) in
        try Statement.add(span.belief, to: &rows, from: span.from, until: span.until)
      }
    }
  }

  /// Runs what reads the record of a position.
  private func decoding<Value>(
    _ position: UInt64, _ body: () throws(EventError) -> Value
  ) throws(LedgerError) -> Value {
    do throws(EventError) {
      return try body()
    } catch {
      throw .damaged(position: position, reason: "\(error)")
    }
  }

  /// The rows of an event, which were added in the order of positions.
  private func ownRows(of position: UInt64, among count: Int) -> Range<Int> {
    let plain = rows.rows[..<count]
    let start = plain.partition { $0.position < position }
    let end = plain[start...].firstIndex { $0.position != position } ?? count
    return start..<end
  }
}

extension FactRow {
  /// The row of an event about another.
  init(_ about: RecordedEvent, on base: UInt64) {
    self.init(
      line: FactLine.about.rawValue, type: UInt8(truncatingIfNeeded: about.event.type.rawValue),
      attributes: 0, precision: 0, day: 0, position: base, from: about.position,
      until: FactRow.forever, start: 0, count: 0)
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
