internal import Events

/// What a state asks of a stream's rows at a point: the last row of some lines, the first of others,
/// and what is unclear. It is told blocks, in any order; what it finds it copies out.
struct FactSearch {
  /// The last day that counts.
  let day: Int32
  /// The last position that counts.
  let position: UInt64

  /// No span of a coarse date is longer, in days.
  static let longestSpan: Int32 = 366

  /// What was found of lines of which one row counts, by the bits of the targets.
  private var kept = [FactRow](repeating: FactRow.nothing, count: 32)
  /// Which of them were found.
  private(set) var found = FactTargets()
  /// Their bits in the order of time.
  private var order = [UInt8](repeating: 0, count: 32)
  private var orderCount = 0
  /// Rows of the line of all events.
  private var all: [FactRow] = []
  /// Rows that may count or not.
  private(set) var unclear: [FactRow] = []
  /// How often a deadline was moved.
  private(set) var postponements = 0
  /// The payloads of what was found, with room for more.
  private(set) var bytes = [UInt8](repeating: 0, count: 512)
  /// How many of the bytes are payloads.
  private var used = 0
  /// Whether a row was met that does not read.
  private(set) var isDamaged = false

  init(day: Int32, position: UInt64) {
    self.day = day
    self.position = position
  }

  /// Forgets what was found.
  mutating func clear() {
    found = []
    all.removeAll(keepingCapacity: true)
    unclear.removeAll(keepingCapacity: true)
    used = 0
    postponements = 0
  }

  // MARK: - What was found

  /// Puts what was found in the order of time, each event once: `count` rows, `row` by `row`.
  mutating func sortFound() {
    orderCount = 0
    if found.isEmpty { return sortAll() }
    var rest = found
    while let bit = rest.popFirst() {
      let (day, position) = (kept[bit].day, kept[bit].position)
      var place = orderCount
      while place > 0 {
        let other = Int(order[place - 1])
        if !kept[other].isLater(than: day, position) { break }
        place -= 1
      }
      if place > 0, kept[Int(order[place - 1])].position == position { continue }
      var last = orderCount
      while last > place {
        order[last] = order[last - 1]
        last -= 1
      }
      order[place] = UInt8(truncatingIfNeeded: bit)
      orderCount += 1
    }
  }

  /// Blocks that were divided do not come in the order of their rows.
  private mutating func sortAll() {
    for index in all.indices.dropFirst() where all[index].isEarlier(than: all[index - 1]) {
      all.sort { $0.isEarlier(than: $1) }
      return
    }
  }

  /// How many rows were found.
  var count: Int { found.isEmpty ? all.count : orderCount }

  /// One of them.
  func row(_ index: Int) -> FactRow {
    found.isEmpty ? all[index] : kept[Int(order[index])]
  }

  // MARK: - One block

  /// Looks for targets in one block.
  mutating func look(for targets: FactTargets, in block: Span<UInt8>) {
    guard let count = FactBlock.count(block) else {
      isDamaged = true
      return
    }
    if targets.count > FactSearch.mostSearches, !targets.has(Int(FactLine.all.rawValue)) {
      return lookThrough(block, count, for: targets)
    }
    var rest = targets
    while let bit = rest.popFirst() {
      let line = FactTargets.line(ofBit: bit)
      if FactTargets.isFirst(bit) {
        lookForFirst(bit, line, block, count)
      } else if FactTargets.isSingle(bit) {
        lookForLast(bit, line, block, count)
      } else {
        lookForAll(line, block, count)
      }
    }
  }

  /// The last live row of a line in a block.
  private mutating func lookForLast(
    _ bit: Int, _ line: UInt8, _ block: Span<UInt8>, _ count: Int
  ) {
    var index = FactBlock.end(block, count, through: FactRow.place(line, day)) - 1
    while index >= 0, FactBlock.line(block, index) == line {
      if FactBlock.isLive(block, index, at: position) {
        return keep(at: bit, block, index, of: count, isFirst: false)
      }
      index -= 1
    }
  }

  /// The first live row of a line in a block.
  private mutating func lookForFirst(
    _ bit: Int, _ line: UInt8, _ block: Span<UInt8>, _ count: Int
  ) {
    let end = FactRow.place(line, day)
    var index = FactBlock.end(block, count, through: FactRow.place(line, .min) - 1)
    while index < count, FactBlock.place(block, index) <= end {
      if FactBlock.isLive(block, index, at: position) {
        return keep(at: bit, block, index, of: count, isFirst: true)
      }
      index += 1
    }
  }

  /// The live rows of a line of which more than one counts.
  private mutating func lookForAll(_ line: UInt8, _ block: Span<UInt8>, _ count: Int) {
    let end = FactBlock.end(block, count, through: FactRow.place(line, day))
    switch FactLine(rawValue: line) {
    case .coarse, .open: lookForUnclear(line, block, from: end, count)
    case .postponed:
      var index = end - 1
      while index >= 0, FactBlock.line(block, index) == line {
        if FactBlock.isLive(block, index, at: position) { postponements += 1 }
        index -= 1
      }
    default:
      var index = FactBlock.end(block, count, through: FactRow.place(line, .min) - 1)
      while index < end {
        if FactBlock.isLive(block, index, at: position),
          let row = copy(block, index, of: count)
        {
          all.append(row)
        }
        index += 1
      }
    }
  }

  private mutating func lookForUnclear(
    _ line: UInt8, _ block: Span<UInt8>, from first: Int, _ count: Int
  ) {
    let last = line == FactLine.coarse.rawValue ? day + Self.longestSpan : .max
    let end = FactRow.place(line, last)
    var index = first
    while index < count, FactBlock.place(block, index) <= end {
      lookIfUnclear(line, FactBlock.day(block, index), block, index, of: count)
      index += 1
    }
  }

  /// Takes a row behind the day where the day lies in the span of its date.
  private mutating func lookIfUnclear(
    _ line: UInt8, _ last: Int32, _ block: Span<UInt8>, _ index: Int, of count: Int
  ) {
    if line == FactLine.coarse.rawValue, last > day + Self.longestSpan { return }
    guard FactBlock.isLive(block, index, at: position),
      let row = FactBlock.row(block, index, of: count),
      let date = CoarseDate(kind: row.precision, lastDay: row.day),
      date.isImprecise(on: Day(number: day)), let copy = copy(block, index, of: count)
    else { return }
    unclear.append(copy)
  }

  /// So many targets are searched for; for more, one pass over the rows costs less.
  private static let mostSearches = 2

  /// Looks for targets, of lines below 16, in one pass over the rows.
  private mutating func lookThrough(
    _ block: Span<UInt8>, _ count: Int, for targets: FactTargets
  ) {
    let lines = targets.lines
    var start = 0
    while start < count {
      let line = FactBlock.line(block, start)
      if line >= 16 { return }
      var end = start
      while end < count {
        let (other, day) = FactBlock.lineAndDay(block, end)
        if other != line || day > self.day { break }
        end &+= 1
      }
      var next = end
      while next < count, FactBlock.line(block, next) == line { next &+= 1 }
      if lines.has(Int(line)) {
        look(for: targets, on: line, block, through: start..<end, behind: end..<next, of: count)
      }
      start = next
    }
  }

  /// Looks at a block's rows of a line, through the day and behind it.
  private mutating func look(
    for targets: FactTargets, on line: UInt8, _ block: Span<UInt8>, through rows: Range<Int>,
    behind later: Range<Int>, of count: Int
  ) {
    switch FactLine(rawValue: line) {
    case .coarse, .open:
      for index in later {
        lookIfUnclear(line, FactBlock.day(block, index), block, index, of: count)
      }
    case .postponed:
      for index in rows where FactBlock.isLive(block, index, at: position) { postponements += 1 }
    default:
      if targets.has(Int(line)) {
        var index = rows.upperBound &- 1
        while index >= rows.lowerBound, !FactBlock.isLive(block, index, at: position) {
          index &-= 1
        }
        if index >= rows.lowerBound {
          keep(at: Int(line), block, index, of: count, isFirst: false)
        }
      }
      let first = FactTargets.firstBit + Int(line)
      if targets.has(first) {
        for index in rows where FactBlock.isLive(block, index, at: position) {
          return keep(at: first, block, index, of: count, isFirst: true)
        }
      }
    }
  }

  /// Takes a row for a target, unless a better one was found.
  private mutating func keep(
    at bit: Int, _ block: Span<UInt8>, _ index: Int, of count: Int, isFirst: Bool
  ) {
    if found.has(bit) {
      let (day, position) = (FactBlock.day(block, index), FactBlock.position(block, index))
      if isFirst != kept[bit].isLater(than: day, position) { return }
    }
    keep(at: bit, block, index, of: count)
  }

  private mutating func keep(at bit: Int, _ block: Span<UInt8>, _ index: Int, of count: Int) {
    guard let row = copy(block, index, of: count) else { return }
    kept[bit] = row
    found.insert(FactTargets(bit: bit))
  }

  /// Takes a row with its payload out of a block.
  private mutating func copy(_ block: Span<UInt8>, _ index: Int, of count: Int) -> FactRow? {
    guard var row = FactBlock.row(block, index, of: count) else {
      isDamaged = true
      return nil
    }
    let (start, length) = (Int(row.start), Int(row.count))
    if used + length > bytes.count {
      bytes.append(contentsOf: repeatElement(0, count: bytes.count + length))
    }
    unsafe block.withUnsafeBytes { source in
      unsafe bytes.withUnsafeMutableBytes { target in
        let source = unsafe UnsafeRawBufferPointer(rebasing: source[start..<(start + length)])
        unsafe UnsafeMutableRawBufferPointer(rebasing: target[used...])
          .copyMemory(from: source)
      }
    }
    row.start = Int32(truncatingIfNeeded: used)
    used += length
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
      let size = used
      guard let row = copy(block, index, of: count) else { continue }
      switch sight(row, bytes) {
      case .hidden: used = size
      case .unclear: if line != .postponed { unclear.append(row) }
      case .inSight:
        provenances |= 1 << (row.attributes & 3)
        keep(row, on: line)
      }
    }
  }

  private mutating func keep(_ row: FactRow, on line: FactLine) {
    switch line {
    case .postponed: postponements += 1
    case .all: all.append(row)
    case .other, .about, .coarse, .open: break
    default:
      let bit = Int(line.rawValue)
      let first = FactTargets.firstBit + bit
      if FactTargets.firstLines.contains(line),
        !found.has(first) || row.isEarlier(than: kept[first])
      {
        kept[first] = row
        found.insert(FactTargets(bit: first))
      }
      if !found.has(bit) || kept[bit].isEarlier(than: row) {
        kept[bit] = row
        found.insert(FactTargets(bit: bit))
      }
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
