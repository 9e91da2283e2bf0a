internal import EventStore
internal import Events
internal import LMDB

/// A projection held against the records, in one snapshot.
struct Verification {
  private let definition: ProjectionDefinition
  private let snapshot: Snapshot
  private let database: Database?
  /// The last position that counts.
  private let last: UInt64
  /// The last position that the projection holds: what is staged behind the head may be there too.
  private let staged: UInt64

  init(_ definition: ProjectionDefinition, _ entry: ProjectionEntry?, _ snapshot: Snapshot) {
    self.definition = definition
    self.snapshot = snapshot
    database = entry.flatMap {
      snapshot.transaction.environment.knownDatabase($0.databaseName(definition.name))
    }
    staged = entry?.position ?? 0
    last = min(staged, snapshot.view.head.position)
  }

  func report(_ progress: (UInt64, UInt64) -> Void) throws(LedgerError) -> VerifyReport {
    let stored = try database?.tally(snapshot.transaction, isCounted) ?? ProjectionTally()
    let tallying = Tallying()
    for position in stride(from: 1, through: last, by: 1) {
      if let entry = try definition.entry(at: position, in: snapshot) {
        tallying.add(entry.key.span, entry.value.span)
      }
      if position % Self.progressStep == 0 || position == last { progress(position, last) }
    }
    var report = VerifyReport(
      name: definition.name, position: last, stored: stored, recomputed: tallying.tally)
    if !report.isSound {
      report.difference = try firstMissing()
      if report.difference == nil { report.difference = try firstUnexpected() }
    }
    return report
  }

  private static var progressStep: UInt64 { 1000 }

  /// What is staged behind the head is neither asked for nor wrong.
  private func isCounted(_ key: [UInt8]) -> Bool {
    guard let position = definition.position(key) else { return true }
    return position <= last || position > staged
  }

  /// The first event whose entry is not there as it should be.
  private func firstMissing() throws(LedgerError) -> ProjectionDifference? {
    for position in stride(from: 1, through: last, by: 1) {
      guard let made = try definition.event(at: position, in: snapshot),
        let entry = definition.entry(made.event, made.record)
      else { continue }
      let value = try database.flatMap { database throws(LedgerError) in
        try snapshot.transaction.lookUp(database, entry.key)
      }
      if value == entry.value { continue }
      return ProjectionDifference(
        kind: value == nil ? .missing : .altered, key: entry.key,
        subject: made.event.event.subject, position: position)
    }
    return nil
  }

  /// The first entry that no event makes.
  private func firstUnexpected() throws(LedgerError) -> ProjectionDifference? {
    var found: ProjectionDifference?
    guard let database else { return nil }
    try snapshot.transaction.forEach(database) { key, _ throws(LedgerError) in
      let key = key.copied
      guard isCounted(key) else { return .more }
      let position = definition.position(key)
      if let position, position >= 1, position <= last,
        try definition.entry(at: position, in: snapshot)?.key == key
      {
        return .more
      }
      found = ProjectionDifference(kind: .unexpected, key: key, subject: nil, position: position)
      return .stop
    }
    return found
  }
}
