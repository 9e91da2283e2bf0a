internal import EventStore
internal import Events
internal import LMDB

/// A rebuild under way: a shadow database of the next generation and its checkpoint.
///
/// All that it knows from one transaction to the next is in the register, so that one that was killed
/// is taken up by the next. Its caller holds the `RebuildLock`.
struct Rebuild {
  let ledger: Ledger
  let definition: ProjectionDefinition
  let chunkSize: UInt64
  /// How many records are found at once.
  let recordsAtOnce: Int
  let participants: [any AppendParticipant]

  func run(_ progress: (RebuildProgress) -> Void) throws(LedgerError) -> RebuildReport {
    try deleteRetired()
    let begun = try begin()
    var (known, told): (UInt64, UInt64) = (0, 0)
    func tell(_ reach: UInt64, of head: UInt64) {
      known = head
      // What was read is written afterwards: of that nothing more is told.
      if reach <= told { return }
      told = reach
      progress(RebuildProgress(position: reach, head: head, resumedFrom: begun.reach))
    }
    // What is appended from the last word on waits for the lock.
    var records: FoundRecords?
    while let shadow = try step(&records, tell),
      shadow.building != nil || shadow.position < known
    {}
    // No transaction is to be open when it deletes what served.
    records = nil
    let comparison = try ShadowComparison(ledger, definition).compare()
    switch comparison {
    case .same: break
    case .different(let difference) where difference.served != nil: try check(difference.streams)
    case .different, .notComparable: try checkAll()
    }
    let entry = try ledger.exclusively(participants) { () throws(LedgerError) in
      let head = try head()
      while let shadow = try step(&records), shadow.building != nil || shadow.position < head {}
      return try swap()
    }
    try deleteRetired()
    return RebuildReport(
      name: definition.name, entry: entry, resumedFrom: begun.reach, comparison: comparison)
  }

  /// Holds the records of streams that differ from what served to the tree: of one that was changed, it
  /// is the shadow that is wrong.
  private func check(_ streams: [StreamID]) throws(LedgerError) {
    let snapshot = try ledger.snapshot()
    for stream in streams { try snapshot.checkRecords(of: stream) }
  }

  /// Holds all records to the tree, where nothing else says of any that it is as it was recorded.
  private func checkAll() throws(LedgerError) {
    let readers = try Readers(ledger)
    let (last, size) = (readers.snapshot.view.head.position, UInt64(StreamChunk.partSize))
    _ = try readers.make(Int((last + size - 1) / size)) { part, snapshot throws(LedgerError) in
      let first = UInt64(part) * size + 1
      try snapshot.view.check(
        recordsAt: first...min(first + size - 1, last), snapshot.transaction)
    }
  }

  private func head() throws(LedgerError) -> UInt64 { try ledger.snapshot().view.head.position }

  private var servingKey: [UInt8] { ProjectionRegistry.key(definition.name) }

  /// The shadow's entry: an interrupted rebuild's, where it was by the same fold and can be gone on with,
  /// or a new one's.
  private func begin() throws(LedgerError) -> ProjectionEntry {
    let head = try head()
    return try ledger.environment.write { transaction throws(LedgerError) in
      let serving = try entry(servingKey, &transaction)
      let shadow = try shadow(&transaction)
      if let shadow, shadow.version == definition.version, shadow.isWithin(head) { return shadow }
      if let shadow { try retire(shadow, &transaction) }
      var new = ProjectionEntry(
        version: definition.version,
        generation: max(serving?.generation ?? 0, shadow?.generation ?? 0) + 1, position: 0)
      new.building = .init(through: head, taken: 0, after: [])
      try ProjectionRegistry.store(
        shadow: new, definition.name, ledger.databases, &transaction)
      return new
    }
  }

  /// While events are read, each so many more are told; and always what was written.
  private static var tellingStep: UInt64 { 20_000 }

  /// Takes in the next chunk; `nil` where another process has finished the rebuild.
  ///
  /// - Parameters:
  ///   - records: those found so far, for this step and the next.
  ///   - tell: told after the chunk, and while events are read, how many are taken in, and how many
  ///     there are; one that was found and is still to be looked at counts a tenth.
  private func step(
    _ records: inout FoundRecords?, _ tell: (UInt64, UInt64) -> Void = { _, _ in }
  ) throws(LedgerError) -> ProjectionEntry? {
    guard let chunk = try readChunk(&records, tell), let reached = try write(chunk) else {
      return nil
    }
    // Nobody else rebuilds, and yet nothing is taken in twice.
    if reached != chunk.after { records = nil }
    if reached != chunk.before { tell(reached.reach, try head()) }
    return reached
  }

  /// Writes a chunk where the shadow stands as it did before it; returns how it stands then.
  private func write(_ chunk: Chunk) throws(LedgerError) -> ProjectionEntry? {
    try ledger.environment.write { transaction throws(LedgerError) in
      guard let shadow = try shadow(&transaction) else { return nil }
      guard shadow == chunk.before, chunk.after != shadow else { return shadow }
      let database: Database
      do throws(LMDBError) {
        database = try transaction.database(shadow.databaseName(definition.name))
        try transaction.withAppender(database) { appender throws(LMDBError) in
          for entries in chunk.entries {
            try entries.streams.forEach { key, value throws(LMDBError) in
              try appender.append(key, value)
            }
          }
        }
        for entries in chunk.entries {
          try entries.references.forEach { key, value throws(LMDBError) in
            try transaction.put(database, key, value)
          }
        }
      } catch .keyExists {
        throw .damaged(position: nil, reason: "the streams' index is not in its order")
      } catch {
        throw LedgerError(error)
      }
      let writer = FactWriter(database: database, databases: ledger.databases)
      if let recorded = chunk.recorded { try writer.stage(recorded, &transaction) }
      try ProjectionRegistry.store(
        shadow: chunk.after, definition.name, ledger.databases, &transaction)
      return chunk.after
    }
  }

  /// What one transaction takes in.
  private struct Chunk {
    let before: ProjectionEntry
    var after: ProjectionEntry
    var entries: [Entries] = []
    /// What to take in as it was recorded.
    var recorded: StagedChunk?
  }

  private struct Entries: Sendable {
    /// What to append: streams one behind the other.
    var streams = EntryList()
    /// What those streams name: in no order, and before all streams.
    var references = EntryList()

    mutating func append(_ facts: StreamFacts) {
      facts.append(to: &streams)
      for (key, position) in facts.namedKeys {
        references.append(key, StreamReference.value(from: position, under: key))
      }
    }

    /// Gives back what room is left: many are kept until all are written.
    mutating func trim() {
      streams.trim()
      references.trim()
    }
  }

  /// Reads records before the write lock is taken: what is recorded does not change any more. `nil`
  /// where another process has finished the rebuild.
  private func readChunk(
    _ records: inout FoundRecords?, _ tell: (UInt64, UInt64) -> Void
  ) throws(LedgerError) -> Chunk? {
    let shadow = try ledger.environment.read { transaction throws(LedgerError) in
      try ProjectionRegistry.shadow(definition.name, ledger.databases, transaction)
    }
    guard let shadow else { return nil }
    try checkVersion(shadow)
    var chunk = Chunk(before: shadow, after: shadow)
    if let building = shadow.building {
      try readStreams(building, into: &chunk, &records, tell)
    } else {
      try readPositions(into: &chunk, try ledger.snapshot())
    }
    return chunk
  }

  /// Stream by stream, each whole: no key is written twice, and all are in their order.
  private func readStreams(
    _ building: ProjectionEntry.Building, into chunk: inout Chunk, _ records: inout FoundRecords?,
    _ tell: (UInt64, UInt64) -> Void
  ) throws(LedgerError) {
    while true {
      let found = if let records { records } else { try find(building, tell) }
      records = found
      let readers = try Readers(ledger)
      let streams = try found.values.use { () throws(LedgerError) in
        let streams = try StreamChunk(
          after: building.after, through: building.through, atMost: Int(clamping: chunkSize),
          of: found, readers)
        let head = readers.snapshot.view.head.position
        var told = building.taken
        try make(streams, building, into: &chunk) { reach in
          if reach < told + Self.tellingStep { return }
          told = reach
          tell(reach, head)
        }
        return streams
      }
      if streams?.isRestFound != true { records = nil }
      // Where they were given up, for the map had to change, they are found once more.
      if streams != nil { return }
    }
  }

  /// Finds the records of the streams to come: by itself, for it takes long, and meanwhile nobody of this
  /// process can make the map larger.
  private func find(
    _ building: ProjectionEntry.Building, _ tell: (UInt64, UInt64) -> Void
  ) throws(LedgerError) -> FoundRecords {
    while true {
      let values = try FoundValues(of: ledger)
      let readers = try Readers(ledger)
      let head = readers.snapshot.view.head.position
      let rest = building.through - building.taken
      var told = building.taken
      let records = try values.use { () throws(LedgerError) in
        try FoundRecords(
          after: building.after, through: building.through, atMost: recordsAtOnce, in: values,
          readers
        ) { walked in
          let reach = FoundRecords.progress(done: building.taken, found: min(walked, rest))
          if reach < told + Self.tellingStep { return }
          told = reach
          tell(reach, head)
        }
      }
      if let records { return records }
    }
  }

  private func make(
    _ streams: StreamChunk, _ building: ProjectionEntry.Building, into chunk: inout Chunk,
    _ tell: (UInt64) -> Void
  ) throws(LedgerError) {
    let (entries, events) = try streams.make { looked in
      let done = building.taken + UInt64(looked)
      tell(FoundRecords.progress(done: done, found: building.through - min(done, building.through)))
    } _: { forEach throws(LedgerError) in
      var entries = Entries()
      try forEach { facts throws(LedgerError) in entries.append(facts) }
      entries.trim()
      return entries
    }
    chunk.entries = entries
    let taken = building.taken + UInt64(events)
    if !streams.isLast {
      chunk.after.building = .init(through: building.through, taken: taken, after: streams.last)
      return
    }
    guard taken == building.through else {
      throw .damaged(
        position: nil,
        reason: "the streams' index has \(taken) events where there are \(building.through)")
    }
    chunk.after.building = nil
    chunk.after.position = building.through
  }

  /// What was recorded since the streams were gone through.
  private func readPositions(
    into chunk: inout Chunk, _ snapshot: Snapshot
  ) throws(LedgerError) {
    let first = chunk.before.position + 1
    let last = min(
      chunk.before.position + min(chunkSize, Self.catchUpLimit), snapshot.view.head.position)
    chunk.after.position = last
    if first > last { return }
    let view = snapshot.view
    var records: [(subject: StreamID, record: [UInt8])] = []
    try view.records(from: first, snapshot.transaction) {
      position, record throws(LedgerError) in
      let event = try view.event(
        record, at: position, withTexts: false, snapshot.transaction)
      records.append((event.event.subject, record))
      return position < last
    }
    chunk.recorded = StagedChunk(from: first, records)
  }

  private static var catchUpLimit: UInt64 { 5_000 }

  /// Puts the shadow in the place of what serves; the caller holds the writer lock, and the shadow has
  /// caught up.
  private func swap() throws(LedgerError) -> ProjectionEntry {
    try ledger.environment.write { transaction throws(LedgerError) in
      let serving = try entry(servingKey, &transaction)
      guard let shadow = try shadow(&transaction) else {
        guard let serving else {
          throw .damaged(position: nil, reason: "the register of projections lost a rebuild")
        }
        return serving
      }
      if let serving { try retire(serving, &transaction) }
      try transaction.store(ledger.databases.meta, servingKey, shadow.bytes)
      try ProjectionRegistry.store(
        shadow: nil, definition.name, ledger.databases, &transaction)
      return shadow
    }
  }

  private func retire(
    _ entry: ProjectionEntry, _ transaction: inout WriteTransaction
  ) throws(LedgerError) {
    let name = entry.databaseName(definition.name)
    try transaction.store(
      ledger.databases.meta, ProjectionRegistry.retiredPrefix + Array(name.utf8), [])
    try transaction.remove(ledger.databases.meta, ProjectionRegistry.damageKey(name))
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

  private func shadow(
    _ transaction: inout WriteTransaction
  ) throws(LedgerError) -> ProjectionEntry? {
    let shadow = try ProjectionRegistry.shadow(
      definition.name, ledger.databases, transaction.reader)
    if let shadow { try checkVersion(shadow) }
    return shadow
  }

  /// What a newer build made or makes is not this one's to replace.
  private func checkVersion(_ entry: ProjectionEntry) throws(LedgerError) {
    guard entry.version <= definition.version else {
      throw .projectionNewer(
        name: definition.name, found: entry.version, supported: definition.version)
    }
  }
}

extension ProjectionEntry {
  /// How many events are taken in.
  var reach: UInt64 { building?.taken ?? position }

  /// Whether what it takes in is in a ledger of that head.
  fileprivate func isWithin(_ head: UInt64) -> Bool {
    guard let building else { return position <= head }
    return building.taken <= building.through && building.through <= head
  }
}
