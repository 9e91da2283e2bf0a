internal import EventStore
internal import Events
internal import LMDB

/// A walk over streams: from the head of each to those of its blocks in which the answer stands.
///
/// The blocks of a stream lie behind its head, so that the cursor that found it steps to those near by;
/// what lies farther away is sought by its key.
struct FactWalk {
  var search: FactSearch
  private var route: FactRoute
  /// The key of the head, with room for a block's number.
  private var key: [UInt8] = []
  /// The number of the block where the cursor stands; −1 at the head.
  private var place: Int64 = -1
  /// The stream's head, and how it is laid out.
  private var head: [UInt8] = []
  private var stored = StoredHead.empty

  /// More entries than these are not stepped over: to seek one costs as much as so many steps.
  private static let mostSteps: Int64 = 8

  init(for targets: FactTargets, at point: ReadingPoint) {
    let day = point.effectiveAt.number
    search = FactSearch(day: day, position: point.position)
    route = FactRoute(to: targets, day: day, position: point.position)
  }

  /// Takes up the stream at whose head the cursor stands.
  mutating func arrive(_ cursor: borrowing Cursor) throws(LedgerError) {
    var found: StoredHead?
    _ = cursor.show { name, bytes in
      if FactSeal.isWhole(bytes, under: name) { found = StoredHead(bytes) }
      key.removeAll(keepingCapacity: true)
      key.append(name, from: 0, name.count)
      head.removeAll(keepingCapacity: true)
      head.append(bytes, from: 0, bytes.count)
    }
    guard let found else { throw FactReader.damaged }
    key.append(contentsOf: repeatElement(0, count: 4))
    stored = found
    place = -1
  }

  /// Finds the targets in the stream at whose head the cursor stands.
  ///
  /// - Returns: the classes of provenance that the stream rests on, a bit each; where there are none,
  ///   nothing is looked for.
  mutating func find(
    _ cursor: borrowing Cursor
  ) throws(LedgerError) -> UInt8 {
    search.clear()
    let head = head
    let classes = stored.provenances(head.span, at: route.position, on: route.day)
    if classes == 0 { return 0 }
    route.lead(head.span, stored)
    try follow(cursor)
    var missing = route.further.subtracting(search.found)
    while !missing.isEmpty {
      route.leadOn(to: missing, head.span, stored)
      try follow(cursor)
      missing = route.further.subtracting(search.found)
    }
    if search.isDamaged { throw FactReader.damaged }
    return classes
  }

  /// Looks at all rows of the stream at whose head the cursor stands.
  ///
  /// - Returns: the classes of provenance of what is in sight, a bit each.
  mutating func filter(
    _ cursor: borrowing Cursor, _ sight: (FactRow, [UInt8]) -> Sight
  ) throws(LedgerError) -> UInt8 {
    search.clear()
    let head = head
    route.leadToAll(head.span, stored)
    var classes: UInt8 = 0
    for index in route.stops.indices {
      try show(route.stops[index].number, cursor) { walk, block in
        walk.search.filter(block, provenances: &classes, sight)
      }
      if search.isDamaged { throw FactReader.damaged }
    }
    return classes
  }

  /// Shows the blocks in which rows of the targets' lines stand, in the order of their keys.
  mutating func showAll(
    _ cursor: borrowing Cursor, _ visit: (Span<UInt8>) -> Void
  ) throws(LedgerError) {
    let head = head
    route.leadToLines(head.span, stored)
    for index in route.stops.indices {
      try show(route.stops[index].number, cursor) { _, block in visit(block) }
    }
  }

  /// Goes from where the cursor stands in a stream to the next stream's head; returns whether there is
  /// one.
  mutating func leave(_ cursor: borrowing Cursor) throws(LedgerError) -> Bool {
    let rest = Int64(stored.blocks) - 1 - place
    if rest <= Self.mostSteps {
      // So many blocks at least lie behind this one, more where blocks before it were taken away.
      if rest > 0 { for _ in 0..<rest { _ = try next(cursor) } }
      for _ in 0...Self.mostSteps {
        guard try next(cursor) else { return false }
        if !isOwn(cursor) { return true }
      }
    }
    // What begins with the name and 1 lies behind all that begins with it and 0.
    var end = Array(key.dropLast(4))
    end[end.count - 1] = 1
    do throws(LMDBError) {
      return try cursor.seek(toFirstAtOrAfter: end)
    } catch {
      throw LedgerError(error)
    }
  }

  // MARK: - One stream

  /// Looks for what the route leads to.
  private mutating func follow(_ cursor: borrowing Cursor) throws(LedgerError) {
    for index in route.stops.indices {
      let stop = route.stops[index]
      try show(stop.number, cursor) { walk, block in
        walk.search.look(for: stop.targets, in: block)
      }
    }
  }

  // MARK: - The cursor

  /// Goes to a block of the stream, and shows it where it is as it was stored.
  @inline(__always)
  private mutating func show(
    _ number: UInt32, _ cursor: borrowing Cursor,
    _ body: (inout FactWalk, Span<UInt8>) -> Void
  ) throws(LedgerError) {
    try step(to: number, cursor)
    var isWhole = false
    _ = cursor.show { _, block in
      isWhole = FactSeal.isWhole(block, under: key.span)
      if isWhole { body(&self, block) }
    }
    if isWhole { return }
    // Where blocks were taken away, there are fewer entries on the way than there are numbers.
    guard try seek(cursor) else { throw FactReader.damaged }
    _ = cursor.show { _, block in
      isWhole = FactSeal.isWhole(block, under: key.span)
      if isWhole { body(&self, block) }
    }
    if !isWhole { throw FactReader.damaged }
  }

  /// Makes the key that of a block, and goes to where the block may stand: to its neighbours by steps,
  /// as far as they are near, else by its key.
  private mutating func step(
    to number: UInt32, _ cursor: borrowing Cursor
  ) throws(LedgerError) {
    let wanted = Int64(number)
    let steps = wanted - place
    place = wanted
    let start = key.count - 4
    unsafe key.withUnsafeMutableBytes { bytes in
      unsafe bytes.storeBytes(of: number.bigEndian, toByteOffset: start, as: UInt32.self)
    }
    if steps >= 0, steps <= Self.mostSteps {
      for _ in 0..<steps where try !next(cursor) { return }
    } else {
      _ = try seek(cursor)
    }
  }

  /// Whether the cursor stands in the stream.
  private func isOwn(_ cursor: borrowing Cursor) -> Bool {
    var isOwn = false
    _ = cursor.show { other, _ in
      isOwn =
        other.count == key.count
        && other.extracting(first: key.count - 4)
          .isSame(as: key.span.extracting(first: key.count - 4))
    }
    return isOwn
  }

  private func next(_ cursor: borrowing Cursor) throws(LedgerError) -> Bool {
    do throws(LMDBError) {
      return try cursor.next()
    } catch {
      throw LedgerError(error)
    }
  }

  private func seek(_ cursor: borrowing Cursor) throws(LedgerError) -> Bool {
    do throws(LMDBError) {
      return try cursor.seek(to: key.span)
    } catch {
      throw LedgerError(error)
    }
  }
}

extension Span<UInt8> {
  /// Whether the bytes are another's; from the end on, for neighbours differ there.
  func isSame(as other: Span<UInt8>) -> Bool {
    guard count == other.count else { return false }
    var end = count
    while end >= 8 {
      if FactBlock.number(self, end &- 8) != FactBlock.number(other, end &- 8) { return false }
      end &-= 8
    }
    if count >= 8 { return FactBlock.number(self, 0) == FactBlock.number(other, 0) }
    while end > 0 {
      end &-= 1
      if self[end] != other[end] { return false }
    }
    return true
  }
}
