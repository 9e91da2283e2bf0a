/// Some positions of a ledger, each with its place among them: how many are before it.
///
/// A bit a position, and how many stand before each group of words (a succinct bit vector's rank:
/// Jacobson 1989); of all positions, nothing is kept.
struct PositionSet: Sendable {
  /// How many there are.
  private(set) var count: Int
  /// The last position that may be among them; the first is 1.
  let last: UInt64
  /// A bit a position, the least significant one first; none where all are among them.
  private var words: [UInt64] = []
  /// How many are before each group of words.
  private var counts: [Int] = []

  /// How many words are counted together: a line of the processor's cache.
  private static let groupSize = 8

  /// All positions through one.
  init(allThrough last: UInt64) {
    self.last = last
    count = Int(clamping: last)
  }

  /// The positions that a closure adds, each through the last one, in any order.
  init<Failure: Error>(
    through last: UInt64, _ fill: (_ add: (UInt64) -> Void) throws(Failure) -> Void
  ) throws(Failure) {
    self.last = last
    var words = [UInt64](repeating: 0, count: Int(clamping: last) / 64 + 1)
    try fill { position in
      guard position >= 1, position <= last else { return }
      words[Int(position) / 64] |= 1 << (position % 64)
    }
    count = 0
    for (index, word) in words.enumerated() {
      if index % Self.groupSize == 0 { counts.append(count) }
      count += word.nonzeroBitCount
    }
    self.words = words
  }

  /// The place of a position among them; `nil` where it is not.
  func place(of position: UInt64) -> Int? {
    guard position >= 1, position <= last else { return nil }
    if words.isEmpty { return Int(position) - 1 }
    let index = Int(position) / 64
    let bit: UInt64 = 1 << (position % 64)
    if words[index] & bit == 0 { return nil }
    var place = counts[index / Self.groupSize]
    for before in (index / Self.groupSize * Self.groupSize)..<index {
      place += words[before].nonzeroBitCount
    }
    return place + (words[index] & (bit - 1)).nonzeroBitCount
  }
}
