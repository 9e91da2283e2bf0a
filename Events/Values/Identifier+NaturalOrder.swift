extension Identifier {
  /// How two codes stand to each other in the order that people expect, in which 1.2 comes before
  /// 1.10: below 0, 0 where they are the same, above 0.
  ///
  /// Digits that follow one another count as one number. Codes that differ in leading zeros alone are
  /// ordered by their bytes, so that the order is total.
  ///
  /// - Complexity: O(*n*) in the bytes.
  public static func compareNaturally(_ left: String, _ right: String) -> Int {
    var left = Rest(left.utf8)
    var right = Rest(right.utf8)
    while !left.isAtEnd, !right.isAtEnd, let one = left.next(), let other = right.next() {
      let order =
        switch (one, other) {
        case (.number(let one), .number(let other)): compare(one, other)
        case (.byte(let one), .byte(let other)): one < other ? -1 : one > other ? 1 : 0
        // A digit is where it stands among bytes.
        case (.number, .byte(let other)): UInt8(ascii: "0") < other ? -1 : 1
        case (.byte(let one), .number): one < UInt8(ascii: "0") ? -1 : 1
        }
      if order != 0 { return order }
    }
    if left.isAtEnd != right.isAtEnd { return left.isAtEnd ? -1 : 1 }
    if left.all.elementsEqual(right.all) { return 0 }
    return left.all.lexicographicallyPrecedes(right.all) ? -1 : 1
  }

  /// Whether the code comes first in that order.
  public func precedesNaturally(_ other: Identifier) -> Bool {
    Identifier.compareNaturally(description, other.description) < 0
  }

  /// Compares numbers of any length, without their leading zeros.
  private static func compare(
    _ left: Substring.UTF8View, _ right: Substring.UTF8View
  ) -> Int {
    if left.count != right.count { return left.count < right.count ? -1 : 1 }
    if left.elementsEqual(right) { return 0 }
    return left.lexicographicallyPrecedes(right) ? -1 : 1
  }

  /// What is left of a code to be read.
  private struct Rest {
    enum Part {
      case number(Substring.UTF8View)
      case byte(UInt8)
    }

    let all: String.UTF8View
    private var index: String.Index

    init(_ all: String.UTF8View) {
      self.all = all
      index = all.startIndex
    }

    var isAtEnd: Bool { index == all.endIndex }

    mutating func next() -> Part? {
      guard index < all.endIndex else { return nil }
      let first = all[index]
      guard Rest.isDigit(first) else {
        index = all.index(after: index)
        return .byte(first)
      }
      let start = index
      while index < all.endIndex, Rest.isDigit(all[index]) { index = all.index(after: index) }
      return .number(all[start..<index].drop { $0 == UInt8(ascii: "0") })
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
  }
}
