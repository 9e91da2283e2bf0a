/// Rows as they are stored, some dozens side by side (`docs/projections.md`): how one block of them is
/// laid out. What is asked of it is read where it stands; whoever reads one looks at its seal first.
///
/// A `FactSeal`; how many rows there are, in two bytes; how many lines, in one; of each line its number
/// and, in two bytes, how many rows there are through its last; 14 bytes a row, numbers least
/// significant byte first; then the payloads, each behind the one before. Most rows are believed from
/// their event's position on for ever: only the payloads of others begin with the positions between
/// which they are.
struct FactBlock {
  /// How many rows there are.
  let count: Int
  /// How many lines they are of.
  let lines: Int
  /// Where the first row begins.
  private let start: Int

  /// What stands before the first line.
  static let headerLength = FactSeal.length + 3
  static let lineLength = 3
  static let rowLength = 14
  /// How many bytes of a payload say between which positions its row is believed.
  static let spanLength = 10
  /// The most bytes of a block: two, with their keys, fit a page of LMDB.
  static let mostBytes = 1850
  /// The most bytes of a body that is kept beside its row; a longer one is read in its record.
  static let mostBodyBytes = 200

  /// How a block is laid out; `nil` where the bytes are none.
  init?(_ block: Span<UInt8>) {
    guard block.count >= FactBlock.headerLength else { return nil }
    count = Int(block[FactSeal.length]) | Int(block[FactSeal.length + 1]) << 8
    lines = Int(block[FactSeal.length + 2])
    start = FactBlock.headerLength + lines * FactBlock.lineLength
    guard start + count * FactBlock.rowLength <= block.count else { return nil }
  }

  /// Where the first payload begins.
  var payloads: Int { start &+ count &* FactBlock.rowLength }

  /// A line by its place among those of the block: its number, and the row behind its last.
  ///
  /// - Parameter place: below `lines`.
  @inline(__always)
  func line(_ block: Span<UInt8>, _ place: Int) -> (number: UInt8, end: Int) {
    let at = FactBlock.headerLength &+ place &* FactBlock.lineLength
    let end = Int(block[at &+ 1]) | Int(block[at &+ 2]) << 8
    return (block[at], min(end, count))
  }

  /// The rows of a line; none where the block has none of it.
  func rows(_ block: Span<UInt8>, of line: FactLine) -> Range<Int> {
    var first = 0
    for place in 0..<lines {
      let (number, end) = self.line(block, place)
      if number == line.rawValue { return first..<max(first, end) }
      first = end
    }
    return 0..<0
  }

  @inline(__always)
  func day(_ block: Span<UInt8>, _ index: Int) -> Int32 {
    Int32(truncatingIfNeeded: FactBlock.load(block, row(block, index)))
  }

  /// The position of a row's event.
  @inline(__always)
  func position(_ block: Span<UInt8>, _ index: Int) -> UInt64 {
    FactBlock.load(block, row(block, index) &+ 4) & FactRow.forever
  }

  /// Whether a row stands at a position.
  @inline(__always)
  func isLive(_ block: Span<UInt8>, _ index: Int, at position: UInt64) -> Bool {
    isLive(block, row: row(block, index), at: position)
  }

  /// The last of some rows that stands at a position; `nil` where none does.
  func lastLive(_ block: Span<UInt8>, _ rows: Range<Int>, at position: UInt64) -> Int? {
    precondition(rows.upperBound <= count && payloads <= block.count, "rows outside their block")
    var index = rows.upperBound
    var row = start &+ index &* FactBlock.rowLength
    while index > rows.lowerBound {
      index &-= 1
      row &-= FactBlock.rowLength
      if isLive(block, row: row, at: position) { return index }
    }
    return nil
  }

  /// The first of some rows that stands at a position; `nil` where none does.
  func firstLive(_ block: Span<UInt8>, _ rows: Range<Int>, at position: UInt64) -> Int? {
    precondition(rows.upperBound <= count && payloads <= block.count, "rows outside their block")
    var index = rows.lowerBound
    var row = start &+ index &* FactBlock.rowLength
    while index < rows.upperBound {
      if isLive(block, row: row, at: position) { return index }
      index &+= 1
      row &+= FactBlock.rowLength
    }
    return nil
  }

  /// Whether the row that begins there, all of it in the block, stands at a position.
  @inline(__always)
  private func isLive(_ block: Span<UInt8>, row: Int, at position: UInt64) -> Bool {
    let kinds = FactBlock.load(block, row &+ 6)
    if kinds >> 32 & UInt64(FactRow.Attribute.span) == 0 {
      return FactBlock.load(block, row &+ 4) & FactRow.forever <= position
    }
    guard let (from, until) = span(block, Int(kinds >> 48)) else { return false }
    return from <= position && position < until
  }

  @inline(__always)
  func type(_ block: Span<UInt8>, _ index: Int) -> UInt8 {
    UInt8(truncatingIfNeeded: FactBlock.load(block, row(block, index) &+ 6) >> 24)
  }

  /// How fine a row's effective date is, as records have it.
  @inline(__always)
  func precision(_ block: Span<UInt8>, _ index: Int) -> UInt8 {
    UInt8(truncatingIfNeeded: FactBlock.load(block, row(block, index) &+ 6) >> 40)
  }

  /// The row of a line, its payload placed by where it stands in the block.
  ///
  /// - Returns: `nil` where the payload lies outside the block.
  @inline(__always)
  func row(_ block: Span<UInt8>, _ index: Int, on line: UInt8) -> FactRow? {
    let row = row(block, index)
    let (day, kinds) = (FactBlock.load(block, row), FactBlock.load(block, row &+ 6))
    var payload = Int(kinds >> 48)
    let end = index + 1 < count ? payloadStart(block, index + 1) : block.count
    guard payloads <= payload, payload <= end, end <= block.count else { return nil }
    let attributes = UInt8(truncatingIfNeeded: kinds >> 32)
    let position = FactBlock.load(block, row &+ 4) & FactRow.forever
    var believed = (from: position, until: FactRow.forever)
    if attributes & FactRow.Attribute.span != 0 {
      guard payload + FactBlock.spanLength <= end, let span = span(block, payload) else {
        return nil
      }
      believed = span
      payload &+= FactBlock.spanLength
    }
    return FactRow(
      line: line, type: UInt8(truncatingIfNeeded: kinds >> 24),
      attributes: attributes & ~FactRow.Attribute.span,
      precision: UInt8(truncatingIfNeeded: kinds >> 40),
      day: Int32(truncatingIfNeeded: day), position: position,
      from: believed.from, until: believed.until,
      start: Int32(truncatingIfNeeded: payload), count: Int32(truncatingIfNeeded: end - payload))
  }

  /// The first of some rows of one line that takes effect after a day, or the end of them.
  ///
  /// - Complexity: O(log *n*), one comparison a step and no branch that could be foretold wrongly.
  func end(_ block: Span<UInt8>, _ rows: Range<Int>, through day: Int32) -> Int {
    precondition(rows.lowerBound >= 0 && rows.upperBound <= count, "rows outside their block")
    var rest = rows.count
    if rest == 0 { return rows.lowerBound }
    // A step goes on by what a mask leaves of it: of a condition the compiler would make a branch.
    var first = rows.lowerBound
    var place = start &+ first &* FactBlock.rowLength
    while rest > 1 {
      let half = rest >> 1
      let bytes = half &* FactBlock.rowLength
      let mask = FactBlock.through(day, block, place &+ bytes &- FactBlock.rowLength)
      first &+= half & mask
      place &+= bytes & mask
      rest &-= half
    }
    return first &+ (1 & FactBlock.through(day, block, place))
  }

  // MARK: - Bytes

  /// All bits where the row that begins there stands through that day, else none.
  @inline(__always)
  private static func through(_ day: Int32, _ block: Span<UInt8>, _ row: Int) -> Int {
    let later = Int64(day) &- Int64(Int32(truncatingIfNeeded: load(block, row)))
    return Int(~(later >> 63))
  }

  /// The positions between which a row is believed, where its payload says so; `nil` where that lies
  /// outside the block.
  private func span(
    _ block: Span<UInt8>, _ payload: Int
  ) -> (from: UInt64, until: UInt64)? {
    guard payload >= payloads, payload + FactBlock.spanLength <= block.count else { return nil }
    // Eight bytes from two before the second number on end where it does.
    return (
      FactBlock.load(block, payload) & FactRow.forever,
      FactBlock.load(block, payload &+ 2) >> 24
    )
  }

  @inline(__always)
  private func payloadStart(_ block: Span<UInt8>, _ index: Int) -> Int {
    Int(FactBlock.load(block, row(block, index) &+ 6) >> 48)
  }

  /// Where a row begins, all of whose bytes stand in the block.
  @inline(__always)
  private func row(_ block: Span<UInt8>, _ index: Int) -> Int {
    // No block has as many rows as bytes, which keeps the product small.
    precondition(UInt(bitPattern: index) < UInt(bitPattern: block.count), "a row outside its block")
    let row = start &+ index &* FactBlock.rowLength
    precondition(row &+ FactBlock.rowLength <= block.count, "a row outside its block")
    return row
  }

  /// Eight bytes that are known to stand in the block, as a number, least significant first.
  @inline(__always)
  private static func load(_ block: Span<UInt8>, _ start: Int) -> UInt64 {
    UInt64(
      littleEndian: unsafe block.bytes.unsafeLoadUnaligned(
        fromUncheckedByteOffset: start, as: UInt64.self))
  }

  /// Eight bytes as a number, least significant first.
  @inline(__always)
  static func number(_ block: Span<UInt8>, _ start: Int) -> UInt64 {
    precondition(start >= 0 && start &+ 8 <= block.count, "a number outside its block")
    return load(block, start)
  }
}
