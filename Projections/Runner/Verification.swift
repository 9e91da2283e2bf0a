internal import EventStore
internal import Events
internal import LMDB

/// A projection held against the records, in snapshots that are begun together.
struct Verification {
  private let definition: ProjectionDefinition
  private let recordsAtOnce: Int
  private let values: FoundValues
  private let readers: Readers
  private let snapshot: Snapshot
  private let database: Database?
  /// The last position that counts.
  private let last: UInt64
  /// The last position that the projection holds: what is staged behind the head may be there too.
  private let staged: UInt64

  /// A verification of what is in the register.
  ///
  /// - Parameters:
  ///   - values: where records are noted, within a `use` of them.
  ///   - recordsAtOnce: of how many.
  init(
    _ definition: ProjectionDefinition, _ entry: ProjectionEntry?, _ values: FoundValues,
    recordsAtOnce: Int, _ readers: Readers
  ) {
    self.definition = definition
    (self.recordsAtOnce, self.values, self.readers) = (recordsAtOnce, values, readers)
    let snapshot = readers.snapshot
    self.snapshot = snapshot
    database = entry.flatMap {
      snapshot.transaction.environment.knownDatabase($0.databaseName(definition.name))
    }
    // What is staged behind the head is neither asked for nor wrong.
    staged = entry?.position ?? 0
    last = min(staged, snapshot.view.head.position)
  }

  func report(_ progress: (UInt64, UInt64) -> Void) throws(LedgerError) -> VerifyReport {
    let stored = try stored()
    let recomputed = try recomputed(progress)
    var report = VerifyReport(
      name: definition.name, database: database?.name, position: last, stored: stored,
      recomputed: recomputed)
    if stored != nil, !report.isSound {
      report.difference = try firstDifference()
      // A record that was changed is not the projection's fault.
      if let subject = report.difference?.subject { try snapshot.checkRecords(of: subject) }
      if report.difference == nil { report.difference = try firstUnexpected() }
    }
    return report
  }

  /// What is stored; `nil` where its pages do not read.
  private func stored() throws(LedgerError) -> ProjectionTally? {
    guard let database else { return ProjectionTally() }
    do throws(LedgerError) {
      return try StoredStreams(database: database).tally(
        asOf: last, reaching: staged, snapshot.transaction)
    } catch .damaged(position: nil, _) {
      return nil
    } catch {
      throw error
    }
  }

  /// What the records make.
  ///
  /// - Parameter progress: told how many events were read, and how many there are.
  private func recomputed(
    _ progress: (UInt64, UInt64) -> Void
  ) throws(LedgerError) -> ProjectionTally {
    var tally = ProjectionTally()
    let (last, staged) = (last, staged)
    try forEachChunk { before, walked in
      let found = min(walked, last - min(last, UInt64(before)))
      progress(FoundRecords.progress(done: UInt64(before), found: found), last)
    } _: { streams, before throws(LedgerError) in
      let (tallies, events) = try streams.make { looked in
        let done = min(last, UInt64(before + looked))
        progress(FoundRecords.progress(done: done, found: last - done), last)
      } _: { forEach throws(LedgerError) in
        let tallying = Tallying()
        try forEach { facts throws(LedgerError) in
          if let item = StoredItem.stream(facts.stored).asOf(last, reaching: staged) {
            tallying.add(facts.name, item)
          }
          for (key, position) in facts.namedKeys {
            tallying.add(key, .reference(position))
          }
        }
        return tallying.tally
      }
      for part in tallies { tally.add(part) }
      return events
    }
    return tally
  }

  /// Shows the streams whose records are found at once, and how many events are in those before, until
  /// there are no more or the closure ends it.
  ///
  /// - Parameters:
  ///   - tell: told how many events are in those before, and how many records were walked over.
  ///   - visit: returns how many events they have; `nil` where it ends it.
  private func forEachChunk(
    _ tell: (_ before: Int, _ walked: UInt64) -> Void = { _, _ in },
    _ visit: (_ streams: StreamChunk, _ before: Int) throws(LedgerError) -> Int?
  ) throws(LedgerError) {
    var after: [UInt8] = []
    var taken = 0
    while true {
      let records = try FoundRecords(
        after: after, through: last, atMost: recordsAtOnce, in: values, readers
      ) { walked in tell(taken, walked) }
      let streams = try StreamChunk(
        after: after, through: last, atMost: .max, of: records, readers)
      guard let events = try visit(streams, taken) else { return }
      taken += events
      if streams.isLast { break }
      after = streams.last
    }
    guard taken == last else {
      throw .damaged(
        position: nil, reason: "the streams' index has \(taken) events where there are \(last)")
    }
  }

  /// Shows what the records make of each stream, until there are no more or the closure ends it.
  private func forEachStream(
    _ visit: (StreamFacts) throws(LedgerError) -> Bool
  ) throws(LedgerError) {
    try forEachChunk { streams, _ throws(LedgerError) in
      var events = 0
      let goesOn = try streams.forEach { facts throws(LedgerError) in
        events += facts.events
        return try visit(facts)
      }
      return goesOn ? events : nil
    }
  }

  /// The first difference in a stream that there is.
  private func firstDifference() throws(LedgerError) -> ProjectionDifference? {
    var found: ProjectionDifference?
    try forEachStream { facts throws(LedgerError) in
      let expected = facts.stored.asOf(last, reaching: staged)
      let stored =
        try database.map { database throws(LedgerError) in
          try StoredStreams(database: database).stream(facts.name, snapshot.transaction).asOf(
            last, reaching: staged)
        } ?? StoredStream()
      if stored.bytes(of: facts.name) != expected.bytes(of: facts.name) {
        found = difference(between: stored, and: expected, of: facts.name)
      } else {
        found = try difference(in: facts)
      }
      return found == nil
    }
    return found
  }

  /// The first difference in what a stream's events name.
  private func difference(
    in facts: StreamFacts
  ) throws(LedgerError) -> ProjectionDifference? {
    guard let database else { return nil }
    let subject = try? StreamID(parsing: String(decoding: facts.name, as: UTF8.self))
    for (key, position) in facts.namedKeys.sorted(by: { $0.position < $1.position }) {
      let stored = try snapshot.transaction.lookUp(database, key)
      let found = stored.flatMap { StreamReference.position($0.span, under: key.span) }
      if found == position { continue }
      return ProjectionDifference(
        kind: stored == nil ? .missing : .altered, key: key, subject: subject, position: position)
    }
    return nil
  }

  private func difference(
    between stored: StoredStream, and expected: StoredStream, of name: [UInt8]
  ) -> ProjectionDifference {
    let subject = try? StreamID(parsing: String(decoding: name, as: UTF8.self))
    var difference = ProjectionDifference(
      kind: .altered, key: name + [0], subject: subject, position: nil)
    func isSame(_ left: FactRow, _ right: FactRow) -> Bool {
      !FactRow.precedes(left, right) && !FactRow.precedes(right, left)
    }
    for row in expected.rows.rows {
      let meant = stored.rows.rows.first { isSame($0, row) }
      if let meant, meant.says(stored.rows, row, expected.rows) { continue }
      difference.kind = meant == nil ? .missing : .altered
      difference.position = row.position
      return difference
    }
    for row in stored.rows.rows where !expected.rows.rows.contains(where: { isSame($0, row) }) {
      difference.kind = .unexpected
      difference.position = row.position
      return difference
    }
    return difference
  }

  /// The first key or stream that no event makes.
  private func firstUnexpected() throws(LedgerError) -> ProjectionDifference? {
    guard let database else { return nil }
    var known: Set<[UInt8]> = []
    try forEachStream { facts throws(LedgerError) in
      known.insert(facts.name)
      known.formUnion(facts.namedKeys.map(\.key))
      return true
    }
    var found: ProjectionDifference?
    try StoredStreams(database: database).forEach(snapshot.transaction) {
      name, item throws(LedgerError) in
      guard item.asOf(last, reaching: staged) != nil, !known.contains(name) else { return true }
      found = ProjectionDifference(kind: .unexpected, key: name, subject: nil, position: nil)
      return false
    }
    return found
  }
}

extension StreamFacts {
  /// What they are where they are stored.
  fileprivate var stored: StoredStream { StoredStream(head: head, rows: rows) }
}

extension FactRow {
  /// Whether it says the same as another of its place.
  fileprivate func says(_ own: FactRows, _ other: FactRow, _ others: FactRows) -> Bool {
    (until, type, attributes, precision)
      == (other.until, other.type, other.attributes, other.precision)
      && own.payload(self).elementsEqual(others.payload(other))
  }
}
