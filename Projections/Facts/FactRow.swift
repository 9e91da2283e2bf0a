internal import Events

/// What one event says on one line, as long as it is believed.
struct FactRow: Equatable {
  /// The line's number.
  var line: UInt8
  /// The number of the event's type; of all types, none is above a byte.
  var type: UInt8
  /// Provenance in the two lowest bits, then what its payload holds.
  var attributes: UInt8
  /// How fine its effective date is, as records have it.
  var precision: UInt8
  /// The day on which it takes effect.
  var day: Int32
  /// The event's own position, which breaks ties.
  var position: UInt64
  /// The first position at which this is believed.
  var from: UInt64
  /// The first position at which it no longer is.
  var until: UInt64
  /// Where its payload stands in the bytes of its set.
  var start: Int32
  /// How long its payload is.
  var count: Int32

  /// The end of what is believed still.
  static let forever: UInt64 = 1 << 40 - 1

  /// What the bits above the provenance say.
  enum Attribute {
    /// The body was given by another event than `from`; its position comes first in the payload.
    static let bodyElsewhere: UInt8 = 4
    /// A published date follows in the payload.
    static let published: UInt8 = 8
    /// The payload ends with the body.
    static let body: UInt8 = 16
    /// The event that gave the body has texts.
    static let texts: UInt8 = 32
    /// Where it is stored, the payload begins with *from* and *until*; of a row as a value, never set.
    static let span: UInt8 = 64
  }

  static let nothing = FactRow(
    line: 0, type: 0, attributes: 0, precision: 0, day: 0, position: 0, from: 0, until: 0, start: 0,
    count: 0)

  /// Whether its event takes effect before another's.
  func isEarlier(than other: FactRow) -> Bool { other.isLater(than: day, position) }

  /// Day and position as one number that sorts as they do: days that can be written take 23 bits.
  var time: Int64 { Int64(day) << 40 | Int64(truncatingIfNeeded: position & FactRow.forever) }

  func isLater(than day: Int32, _ position: UInt64) -> Bool {
    self.day != day ? self.day > day : self.position > position
  }

  /// Whether it is believed otherwise than from its event's position on for ever.
  var isSpanned: Bool { from != position || until != FactRow.forever }

  /// How long its payload is where it is stored.
  var payloadLength: Int { Int(count) + (isSpanned ? FactBlock.spanLength : 0) }

  /// Whether it stands at a position.
  func isLive(at position: UInt64) -> Bool { from <= position && position < until }

  /// Whether it sorts before another: by line, day, position, and when it was first believed.
  static func precedes(_ left: FactRow, _ right: FactRow) -> Bool {
    let (mine, others) = (left.place, right.place)
    if mine != others { return mine < others }
    if left.position != right.position { return left.position < right.position }
    return left.from < right.from
  }

  /// Line and day as one number that sorts as they do.
  var place: UInt64 { FactRow.place(line, day) }

  @inline(__always)
  static func place(_ line: UInt8, _ day: Int32) -> UInt64 {
    UInt64(line) << 56 | UInt64(UInt32(bitPattern: day) ^ 0x8000_0000)
  }

  /// The same of the bytes of a line and a day as they are stored, whatever stands behind them.
  @inline(__always)
  static func place(packed bytes: UInt64) -> UInt64 {
    // What stands behind them is shifted out, and the rest turned, so that the line comes first.
    let turned = bytes << 24
    return (turned << 32 | turned >> 32) ^ 0x8000_0000
  }
}

/// Rows with the bytes of their payloads.
struct FactRows {
  var rows: [FactRow] = []
  var bytes: [UInt8] = []

  var isEmpty: Bool { rows.isEmpty }

  /// The bytes of a row's payload.
  func payload(_ row: FactRow) -> ArraySlice<UInt8> {
    bytes[Int(row.start)..<Int(row.start + row.count)]
  }

  /// Takes over a row of another set.
  mutating func add(_ row: FactRow, of other: FactRows) {
    var copy = row
    copy.start = Int32(bytes.count)
    bytes.append(contentsOf: other.payload(row))
    rows.append(copy)
  }

  /// Puts the rows in their order. Most come in it on each line, so that it is enough to part the lines
  /// and to look at each by itself.
  mutating func sort() {
    var isSorted = true
    for index in rows.indices.dropFirst() where FactRow.precedes(rows[index], rows[index - 1]) {
      isSorted = false
      break
    }
    if isSorted { return }
    let lines = Int(rows.reduce(0) { max($0, $1.line) }) + 1
    var ends = [Int](repeating: 0, count: lines + 1)
    for row in rows { ends[Int(row.line) + 1] += 1 }
    for line in 1...lines { ends[line] += ends[line - 1] }
    // A row is moved once, its key often.
    var keys = [SortKey](repeating: SortKey(), count: rows.count)
    for index in rows.indices {
      let line = Int(rows[index].line)
      keys[ends[line]] = SortKey(time: rows[index].time, index: index)
      ends[line] += 1
    }
    var start = 0
    for end in ends.dropLast() where end > start {
      sort(&keys[start..<end])
      start = end
    }
    rows = keys.map { rows[$0.index] }
  }

  private func sort(_ keys: inout ArraySlice<SortKey>) {
    func precedes(_ left: SortKey, _ right: SortKey) -> Bool {
      left.time != right.time
        ? left.time < right.time : rows[left.index].from < rows[right.index].from
    }
    var isSorted = true
    for index in keys.indices.dropFirst() where precedes(keys[index], keys[index - 1]) {
      isSorted = false
      break
    }
    if !isSorted { keys.sort(by: precedes) }
  }

  private struct SortKey {
    var time: Int64 = 0
    var index = 0
  }

  mutating func removeAll() {
    rows.removeAll(keepingCapacity: true)
    bytes.removeAll(keepingCapacity: true)
  }
}
