/// Names that occur more than once in a list, with the places where they do.
///
/// - Complexity: O(*n*) on average; short lists, which most are, cost no allocation.
struct Repetitions<Names: Sequence> where Names.Element == (UInt32, Position) {
  private let names: Names

  init(_ names: Names) {
    self.names = names
  }

  /// All places of each name that occurs more than once.
  var groups: [(name: UInt32, positions: [Position])] {
    guard hasRepetition else { return [] }
    var positions: [UInt32: [Position]] = [:]
    var order: [UInt32] = []
    for (name, position) in names {
      positions[name, default: []].append(position)
      if positions[name]?.count == 2 { order.append(name) }
    }
    return order.map { ($0, positions[$0] ?? []) }
  }

  /// The first place of a name with each later one.
  var pairs: [(name: UInt32, first: Position, second: Position)] {
    groups.flatMap { name, positions in
      positions.dropFirst().map { (name, positions[0], $0) }
    }
  }

  private var hasRepetition: Bool {
    var few: UInt64 = 0
    var isCertain = true
    for (name, _) in names {
      let bit: UInt64 = 1 << UInt64(name & 63)
      if few & bit != 0 { isCertain = false }
      few |= bit
    }
    if isCertain { return false }
    var seen: Set<UInt32> = []
    for (name, _) in names where !seen.insert(name).inserted { return true }
    return false
  }
}
