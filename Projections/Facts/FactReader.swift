internal import EventStore
internal import Events
internal import LMDB

/// Reads entities from the facts of their streams at one point.
final class FactReader {
  let view: LedgerView
  let database: Database
  let point: ReadingPoint
  let publications: [Publication]
  let withTexts: Bool

  init(
    _ view: LedgerView, _ database: Database, _ point: ReadingPoint, _ publications: [Publication],
    withTexts: Bool
  ) {
    self.view = view
    self.database = database
    self.point = point
    self.publications = publications
    self.withTexts = withTexts
  }

  static var damaged: LedgerError {
    .projectionDamaged(
      name: ProjectionDefinition.timelines.name, reason: "an entry of it is not as it was stored")
  }

  /// The entity of a stream; `nil` where there is none in sight.
  ///
  /// - Throws: `projectionDamaged` where what is stored does not read.
  func entity<State: EntityState>(
    _ subject: StreamID, _ transaction: borrowing ReadTransaction
  ) throws(LedgerError) -> Entity<State>? {
    let key = FactKey.head(subject.description)
    var walk = FactWalk(for: FactTargets.of(subject.kind), at: point)
    return try transaction.withCursor(database) { cursor throws(LedgerError) in
      guard try FactReader.moving({ () throws(LMDBError) in try cursor.seek(to: key.span) }) else {
        return nil
      }
      try walk.arrive(cursor)
      return try entity(subject, &walk, cursor, transaction)
    }
  }

  /// The entities in sight whose streams begin so and are of that kind, in the order of their names.
  func entities<State: EntityState>(
    _ kind: StreamKind, under prefix: String, _ transaction: borrowing ReadTransaction
  ) throws(LedgerError) -> [Entity<State>] {
    var entities: [Entity<State>] = []
    // As many as a plan's actions: such values are large to move when room runs out.
    entities.reserveCapacity(kind == .action ? 40 : 0)
    // All that stands so is of the kind: its names need no second look.
    let known = prefix.hasSuffix("/\(kind.rawValue)/") || prefix == "\(kind.rawValue)/" ? kind : nil
    let walk = FactWalk(for: FactTargets.of(kind), at: point)
    try forEachStream(under: prefix, of: kind == .plan ? nil : known, walk, transaction) {
      subject, walk, cursor throws(LedgerError) in
      guard subject.kind == kind else { return }
      if let entity: Entity<State> = try entity(subject, &walk, cursor, transaction) {
        entities.append(entity)
      }
    }
    return entities
  }

  /// Shows the streams whose names begin so, the cursor at the head of each.
  ///
  /// - Parameters:
  ///   - kind: the kind of them all, where that is known.
  ///   - walk: how they are walked over.
  ///   - body: what is done with each, by the walk that has arrived there.
  func forEachStream(
    under prefix: String, of kind: StreamKind? = nil, _ walk: FactWalk,
    _ transaction: borrowing ReadTransaction,
    _ body: (StreamID, inout FactWalk, borrowing Cursor) throws(LedgerError) -> Void
  ) throws(LedgerError) {
    let prefix = Array(prefix.utf8)
    var walk = walk
    try transaction.withCursor(database) { cursor throws(LedgerError) in
      var isThere = try FactReader.moving { () throws(LMDBError) in
        try cursor.seek(toFirstAtOrAfter: prefix)
      }
      while isThere {
        var isUnder = false
        var subject: StreamID?
        _ = cursor.show { key, _ in
          isUnder =
            key.count > prefix.count && key[key.count - 1] == 0
            && key.extracting(first: prefix.count).isSame(as: prefix.span)
          if isUnder { subject = FactReader.subject(key.extracting(0..<(key.count - 1)), kind) }
        }
        if !isUnder { return }
        guard let subject else { throw FactReader.damaged }
        try walk.arrive(cursor)
        try body(subject, &walk, cursor)
        isThere = try walk.leave(cursor)
      }
    }
  }

  /// The stream of a name, of a kind that may be known; `nil` where it is none's.
  private static func subject(_ name: Span<UInt8>, _ kind: StreamKind?) -> StreamID? {
    if let kind { return StreamID(kind, trusted: name) }
    guard let text = try? UTF8Span(validating: name) else { return nil }
    return try? StreamID(parsing: String(copying: text))
  }

  /// Runs a cursor's move, which fails as the ledger does.
  static func moving(
    _ body: () throws(LMDBError) -> Bool
  ) throws(LedgerError) -> Bool {
    do throws(LMDBError) {
      return try body()
    } catch {
      throw LedgerError(error)
    }
  }

  /// The entity of the stream at whose head the cursor stands.
  private func entity<State: EntityState>(
    _ subject: StreamID, _ walk: inout FactWalk, _ cursor: borrowing Cursor,
    _ transaction: borrowing ReadTransaction
  ) throws(LedgerError) -> Entity<State>? {
    let classes: UInt8
    if point.publishedBy != nil || point.provenance != nil {
      classes = try walk.filter(cursor) { row, bytes in sight(of: row, bytes, subject) }
    } else {
      classes = try walk.find(cursor)
      if classes == 0 { return nil }
    }
    return try found(&walk.search, subject, classes, transaction)
  }
}
