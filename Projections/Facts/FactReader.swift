internal import EventStore
internal import Events
internal import LMDB

/// Reads entities from the facts of their streams at one point.
///
/// A stream with few blocks is read from one end to the other by the cursor that found it. In one with
/// many, each line is descended into: its block by the day, and from there back over the blocks that
/// were not yet, or no longer, believed at the position.
final class FactReader {
  let view: LedgerView
  let database: Database
  let point: ReadingPoint
  let publications: [Publication]
  let withTexts: Bool
  var search: FactSearch
  var key: [UInt8] = []
  /// Whether the cursor stands behind the stream of the key.
  private var isPast = false

  /// More blocks than these are not walked over.
  private static let walkLimit = 12

  init(
    _ view: LedgerView, _ database: Database, _ point: ReadingPoint, _ publications: [Publication],
    withTexts: Bool
  ) {
    self.view = view
    self.database = database
    self.point = point
    self.publications = publications
    self.withTexts = withTexts
    search = FactSearch(day: point.effectiveAt, position: point.position)
  }

  /// The entity of a stream; `nil` where there is none in sight.
  ///
  /// - Throws: `projectionDamaged` where what is stored does not read.
  func entity<State: EntityState>(
    _ subject: StreamID, _ transaction: borrowing ReadTransaction
  ) throws(LedgerError) -> Entity<State>? {
    let key = FactKey.head(subject.description)
    return try transaction.withCursor(database) { cursor throws(LedgerError) in
      guard try moving({ () throws(LMDBError) in try cursor.seek(to: key.span) }) else {
        return nil
      }
      takeKey(cursor)
      return try entity(subject, cursor, transaction)
    }
  }

  /// The entities in sight whose streams begin so and are of that kind, in the order of their names.
  func entities<State: EntityState>(
    _ kind: StreamKind, under prefix: String, _ transaction: borrowing ReadTransaction
  ) throws(LedgerError) -> [Entity<State>] {
    var entities: [Entity<State>] = []
    // All that stands so is of the kind: its names need no second look.
    let known = prefix.hasSuffix("/\(kind.rawValue)/") || prefix == "\(kind.rawValue)/" ? kind : nil
    try forEachStream(under: prefix, of: kind == .plan ? nil : known, transaction) {
      subject, cursor throws(LedgerError) in
      guard subject.kind == kind,
        let entity: Entity<State> = try entity(subject, cursor, transaction)
      else { return }
      entities.append(entity)
    }
    return entities
  }

  /// Shows the streams whose names begin so, the cursor at the head of each.
  ///
  /// - Parameter kind: the kind of them all, where that is known.
  func forEachStream(
    under prefix: String, of kind: StreamKind? = nil, _ transaction: borrowing ReadTransaction,
    _ body: (StreamID, borrowing Cursor) throws(LedgerError) -> Void
  ) throws(LedgerError) {
    let prefix = Array(prefix.utf8)
    try transaction.withCursor(database) { cursor throws(LedgerError) in
      var isThere = try moving { () throws(LMDBError) in
        try cursor.seek(toFirstAtOrAfter: prefix)
      }
      while isThere {
        guard let name = name(cursor, under: prefix) else { return }
        takeKey(cursor)
        let subject: StreamID
        if let kind {
          subject = StreamID(kind, trusted: name)
        } else {
          do throws(EventError) {
            subject = try StreamID(parsing: name)
          } catch {
            throw FactReader.damaged
          }
        }
        try body(subject, cursor)
        isThere = try leave(cursor)
      }
    }
  }

  static var damaged: LedgerError {
    .projectionDamaged(
      name: ProjectionDefinition.timelines.name, reason: "an entry of it is not as it was stored")
  }

  /// The name in the head's key where the cursor stands; `nil` past the prefix.
  private func name(_ cursor: borrowing Cursor, under prefix: [UInt8]) -> String? {
    var name: String?
    _ = cursor.show { key, _ in
      guard key.count > prefix.count, key[key.count - 1] == 0 else { return }
      for index in prefix.indices where key[index] != prefix[index] { return }
      // What is no UTF-8 is no stream's name.
      name = ""
      if let text = try? UTF8Span(validating: key.extracting(0..<(key.count - 1))) {
        name = String(copying: text)
      }
    }
    return name
  }

  /// Goes to the next stream's head.
  private func leave(_ cursor: borrowing Cursor) throws(LedgerError) -> Bool {
    let length = key.count - 4
    if !isPast {
      // Where all blocks were walked over, the next entry is it.
      guard try moving({ () throws(LMDBError) in try cursor.next() }) else { return false }
      var isOther = false
      _ = cursor.show { other, _ in isOther = !isPrefix(length, of: other) }
      if isOther { return true }
    }
    key.removeLast(4)
    key[length - 1] = 1
    return try moving { () throws(LMDBError) in try cursor.seek(toFirstAtOrAfter: key) }
  }

  /// Whether another key begins with so much of the key.
  private func isPrefix(_ length: Int, of other: Span<UInt8>) -> Bool {
    guard other.count >= length else { return false }
    // From the end: streams of one plan differ there.
    var index = length - 1
    while index >= 0 {
      if other[index] != key[index] { return false }
      index -= 1
    }
    return true
  }

  /// Remembers the key of the head where the cursor stands, with room for a block's number.
  private func takeKey(_ cursor: borrowing Cursor) {
    _ = cursor.show { head, _ in
      key.removeAll(keepingCapacity: true)
      key.append(head, from: 0, head.count)
    }
    key.append(contentsOf: [0, 0, 0, 0])
    isPast = false
  }

  func moving(_ body: () throws(LMDBError) -> Bool) throws(LedgerError) -> Bool {
    do throws(LMDBError) {
      return try body()
    } catch {
      throw LedgerError(error)
    }
  }

  // MARK: - One stream

  /// The entity of the stream at whose head the cursor stands.
  private func entity<State: EntityState>(
    _ subject: StreamID, _ cursor: borrowing Cursor, _ transaction: borrowing ReadTransaction
  ) throws(LedgerError) -> Entity<State>? {
    let head = try head(cursor)
    search.clear()
    var provenances: UInt8 = 0
    if point.publishedBy != nil || point.provenance != nil {
      try walk(head, cursor) { block in
        search.filter(block, provenances: &provenances) { row, bytes in
          sight(of: row, bytes, subject)
        }
      }
    } else {
      provenances = head.provenances(at: point.position, on: point.effectiveAt.number)
      if provenances == 0 { return nil }
      if head.blocks.count <= Self.walkLimit {
        try walk(head, cursor, passing: true) { block in search.visit(block) }
        for line in FactReader.passedLines where !search.hasLast(of: line) {
          try descend(head, line, transaction)
        }
      } else {
        try descend(head, transaction)
      }
    }
    if search.isDamaged { throw FactReader.damaged }
    return try found(subject, provenances, transaction)
  }

  /// The head where the cursor stands.
  func head(_ cursor: borrowing Cursor) throws(LedgerError) -> StreamHead {
    var found: StreamHead?
    _ = cursor.show { key, value in found = StreamHead(value, under: key) }
    guard let found else { throw FactReader.damaged }
    return found
  }

  /// Shows the blocks that were believed in at the position, in their order.
  ///
  /// - Parameter isPassing: whether to pass over blocks of one line whose last row counts, where a
  ///   later one probably has it.
  func walk(
    _ head: StreamHead, _ cursor: borrowing Cursor, passing isPassing: Bool = false,
    _ visit: (Span<UInt8>) -> Void
  ) throws(LedgerError) {
    for (place, entry) in head.blocks.enumerated() {
      var isWanted = entry.least <= point.position && entry.last > point.position
      // The first block has all that sorts before it, too.
      if isPassing, isWanted, place > 0, place + 1 < head.blocks.count {
        isWanted = !isPassed(entry, before: head.blocks[place + 1])
      }
      set(entry.number)
      if try !isNext(cursor, orSeek: isWanted) {
        if isWanted { throw FactReader.damaged }
        continue
      }
      if !isWanted { continue }
      var isWhole = false
      _ = cursor.show { key, block in
        isWhole = FactSeal.isWhole(block, under: key)
        if isWhole { visit(block) }
      }
      if !isWhole { throw FactReader.damaged }
    }
  }

  /// The lines of which blocks are passed over: nothing but their last row is asked for, and they are
  /// long.
  private static let passedLines: [FactLine] = [.running, .percent, .assessment]

  /// Whether a block need not be looked at: it is of one line, of which the next block has a row by the
  /// day, or it has none.
  private func isPassed(_ entry: StreamHead.BlockEntry, before next: StreamHead.BlockEntry) -> Bool
  {
    guard entry.line == next.line, let line = FactLine(rawValue: entry.line) else { return false }
    if line == .other { return true }
    guard FactReader.passedLines.contains(line) else { return false }
    if entry.day > search.day { return true }
    guard next.day <= search.day, next.least <= point.position else { return false }
    // Where no later block has one after all, what an earlier one had is not the last.
    search.forgetLast(of: line)
    return true
  }

  /// Goes to the block of the key, which is the next one unless blocks were divided.
  private func isNext(
    _ cursor: borrowing Cursor, orSeek isWanted: Bool
  ) throws(LedgerError) -> Bool {
    if !isPast, try moving({ () throws(LMDBError) in try cursor.next() }) {
      var isIt = false
      _ = cursor.show { other, _ in
        isIt = other.count == self.key.count && isPrefix(self.key.count, of: other)
        // Divided blocks stand in another order than their rows: the last one may come early.
        isPast = !isIt && !isPrefix(self.key.count - 4, of: other)
      }
      if isIt { return true }
    }
    guard isWanted else { return false }
    isPast = false
    let key = key
    return try moving { () throws(LMDBError) in try cursor.seek(to: key.span) }
  }

  func set(_ number: UInt32) {
    let end = key.count
    for index in 0..<4 {
      key[end - 1 - index] = UInt8(truncatingIfNeeded: number >> UInt32(8 * index))
    }
  }
}
