internal import EventStore
internal import Events
internal import Projections

extension ReportReader {
  /// What was said of the plan and is said otherwise now: figures that their source revised, events
  /// that were typed wrong or never happened.
  func restatements() throws(LedgerError) -> Report.Section {
    var section = Report.Section("restatements", .restatementsHeading)
    section.notes = [Note(.restatementsNote)]
    var table = Table(
      "restatements", Note(.restatementsCaption),
      [
        Table.Column("recorded", .recordedOn, .date), Table.Column("subject", .subject, .prose),
        Table.Column("how", .how), Table.Column("field", .field),
        Table.Column("change", .oldAndNew, .prose),
        Table.Column("event", .eventNumber, .number(unit: "position")),
        Table.Column("reason", .reason, .prose),
      ], ifEmpty: .noRestatements)
    var rows: [(position: UInt64, row: Table.Row)] = []
    for subject in try restatedStreams() { rows += try restatements(on: subject) }
    // Of one event, the rows stand in the order of the entity's fields.
    let order = rows.indices.sorted { (rows[$0].position, $0) < (rows[$1].position, $1) }
    for index in order { table.add(rows[index].row) }
    section.tables = [table]
    return section
  }

  /// The streams of the plan, and of the counts and challenges that the report shows.
  private func restatedStreams() throws(LedgerError) -> [StreamID] {
    [plan.subject, .above(.victims, basis.options.country)] + areas.map(\.subject)
      + actions.map(\.subject) + (try reading.claims(of: id)).map(\.subject)
      + challenges.map(\.subject)
  }

  private func restatements(
    on subject: StreamID
  ) throws(LedgerError) -> [(position: UInt64, row: Table.Row)] {
    var rows: [(position: UInt64, row: Table.Row)] = []
    let timelines = timelinesByEntity(try reading.events(of: subject), of: subject)
    for entry in try reading.history(of: subject) {
      let position = entry.recorded.position
      switch entry.recorded.event.data {
      case .eventCorrected:
        for change in try changes(on: subject, by: position) {
          rows.append((position, row(change, entry.recorded, .corrected)))
        }
      case .eventRetracted:
        for change in try changes(on: subject, by: position) {
          rows.append((position, row(change, entry.recorded, .retracted)))
        }
      case .assessmentRevised, .victimCountRevised:
        guard entry.isLive else { continue }
        for change in revisions(by: entry, timelines) {
          rows.append((position, row(change, entry.recorded, .revised)))
        }
      default: break
      }
    }
    return rows
  }

  /// What an event about an event changed of what is shown.
  private func changes(
    on subject: StreamID, by position: UInt64
  ) throws(LedgerError) -> [Turn] {
    var before = reading.point
    before.position = position - 1
    var after = reading.point
    after.position = position
    return try Changes(reading.snapshot, from: before, to: after).all(on: [subject]) { key in
      shows(key)
    }
    .filter { !$0.isDerived }.map { Turn($0) }
  }

  /// What a revision changed: the value that stood before the event beside its own.
  private func revisions(
    by entry: HistoryEntry, _ timelines: [EntityKey: [LiveEvent]]
  ) -> [Turn] {
    let key: EntityKey
    let field: String
    switch entry.event.data {
    case .victimCountRevised(let body):
      (key, field) = (EntityKey(entry.recorded.event.subject, body.cell), "value")
    case .assessmentRevised:
      (key, field) = (EntityKey(entry.recorded.event.subject), "assessment")
    default: return []
    }
    guard shows(key), let timeline = timelines[key],
      let index = timeline.firstIndex(where: { $0.position == entry.recorded.position })
    else { return [] }
    let event = timeline[index]
    let point = reading.point
    guard
      let difference = difference(
        from: key.portrait(of: Array(timeline[..<index]), at: point),
        to: key.portrait(of: Array(timeline[...index]), at: point)),
      let found = difference.fields.first(where: { $0.field == field })
    else { return [] }
    return [
      Turn(
        key: key, name: difference.name, field: field, old: found.old, new: found.new,
        provenances: [event.event.provenance])
    ]
  }

  /// Whether the report shows that entity: of counts, those that share a day with the plan's period.
  func shows(_ key: EntityKey) -> Bool {
    guard let cell = key.cell else { return true }
    return key.subject.code == basis.options.country
      && plan.state.period.map { $0.value.overlaps(cell.period) } ?? true
  }

  private func row(_ change: Turn, _ event: RecordedEvent, _ how: Restatement) -> Table.Row {
    rest(on: change.provenances, event.event.sources)
    let (old, new) = shown(change)
    let zone = reading.snapshot.view.identity.zone
    return Table.Row(
      change.key.written, change.provenances,
      [
        .date(CoarseDate(zone.day(at: event.recorded))), named(change), .word(how),
        .field(change.field), .change(old, new), .event(event.position),
        .freeText(event.event.reason),
      ].map { Table.Cell($0) })
  }
}

/// A field of an entity that is said otherwise.
struct Turn {
  let key: EntityKey
  let name: LangText?
  let field: String
  let old: Datum?
  let new: Datum?
  let provenances: Set<Provenance>
}

extension Turn {
  init(_ change: Change) {
    self.init(
      key: change.key, name: change.name, field: change.field, old: change.old, new: change.new,
      provenances: change.provenances)
  }
}

/// How something came to be said otherwise.
enum Restatement: String {
  /// The source restated it.
  case revised = "REVISED"
  /// It was typed wrong.
  case corrected = "CORRECTED"
  /// It never happened.
  case retracted = "RETRACTED"
}
