internal import EventStore
internal import Events
internal import LMDB

/// What rows that were found add up to.
extension FactReader {
  func sight(of row: FactRow, _ bytes: [UInt8], _ subject: StreamID) -> Sight {
    guard let provenance = Provenance(rawValue: row.attributes & 3),
      point.provenance?.contains(provenance) ?? true
    else { return .hidden }
    let date = CoarseDate(sealed: row.precision, lastDay: row.day)
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

  func found<State: EntityState>(
    _ search: inout FactSearch, _ subject: StreamID, _ provenances: UInt8,
    _ transaction: borrowing ReadTransaction
  ) throws(LedgerError) -> Entity<State>? {
    // A state is a large value: it is made where it will stay.
    var entity = Entity<State>(subject: subject, provenances: provenances)
    search.sortFound()
    for index in 0..<search.count {
      guard let row = search.row(index) else { continue }
      if try !take(row, search.bytes, &entity.state, subject, transaction) {
        entity.state.evolve(try event(row, search.bytes, subject, transaction))
      }
    }
    entity.state.set(postponements: search.postponements)
    guard entity.state.exists else { return nil }
    if !search.unclear.isEmpty {
      for row in search.unclear.inTimeOnce {
        entity.imprecise.append(try vague(row, search.bytes, subject, transaction))
      }
    }
    return entity
  }

  /// Takes a row in by its bytes and the texts where they stand, where the state can; returns whether it
  /// could.
  private func take<State: EntityState>(
    _ row: FactRow, _ bytes: [UInt8], _ state: inout State, _ subject: StreamID,
    _ transaction: borrowing ReadTransaction
  ) throws(LedgerError) -> Bool {
    guard row.has(FactRow.Attribute.body), let type = EventType(number: row.type) else {
      return false
    }
    var fact = StoredFact(
      type: type, precision: row.precision, day: row.day, bodyPosition: row.bodyPosition(bytes))
    let end = Int(row.start + row.count)
    let body = bytes.span.extracting(row.bodyStart..<end)
    guard wantsTexts(row, type, subject) else { return state.take(fact, body, texts: Span()) }
    // The texts of a correction are those of its own envelope, too.
    if fact.bodyPosition != row.position { return false }
    fact.hasTexts = true
    var isTaken = false
    _ = try view.showTexts(at: fact.bodyPosition, transaction) { texts in
      fact.hasTexts = !texts.isEmpty
      isTaken = state.take(fact, body, texts: texts)
    }
    return isTaken
  }

  /// Whether a state asks for the texts of a row's event.
  private func wantsTexts(_ row: FactRow, _ type: EventType, _ subject: StreamID) -> Bool {
    withTexts && row.has(FactRow.Attribute.texts)
      && (subject.kind != .action || type == .actionAdded || type == .actionReworded)
  }

  /// The event of a row, as far as a state asks: without what only its record has.
  private func event(
    _ row: FactRow, _ bytes: [UInt8], _ subject: StreamID, _ transaction: borrowing ReadTransaction
  ) throws(LedgerError) -> LiveEvent {
    guard let type = EventType(number: row.type),
      let provenance = Provenance(rawValue: row.attributes & 3)
    else { throw FactReader.damaged }
    let wantsTexts = wantsTexts(row, type, subject)
    let bodyPosition = row.bodyPosition(bytes)
    if !row.has(FactRow.Attribute.body) || wantsTexts && bodyPosition != row.position {
      return try whole(row, bytes, subject, transaction)
    }
    let texts = wantsTexts ? try view.texts(at: bodyPosition, transaction) : nil
    // Texts that are missing are the ledger's damage, which is told where its records are read.
    if wantsTexts, texts == nil { return try whole(row, bytes, subject, transaction) }
    let data: EventData
    do throws(EventError) {
      data = try RecordCodec.data(
        type, body: row.body(bytes), texts: texts?.isRedacted == true ? nil : texts?.texts)
    } catch {
      guard texts != nil else { throw FactReader.damaged }
      // A reason stands before the other texts, and a row does not say whether there is one.
      return try whole(row, bytes, subject, transaction)
    }
    return live(row, bytes, data, provenance, subject)
  }

  /// The event of a row that may count or not: nobody asks for its texts.
  private func vague(
    _ row: FactRow, _ bytes: [UInt8], _ subject: StreamID, _ transaction: borrowing ReadTransaction
  ) throws(LedgerError) -> LiveEvent {
    guard row.has(FactRow.Attribute.body), let type = EventType(number: row.type),
      let provenance = Provenance(rawValue: row.attributes & 3),
      let data = try? RecordCodec.data(type, body: row.body(bytes))
    else { return try whole(row, bytes, subject, transaction) }
    return live(row, bytes, data, provenance, subject)
  }

  /// The event of a row with its body, without what only its record has.
  private func live(
    _ row: FactRow, _ bytes: [UInt8], _ data: EventData, _ provenance: Provenance,
    _ subject: StreamID
  ) -> LiveEvent {
    var event = Event(
      subject: subject, effective: CoarseDate(sealed: row.precision, lastDay: row.day), data: data)
    event.provenance = provenance
    event.published = row.published(bytes)
    let published = event.published ?? publication(of: row, subject)
    return LiveEvent(
      position: row.position, bodyPosition: row.bodyPosition(bytes), revision: 0,
      recorded: Instant(microseconds: 0), event: event, published: published)
  }

  /// The event of a row with all that its records have.
  private func whole(
    _ row: FactRow, _ bytes: [UInt8], _ subject: StreamID, _ transaction: borrowing ReadTransaction
  ) throws(LedgerError) -> LiveEvent {
    let bodyPosition = row.bodyPosition(bytes)
    let base = try view.event(
      at: row.position, on: subject, withTexts: withTexts, transaction)
    guard let base else { throw FactReader.damaged }
    var live = LiveEvent(
      position: row.position, bodyPosition: bodyPosition, revision: base.revision,
      recorded: base.recorded, event: base.event, isRedacted: base.isRedacted)
    if bodyPosition != row.position {
      let about = try view.event(
        at: bodyPosition, on: subject, withTexts: withTexts, transaction)
      guard let about, case .eventCorrected(var body) = about.event.data
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
