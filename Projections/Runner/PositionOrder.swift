/// Positions below 2⁴⁰ as they come, and then in their order, each with its place in the list.
struct PositionOrder: Sendable {
  /// A position as it came, or in order: then with its place behind it, where `isPacked`.
  private var positions: [UInt64] = []
  private var isPacked = false

  private static let placeBits = 24

  /// The most that can be put in order, unless they come so.
  static var most: Int { 1 << placeBits }

  var count: Int { positions.count }

  subscript(index: Int) -> (position: UInt64, place: Int) {
    let number = positions[index]
    if !isPacked { return (number, index) }
    return (number >> UInt64(Self.placeBits), Int(number) & (Self.most - 1))
  }

  mutating func reserveCapacity(_ count: Int) { positions.reserveCapacity(count) }

  /// Adds positions at the end of the list.
  mutating func append(_ more: [UInt64]) { positions.append(contentsOf: more) }

  /// Puts them in their order: digit by digit, the least first (Knuth, volume 3, algorithm R), several
  /// times sooner than by comparing.
  ///
  /// - Returns: whether they are; not where there are more than can be.
  mutating func sort() -> Bool {
    if zip(positions, positions.dropFirst()).allSatisfy({ $0 < $1 }) { return true }
    if positions.count > Self.most { return false }
    for place in positions.indices {
      positions[place] = positions[place] << UInt64(Self.placeBits) | UInt64(place)
    }
    isPacked = true
    let digitBits = 11
    let greatest = positions.max() ?? 0
    var sorted = positions
    var shift = Self.placeBits
    while shift < 64, greatest >> UInt64(shift) > 0 {
      var starts = [Int](repeating: 0, count: 1 << digitBits + 1)
      func digit(_ number: UInt64) -> Int { Int(number >> UInt64(shift)) & (1 << digitBits - 1) }
      for number in positions { starts[digit(number) + 1] += 1 }
      for index in 1...(1 << digitBits) { starts[index] += starts[index - 1] }
      for number in positions {
        let digit = digit(number)
        sorted[starts[digit]] = number
        starts[digit] += 1
      }
      swap(&positions, &sorted)
      shift += digitBits
    }
    return true
  }
}
