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
    guard let stored = FactBlock(block) else {
      isDamaged = true
      return
    }
    let lines = targets.lines
    var first = 0
    for place in 0..<stored.lines {
      let (line, end) = stored.line(block, place)
      if lines.has(Int(line)), first < end {
        look(for: targets, on: line, first..<end, block, stored)
      }
      first = max(first, end)
    }
  }

  /// Looks for targets among a block's rows of one line.
  private mutating func look(
    for targets: FactTargets, on line: UInt8, _ rows: Range<Int>, _ block: Span<UInt8>,
    _ stored: FactBlock
  ) {
    let end = stored.end(block, rows, through: day)
    // By number: to make a line of it costs as much as to look for a row.
    switch line {
    case FactLine.coarse.rawValue, FactLine.open.rawValue:
      lookForUnclear(line, end..<rows.upperBound, block, stored)
    case FactLine.postponed.rawValue:
      for index in rows.lowerBound..<end where stored.isLive(block, index, at: position) {
        postponements += 1
      }
    case FactLine.all.rawValue:
      for index in rows.lowerBound..<end where stored.isLive(block, index, at: position) {
        if let row = copy(block, index, on: line, stored) { all.append(row) }
      }
    default:
      lookForOne(targets, on: line, rows.lowerBound..<end, block, stored)
    }
  }

  /// Looks for the last and the first live row of a line, of its rows through the day.
  private mutating func lookForOne(
    _ targets: FactTargets, on line: UInt8, _ rows: Range<Int>, _ block: Span<UInt8>,
    _ stored: FactBlock
  ) {
    if targets.has(Int(line)), let index = stored.lastLive(block, rows, at: position) {
      keep(at: Int(line), block, index, on: line, stored, isFirst: false)
    }
    let first = FactTargets.firstBit + Int(line)
    if targets.has(first), let index = stored.firstLive(block, rows, at: position) {
      keep(at: first, block, index, on: line, stored, isFirst: true)
    }
  }

  /// Takes the rows behind the day in whose dates' spans the day lies.
  private mutating func lookForUnclear(
    _ line: UInt8, _ rows: Range<Int>, _ block: Span<UInt8>, _ stored: FactBlock
  ) {
    for index in rows {
      if line == FactLine.coarse.rawValue {
        let days = Int(stored.day(block, index)) - Int(day)
        if days > Self.longestSpan { return }
        // Most are months, and most months lie farther off than one is long.
        if days > 31, stored.precision(block, index) == CoarseDate.Precision.month.rawValue {
          continue
        }
      }
      guard stored.isLive(block, index, at: position),
        let date = CoarseDate(
          sealed: stored.precision(block, index), lastDay: stored.day(block, index)),
        date.isImprecise(on: Day(number: day)), let copy = copy(block, index, on: line, stored)
      else { continue }
      unclear.append(copy)
    }
  }

  /// Takes a row for a target, unless a better one was found.
  private mutating func keep(
    at bit: Int, _ block: Span<UInt8>, _ index: Int, on line: UInt8, _ stored: FactBlock,
    isFirst: Bool
  ) {
    if found.has(bit) {
      let (day, position) = (stored.day(block, index), stored.position(block, index))
      if isFirst != kept[bit].isLater(than: day, position) { return }
    }
    guard let row = copy(block, index, on: line, stored) else { return }
    kept[bit] = row
    found.insert(FactTargets(bit: bit))
  }

  /// Takes a row with its payload out of a block.
  private mutating func copy(
    _ block: Span<UInt8>, _ index: Int, on line: UInt8, _ stored: FactBlock
  ) -> FactRow? {
    guard var row = stored.row(block, index, on: line) else {
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
    guard let stored = FactBlock(block) else {
      isDamaged = true
      return
    }
    var first = 0
    for place in 0..<stored.lines {
      let (number, end) = stored.line(block, place)
      let rows = first..<max(first, end)
      first = rows.upperBound
      guard let line = FactLine(rawValue: number) else { continue }
      if line == .about || line == .coarse || line == .open { continue }
      for index in rows where stored.isLive(block, index, at: position) {
        let size = used
        guard let row = copy(block, index, on: number, stored) else { continue }
        switch sight(row, bytes) {
        case .hidden: used = size
        case .unclear: if line != .postponed { unclear.append(row) }
        case .inSight:
          provenances |= 1 << (row.attributes & 3)
          keep(row, on: line)
        }
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
