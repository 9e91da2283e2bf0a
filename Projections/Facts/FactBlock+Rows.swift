extension FactBlock {
  /// All rows of the block of a key; `nil` where the bytes are not what was stored there.
  static func rows(_ block: Span<UInt8>, under key: Span<UInt8>) -> FactRows? {
    FactSeal.isWhole(block, under: key) ? rows(block) : nil
  }

  /// All rows of what may not be what was stored; `nil` where the bytes are no block.
  static func rows(_ block: Span<UInt8>) -> FactRows? {
    guard let stored = FactBlock(block) else { return nil }
    var set = FactRows()
    set.rows.reserveCapacity(stored.count + 8)
    set.bytes.reserveCapacity(block.count + 64)
    let payloads = Int32(stored.payloads)
    set.bytes.append(block, from: stored.payloads, block.count - stored.payloads)
    for place in 0..<stored.lines {
      let (line, end) = stored.line(block, place)
      while set.rows.count < end {
        guard var row = stored.row(block, set.rows.count, on: line) else { return nil }
        row.start -= payloads
        set.rows.append(row)
      }
    }
    return set.rows.count == stored.count ? set : nil
  }

  /// How many bytes some rows take, in their order.
  static func length(_ set: FactRows, _ range: Range<Int>) -> Int {
    var length = headerLength
    for index in range { length += self.length(set, index, isFirst: index == range.lowerBound) }
    return length
  }

  /// How many bytes a row adds to those before it.
  private static func length(_ set: FactRows, _ index: Int, isFirst: Bool) -> Int {
    let row = set.rows[index]
    let isOnItsLine = !isFirst && set.rows[index - 1].line == row.line
    return (isOnItsLine ? 0 : lineLength) + rowLength + row.payloadLength
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
      var output = unsafe OutputBlock(bytes: UnsafeMutableRawBufferPointer(buffer))
      output.put(range.count, set.lines(range))
      var payload = output.place + range.count * rowLength
      for index in range {
        output.put(set.rows[index], payload: payload)
        payload += set.rows[index].payloadLength
      }
      for index in range { output.putPayload(set.rows[index], of: set) }
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
      var more = self.length(set, index, isFirst: index == start)
      if index > start, bytes + more > min(wanted, most) {
        ranges.append(start..<index)
        start = index
        bytes = headerLength
        more = self.length(set, index, isFirst: true)
      }
      bytes += more
    }
    ranges.append(start..<all.upperBound)
    return ranges
  }
}

extension FactRows {
  /// The lines of some rows, each with how many rows there are through its last.
  fileprivate func lines(_ range: Range<Int>) -> [(number: UInt8, end: Int)] {
    var lines: [(number: UInt8, end: Int)] = []
    for index in range {
      let line = rows[index].line
      if lines.last?.number != line { lines.append((line, 0)) }
      lines[lines.count - 1].end = index + 1 - range.lowerBound
    }
    return lines
  }
}

/// The bytes of a block that is being written, with room for all of it.
@safe
private struct OutputBlock {
  let bytes: UnsafeMutableRawBufferPointer
  /// Where the next row, or payload, begins.
  var place = FactBlock.headerLength

  init(bytes: UnsafeMutableRawBufferPointer) { unsafe self.bytes = bytes }

  /// Writes eight bytes, the least significant first.
  private func store(_ value: UInt64, _ place: Int) {
    unsafe bytes.storeBytes(of: value.littleEndian, toByteOffset: place, as: UInt64.self)
  }

  private func store(_ value: UInt64, in count: Int, _ place: Int) {
    for index in 0..<count {
      unsafe bytes[place + index] = UInt8(truncatingIfNeeded: value >> UInt64(8 * index))
    }
  }

  /// Writes what stands before the rows.
  mutating func put(_ count: Int, _ lines: [(number: UInt8, end: Int)]) {
    store(0, 0)
    store(UInt64(count), in: 2, FactSeal.length)
    store(UInt64(lines.count), in: 1, FactSeal.length + 2)
    for line in lines {
      store(UInt64(line.number), in: 1, place)
      store(UInt64(line.end), in: 2, place + 1)
      place += FactBlock.lineLength
    }
  }

  mutating func put(_ row: FactRow, payload: Int) {
    let span = row.isSpanned ? FactRow.Attribute.span : 0
    let kinds = UInt64(row.type) | UInt64(row.attributes | span) << 8
    let rest =
      kinds | UInt64(row.precision) << 16 | UInt64(UInt16(truncatingIfNeeded: payload)) << 24
    store(UInt64(UInt32(bitPattern: row.day)) | row.position << 32, place)
    // The last byte of the position, then what follows it.
    store(row.position >> 16 & 0xFF_FFFF | rest << 24, place + 6)
    place += FactBlock.rowLength
  }

  mutating func putPayload(_ row: FactRow, of set: FactRows) {
    if row.isSpanned {
      store(row.from, in: 5, place)
      store(row.until, in: 5, place + 5)
      place += FactBlock.spanLength
    }
    let range = Int(row.start)..<Int(row.start + row.count)
    unsafe set.bytes.withUnsafeBytes { source in
      unsafe UnsafeMutableRawBufferPointer(rebasing: bytes[place..<place + range.count])
        .copyMemory(from: UnsafeRawBufferPointer(rebasing: source[range]))
    }
    place += range.count
  }
}

extension [UInt8] {
  /// Appends the least significant bytes of a number, the least first.
  ///
  /// - Parameter count: at most 8.
  mutating func append(little value: UInt64, _ count: Int) {
    precondition(count <= 8, "a number has eight bytes")
    append(addingCapacity: 8) { output in
      unsafe output.withUnsafeMutableBufferPointer { bytes, written in
        // All eight are written, for that is one step, and so many of them count.
        unsafe UnsafeMutableRawBufferPointer(bytes).storeBytes(
          of: value.littleEndian, as: UInt64.self)
        written = count
      }
    }
  }
}
