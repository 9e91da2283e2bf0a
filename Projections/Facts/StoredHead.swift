/// A stream's head where it is stored: what a question asks of it is read in place, however many
/// blocks it lists. `StreamHead` is the same as a value, for those who change it.
struct StoredHead {
  /// How many steps it has.
  let steps: Int
  /// How many blocks it lists.
  let blocks: Int

  /// That of no stream.
  static let empty = StoredHead(steps: 0, blocks: 0)

  private init(steps: Int, blocks: Int) {
    self.steps = steps
    self.blocks = blocks
  }

  /// How a head is laid out; `nil` where the bytes are none.
  init?(_ head: Span<UInt8>) {
    guard head.count >= StreamHead.headerLength else { return nil }
    // A stream of which nothing is believed may have a head that is no longer than its counts.
    var counts: UInt64 = 0
    for index in 0..<6 {
      counts |= UInt64(head[StreamHead.headerLength - 6 + index]) << UInt64(8 * index)
    }
    steps = Int(counts & 0xFFFF)
    blocks = Int(counts >> 16)
    let length =
      StreamHead.headerLength + steps * StreamHead.stepLength + blocks * StreamHead.entryLength
    guard length == head.count else { return nil }
  }

  @inline(__always)
  private func entry(_ index: Int) -> Int {
    StreamHead.headerLength &+ steps &* StreamHead.stepLength &+ index &* StreamHead.entryLength
  }

  /// The line and day of the least row that may stand in a block, as `FactRow.place`.
  @inline(__always)
  func place(_ head: Span<UInt8>, _ index: Int) -> UInt64 {
    FactRow.place(packed: FactBlock.number(head, entry(index)))
  }

  @inline(__always)
  func line(_ head: Span<UInt8>, _ index: Int) -> UInt8 { head[entry(index)] }

  /// The number in a block's key.
  @inline(__always)
  func number(_ head: Span<UInt8>, _ index: Int) -> UInt32 {
    UInt32(truncatingIfNeeded: FactBlock.number(head, entry(index) + 15))
  }

  /// Whether any row of a block may be believed at a position.
  @inline(__always)
  func isLive(_ head: Span<UInt8>, _ index: Int, at position: UInt64) -> Bool {
    let start = entry(index)
    return FactBlock.number(head, start &+ 19) & FactRow.forever <= position
      && position < FactBlock.number(head, start &+ 21) >> 24
  }

  /// The last block in which a row of a line through a day may stand, at or behind `first`.
  ///
  /// - Complexity: O(log *n*) of the blocks between.
  func lastBlock(_ head: Span<UInt8>, through place: UInt64, from first: Int) -> Int {
    // Steps that double, then the search within the last of them: it is mostly near.
    var low = first &+ 1
    var step = 1
    while low &+ step <= blocks, self.place(head, low &+ step &- 1) <= place {
      low &+= step
      step &*= 2
    }
    var high = min(blocks, low &+ step &- 1)
    while low < high {
      let middle = (low &+ high) >> 1
      if self.place(head, middle) <= place { low = middle &+ 1 } else { high = middle }
    }
    return low &- 1
  }

  /// The classes of provenance that a stream rests on at a point, a bit each.
  func provenances(_ head: Span<UInt8>, at position: UInt64, on day: Int32) -> UInt8 {
    var classes: UInt8 = 0
    for step in 0..<steps {
      let start = StreamHead.headerLength + step * StreamHead.stepLength
      // Steps are in the order of positions, and a later one takes an earlier one's place.
      if FactBlock.number(head, start) & FactRow.forever > position { break }
      let bit: UInt8 = 1 << (head[start + 5] & 3)
      let first = Int32(truncatingIfNeeded: FactBlock.number(head, start + 2) >> 32)
      if first <= day { classes |= bit } else { classes &= ~bit }
    }
    return classes
  }
}
