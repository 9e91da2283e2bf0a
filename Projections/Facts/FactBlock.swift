/// Rows as they are stored, some dozens side by side (`docs/projections.md`).
///
/// A `FactSeal`; how many there are, in two bytes; 25 bytes a row, numbers least significant byte first;
/// then the payloads, each behind the one before. All that is read is read where it stands; whoever
/// reads a block looks at its seal first.
enum FactBlock {
  static let headerLength = FactSeal.length + 2
  static let rowLength = 25
  /// The most bytes of a block: two, with their keys, fit a page of LMDB.
  static let mostBytes = 1850
  /// The most bytes of a body that is kept beside its row; a longer one is read in its record.
  static let mostBodyBytes = 200

  /// How many rows there are; `nil` where the bytes are no block.
  static func count(_ block: Span<UInt8>) -> Int? {
    guard block.count >= headerLength else { return nil }
    let count = Int(block[FactSeal.length]) | Int(block[FactSeal.length + 1]) << 8
    return headerLength + count * rowLength <= block.count ? count : nil
  }

  /// The number of a row's line, with its day, as `FactRow.place`.
  @inline(__always)
  static func place(_ block: Span<UInt8>, _ index: Int) -> UInt64 {
    FactRow.place(packed: load(block, start(block, index)))
  }

  @inline(__always)
  static func day(_ block: Span<UInt8>, _ index: Int) -> Int32 {
    lineAndDay(block, index).day
  }

  @inline(__always)
  static func line(_ block: Span<UInt8>, _ index: Int) -> UInt8 {
    lineAndDay(block, index).line
  }

  /// The number of a row's line, and its day.
  @inline(__always)
  static func lineAndDay(_ block: Span<UInt8>, _ index: Int) -> (line: UInt8, day: Int32) {
    let bytes = load(block, start(block, index))
    return (UInt8(truncatingIfNeeded: bytes), Int32(truncatingIfNeeded: bytes >> 8))
  }

  /// The position of a row's event.
  @inline(__always)
  static func position(_ block: Span<UInt8>, _ index: Int) -> UInt64 {
    load(block, start(block, index) &+ 5) & FactRow.forever
  }

  /// Whether a row stands at a position.
  @inline(__always)
  static func isLive(_ block: Span<UInt8>, _ index: Int, at position: UInt64) -> Bool {
    let start = start(block, index)
    return load(block, start &+ 10) & FactRow.forever <= position
      && position < load(block, start &+ 15) & FactRow.forever
  }

  @inline(__always)
  static func type(_ block: Span<UInt8>, _ index: Int) -> UInt8 {
    UInt8(truncatingIfNeeded: load(block, start(block, index) &+ 17) >> 24)
  }

  /// The row, its payload placed by where it stands in the block.
  ///
  /// - Returns: `nil` where the payload lies outside the block.
  @inline(__always)
  static func row(_ block: Span<UInt8>, _ index: Int, of count: Int) -> FactRow? {
    let start = start(block, index)
    let (place, kinds) = (load(block, start), load(block, start &+ 17))
    let payload = Int(kinds >> 48)
    let end = index + 1 < count ? payloadStart(block, index + 1) : block.count
    guard headerLength + count * rowLength <= payload, payload <= end, end <= block.count else {
      return nil
    }
    return FactRow(
      line: UInt8(truncatingIfNeeded: place), type: UInt8(truncatingIfNeeded: kinds >> 24),
      attributes: UInt8(truncatingIfNeeded: kinds >> 32),
      precision: UInt8(truncatingIfNeeded: kinds >> 40),
      day: Int32(truncatingIfNeeded: place >> 8),
      position: load(block, start &+ 5) & FactRow.forever,
      from: load(block, start &+ 10) & FactRow.forever,
      until: load(block, start &+ 15) & FactRow.forever,
      start: Int32(truncatingIfNeeded: payload), count: Int32(truncatingIfNeeded: end - payload))
  }

  /// The first row behind those of a line through a day.
  ///
  /// - Complexity: O(log *n*), one comparison a step and no branch that could be foretold wrongly.
  static func end(_ block: Span<UInt8>, _ count: Int, through place: UInt64) -> Int {
    precondition(headerLength + count * rowLength <= block.count, "rows outside their block")
    if count == 0 { return 0 }
    // A step goes on by what a mask leaves of it: of a condition the compiler would make a branch.
    var first = 0
    var start = headerLength
    var rest = count
    while rest > 1 {
      let half = rest >> 1
      let bytes = half &* rowLength
      let mask = through(place, block, start &+ bytes &- rowLength)
      first &+= half & mask
      start &+= bytes & mask
      rest &-= half
    }
    return first &+ (1 & through(place, block, start))
  }

  /// All bits where the row that begins there stands through that place, else none.
  @inline(__always)
  private static func through(_ place: UInt64, _ block: Span<UInt8>, _ start: Int) -> Int {
    // Lines are below 128, so that a difference is below zero or is not.
    let later = place &- FactRow.place(packed: load(block, start))
    return Int(~(Int64(bitPattern: later) >> 63))
  }

  @inline(__always)
  private static func payloadStart(_ block: Span<UInt8>, _ index: Int) -> Int {
    Int(load(block, start(block, index) &+ 17) >> 48)
  }

  /// Where a row begins, all of whose bytes stand in the block.
  @inline(__always)
  private static func start(_ block: Span<UInt8>, _ index: Int) -> Int {
    // No block has as many rows as bytes, which keeps the product small.
    precondition(UInt(bitPattern: index) < UInt(bitPattern: block.count), "a row outside its block")
    let start = headerLength &+ index &* rowLength
    precondition(start &+ rowLength <= block.count, "a row outside its block")
    return start
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

extension FactBlock {
  /// All rows of the block of a key; `nil` where the bytes are not what was stored there.
  static func rows(_ block: Span<UInt8>, under key: Span<UInt8>) -> FactRows? {
    FactSeal.isWhole(block, under: key) ? rows(block) : nil
  }

  /// All rows of what may not be what was stored; `nil` where the bytes are no block.
  static func rows(_ block: Span<UInt8>) -> FactRows? {
    guard let count = count(block) else { return nil }
    var set = FactRows()
    set.rows.reserveCapacity(count + 8)
    set.bytes.reserveCapacity(block.count + 64)
    let payloads = Int32(headerLength + count * rowLength)
    set.bytes.append(block, from: Int(payloads), block.count - Int(payloads))
    for index in 0..<count {
      guard var row = row(block, index, of: count) else { return nil }
      row.start -= payloads
      set.rows.append(row)
    }
    return set
  }

  /// How many bytes some rows take.
  static func length(_ set: FactRows, _ range: Range<Int>) -> Int {
    var length = headerLength + range.count * rowLength
    for index in range { length += Int(set.rows[index].count) }
    return length
  }

  /// The block of some rows, in their order, as it is stored under a key.
  static func bytes(_ set: FactRows, _ range: Range<Int>, under key: [UInt8]) -> [UInt8] {
    var block = bytes(set, range)
    FactSeal.seal(&block, under: key)
    return block
  }

  /// The bytes of some rows, in their order, the seal's being zeros.
  static func bytes(_ set: FactRows, _ range: Range<Int>) -> [UInt8] {
    let length = length(set, range)
    return unsafe [UInt8](unsafeUninitializedCapacity: length) { buffer, count in
      let bytes = UnsafeMutableRawBufferPointer(buffer)
      func store(_ value: UInt64, _ place: Int) {
        unsafe bytes.storeBytes(of: value.littleEndian, toByteOffset: place, as: UInt64.self)
      }
      store(0, 0)
      unsafe bytes[FactSeal.length] = UInt8(truncatingIfNeeded: range.count)
      unsafe bytes[FactSeal.length + 1] = UInt8(truncatingIfNeeded: range.count >> 8)
      var place = headerLength
      var payload = headerLength + range.count * rowLength
      for index in range {
        let row = set.rows[index]
        unsafe bytes[place] = row.line
        // Each number runs over into the next one's place, which is written after it.
        store(UInt64(UInt32(bitPattern: row.day)), place + 1)
        store(row.position, place + 5)
        store(row.from, place + 10)
        store(row.until, place + 15)
        unsafe bytes[place + 20] = row.type
        unsafe bytes[place + 21] = row.attributes
        unsafe bytes[place + 22] = row.precision
        unsafe bytes[place + 23] = UInt8(truncatingIfNeeded: payload)
        unsafe bytes[place + 24] = UInt8(truncatingIfNeeded: payload >> 8)
        place += rowLength
        payload += Int(row.count)
      }
      for index in range {
        let row = set.rows[index]
        let from = Int(row.start)
        unsafe set.bytes.withUnsafeBytes { source in
          let source = unsafe UnsafeRawBufferPointer(rebasing: source[from..<from + Int(row.count)])
          unsafe UnsafeMutableRawBufferPointer(rebasing: bytes[place..<place + source.count])
            .copyMemory(from: source)
        }
        place += Int(row.count)
      }
      count = length
    }
  }

  /// The ranges of rows that make blocks of at most so many bytes, of about the same length.
  static func division(_ set: FactRows, atMost most: Int) -> [Range<Int>] {
    let all = set.rows.indices
    let length = length(set, all)
    if length <= most { return [all] }
    let wanted = length / ((length + most - 1) / most) + rowLength
    var ranges: [Range<Int>] = []
    var start = 0
    var bytes = headerLength
    for index in all {
      let more = rowLength + Int(set.rows[index].count)
      if index > start, bytes + more > min(wanted, most) {
        ranges.append(start..<index)
        start = index
        bytes = headerLength
      }
      bytes += more
    }
    ranges.append(start..<all.upperBound)
    return ranges
  }
}

extension [UInt8] {
  /// Appends the least significant bytes of a number, the least first.
  mutating func append(little value: UInt64, _ count: Int) {
    for index in 0..<count { append(UInt8(truncatingIfNeeded: value >> UInt64(8 * index))) }
  }
}
