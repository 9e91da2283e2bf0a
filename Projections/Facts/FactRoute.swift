/// The blocks of one stream in which an answer may stand, in the order of their keys, each with what is
/// to be looked for in it.
///
/// A target of which one row counts leads to one block: the last through the day, or the first, that had
/// a row that was believed at the position. What is not found there leads on to the next such block.
struct FactRoute {
  /// A block to look at.
  struct Stop {
    /// The number in its key.
    let number: UInt32
    var targets: FactTargets
  }

  /// The last day that counts.
  let day: Int32
  /// The last position that counts.
  let position: UInt64
  private(set) var stops: [Stop] = []
  /// The targets that may be found in further blocks where they are not in those of the route.
  private(set) var further = FactTargets()
  /// Where among the head's blocks each of those leads, by its bit.
  private var places = InlineArray<32, Int32>(repeating: 0)

  init(day: Int32, position: UInt64) {
    self.day = day
    self.position = position
  }

  /// Leads to where targets may be found first.
  mutating func lead(to targets: FactTargets, _ head: Span<UInt8>, _ stored: StoredHead) {
    stops.removeAll(keepingCapacity: true)
    further = []
    if stored.blocks == 0 { return }
    if stored.blocks == 1 {
      if stored.isLive(head, 0, at: position) { add(targets, stored.number(head, 0)) }
      return
    }
    // Lines come in their order, so that each search begins where the last one ended.
    var (back, forward) = (0, 0)
    var rest = targets
    while let bit = rest.popFirst() {
      let line = FactTargets.line(ofBit: bit)
      if FactTargets.isFirst(bit) {
        forward = stored.lastBlock(head, through: FactRow.place(line, .min) - 1, from: forward)
        leadForward(bit, line, from: forward, head, stored)
      } else if FactTargets.single.has(bit) {
        back = stored.lastBlock(head, through: FactRow.place(line, day), from: back)
        leadBack(bit, line, from: back, head, stored)
      } else {
        leadToAll(bit, head, stored)
      }
    }
  }

  /// Leads on to where targets may be found that were not.
  mutating func leadOn(to targets: FactTargets, _ head: Span<UInt8>, _ stored: StoredHead) {
    stops.removeAll(keepingCapacity: true)
    var rest = targets.intersection(further)
    further = []
    while let bit = rest.popFirst() {
      let line = FactTargets.line(ofBit: bit)
      if FactTargets.isFirst(bit) {
        leadForward(bit, line, from: Int(places[bit]) + 1, head, stored)
      } else {
        leadBack(bit, line, from: Int(places[bit]) - 1, head, stored)
      }
    }
  }

  /// Leads to all blocks in which rows of some lines may stand, whatever their day.
  mutating func lead(toAllOf lines: FactTargets, _ head: Span<UInt8>, _ stored: StoredHead) {
    stops.removeAll(keepingCapacity: true)
    if stored.blocks == 0 { return }
    var rest = lines
    while let bit = rest.popFirst() {
      let line = UInt8(truncatingIfNeeded: bit)
      lead(bit, from: FactRow.place(line, .min), through: FactRow.place(line, .max), head, stored)
    }
  }

  /// Leads to all blocks.
  mutating func lead(toAll head: Span<UInt8>, _ stored: StoredHead) {
    stops.removeAll(keepingCapacity: true)
    for place in 0..<stored.blocks where stored.isLive(head, place, at: position) {
      add([], stored.number(head, place))
    }
  }

  // MARK: - One target

  private mutating func leadBack(
    _ bit: Int, _ line: UInt8, from last: Int, _ head: Span<UInt8>, _ stored: StoredHead
  ) {
    var place = last
    while place >= 0 {
      // No block before one that begins with an earlier line has rows of this one.
      let isFirst = place == 0 || stored.line(head, place) != line
      if stored.isLive(head, place, at: position) {
        add(FactTargets(bit: bit), stored.number(head, place))
        if !isFirst { lead(bit, furtherFrom: place) }
        return
      }
      if isFirst { return }
      place -= 1
    }
  }

  private mutating func leadForward(
    _ bit: Int, _ line: UInt8, from first: Int, _ head: Span<UInt8>, _ stored: StoredHead
  ) {
    let end = FactRow.place(line, day)
    var place = first
    while place < stored.blocks {
      let isLast = place + 1 == stored.blocks || stored.place(head, place + 1) > end
      if stored.isLive(head, place, at: position) {
        add(FactTargets(bit: bit), stored.number(head, place))
        if !isLast { lead(bit, furtherFrom: place) }
        return
      }
      if isLast { return }
      place += 1
    }
  }

  private mutating func lead(_ bit: Int, furtherFrom place: Int) {
    further.insert(FactTargets(bit: bit))
    places[bit] = Int32(truncatingIfNeeded: place)
  }

  private mutating func leadToAll(_ bit: Int, _ head: Span<UInt8>, _ stored: StoredHead) {
    let line = UInt8(truncatingIfNeeded: bit)
    let (first, last): (Int32, Int32) =
      switch FactLine(rawValue: line) {
      case .coarse: (day, day + FactSearch.longestSpan)
      case .open: (day, .max)
      default: (.min, day)
      }
    lead(
      bit, from: FactRow.place(line, first), through: FactRow.place(line, last), head, stored)
  }

  private mutating func lead(
    _ bit: Int, from first: UInt64, through last: UInt64, _ head: Span<UInt8>,
    _ stored: StoredHead
  ) {
    var place = stored.lastBlock(head, through: first - 1, from: 0)
    repeat {
      if stored.isLive(head, place, at: position) {
        add(FactTargets(bit: bit), stored.number(head, place))
      }
      place += 1
    } while place < stored.blocks && stored.place(head, place) <= last
  }

  /// Adds a block, or what is looked for in it.
  private mutating func add(_ targets: FactTargets, _ number: UInt32) {
    var index = stops.count
    while index > 0, stops[index - 1].number > number { index -= 1 }
    if index > 0, stops[index - 1].number == number {
      stops[index - 1].targets.formUnion(targets)
    } else {
      stops.insert(Stop(number: number, targets: targets), at: index)
    }
  }
}
