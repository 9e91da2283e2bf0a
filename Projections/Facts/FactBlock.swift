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
    FactRow.place(packed: number(block, headerLength + index * rowLength))
  }

  @inline(__always)
  static func day(_ block: Span<UInt8>, _ index: Int) -> Int32 {
    let start = headerLength + index * rowLength + 1
    return Int32(truncatingIfNeeded: number(block, start) & 0xFFFF_FFFF)
  }

  /// The number of a row's line, and its day.
  @inline(__always)
  static func lineAndDay(_ block: Span<UInt8>, _ index: Int) -> (line: UInt8, day: Int32) {
    let bytes = number(block, headerLength &+ index &* rowLength)
    return (UInt8(truncatingIfNeeded: bytes), Int32(truncatingIfNeeded: bytes >> 8))
  }

  /// The position of a row's event.
  @inline(__always)
  static func position(_ block: Span<UInt8>, _ index: Int) -> UInt64 {
    number(block, headerLength &+ index &* rowLength &+ 5) & FactRow.forever
  }

  /// Whether a row stands at a position.
  @inline(__always)
  static func isLive(_ block: Span<UInt8>, _ index: Int, at position: UInt64) -> Bool {
    let start = headerLength &+ index &* rowLength
    return number(block, start &+ 10) & FactRow.forever <= position
      && position < number(block, start &+ 15) & FactRow.forever
  }

  static func type(_ block: Span<UInt8>, _ index: Int) -> UInt8 {
    block[headerLength + index * rowLength + 20]
  }

  /// The row, its payload placed by where it stands in the block.
  ///
  /// - Returns: `nil` where the payload lies outside the block.
  static func row(_ block: Span<UInt8>, _ index: Int, of count: Int) -> FactRow? {
    let start = headerLength + index * rowLength
    let payload = payloadStart(block, index)
    let end = index + 1 < count ? payloadStart(block, index + 1) : block.count
    guard headerLength + count * rowLength <= payload, payload <= end, end <= block.count else {
      return nil
    }
    let kinds = number(block, start + 17) >> 24
    return FactRow(
      line: block[start], type: UInt8(truncatingIfNeeded: kinds),
      attributes: UInt8(truncatingIfNeeded: kinds >> 8),
      precision: UInt8(truncatingIfNeeded: kinds >> 16), day: day(block, index),
      position: number(block, start + 5) & FactRow.forever,
      from: number(block, start + 10) & FactRow.forever,
      until: number(block, start + 15) & FactRow.forever,
      start: Int32(truncatingIfNeeded: payload), count: Int32(truncatingIfNeeded: end - payload))
  }

  static func line(_ block: Span<UInt8>, _ index: Int) -> UInt8 {
    block[headerLength + index * rowLength]
  }

  /// The first row behind those of a line through a day.
  ///
  /// - Complexity: O(log *n*), one comparison a step and no branch that could be foretold wrongly.
  static func end(_ block: Span<UInt8>, _ count: Int, through place: UInt64) -> Int {
    precondition(headerLength + count * rowLength <= block.count, "rows outside their block")
    if count == 0 { return 0 }
    var first = 0
    var rest = count
    while rest > 1 {
      let half = rest >> 1
      first &+= knownPlace(block, first &+ half &- 1) <= place ? half : 0
      rest &-= half
    }
    return first &+ (knownPlace(block, first) <= place ? 1 : 0)
  }

  /// `place` of a row that is known to stand in the block.
  @inline(__always)
  private static func knownPlace(_ block: Span<UInt8>, _ index: Int) -> UInt64 {
    let start = headerLength &+ index &* rowLength
    return FactRow.place(
      packed: UInt64(
        littleEndian: unsafe block.bytes.unsafeLoadUnaligned(
          fromUncheckedByteOffset: start, as: UInt64.self)))
  }

  @inline(__always)
  private static func payloadStart(_ block: Span<UInt8>, _ index: Int) -> Int {
    let start = headerLength + index * rowLength + 23
    return Int(block[start]) | Int(block[start + 1]) << 8
  }

  /// Eight bytes as a number, least significant first; within a row there are always so many.
  @inline(__always)
  static func number(_ block: Span<UInt8>, _ start: Int) -> UInt64 {
    precondition(start >= 0 && start &+ 8 <= block.count, "a number outside its block")
    return UInt64(
      littleEndian: unsafe block.bytes.unsafeLoadUnaligned(
        fromUncheckedByteOffset: start, as: UInt64.self))
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
