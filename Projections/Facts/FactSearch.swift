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
  /// What was found in the order of time, each event once: bits of targets, or `none`.
  private var order = InlineArray<32, UInt8>(repeating: none)
  private var orderCount = 0
  private static let none: UInt8 = 0xFF
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

  /// Puts what was found in the order of time: `count` places, with or without a `row`.
  ///
  /// A row's place is how many others take effect before it: with a dozen rows that costs less than
  /// to sort by branches that nothing foretells. An event that was found twice leaves a place empty.
  mutating func sortFound() {
    orderCount = 0
    if found.isEmpty { return sortAll() }
    var bits = InlineArray<32, UInt8>(repeating: 0)
    var times = InlineArray<32, Int64>(repeating: 0)
    var rest = found
    while let bit = rest.popFirst() {
      bits[orderCount] = UInt8(truncatingIfNeeded: bit)
      times[orderCount] = kept[bit].time
      order[orderCount] = FactSearch.none
      orderCount += 1
    }
    for index in 0..<orderCount {
      let time = times[index]
      var place = 0
      for other in 0..<orderCount { place &-= Int((times[other] &- time) >> 63) }
      order[place] = bits[index]
    }
  }

  /// Blocks that were divided do not come in the order of their rows.
  private mutating func sortAll() {
    for index in all.indices.dropFirst() where all[index].isEarlier(than: all[index - 1]) {
      all.sort { $0.isEarlier(than: $1) }
      return
    }
  }

  /// How many places there are.
  var count: Int { found.isEmpty ? all.count : orderCount }

  /// The row in one of them; `nil` where it is empty.
  func row(_ index: Int) -> FactRow? {
    if found.isEmpty { return all[index] }
    let bit = order[index]
    return bit == FactSearch.none ? nil : kept[Int(bit)]
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
      lookIfUnclear(block, index, of: count)
      index += 1
    }
  }

  /// Takes a row behind the day where the day lies in the span of its date.
  private mutating func lookIfUnclear(_ block: Span<UInt8>, _ index: Int, of count: Int) {
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
    if line == FactLine.postponed.rawValue {
      for index in rows where FactBlock.isLive(block, index, at: position) { postponements += 1 }
      return
    }
    if line == FactLine.coarse.rawValue || line == FactLine.open.rawValue {
      let last = line == FactLine.coarse.rawValue ? day + Self.longestSpan : .max
      for index in later where FactBlock.day(block, index) <= last {
        lookIfUnclear(block, index, of: count)
      }
      return
    }
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
        // Both ranges were looked at: the payload lies in the block, and there is room for it.
        guard let source = source.baseAddress, let target = target.baseAddress else { return }
        unsafe (target + used).copyMemory(from: source + start, byteCount: length)
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
      guard let line = FactLine(rawValue: FactBlock.line(block, index)) else { continue }
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
