/// The records that some streams are made of, by position: in this order they share pages.
struct WantedRecords {
  /// A position, and behind it the place of its stream.
  private var packed: [UInt64] = []

  private static let streamBits = 24
  /// No more streams than these are told apart.
  static let mostStreams = 1 << streamBits

  var count: Int { packed.count }

  subscript(index: Int) -> (position: UInt64, stream: Int) {
    (packed[index] >> UInt64(Self.streamBits), Int(packed[index]) & (Self.mostStreams - 1))
  }

  mutating func reserveCapacity(_ count: Int) { packed.reserveCapacity(count) }

  /// Adds a position below 2⁴⁰.
  mutating func add(_ position: UInt64, for stream: Int) {
    packed.append(position << UInt64(Self.streamBits) | UInt64(stream))
  }

  /// Puts them in the order of their positions: digit by digit, the least first (Knuth, volume 3,
  /// algorithm R), several times sooner than by comparing.
  mutating func sort() {
    let digitBits = 11
    let greatest = packed.max() ?? 0
    var sorted = packed
    var shift = Self.streamBits
    while shift < 64, greatest >> UInt64(shift) > 0 {
      var starts = [Int](repeating: 0, count: 1 << digitBits + 1)
      func digit(_ number: UInt64) -> Int { Int(number >> UInt64(shift)) & (1 << digitBits - 1) }
      for number in packed { starts[digit(number) + 1] += 1 }
      for index in 1...(1 << digitBits) { starts[index] += starts[index - 1] }
      for number in packed {
        let digit = digit(number)
        sorted[starts[digit]] = number
        starts[digit] += 1
      }
      swap(&packed, &sorted)
      shift += digitBits
    }
  }
}
