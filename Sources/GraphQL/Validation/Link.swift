/// The number of a row of a table, or of a type, or none: an `Int?` in four bytes.
struct Link: Hashable {
  private let number: UInt32

  static let none = Link(Int?.none)

  init(_ number: Int?) {
    self.number = number.map { UInt32(truncatingIfNeeded: $0) } ?? .max
  }

  init(_ type: Schema.TypeID?) {
    self.init(type?.index)
  }

  var isNone: Bool { number == .max }
  var index: Int? { number == .max ? nil : Int(number) }
  var type: Schema.TypeID? { index.map { Schema.TypeID($0) } }
}

/// A part of a table in eight bytes.
struct Rows {
  private let start: UInt32
  private let end: UInt32

  init(_ range: Range<Int>) {
    start = UInt32(truncatingIfNeeded: range.lowerBound)
    end = UInt32(truncatingIfNeeded: range.upperBound)
  }

  var range: Range<Int> { Int(start)..<Int(end) }
  var count: Int { Int(end - start) }
  var isEmpty: Bool { start == end }
}
