internal import Events

/// What is looked for among the rows of a stream: a bit each.
///
/// A line's number is the bit for its last row by the day, or for all rows that count of a line of
/// which more than one does. The first row of a line has a bit of its own.
struct FactTargets: OptionSet, Sendable {
  let rawValue: UInt64

  init(rawValue: UInt64) { self.rawValue = rawValue }

  private init(last lines: [FactLine], first: [FactLine] = []) {
    rawValue =
      lines.reduce(0) { $0 | 1 << UInt64($1.rawValue) }
      | first.reduce(0) { $0 | 1 << UInt64(FactTargets.firstBit + Int($1.rawValue)) }
  }

  /// What lies between the bits of a line's last row and its first.
  static let firstBit = 16

  /// The lines whose first row counts.
  static let firstLines: [FactLine] = [.added, .deadline, .started]

  /// Whether one row counts of a bit's line.
  @inline(__always)
  static func isSingle(_ bit: Int) -> Bool {
    bit < 2 * firstBit && bit != FactLine.postponed.rawValue && bit != FactLine.coarse.rawValue
      && bit != FactLine.open.rawValue
  }

  /// What an action's state asks.
  private static let action = FactTargets(
    last: [
      .added, .reworded, .expected, .reassigned, .deadline, .running, .percent, .assessment,
      .disposition, .postponed, .coarse, .open,
    ], first: firstLines)

  /// What other states ask.
  private static let other = FactTargets(last: [.all, .coarse, .open])

  /// What the state of a stream of that kind asks.
  static func of(_ kind: StreamKind) -> FactTargets { kind == .action ? .action : .other }

  /// What the running statuses of many days ask.
  static let statuses = FactTargets(last: [.added, .running])

  /// One target by its bit.
  @inline(__always)
  init(bit: Int) { rawValue = 1 << UInt64(bit) }

  /// Whether one is among them, by its bit.
  @inline(__always)
  func has(_ bit: Int) -> Bool { rawValue >> UInt64(bit) & 1 != 0 }

  /// The lines that anything is looked for on, by the bits of their last rows.
  var lines: FactTargets {
    let firsts: UInt64 = 0xFFFF << UInt64(FactTargets.firstBit)
    return FactTargets(
      rawValue: rawValue & ~firsts | (rawValue & firsts) >> UInt64(FactTargets.firstBit))
  }

  /// Takes the least one out, and says its bit; `nil` where there is none.
  @inline(__always)
  mutating func popFirst() -> Int? {
    if rawValue == 0 { return nil }
    defer { self = FactTargets(rawValue: rawValue & (rawValue - 1)) }
    return rawValue.trailingZeroBitCount
  }

  /// The number of a bit's line.
  @inline(__always)
  static func line(ofBit bit: Int) -> UInt8 {
    UInt8(truncatingIfNeeded: isFirst(bit) ? bit - firstBit : bit)
  }

  /// Whether a bit is for the first row of its line.
  @inline(__always)
  static func isFirst(_ bit: Int) -> Bool { bit > firstBit && bit < 2 * firstBit }
}
