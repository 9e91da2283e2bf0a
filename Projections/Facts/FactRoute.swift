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

  /// A block by its place among the head's, and what it was found to be looked at for.
  private struct Latest {
    let place: Int
    /// The line with which it begins.
    let line: UInt8
    let isLive: Bool
    var targets = FactTargets()

    static let none = Latest(place: -1, line: 0, isLive: false)
  }

  /// Which blocks an answer leads to.
  private enum Way {
    /// The last one that counts, or the first, or all.
    case back, forward, all
  }

  /// What is looked for, and where it would stand.
  private struct Aim {
    let bit: Int
    let way: Way
    let line: UInt8
    /// Where to begin: the last block through there.
    let place: UInt64
    /// Where the rows end that may count.
    let end: UInt64
  }

  /// The last day that counts.
  let day: Int32
  /// The last position that counts.
  let position: UInt64
  private let targets: FactTargets
  /// In the order of their places, so that one sweep over the head's blocks meets all of them.
  private let aims: [Aim]
  private(set) var stops: [Stop] = []
  /// The targets that may be found in further blocks where they are not in those of the route.
  private(set) var further = FactTargets()
  /// To which block, by its place, a target of which one row counts has led, by its bit.
  private var places = InlineArray<32, Int>(repeating: 0)
  /// The block that was looked at last: many aims lead to one, and it is added once.
  private var latest = Latest.none

  init(to targets: FactTargets, day: Int32, position: UInt64) {
    self.targets = targets
    self.day = day
    self.position = position
    var aims: [Aim] = []
    aims.reserveCapacity(20)
    var rest = targets
    while let bit = rest.popFirst() { aims.append(FactRoute.aim(bit, day)) }
    aims.sort { $0.place < $1.place }
    self.aims = aims
  }

  private static func aim(_ bit: Int, _ day: Int32) -> Aim {
    let line = FactTargets.line(ofBit: bit)
    let today = FactRow.place(line, day)
    let start = FactRow.place(line, .min) - 1
    if FactTargets.isFirst(bit) {
      return Aim(bit: bit, way: .forward, line: line, place: start, end: today)
    }
    if FactTargets.isSingle(bit) {
      return Aim(bit: bit, way: .back, line: line, place: today, end: today)
    }
    return switch FactLine(rawValue: line) {
    case .coarse:
      Aim(
        bit: bit, way: .all, line: line, place: today,
        end: FactRow.place(line, day + FactSearch.longestSpan))
    case .open:
      Aim(bit: bit, way: .all, line: line, place: today, end: FactRow.place(line, .max))
    default: Aim(bit: bit, way: .all, line: line, place: start, end: today)
    }
  }

  /// Leads to where the targets may be found first.
  mutating func lead(_ head: Span<UInt8>, _ stored: StoredHead) {
    clear()
    if stored.blocks == 0 { return }
    if stored.blocks == 1 {
      if isLive(0, head, stored) { latest.targets = targets }
      return settle(head, stored)
    }
    var place = 0
    var next = stored.place(head, 1)
    for index in aims.indices {
      let aim = aims[index]
      if next <= aim.place {
        place = stored.lastBlock(head, through: aim.place, from: place + 1)
        next = place + 1 < stored.blocks ? stored.place(head, place + 1) : .max
      }
      if aim.way == .all {
        leadToAll(aim, from: place, head, stored)
      } else if latest.place == place, latest.isLive, aim.line != latest.line,
        aim.way == .back || next > aim.end
      {
        // Most are: one of several in a block behind which, on their way, nothing is of their line.
        latest.targets.formUnion(FactTargets(bit: aim.bit))
      } else {
        leadToOne(aim, from: place, head, stored)
      }
    }
    settle(head, stored)
  }

  /// Leads on to the next blocks of targets that were not found; which may be found further on then,
  /// or there, is in `further`.
  mutating func leadOn(to missing: FactTargets, _ head: Span<UInt8>, _ stored: StoredHead) {
    clear()
    for aim in aims where missing.has(aim.bit) {
      guard let place = next(aim, behind: places[aim.bit], head, stored) else { continue }
      add(Stop(number: stored.number(head, place), targets: FactTargets(bit: aim.bit)))
      further.formUnion(FactTargets(bit: aim.bit))
      places[aim.bit] = place
    }
  }

  /// Leads to all blocks in which rows of the targets' lines may stand, whatever their day.
  mutating func leadToLines(_ head: Span<UInt8>, _ stored: StoredHead) {
    clear()
    if stored.blocks == 0 { return }
    for aim in aims {
      let (start, end) = (FactRow.place(aim.line, .min) - 1, FactRow.place(aim.line, .max))
      let all = Aim(bit: aim.bit, way: .all, line: aim.line, place: start, end: end)
      let place = stored.lastBlock(head, through: start, from: 0)
      leadToAll(all, from: place, head, stored)
    }
    settle(head, stored)
  }

  /// Leads to all blocks.
  mutating func leadToAll(_ head: Span<UInt8>, _ stored: StoredHead) {
    clear()
    for place in 0..<stored.blocks where stored.isLive(head, place, at: position) {
      add(Stop(number: stored.number(head, place), targets: []))
    }
  }

  private mutating func clear() {
    stops.removeAll(keepingCapacity: true)
    further = []
    latest = .none
  }

  // MARK: - One target

  /// Leads to the first block on an aim's way that may have what is looked for.
  private mutating func leadToOne(
    _ aim: Aim, from start: Int, _ head: Span<UInt8>, _ stored: StoredHead
  ) {
    var place = start
    if !isLive(start, head, stored) {
      guard let next = next(aim, behind: start, head, stored) else { return }
      place = next
      look(at: place, head, stored)
    }
    latest.targets.formUnion(FactTargets(bit: aim.bit))
    places[aim.bit] = place
    if goesOn(aim, behind: place, head, stored) { further.formUnion(FactTargets(bit: aim.bit)) }
  }

  /// Whether an aim's line goes on behind a block, on its way.
  @inline(__always)
  private func goesOn(
    _ aim: Aim, behind place: Int, _ head: Span<UInt8>, _ stored: StoredHead
  ) -> Bool {
    if aim.way == .forward {
      return place + 1 < stored.blocks && stored.place(head, place + 1) <= aim.end
    }
    // No block before one that begins with an earlier line has rows of this one.
    return place > 0 && stored.line(head, place) == aim.line
  }

  /// The next block on an aim's way of which a row may be believed at the position.
  @inline(__always)
  private func next(
    _ aim: Aim, behind start: Int, _ head: Span<UInt8>, _ stored: StoredHead
  ) -> Int? {
    var place = start
    while goesOn(aim, behind: place, head, stored) {
      place += aim.way == .forward ? 1 : -1
      if stored.isLive(head, place, at: position) { return place }
    }
    return nil
  }

  private mutating func leadToAll(
    _ aim: Aim, from first: Int, _ head: Span<UInt8>, _ stored: StoredHead
  ) {
    var place = first
    repeat {
      if isLive(place, head, stored) {
        latest.targets.formUnion(FactTargets(bit: aim.bit))
      }
      place += 1
    } while place < stored.blocks && stored.place(head, place) <= aim.end
  }

  /// Whether any row of a block may be believed at the position.
  @inline(__always)
  private mutating func isLive(_ place: Int, _ head: Span<UInt8>, _ stored: StoredHead) -> Bool {
    if place != latest.place { look(at: place, head, stored) }
    return latest.isLive
  }

  private mutating func look(at place: Int, _ head: Span<UInt8>, _ stored: StoredHead) {
    settle(head, stored)
    latest = Latest(
      place: place, line: stored.line(head, place),
      isLive: stored.isLive(head, place, at: position))
  }

  /// Adds the block that was looked at last, where anything is to be looked for in it.
  private mutating func settle(_ head: Span<UInt8>, _ stored: StoredHead) {
    if latest.targets.isEmpty { return }
    add(Stop(number: stored.number(head, latest.place), targets: latest.targets))
  }

  private mutating func add(_ stop: Stop) {
    // They are few, and mostly come in their order.
    var index = stops.count
    while index > 0, stops[index - 1].number > stop.number { index -= 1 }
    if index > 0, stops[index - 1].number == stop.number {
      stops[index - 1].targets.formUnion(stop.targets)
    } else {
      stops.append(stop)
      var last = stops.count - 1
      while last > index {
        stops[last] = stops[last - 1]
        last -= 1
      }
      stops[index] = stop
    }
  }
}
