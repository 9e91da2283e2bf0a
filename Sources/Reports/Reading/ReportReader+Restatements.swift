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
    let past = StreamPast(try reading.history(of: subject), publications)
    for entry in past.entries {
      let (how, turns): (Restatement, [Turn])
      switch entry.recorded.event.data {
      case .eventCorrected: (how, turns) = (.corrected, past.turns(by: entry, at: reading.point))
      case .eventRetracted: (how, turns) = (.retracted, past.turns(by: entry, at: reading.point))
      case .assessmentRevised, .victimCountRevised:
        guard entry.isLive else { continue }
        (how, turns) = (.revised, past.revisions(by: entry, at: reading.point))
      default: continue
      }
      for turn in turns where shows(turn.key) {
        rows.append((entry.recorded.position, row(turn, entry.recorded, how)))
      }
    }
    return rows
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

/// How something came to be said otherwise.
enum Restatement: String {
  /// The source restated it.
  case revised = "REVISED"
  /// It was typed wrong.
  case corrected = "CORRECTED"
  /// It never happened.
  case retracted = "RETRACTED"
}
