internal import EventStore
internal import Events
internal import LMDB

/// Reads entities from the facts of their streams at one point.
///
/// A stream with few blocks is read from one end to the other by the cursor that found it. In one with
/// many, each line is descended into: its block by the day, and from there back over the blocks that
/// were not yet, or no longer, believed at the position.
final class FactReader {
  private let view: LedgerView
  private let database: Database
  let point: ReadingPoint
  private let publications: [Publication]
  private let withTexts: Bool
  private var search: FactSearch
  private var key: [UInt8] = []

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
  /// - Throws: `damaged` where what is stored does not read.
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
    .damaged(position: nil, reason: "the projection does not read")
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
    // Where all blocks were walked over, the next entry is it.
    guard try moving({ () throws(LMDBError) in try cursor.next() }) else { return false }
    let length = key.count - 4
    var isOther = false
    _ = cursor.show { other, _ in isOther = !isPrefix(length, of: other) }
    if isOther { return true }
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
  }

  private func moving(_ body: () throws(LMDBError) -> Bool) throws(LedgerError) -> Bool {
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
    return try entity(subject, provenances, transaction)
  }

  /// The head where the cursor stands.
  func head(_ cursor: borrowing Cursor) throws(LedgerError) -> StreamHead {
    var found: StreamHead?
    _ = cursor.show { _, value in found = StreamHead(value) }
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
      if isWanted { _ = cursor.show { _, block in visit(block) } }
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
    if try moving({ () throws(LMDBError) in try cursor.next() }) {
      var isIt = false
      _ = cursor.show { other, _ in
        isIt = other.count == self.key.count && isPrefix(self.key.count, of: other)
      }
      if isIt { return true }
    }
    guard isWanted else { return false }
    let key = key
    return try moving { () throws(LMDBError) in try cursor.seek(to: key.span) }
  }

  private func set(_ number: UInt32) {
    let end = key.count
    for index in 0..<4 {
      key[end - 1 - index] = UInt8(truncatingIfNeeded: number >> UInt32(8 * index))
    }
  }

  // MARK: - Many blocks

  private func descend(
    _ head: StreamHead, _ transaction: borrowing ReadTransaction
  ) throws(LedgerError) {
    for line in FactSearch.lastLines { try descend(head, line, transaction) }
    for line in FactSearch.firstLines {
      try ascend(head, line, from: .min, through: search.day, transaction) {
        search, block, range, count in search.lookForFirst(line, block, range, of: count)
      }
    }
    for line in [FactLine.postponed, .all] {
      try ascend(head, line, from: .min, through: search.day, transaction) {
        search, block, range, count in search.look(at: line, block, range, of: count)
      }
    }
    try ascend(
      head, .coarse, from: search.day, through: search.day + FactSearch.longestSpan, transaction
    ) { search, block, range, count in search.look(at: .coarse, block, range, of: count) }
    try ascend(head, .open, from: search.day, through: .max, transaction) {
      search, block, range, count in search.look(at: .open, block, range, of: count)
    }
  }

  /// Finds the last row of a line.
  private func descend(
    _ head: StreamHead, _ line: FactLine, _ transaction: borrowing ReadTransaction
  ) throws(LedgerError) {
    if head.blocks.isEmpty { return }
    var place = head.lastBlock(through: FactRow.place(line.rawValue, search.day))
    while place >= 0 {
      if try look(
        head, place, line, transaction,
        { search, block, range, count in
          search.lookForLast(line, block, range, of: count)
        })
      {
        break
      }
      // No earlier block has rows of the line.
      if head.blocks[place].line < line.rawValue { break }
      place -= 1
    }
  }

  private func ascend(
    _ head: StreamHead, _ line: FactLine, from first: Int32, through last: Int32,
    _ transaction: borrowing ReadTransaction,
    _ body: (inout FactSearch, Span<UInt8>, Range<Int>, Int) -> Bool
  ) throws(LedgerError) {
    var place = head.lastBlock(through: FactRow.place(line.rawValue, first) - 1)
    let end = FactRow.place(line.rawValue, last)
    while place < head.blocks.count, place == 0 || head.blocks[place].place <= end {
      if try look(head, place, line, transaction, body) { return }
      place += 1
    }
  }

  /// Looks at a line's rows in a block, unless none of the block was believed at the position.
  private func look(
    _ head: StreamHead, _ place: Int, _ line: FactLine, _ transaction: borrowing ReadTransaction,
    _ body: (inout FactSearch, Span<UInt8>, Range<Int>, Int) -> Bool
  ) throws(LedgerError) -> Bool {
    let entry = head.blocks[place]
    guard entry.least <= point.position, entry.last > point.position else { return false }
    set(entry.number)
    let key = key
    var isFound = false
    var isBlock = false
    let isThere = try moving { () throws(LMDBError) in
      try transaction.show(database, key.span) { block in
        guard let count = FactBlock.count(block) else { return }
        isBlock = true
        let start = FactBlock.end(block, count, through: FactRow.place(line.rawValue, .min) - 1)
        let isLast = line != .coarse && line != .open
        let end = FactBlock.end(
          block, count, through: FactRow.place(line.rawValue, isLast ? search.day : .max))
        isFound = body(&search, block, start..<max(start, end), count)
      }
    }
    guard isThere, isBlock else { throw FactReader.damaged }
    return isFound
  }

  // MARK: - What was found

  private func sight(of row: FactRow, _ bytes: [UInt8], _ subject: StreamID) -> Sight {
    guard let provenance = Provenance(rawValue: row.attributes & 3),
      point.provenance?.contains(provenance) ?? true
    else { return .hidden }
    let date = CoarseDate(kind: row.precision, lastDay: row.day)
    var sight = Sight.of(date ?? CoarseDate(Day(number: row.day)), on: point.effectiveAt)
    if let publishedBy = point.publishedBy {
      let said = row.published(bytes) ?? publication(of: row, subject)
      guard let said else { return .hidden }
      sight = max(sight, .of(said, on: publishedBy))
    }
    return sight
  }

  private func publication(of row: FactRow, _ subject: StreamID) -> CoarseDate? {
    publications.first { $0.reaches(subject, at: row.position) }?.published
  }

  private func entity<State: EntityState>(
    _ subject: StreamID, _ provenances: UInt8, _ transaction: borrowing ReadTransaction
  ) throws(LedgerError) -> Entity<State>? {
    var state = State(subject: subject)
    for row in search.takeFound() {
      if try !take(row, &state) {
        state.evolve(try event(row, search.bytes, subject, transaction))
      }
    }
    state.set(postponements: search.postponements)
    guard state.exists else { return nil }
    var imprecise: [LiveEvent] = []
    for row in search.unclear.inTimeOnce {
      imprecise.append(try whole(row, search.bytes, subject, transaction))
    }
    return Entity(
      subject: subject, state: state, provenances: provenances, imprecise: imprecise)
  }

  /// Takes a row in by its bytes, where the state can; returns whether it could.
  private func take<State: EntityState>(
    _ row: FactRow, _ state: inout State
  ) throws(LedgerError) -> Bool {
    guard row.has(FactRow.Attribute.body), let type = EventType(rawValue: UInt16(row.type)),
      let date = CoarseDate(kind: row.precision, lastDay: row.day)
    else { return false }
    let start = row.bodyStart
    let fact = StoredFact(
      type: type, date: date, bodyPosition: row.bodyPosition(search.bytes),
      start: start, count: Int(row.start + row.count) - start)
    return state.take(fact, search.bytes)
  }

  /// The event of a row, as far as a state asks: without what only its record has.
  private func event(
    _ row: FactRow, _ bytes: [UInt8], _ subject: StreamID, _ transaction: borrowing ReadTransaction
  ) throws(LedgerError) -> LiveEvent {
    guard let type = EventType(rawValue: UInt16(row.type)),
      let provenance = Provenance(rawValue: row.attributes & 3)
    else { throw FactReader.damaged }
    let wantsTexts =
      withTexts && row.has(FactRow.Attribute.texts)
      && (subject.kind != .action || type == .actionAdded || type == .actionReworded)
    let bodyPosition = row.bodyPosition(bytes)
    if !row.has(FactRow.Attribute.body) || wantsTexts && bodyPosition != row.position {
      return try whole(row, bytes, subject, transaction)
    }
    let texts = wantsTexts ? try view.texts(at: bodyPosition, transaction) : nil
    let data: EventData
    do throws(EventError) {
      data = try RecordCodec.data(
        type, body: row.body(bytes), texts: texts?.isRedacted == true ? nil : texts?.texts)
    } catch {
      throw .damaged(position: row.position, reason: "\(error)")
    }
    var event = Event(
      subject: subject, effective: CoarseDate(kind: row.precision, lastDay: row.day), data: data)
    event.provenance = provenance
    event.published = row.published(bytes)
    let published = event.published ?? publication(of: row, subject)
    return LiveEvent(
      position: row.position, bodyPosition: bodyPosition, revision: 0,
      recorded: Instant(microseconds: 0), event: event, published: published)
  }

  /// The event of a row with all that its records have.
  private func whole(
    _ row: FactRow, _ bytes: [UInt8], _ subject: StreamID, _ transaction: borrowing ReadTransaction
  ) throws(LedgerError) -> LiveEvent {
    let bodyPosition = row.bodyPosition(bytes)
    guard let base = try view.event(at: row.position, withTexts: withTexts, transaction) else {
      throw FactReader.damaged
    }
    var live = LiveEvent(
      position: row.position, bodyPosition: bodyPosition, revision: base.revision,
      recorded: base.recorded, event: base.event, isRedacted: base.isRedacted)
    if bodyPosition != row.position {
      guard let about = try view.event(at: bodyPosition, withTexts: withTexts, transaction),
        case .eventCorrected(var body) = about.event.data
      else { throw FactReader.damaged }
      // A correction of a correction holds the body within the one that it corrects.
      while case .eventCorrected(let inner) = body.data { body = inner }
      live.event = base.event.corrected(by: body)
      live.isRedacted = about.isRedacted
    }
    live.published = live.event.published ?? publication(of: row, subject)
    return live
  }
}

extension [FactRow] {
  /// In the order of time, each event once.
  fileprivate var inTimeOnce: [FactRow] {
    if count < 2 { return self }
    var once: [FactRow] = []
    for row in sorted(by: { ($0.day, $0.position) < ($1.day, $1.position) })
    where once.last?.position != row.position {
      once.append(row)
    }
    return once
  }
}

extension FactRow {
  func has(_ attribute: UInt8) -> Bool { attributes & attribute != 0 }

  /// The position of the event that gave the body.
  func bodyPosition(_ bytes: [UInt8]) -> UInt64 {
    guard has(Attribute.bodyElsewhere), count >= 5 else { return from }
    var position: UInt64 = 0
    for index in 0..<5 { position |= UInt64(bytes[Int(start) + index]) << UInt64(8 * index) }
    return position
  }

  /// When it was said in public, by its own body.
  func published(_ bytes: [UInt8]) -> CoarseDate? {
    let place = Int(start) + (has(Attribute.bodyElsewhere) ? 5 : 0)
    guard has(Attribute.published), place + 5 <= Int(start + count) else { return nil }
    var day: UInt32 = 0
    for index in 0..<4 { day |= UInt32(bytes[place + 1 + index]) << UInt32(8 * index) }
    return CoarseDate(kind: bytes[place], lastDay: Int32(bitPattern: day))
  }

  /// Where the body begins.
  var bodyStart: Int {
    let skipped = (has(Attribute.bodyElsewhere) ? 5 : 0) + (has(Attribute.published) ? 5 : 0)
    return min(Int(start) + skipped, Int(start + count))
  }

  /// The body, without its texts.
  func body(_ bytes: [UInt8]) -> [UInt8] {
    Array(bytes[bodyStart..<Int(start + count)])
  }
}

extension StreamHead {
  /// The classes of provenance that a stream rests on at a point, a bit each.
  func provenances(at position: UInt64, on day: Int32) -> UInt8 {
    var days: (Int32, Int32, Int32, Int32) = (.max, .max, .max, .max)
    for step in provenances {
      // Steps are in the order of positions.
      if step.from > position { break }
      switch step.provenance {
      case 0: days.0 = step.day
      case 1: days.1 = step.day
      case 2: days.2 = step.day
      default: days.3 = step.day
      }
    }
    return (days.0 <= day ? 1 : 0) | (days.1 <= day ? 2 : 0) | (days.2 <= day ? 4 : 0)
      | (days.3 <= day ? 8 : 0)
  }
}
