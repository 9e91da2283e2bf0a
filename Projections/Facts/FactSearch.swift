internal import Events

/// What a state asks of a stream's rows at a point: the last row of some lines, the first of others,
/// and what is unclear. It is told blocks; what it finds it copies out.
struct FactSearch {
  /// The last day that counts.
  let day: Int32
  /// The last position that counts.
  let position: UInt64

  /// The lines whose last row counts.
  static let lastLines: [FactLine] = [
    .added, .reworded, .expected, .reassigned, .deadline, .running, .percent, .assessment,
    .disposition,
  ]
  /// The lines whose first row counts.
  static let firstLines: [FactLine] = [.added, .deadline, .started]
  /// No span of a coarse date is longer, in days.
  static let longestSpan: Int32 = 366

  /// The last rows found by line, and behind them the first ones.
  private var kept: [FactRow]
  /// Which of them were found, a bit each.
  private var isKept: UInt32 = 0
  /// Rows of the line of all events.
  private var all: [FactRow] = []
  /// Rows that may count or not.
  private(set) var unclear: [FactRow] = []
  /// How often a deadline was moved.
  private(set) var postponements = 0
  /// The payloads of what was found.
  private(set) var bytes: [UInt8] = []
  /// Whether a row was met that does not read.
  private(set) var isDamaged = false

  private static let firstPlace = 16

  init(day: Day, position: UInt64) {
    self.day = day.number
    self.position = position
    kept = [FactRow](repeating: FactRow.nothing, count: 2 * Self.firstPlace)
  }

  /// Forgets what was found.
  mutating func clear() {
    isKept = 0
    all.removeAll(keepingCapacity: true)
    unclear.removeAll(keepingCapacity: true)
    bytes.removeAll(keepingCapacity: true)
    postponements = 0
  }

  /// Whether the last row of a line was found.
  func hasLast(of line: FactLine) -> Bool { isKept & 1 << UInt32(line.rawValue) != 0 }

  /// Forgets the last row of a line.
  mutating func forgetLast(of line: FactLine) { isKept &= ~(1 << UInt32(line.rawValue)) }

  /// What was found, in the order of time, each event once.
  mutating func takeFound() -> [FactRow] {
    // They are few, but for those of all events, which stand in their order.
    var rest = isKept
    while rest != 0 {
      let row = kept[rest.trailingZeroBitCount]
      rest &= rest - 1
      var place = all.count
      while place > 0, row.isEarlier(than: all[place - 1]) { place -= 1 }
      if place > 0, all[place - 1].position == row.position { continue }
      all.insert(row, at: place)
    }
    return all
  }

  /// Looks through one block for all lines, the blocks of a stream being told in their order.
  mutating func visit(_ block: Span<UInt8>) {
    guard let count = FactBlock.count(block) else {
      isDamaged = true
      return
    }
    var index = 0
    while index < count {
      let number = UInt8(truncatingIfNeeded: FactBlock.place(block, index) >> 32)
      let end = FactBlock.end(
        block, count, from: index, through: FactRow.place(number, .max))
      if let line = FactLine(rawValue: number) {
        if line == .about { return }
        look(at: line, block, index..<end, of: count)
      }
      index = end
    }
  }

  /// Looks through a block's rows of one line; returns whether one was found that ends a descent.
  @discardableResult
  mutating func look(
    at line: FactLine, _ block: Span<UInt8>, _ range: Range<Int>, of count: Int
  ) -> Bool {
    let end = FactBlock.end(
      block, range.upperBound, from: range.lowerBound,
      through: FactRow.place(line.rawValue, day))
    switch line {
    case .other, .about: return false
    case .postponed:
      for index in range.lowerBound..<end
      where FactBlock.isLive(block, index, at: position) {
        postponements += 1
      }
    case .all:
      for index in range.lowerBound..<end
      where FactBlock.isLive(block, index, at: position) {
        if let row = copy(block, index, of: count) { all.append(row) }
      }
    case .coarse, .open: lookForUnclear(line, block, end..<range.upperBound, of: count)
    case .started: return lookForFirst(line, block, range.lowerBound..<end, of: count)
    case .added, .deadline:
      lookForFirst(line, block, range.lowerBound..<end, of: count)
      return lookForLast(line, block, range.lowerBound..<end, of: count)
    default: return lookForLast(line, block, range.lowerBound..<end, of: count)
    }
    return false
  }

  /// The last live row of a line in a block; a later block's takes the place of an earlier one's.
  @discardableResult
  mutating func lookForLast(
    _ line: FactLine, _ block: Span<UInt8>, _ range: Range<Int>, of count: Int
  ) -> Bool {
    var index = range.upperBound - 1
    while index >= range.lowerBound {
      if FactBlock.isLive(block, index, at: position) {
        if let row = copy(block, index, of: count) { keep(row, at: Int(line.rawValue)) }
        return true
      }
      index -= 1
    }
    return false
  }

  /// The first live row of a line in a block, where none was found before.
  @discardableResult
  mutating func lookForFirst(
    _ line: FactLine, _ block: Span<UInt8>, _ range: Range<Int>, of count: Int
  ) -> Bool {
    let place = Self.firstPlace + Int(line.rawValue)
    if isKept & 1 << UInt32(place) != 0 { return true }
    for index in range where FactBlock.isLive(block, index, at: position) {
      if let row = copy(block, index, of: count) { keep(row, at: place) }
      return true
    }
    return false
  }

  private mutating func keep(_ row: FactRow, at place: Int) {
    kept[place] = row
    isKept |= 1 << UInt32(place)
  }

  private mutating func lookForUnclear(
    _ line: FactLine, _ block: Span<UInt8>, _ range: Range<Int>, of count: Int
  ) {
    let today = Day(number: day)
    for index in range {
      if line == .coarse, FactBlock.day(block, index) > day + Self.longestSpan { return }
      guard FactBlock.isLive(block, index, at: position),
        let row = FactBlock.row(block, index, of: count),
        let date = CoarseDate(kind: row.precision, lastDay: row.day), date.isImprecise(on: today)
      else { continue }
      if let row = copy(block, index, of: count) { unclear.append(row) }
    }
  }

  /// Takes a row with its payload out of a block.
  private mutating func copy(_ block: Span<UInt8>, _ index: Int, of count: Int) -> FactRow? {
    guard var row = FactBlock.row(block, index, of: count) else {
      isDamaged = true
      return nil
    }
    let start = Int(row.start)
    row.start = Int32(bytes.count)
    bytes.append(block, from: start, Int(row.count))
    return row
  }
}

extension FactSearch {
  /// Looks through one block at a point that asks more than a day and a position: row by row.
  ///
  /// - Parameter sight: how far a row, with its payload in the bytes given, can be seen.
  mutating func filter(
    _ block: Span<UInt8>, provenances: inout UInt8, _ sight: (FactRow, [UInt8]) -> Sight
  ) {
    guard let count = FactBlock.count(block) else {
      isDamaged = true
      return
    }
    for index in 0..<count {
      let number = UInt8(truncatingIfNeeded: FactBlock.place(block, index) >> 32)
      guard let line = FactLine(rawValue: number) else { continue }
      if line == .about { return }
      if line == .coarse || line == .open { continue }
      guard FactBlock.isLive(block, index, at: position) else { continue }
      let kept = bytes.count
      guard let row = copy(block, index, of: count) else { continue }
      switch sight(row, bytes) {
      case .hidden: bytes.removeLast(bytes.count - kept)
      case .unclear: if line != .postponed { unclear.append(row) }
      case .inSight:
        provenances |= 1 << (row.attributes & 3)
        keep(row, on: line)
      }
    }
  }

  private mutating func keep(_ row: FactRow, on line: FactLine) {
    let place = Int(line.rawValue)
    switch line {
    case .postponed: postponements += 1
    case .all: all.append(row)
    case .other, .about, .coarse, .open: break
    default:
      let first = Self.firstPlace + place
      if FactSearch.firstLines.contains(line), isKept & 1 << UInt32(first) == 0 {
        keep(row, at: first)
      }
      keep(row, at: place)
    }
  }
}

extension [UInt8] {
  /// Appends some of a block's bytes.
  mutating func append(_ block: Span<UInt8>, from start: Int, _ count: Int) {
    unsafe block.extracting(start..<(start + count)).withUnsafeBufferPointer { bytes in
      unsafe append(contentsOf: bytes)
    }
  }
}
