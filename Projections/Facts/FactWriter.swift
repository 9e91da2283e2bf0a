internal import EventStore
internal import Events
internal import LMDB

/// Keeps the facts of streams in step with events as they are recorded.
///
/// What is written depends on the events alone and not on how they come in portions, but for how rows
/// are spread over blocks.
struct FactWriter {
  let database: Database
  let databases: Databases

  private var records: RecordsByPosition { RecordsByPosition(databases: databases) }

  /// A stream while it is changed.
  fileprivate struct Change {
    let key: [UInt8]
    var head: StreamHead
    /// The head as it is stored.
    let stored: StreamHead?
    var pending = FactRows()
  }

  /// Takes in the next events.
  func stage(
    _ chunk: StagedChunk, _ transaction: inout WriteTransaction
  ) throws(LedgerError) {
    for stream in chunk.streams { try stage(stream, &transaction) }
  }

  private func stage(
    _ stream: StagedStream, _ transaction: inout WriteTransaction
  ) throws(LedgerError) {
    let key = FactKey.head(stream.subject.description)
    let stored = try head(key, transaction.reader)
    var change = Change(key: key, head: stored ?? StreamHead(), stored: stored)
    for event in stream.events {
      let sketch = try sketch(event)
      try stageReferences(of: event, sketch.type, on: stream.subject, &transaction)
      if let statement = try add(event, sketch, to: &change.pending) {
        change.note(statement, from: event.position)
      } else {
        try revise(event, of: stream.subject, &change, &transaction)
      }
    }
    if change.pending.isEmpty && change.head == stored { return }
    try merge(&change, &transaction)
    if change.head != stored {
      try transaction.store(database, key, change.head.bytes(under: key))
    }
  }

  /// Adds what an event says; `nil`, and nothing, for an event about events.
  private func add(
    _ event: StagedEvent, _ sketch: RecordSketch, to set: inout FactRows
  ) throws(LedgerError) -> Statement? {
    do throws(EventError) {
      return try Statement.add(event.record.span, sketch, to: &set, from: event.position)
    } catch {
      throw .damaged(position: event.position, reason: "\(error)")
    }
  }

  /// What an event's record says in its header.
  func sketch(_ event: StagedEvent) throws(LedgerError) -> RecordSketch {
    do throws(EventError) {
      return try RecordSketch(of: event.record.span)
    } catch {
      throw .damaged(position: event.position, reason: "\(error)")
    }
  }

  // MARK: - Events about events

  /// Ends what an event about another makes unbelieved, and begins what is believed in its place.
  private func revise(
    _ event: StagedEvent, of subject: StreamID, _ change: inout Change,
    _ transaction: inout WriteTransaction
  ) throws(LedgerError) {
    let about: RecordedEvent
    do throws(EventError) {
      about = try RecordCodec.decode(event.record, texts: nil, on: subject)
    } catch {
      throw .damaged(position: event.position, reason: "\(error)")
    }
    guard about.event.data.aboutTarget != nil,
      let base = try records.base(of: about, transaction.reader)
    else { return }
    var cluster: [RecordedEvent] = []
    for position in try abouts(of: base.position, change, transaction.reader) {
      cluster.append(try records.event(at: position, on: subject, transaction.reader))
    }
    let before = belief(in: base, cluster[...])
    cluster.append(about)
    let after = belief(in: base, cluster[...])
    change.pending.rows.append(FactRow(about, on: base.position))
    if before.isLive == after.isLive, !after.isLive || before.bodyPosition == after.bodyPosition {
      return
    }
    if after.isLive {
      let statement = try add(after, to: &change.pending, from: about.position)
      change.note(statement, from: about.position)
    }
    guard before.isLive else { return }
    var rows = FactRows()
    let ended = try add(before, to: &rows, from: FactRow.forever)
    for row in rows.rows { try end(row, at: about.position, &change, &transaction) }
    if change.head.firstDay(of: ended.provenance) == ended.effective.lastDay {
      try find(firstDayOf: ended.provenance, at: about.position, &change, transaction.reader)
    }
  }

  private func add(
    _ belief: Belief, to set: inout FactRows, from position: UInt64
  ) throws(LedgerError) -> Statement {
    do throws(EventError) {
      return try Statement.add(belief, to: &set, from: position)
    } catch {
      throw .damaged(position: belief.bodyPosition, reason: "\(error)")
    }
  }

  /// The positions of the events about an event, as far as they are taken in.
  private func abouts(
    of base: UInt64, _ change: Change, _ transaction: borrowing ReadTransaction
  ) throws(LedgerError) -> [UInt64] {
    let line = FactLine.about.rawValue
    var positions: [UInt64] = []
    if !change.head.blocks.isEmpty {
      let least = FactRow(
        line: line, type: 0, attributes: 0, precision: 0, day: 0, position: base, from: 0,
        until: 0, start: 0, count: 0)
      for entry in change.head.blocks[change.head.block(of: least)...] {
        if entry.line == line, entry.position > base { break }
        for row in try rows(entry, change.key, transaction).rows
        where row.line == line && row.position == base {
          positions.append(row.from)
        }
      }
    }
    for row in change.pending.rows where row.line == line && row.position == base {
      positions.append(row.from)
    }
    return positions
  }

  /// Ends a row that stands still, be it stored or on its way.
  private func end(
    _ row: FactRow, at position: UInt64, _ change: inout Change,
    _ transaction: inout WriteTransaction
  ) throws(LedgerError) {
    func isMeant(_ other: FactRow) -> Bool {
      other.place == row.place && other.position == row.position
        && other.until == FactRow.forever && other.from < position
    }
    if let index = change.pending.rows.lastIndex(where: isMeant) {
      change.pending.rows[index].until = position
      return
    }
    var place = change.head.blocks.isEmpty ? -1 : change.head.block(of: row)
    while place >= 0 {
      let entry = change.head.blocks[place]
      var set = try rows(entry, change.key, transaction.reader)
      if let index = set.rows.lastIndex(where: isMeant) {
        // Its payload grows by the span, so that the block may have to be divided.
        set.rows[index].until = position
        return try put(set, in: place, &change, &transaction)
      }
      // Rows of one event may stand on both sides of a block's border.
      guard entry.place == row.place, entry.position == row.position else { break }
      place -= 1
    }
    throw FactReader.damaged
  }

  /// Looks through all rows for the first day on which an event of a class counts.
  private func find(
    firstDayOf provenance: UInt8, at position: UInt64, _ change: inout Change,
    _ transaction: borrowing ReadTransaction
  ) throws(LedgerError) {
    var day = change.pending.firstDay(of: provenance, at: position)
    for entry in change.head.blocks {
      let set = try rows(entry, change.key, transaction)
      day = min(day, set.firstDay(of: provenance, at: position))
    }
    change.head.set(firstDay: day, of: provenance, from: position)
  }

  // MARK: - Blocks

  /// Puts what is pending into its blocks, and divides those that grow too long.
  private func merge(
    _ change: inout Change, _ transaction: inout WriteTransaction
  ) throws(LedgerError) {
    change.pending.sort()
    let pending = change.pending
    if pending.isEmpty { return }
    guard !change.head.blocks.isEmpty else {
      return try put(pending, in: nil, &change, &transaction)
    }
    var end = pending.rows.count
    // From the last on, so that a block that is divided moves none that is still to come.
    while end > 0 {
      let place = change.head.block(of: pending.rows[end - 1])
      var start = end - 1
      while start > 0, change.head.block(of: pending.rows[start - 1]) == place { start -= 1 }
      var set = try rows(change.head.blocks[place], change.key, transaction.reader)
      for row in pending.rows[start..<end] { set.add(row, of: pending) }
      set.sort()
      try put(set, in: place, &change, &transaction)
      end = start
    }
  }

  /// Writes rows in the place of a block, or as a stream's first ones.
  private func put(
    _ set: FactRows, in place: Int?, _ change: inout Change,
    _ transaction: inout WriteTransaction
  ) throws(LedgerError) {
    var next = place ?? 0
    let ranges = FactBlock.division(set, atMost: FactBlock.mostBytes)
    for (index, range) in ranges.enumerated() {
      var number = (change.head.blocks.map(\.number).max() ?? 0) + 1
      if change.head.blocks.isEmpty { number = 0 }
      if index == 0, let place { number = change.head.blocks[place].number }
      let made = set.entry(range, number: number)
      if index == 0, place != nil {
        // A block that is divided has rows no more, and its head is written anyway: whoever reads
        // need not look in it for what went elsewhere. Else the head stays as it is where it can.
        let known = ranges.count > 1 ? made : change.head.blocks[next]
        change.head.blocks[next].least = min(known.least, made.least)
        change.head.blocks[next].last = max(known.last, made.last)
      } else {
        change.head.blocks.insert(made, at: next)
      }
      let key = FactKey.block(change.key, number)
      try transaction.store(database, key, FactBlock.bytes(set, range, under: key))
      next += 1
    }
  }

  /// The rows of a block.
  func rows(
    _ entry: StreamHead.BlockEntry, _ key: [UInt8], _ transaction: borrowing ReadTransaction
  ) throws(LedgerError) -> FactRows {
    let key = FactKey.block(key, entry.number)
    let set = try transaction.withValue(database, key.span) {
      value throws(LedgerError) in FactBlock.rows(value, under: key.span)
    }
    guard let rows = set ?? nil else {
      throw FactReader.damaged
    }
    return rows
  }

  /// What is stored of a stream beside its rows; `nil` where nothing is.
  func head(
    _ key: [UInt8], _ transaction: borrowing ReadTransaction
  ) throws(LedgerError) -> StreamHead? {
    let head = try transaction.withValue(database, key.span) {
      value throws(LedgerError) in StreamHead(value, under: key.span)
    }
    guard let head else { return nil }
    guard let head else {
      throw FactReader.damaged
    }
    return head
  }
}

extension FactWriter.Change {
  /// Says from when on a stream rests on what an event says.
  fileprivate mutating func note(_ statement: Statement, from position: UInt64) {
    if statement.effective.lastDay < head.firstDay(of: statement.provenance) {
      head.set(
        firstDay: statement.effective.lastDay, of: statement.provenance, from: position)
    }
  }
}

extension FactWriter {
  /// Takes out of a stream what was taken in from a position on.
  func unstage(
    _ stream: StagedStream, from first: UInt64, _ transaction: inout WriteTransaction
  ) throws(LedgerError) {
    try unstageReferences(of: stream, &transaction)
    let key = FactKey.head(stream.subject.description)
    guard let stored = try head(key, transaction.reader) else { return }
    var head = stored
    head.provenances.removeAll { $0.from >= first }
    head.blocks.removeAll()
    for entry in stored.blocks {
      let set = try rows(entry, key, transaction.reader)
      let blockKey = FactKey.block(key, entry.number)
      let kept = set.asOf(first - 1, reaching: .max)
      if kept.isEmpty {
        try transaction.remove(database, blockKey)
        continue
      }
      if kept.rows != set.rows {
        try transaction.store(
          database, blockKey, FactBlock.bytes(kept, kept.rows.indices, under: blockKey))
      }
      var entry = entry
      entry.last = max(entry.last, kept.rows.map(\.until).max() ?? 0)
      head.blocks.append(entry)
    }
    if head.blocks.isEmpty {
      try transaction.remove(database, key)
    } else if head != stored {
      try transaction.store(database, key, head.bytes(under: key))
    }
  }
}

extension FactRows {
  /// The rows as they were when the ledger reached that position.
  ///
  /// - Parameter last: how far the rows reach; what lies beyond is left as it is, being wrong.
  func asOf(_ position: UInt64, reaching last: UInt64) -> FactRows {
    let isSo = rows.allSatisfy { row in
      (row.from <= position || row.from > last)
        && (row.until <= position || row.until > last || row.until == FactRow.forever)
    }
    if isSo { return self }
    var kept = self
    kept.rows = rows.compactMap { row in
      if row.from > position, row.from <= last { return nil }
      var row = row
      if row.until > position, row.until <= last { row.until = FactRow.forever }
      return row
    }
    return kept
  }
}
