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
  let participants: [any AppendParticipant]

  func run(_ progress: (RebuildProgress) -> Void) throws(LedgerError) -> RebuildReport {
    try deleteRetired()
    let begun = try begin()
    func tell(_ reach: UInt64, of head: UInt64) {
      progress(RebuildProgress(position: reach, head: head, resumedFrom: begun.reach))
    }
    while let shadow = try step(tell) {
      let head = try ledger.snapshot().view.head.position
      tell(shadow.reach, of: head)
      if shadow.building == nil, shadow.position >= head { break }
    }
    let comparison = try ShadowComparison(ledger, definition).compare()
    let entry = try ledger.exclusively(participants) { () throws(LedgerError) in
      while let shadow = try step() {
        let head = try ledger.snapshot().view.head.position
        if shadow.building == nil, shadow.position >= head { break }
      }
      return try swap()
    }
    try deleteRetired()
    return RebuildReport(
      name: definition.name, entry: entry, resumedFrom: begun.reach, comparison: comparison)
  }

  private var servingKey: [UInt8] { ProjectionRegistry.key(definition.name) }

  /// The shadow's entry: an interrupted rebuild's, where it was by the same fold, or a new one's.
  private func begin() throws(LedgerError) -> ProjectionEntry {
    let head = try ledger.snapshot().view.head.position
    return try ledger.environment.write { transaction throws(LedgerError) in
      let serving = try entry(servingKey, &transaction)
      let shadow = try shadow(&transaction)
      if let shadow, shadow.version == definition.version { return shadow }
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

  /// Takes in the next chunk; `nil` where another process has finished the rebuild.
  ///
  /// - Parameter tell: told within a long chunk how many events were read, and how many there are.
  private func step(
    _ tell: (UInt64, UInt64) -> Void = { _, _ in }
  ) throws(LedgerError) -> ProjectionEntry? {
    guard let chunk = try readChunk(tell) else { return nil }
    return try ledger.environment.write { transaction throws(LedgerError) in
      guard let shadow = try shadow(&transaction) else { return nil }
      // Nobody else rebuilds, and yet nothing is taken in twice.
      guard shadow == chunk.before, chunk.after != shadow else { return shadow }
      let database: Database
      do throws(LMDBError) {
        database = try transaction.database(shadow.databaseName(definition.name))
        try transaction.withAppender(database) { appender throws(LMDBError) in
          for (key, value) in chunk.entries { try appender.append(key, value) }
        }
        for (key, value) in chunk.references { try transaction.put(database, key, value) }
      } catch {
        throw LedgerError(error)
      }
      let writer = FactWriter(database: database, databases: ledger.databases)
      if let events = chunk.events { try writer.stage(events, &transaction) }
      try ProjectionRegistry.store(
        shadow: chunk.after, definition.name, ledger.databases, &transaction)
      return chunk.after
    }
  }

  private struct Chunk {
    let before: ProjectionEntry
    var after: ProjectionEntry
    /// What to append: streams one behind the other.
    var entries: [(key: [UInt8], value: [UInt8])] = []
    /// What those streams name: in no order, and before all streams.
    var references: [(key: [UInt8], value: [UInt8])] = []
    /// What to take in as it was recorded.
    var events: StagedChunk?
  }

  /// Reads records before the write lock is taken: what is recorded does not change any more.
  private func readChunk(
    _ tell: (UInt64, UInt64) -> Void
  ) throws(LedgerError) -> Chunk? {
    let snapshot = try ledger.snapshot()
    let shadow = try ProjectionRegistry.shadow(
      definition.name, ledger.databases, snapshot.transaction)
    guard let shadow else { return nil }
    try checkVersion(shadow)
    var chunk = Chunk(before: shadow, after: shadow)
    if let building = shadow.building {
      try readStreams(building, into: &chunk, snapshot, tell)
    } else {
      try readPositions(into: &chunk, snapshot)
    }
    return chunk
  }

  /// Stream by stream, each whole: no key is written twice, and all are in their order.
  ///
  /// The records of a chunk's streams are read in the order of their positions: they share pages.
  private func readStreams(
    _ building: ProjectionEntry.Building, into chunk: inout Chunk, _ snapshot: Snapshot,
    _ tell: (UInt64, UInt64) -> Void
  ) throws(LedgerError) {
    var next = building
    var isFull = false
    var names: [[UInt8]] = []
    var streams: [StreamFacts] = []
    var wanted = WantedRecords()
    wanted.reserveCapacity(Int(min(chunkSize, building.through)))
    try snapshot.forEachStream(after: building.after, through: building.through) {
      name, positions throws(LedgerError) in
      for position in positions { wanted.add(position, for: names.count) }
      names.append(name)
      streams.append(StreamFacts(ofEvents: positions.count))
      next.after = name
      next.taken += UInt64(positions.count)
      isFull = next.taken - building.taken >= chunkSize || names.count == WantedRecords.mostStreams
      return !isFull
    }
    wanted.sort()
    try read(wanted, into: &streams, snapshot) { read in
      tell(building.taken + read, snapshot.view.head.position)
    }
    for (name, var facts) in zip(names, consume streams) {
      try facts.finish(ledger.databases, snapshot.transaction)
      chunk.entries += facts.entries(of: String(decoding: name, as: UTF8.self))
      chunk.references += facts.references(of: name).map { key, position in
        (key, StreamReference.value(from: position, under: key))
      }
    }
    chunk.after.building = next
    if !isFull {
      chunk.after.building = nil
      chunk.after.position = next.through
    }
  }

  /// Reads records by ascending positions, each for its stream, and tells now and then how many.
  private func read(
    _ wanted: WantedRecords, into streams: inout [StreamFacts], _ snapshot: Snapshot,
    _ tell: (UInt64) -> Void
  ) throws(LedgerError) {
    try snapshot.transaction.withCursor(ledger.databases.records) { cursor throws(LedgerError) in
      var failure: LedgerError?
      var key = RecordsByPosition.key(0)
      for count in 0..<wanted.count {
        if count % Self.tellingStep == Self.tellingStep - 1 { tell(UInt64(count)) }
        let (position, stream) = wanted[count]
        unsafe key.withUnsafeMutableBytes { bytes in
          unsafe bytes.storeBytes(of: position.bigEndian, as: UInt64.self)
        }
        let isThere: Bool
        do throws(LMDBError) {
          isThere = try cursor.seek(to: key.span)
        } catch {
          throw LedgerError(error)
        }
        guard isThere else { throw .damaged(position: position, reason: "its record is missing") }
        _ = cursor.show { _, record in
          do throws(EventError) {
            try streams[stream].take(record, at: position)
          } catch {
            failure = .damaged(position: position, reason: "\(error)")
          }
        }
        if let failure { throw failure }
      }
    }
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
    chunk.events = StagedChunk(from: first, records)
  }

  private static var tellingStep: Int { 5_000 }
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
}

extension Snapshot {
  /// Shows the streams behind a name, in the order of their names, with the positions of their events
  /// through one.
  func forEachStream(
    after last: [UInt8], through position: UInt64,
    _ visit: (_ name: [UInt8], _ positions: [UInt64]) throws(LedgerError) -> Bool
  ) throws(LedgerError) {
    var name: [UInt8] = []
    var positions: [UInt64] = []
    var goesOn = true
    func flush() throws(LedgerError) {
      if !positions.isEmpty { goesOn = try visit(name, positions) }
      positions.removeAll(keepingCapacity: true)
    }
    let lower = last.isEmpty ? nil : last + [1]
    try transaction.forEach(ledger.databases.streams, from: lower) {
      key, value throws(LedgerError) in
      guard key.count > 9, key[key.count - 9] == 0, value.count == 8 else {
        throw .damaged(position: nil, reason: "an entry of no stream in the streams' index")
      }
      if !key.begins(with: name) {
        try flush()
        if !goesOn { return .stop }
        name = key.extracting(0..<(key.count - 9)).copied
      }
      let found = FactBlock.number(value, 0).byteSwapped
      if found <= position { positions.append(found) }
      return .more
    }
    if goesOn { try flush() }
  }
}

extension Span<UInt8> {
  /// Whether a key of the streams' index is of that stream.
  fileprivate func begins(with name: [UInt8]) -> Bool {
    count == name.count + 9 && extracting(first: name.count).isSame(as: name.span)
  }
}
