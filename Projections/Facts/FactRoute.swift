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

  /// What is looked for, and where it would stand.
  private struct Aim {
    let bit: Int
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
  /// Where among the head's blocks each of those leads, by its bit.
  private var places = [Int32](repeating: 0, count: 32)
  /// The block that was looked at last, by its place among the head's: many aims lead to one.
  private var latest = (place: -1, isLive: false, stop: -1)

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
    if FactTargets.isFirst(bit) { return Aim(bit: bit, line: line, place: start, end: today) }
    if FactTargets.isSingle(bit) { return Aim(bit: bit, line: line, place: today, end: today) }
    return switch FactLine(rawValue: line) {
    case .coarse:
      Aim(
        bit: bit, line: line, place: today,
        end: FactRow.place(line, day + FactSearch.longestSpan))
    case .open: Aim(bit: bit, line: line, place: today, end: FactRow.place(line, .max))
    default: Aim(bit: bit, line: line, place: start, end: today)
    }
  }

  /// Leads to where the targets may be found first.
  mutating func lead(_ head: Span<UInt8>, _ stored: StoredHead) {
    clear()
    if stored.blocks == 0 { return }
    if stored.blocks == 1 {
      if isLive(0, head, stored) { add(targets, 0, head, stored) }
      return
    }
    var place = 0
    var next = stored.place(head, 1)
    for index in aims.indices {
      let aim = aims[index]
      if next <= aim.place {
        place = stored.lastBlock(head, through: aim.place, from: place + 1)
        next = place + 1 < stored.blocks ? stored.place(head, place + 1) : .max
      }
      if FactTargets.isFirst(aim.bit) {
        leadForward(aim, from: place, head, stored)
      } else if FactTargets.isSingle(aim.bit) {
        leadBack(aim, from: place, head, stored)
      } else {
        leadToAll(aim, from: place, head, stored)
      }
    }
  }

  /// Leads on to where targets may be found that were not.
  mutating func leadOn(to missing: FactTargets, _ head: Span<UInt8>, _ stored: StoredHead) {
    clear()
    for index in aims.indices where missing.has(aims[index].bit) {
      let aim = aims[index]
      let place = Int(places[aim.bit])
      if FactTargets.isFirst(aim.bit) {
        leadForward(aim, from: place + 1, head, stored)
      } else {
        leadBack(aim, from: place - 1, head, stored)
      }
    }
  }

  /// Leads to all blocks in which rows of the targets' lines may stand, whatever their day.
  mutating func leadToLines(_ head: Span<UInt8>, _ stored: StoredHead) {
    clear()
    if stored.blocks == 0 { return }
    for aim in aims {
      let (start, end) = (FactRow.place(aim.line, .min) - 1, FactRow.place(aim.line, .max))
      let all = Aim(bit: aim.bit, line: aim.line, place: start, end: end)
      let place = stored.lastBlock(head, through: start, from: 0)
      leadToAll(all, from: place, head, stored)
    }
  }

  /// Leads to all blocks.
  mutating func leadToAll(_ head: Span<UInt8>, _ stored: StoredHead) {
    clear()
    for place in 0..<stored.blocks where isLive(place, head, stored) {
      add([], place, head, stored)
    }
  }

  private mutating func clear() {
    stops.removeAll(keepingCapacity: true)
    further = []
    latest = (-1, false, -1)
  }

  // MARK: - One target

  private mutating func leadBack(
    _ aim: Aim, from last: Int, _ head: Span<UInt8>, _ stored: StoredHead
  ) {
    var place = last
    while place >= 0 {
      // No block before one that begins with an earlier line has rows of this one.
      let isFirst = place == 0 || stored.line(head, place) != aim.line
      if isLive(place, head, stored) {
        add(FactTargets(bit: aim.bit), place, head, stored)
        if !isFirst { note(aim, furtherFrom: place) }
        return
      }
      if isFirst { return }
      place -= 1
    }
  }

  private mutating func leadForward(
    _ aim: Aim, from first: Int, _ head: Span<UInt8>, _ stored: StoredHead
  ) {
    var place = first
    while place < stored.blocks {
      let isLast = place + 1 == stored.blocks || stored.place(head, place + 1) > aim.end
      if isLive(place, head, stored) {
        add(FactTargets(bit: aim.bit), place, head, stored)
        if !isLast { note(aim, furtherFrom: place) }
        return
      }
      if isLast { return }
      place += 1
    }
  }

  private mutating func leadToAll(
    _ aim: Aim, from first: Int, _ head: Span<UInt8>, _ stored: StoredHead
  ) {
    var place = first
    repeat {
      if isLive(place, head, stored) {
        add(FactTargets(bit: aim.bit), place, head, stored)
      }
      place += 1
    } while place < stored.blocks && stored.place(head, place) <= aim.end
  }

  private mutating func note(_ aim: Aim, furtherFrom place: Int) {
    further.formUnion(FactTargets(bit: aim.bit))
    places[aim.bit] = Int32(truncatingIfNeeded: place)
  }

  /// Whether any row of a block may be believed at the position.
  private mutating func isLive(_ place: Int, _ head: Span<UInt8>, _ stored: StoredHead) -> Bool {
    if place != latest.place {
      latest = (place, stored.isLive(head, place, at: position), -1)
    }
    return latest.isLive
  }

  /// Adds the block that was looked at last, or what is looked for in it.
  private mutating func add(
    _ targets: FactTargets, _ place: Int, _ head: Span<UInt8>, _ stored: StoredHead
  ) {
    if latest.stop >= 0 {
      stops[latest.stop].targets.formUnion(targets)
      return
    }
    let stop = Stop(number: stored.number(head, place), targets: targets)
    var index = stops.count
    while index > 0, stops[index - 1].number > stop.number { index -= 1 }
    if index > 0, stops[index - 1].number == stop.number {
      index -= 1
      stops[index].targets.formUnion(targets)
    } else {
      stops.append(stop)
      // They are few, and mostly come in their order.
      var last = stops.count - 1
      while last > index {
        stops[last] = stops[last - 1]
        last -= 1
      }
      stops[index] = stop
    }
    latest.stop = index
  }
}
