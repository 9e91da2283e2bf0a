/// What is stored of a stream beside its rows: where its blocks are, and since when it rests on which
/// classes of provenance.
struct StreamHead: Equatable {
  /// From a position on, the first day on which an event of a class of provenance counts.
  struct ProvenanceStep: Equatable {
    var from: UInt64
    var provenance: UInt8
    /// The day; `never` where no event of that class is live any more.
    var day: Int32

    static let never = Int32.max
  }

  /// A block, by the least row that may stand in it.
  struct BlockEntry: Equatable {
    var line: UInt8
    var day: Int32
    var position: UInt64
    var from: UInt64
    /// The number in its key.
    var number: UInt32
    /// No row of it is believed before.
    var least: UInt64
    /// No row of it is believed from there on; never too low.
    var last: UInt64

    /// Line and day, as `FactRow.place`.
    var place: UInt64 { FactRow.place(line, day) }

    /// Whether a row stands in this block or behind it.
    func precedes(_ row: FactRow) -> Bool {
      let (mine, others) = (place, row.place)
      if mine != others { return mine < others }
      return (position, from) <= (row.position, row.from)
    }
  }

  var provenances: [ProvenanceStep] = []
  var blocks: [BlockEntry] = []

  /// The first day on which an event of a class counts, as of now.
  func firstDay(of provenance: UInt8) -> Int32 {
    provenances.last { $0.provenance == provenance }?.day ?? ProvenanceStep.never
  }

  /// Says from a position on what the first day of a class is.
  mutating func set(firstDay day: Int32, of provenance: UInt8, from position: UInt64) {
    guard firstDay(of: provenance) != day else { return }
    if let index = provenances.lastIndex(where: { $0.provenance == provenance }),
      provenances[index].from == position
    {
      provenances.remove(at: index)
      if firstDay(of: provenance) == day { return }
    }
    provenances.append(ProvenanceStep(from: position, provenance: provenance, day: day))
  }

  /// The place among the blocks of the one in which a row stands, or would.
  func block(of row: FactRow) -> Int {
    var low = 1
    var high = blocks.count
    while low < high {
      let middle = (low + high) / 2
      if blocks[middle].precedes(row) { low = middle + 1 } else { high = middle }
    }
    return low - 1
  }
}

extension StreamHead {
  static let headerLength = FactSeal.length + 6
  static let stepLength = 10
  static let entryLength = 29

  /// The head as it is stored under a key.
  func bytes(under key: [UInt8]) -> [UInt8] {
    var bytes = bytes
    FactSeal.seal(&bytes, under: key)
    return bytes
  }

  /// Room for a seal, two counts, then the steps and the blocks, numbers least significant byte first.
  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(
      Self.headerLength + provenances.count * Self.stepLength + blocks.count * Self.entryLength)
    bytes.append(little: 0, FactSeal.length)
    bytes.append(little: UInt64(provenances.count), 2)
    bytes.append(little: UInt64(blocks.count), 4)
    for step in provenances {
      bytes.append(little: step.from, 5)
      bytes.append(step.provenance)
      bytes.append(little: UInt64(UInt32(bitPattern: step.day)), 4)
    }
    for block in blocks {
      bytes.append(block.line)
      bytes.append(little: UInt64(UInt32(bitPattern: block.day)), 4)
      bytes.append(little: block.position, 5)
      bytes.append(little: block.from, 5)
      bytes.append(little: UInt64(block.number), 4)
      bytes.append(little: block.least, 5)
      bytes.append(little: block.last, 5)
    }
    return bytes
  }

  /// Reads the head of a key; `nil` where the bytes are not what was stored there.
  init?(_ bytes: Span<UInt8>, under key: Span<UInt8>) {
    guard FactSeal.isWhole(bytes, under: key), bytes.count >= Self.headerLength else { return nil }
    func number(_ start: Int, _ count: Int) -> UInt64 {
      var value: UInt64 = 0
      for index in 0..<count { value |= UInt64(bytes[start + index]) << UInt64(8 * index) }
      return value
    }
    let (steps, entries) = (
      Int(number(FactSeal.length, 2)), Int(number(FactSeal.length + 2, 4))
    )
    guard
      bytes.count == Self.headerLength + steps * Self.stepLength + entries * Self.entryLength
    else { return nil }
    var next = Self.headerLength
    provenances.reserveCapacity(steps)
    for _ in 0..<steps {
      provenances.append(
        ProvenanceStep(
          from: number(next, 5), provenance: bytes[next + 5],
          day: Int32(truncatingIfNeeded: number(next + 6, 4))))
      next += Self.stepLength
    }
    blocks.reserveCapacity(entries)
    for _ in 0..<entries {
      blocks.append(
        BlockEntry(
          line: bytes[next], day: Int32(truncatingIfNeeded: number(next + 1, 4)),
          position: number(next + 5, 5), from: number(next + 10, 5),
          number: UInt32(truncatingIfNeeded: number(next + 15, 4)), least: number(next + 19, 5),
          last: number(next + 24, 5)))
      next += Self.entryLength
    }
  }
}

/// The keys of a stream: its name, 0, then nothing for its head and a number for a block.
enum FactKey {
  static func head(_ name: String) -> [UInt8] { head(Array(name.utf8)) }

  static func head(_ name: [UInt8]) -> [UInt8] { name + [0] }

  static func block(_ head: [UInt8], _ number: UInt32) -> [UInt8] {
    var key = head
    for shift: UInt32 in [24, 16, 8, 0] {
      key.append(UInt8(truncatingIfNeeded: number >> shift))
    }
    return key
  }
}
