internal import EventStore
internal import Events
internal import LMDB

/// A rebuild under way: a shadow database of the next generation and its checkpoint.
///
/// All that it knows from one transaction to the next is in the register, so that two that run at once
/// do each other's work, and one that was killed is taken up by the next.
struct Rebuild {
  let ledger: Ledger
  let definition: ProjectionDefinition
  let chunkSize: UInt64
  let participants: [any AppendParticipant]

  func run(_ progress: (RebuildProgress) -> Void) throws(LedgerError) -> RebuildReport {
    try deleteRetired()
    let begun = try begin()
    while let shadow = try step() {
      let head = try ledger.snapshot().view.head.position
      progress(
        RebuildProgress(position: shadow.position, head: head, resumedFrom: begun.position))
      if shadow.position >= head { break }
    }
    let comparison = try compare()
    let entry = try ledger.exclusively(participants) { () throws(LedgerError) in
      while let shadow = try step(), shadow.position < (try ledger.snapshot().view.head.position) {}
      return try swap()
    }
    try deleteRetired()
    return RebuildReport(
      name: definition.name, entry: entry, resumedFrom: begun.position, comparison: comparison)
  }

  private var servingKey: [UInt8] { ProjectionRegistry.key(definition.name) }
  private var shadowKey: [UInt8] { ProjectionRegistry.shadowKey(definition.name) }

  /// The shadow's entry: an interrupted rebuild's, where it was by the same fold, or a new one's.
  private func begin() throws(LedgerError) -> ProjectionEntry {
    try ledger.environment.write { transaction throws(LedgerError) in
      let meta = ledger.databases.meta
      let serving = try entry(servingKey, &transaction)
      let shadow = try entry(shadowKey, &transaction)
      if let shadow, shadow.version == definition.version { return shadow }
      if let shadow { try retire(shadow, &transaction) }
      let new = ProjectionEntry(
        version: definition.version,
        generation: max(serving?.generation ?? 0, shadow?.generation ?? 0) + 1, position: 0)
      try transaction.store(meta, shadowKey, new.bytes)
      return new
    }
  }

  /// Takes in the next chunk; `nil` where another process has finished the rebuild.
  private func step() throws(LedgerError) -> ProjectionEntry? {
    guard let chunk = try readChunk() else { return nil }
    return try ledger.environment.write { transaction throws(LedgerError) in
      guard var shadow = try entry(shadowKey, &transaction) else { return nil }
      // Another process may have taken in the same chunk.
      guard shadow == chunk.shadow, chunk.last > shadow.position else { return shadow }
      do throws(LMDBError) {
        let database = try transaction.database(shadow.databaseName(definition.name))
        for (key, value) in chunk.entries { try transaction.put(database, key, value) }
      } catch {
        throw LedgerError(error)
      }
      shadow.position = chunk.last
      try transaction.store(ledger.databases.meta, shadowKey, shadow.bytes)
      return shadow
    }
  }

  private struct Chunk {
    let shadow: ProjectionEntry
    var last: UInt64
    var entries: [(key: [UInt8], value: [UInt8])] = []
  }

  /// Reads records before the write lock is taken: what is recorded does not change any more.
  private func readChunk() throws(LedgerError) -> Chunk? {
    let snapshot = try ledger.snapshot()
    let shadow = try ProjectionRegistry.entry(
      at: shadowKey, ledger.databases, snapshot.transaction)
    guard let shadow else { return nil }
    try checkVersion(shadow)
    let last = min(shadow.position + chunkSize, snapshot.view.head.position)
    var chunk = Chunk(shadow: shadow, last: last)
    for position in stride(from: shadow.position + 1, through: last, by: 1) {
      if let entry = try definition.entry(at: position, in: snapshot) {
        chunk.entries.append(entry)
      }
    }
    chunk.entries.sort { $0.key.lexicographicallyPrecedes($1.key) }
    return chunk
  }

  /// How the shadow compares with what serves, as far as both reach.
  private func compare() throws(LedgerError) -> RebuildComparison {
    try ProjectionRegistry.prepare(ledger)
    let snapshot = try ledger.snapshot()
    let serving = try ProjectionRegistry.entry(definition, snapshot.view, snapshot.transaction)
    let shadow = try ProjectionRegistry.entry(
      at: shadowKey, ledger.databases, snapshot.transaction)
    let environment = ledger.environment
    guard let serving, let shadow, serving.version == shadow.version,
      let served = environment.knownDatabase(serving.databaseName(definition.name)),
      let rebuilt = environment.knownDatabase(shadow.databaseName(definition.name))
    else { return .notComparable }
    let (low, high) = (
      min(serving.position, shadow.position), max(serving.position, shadow.position)
    )
    let isCounted = { (key: [UInt8]) in
      definition.position(key).map { $0 <= low || $0 > high } ?? true
    }
    let before = try served.tally(snapshot.transaction, isCounted)
    let after = try rebuilt.tally(snapshot.transaction, isCounted)
    return before == after ? .same : .different(served: before, rebuilt: after)
  }

  /// Puts the shadow in the place of what serves; the caller holds the writer lock, and the shadow has
  /// caught up.
  private func swap() throws(LedgerError) -> ProjectionEntry {
    try ledger.environment.write { transaction throws(LedgerError) in
      let serving = try entry(servingKey, &transaction)
      guard let shadow = try entry(shadowKey, &transaction) else {
        guard let serving else {
          throw .damaged(position: nil, reason: "the register of projections lost a rebuild")
        }
        return serving
      }
      if let serving { try retire(serving, &transaction) }
      try transaction.store(ledger.databases.meta, servingKey, shadow.bytes)
      try transaction.remove(ledger.databases.meta, shadowKey)
      return shadow
    }
  }

  private func retire(
    _ entry: ProjectionEntry, _ transaction: inout WriteTransaction
  ) throws(LedgerError) {
    let name = Array(entry.databaseName(definition.name).utf8)
    try transaction.store(
      ledger.databases.meta, ProjectionRegistry.retiredPrefix + name, [])
  }

  /// Deletes the databases that no longer serve.
  private func deleteRetired() throws(LedgerError) {
    for name in try retiredNames() {
      do throws(LMDBError) {
        try ledger.environment.deleteDatabase(name)
      } catch .transactionsStillOpen {
        // It is empty by now, and stays on the list.
        continue
      } catch {
        throw LedgerError(error)
      }
      try ledger.environment.write { transaction throws(LedgerError) in
        try transaction.remove(
          ledger.databases.meta, ProjectionRegistry.retiredPrefix + Array(name.utf8))
      }
    }
  }

  private func retiredNames() throws(LedgerError) -> [String] {
    var names: [String] = []
    let prefix = ProjectionRegistry.retiredPrefix
    try ledger.environment.read { transaction throws(LedgerError) in
      try transaction.forEach(ledger.databases.meta, prefix: prefix) {
        key, _ throws(LedgerError) in
        names.append(String(decoding: key.copied.dropFirst(prefix.count), as: UTF8.self))
        return .more
      }
    }
    return names
  }

  private func entry(
    _ key: [UInt8], _ transaction: inout WriteTransaction
  ) throws(LedgerError) -> ProjectionEntry? {
    let entry = try ProjectionRegistry.entry(at: key, ledger.databases, transaction.reader)
    if let entry { try checkVersion(entry) }
    return entry
  }

  /// What a newer build made or makes is not this one's to replace.
  private func checkVersion(_ entry: ProjectionEntry) throws(LedgerError) {
    guard entry.version <= definition.version else {
      throw .newerFormat(found: entry.version, supported: definition.version)
    }
  }
}

extension ProjectionDefinition {
  /// The entry that the event at a position makes.
  ///
  /// - Throws: `damaged` where its record does not decode.
  func entry(
    at position: UInt64, in snapshot: Snapshot
  ) throws(LedgerError) -> (key: [UInt8], value: [UInt8])? {
    try event(at: position, in: snapshot).flatMap { entry($0.event, $0.record) }
  }

  /// The event at a position, without its texts, and its record.
  func event(
    at position: UInt64, in snapshot: Snapshot
  ) throws(LedgerError) -> (event: RecordedEvent, record: [UInt8])? {
    let view = snapshot.view
    guard let record = try view.record(at: position, snapshot.transaction) else { return nil }
    let event = try view.event(
      record, at: position, withTexts: false, snapshot.transaction)
    return (event, record)
  }
}
