internal import EventStore
internal import Events
internal import Projections

extension ReportReader {
  /// What changed since the last report that was noted before this day; where none was, since the
  /// plan's approval.
  ///
  /// Where they are many, they are told at a glance there, and one by one at the end.
  func changes() throws(LedgerError) -> (section: Report.Section, annex: Report.Section?) {
    var section = Report.Section("changes", .changesHeading)
    let (before, notes) = earlierPoint()
    section.notes = notes
    guard let before else { return (section, nil) }
    var table = Table(
      "changes",
      Note(
        .changesCaption, .dateInWords(before.effectiveAt, .genitive), .dateInWords(day, .dative)),
      [
        Table.Column("effective", .effective, .date), Table.Column("subject", .subject, .prose),
        Table.Column("field", .field), Table.Column("change", .oldAndNew, .prose),
        Table.Column("events", .eventNumbers),
      ], ifEmpty: .noChanges)
    let found = try Changes(reading.snapshot, from: before, to: reading.point).ofPlan(id)
    let changes = found.indices.sorted { left, right in
      let (one, other) = (found[left].key, found[right].key)
      if one.kind != other.kind { return one.kind.place < other.kind.place }
      let order = StreamID.compareNaturally(one.subject, other.subject)
      return order == 0 ? left < right : order < 0
    }.map { found[$0] }
    var met: Set<EntityKey> = []
    for change in changes where shows(change.key) && isWorthSaying(change) {
      if change.presence != .changed {
        // Of what came or went, one row says so: what it is stands in the other tables.
        guard met.insert(change.key).inserted else { continue }
      }
      table.add(row(change))
    }
    guard table.rows.count > ReportReader.fewChanges else {
      section.tables = [table]
      return (section, nil)
    }
    section.tables = [summary(of: changes)]
    section.notes.append(Note(.oneByOneNote))
    var annex = Report.Section("one-by-one", .oneByOneHeading)
    annex.tables = [table]
    return (section, annex)
  }

  /// How many changes stand where they are read first.
  private static var fewChanges: Int { 16 }

  /// How many things changed, by what sort of thing and how.
  private func summary(of changes: [Change]) -> Table {
    var table = Table(
      "changesByKind", Note(.changesSummary),
      [
        Table.Column("kind", .whatSort), Table.Column("how", .field),
        Table.Column("count", .howMany, .number(unit: "things")),
      ])
    var rows: [(kind: EntityKind, how: Value, keys: Set<EntityKey>, provenance: Set<Provenance>)] =
      []
    for change in changes where shows(change.key) && isWorthSaying(change) {
      let how: Value =
        switch change.presence {
        case .changed: .field(change.field)
        case .appeared: .word("APPEARED", .appeared)
        case .disappeared: .word("DISAPPEARED", .disappeared)
        }
      if let index = rows.firstIndex(where: { $0.kind == change.key.kind && $0.how == how }) {
        rows[index].keys.insert(change.key)
        rows[index].provenance.formUnion(change.provenances)
      } else {
        rows.append((change.key.kind, how, [change.key], change.provenances))
      }
    }
    for row in rows {
      table.add(
        row.kind.rawValue, row.provenance, [.kind(row.kind), row.how, .count(row.keys.count)])
    }
    return table
  }

  /// The point of the report before this one, and what is said of it.
  private func earlierPoint() -> (ReadingPoint?, [Note]) {
    var point = reading.point
    let noted = plan.foldedEvents.last { event in
      guard case .planReportNoted = event.event.data else { return false }
      return event.day < day
    }
    guard let noted, case .planReportNoted(let report) = noted.event.data else {
      guard let approved = plan.state.approvedOn else { return (nil, [Note(.notApprovedYet)]) }
      point.effectiveAt = min(approved.lastDay, day)
      return (point, [Note(.sinceApproval, .dateInWords(approved.lastDay))])
    }
    let cutOff = report.cutOff?.lastDay ?? noted.day
    point.effectiveAt = min(cutOff, day)
    var notes = [
      Note(
        report.cutOff == nil ? .sinceReport : .sinceReportWithCutOff,
        .dateInWords(noted.day, .locative),
        .code(report.by), .dateInWords(cutOff, .locative))
    ]
    if let basis = report.basisPosition, basis.number >= 1,
      UInt64(basis.number) <= point.position
    {
      point.position = UInt64(basis.number)
      notes.append(Note(.sinceBasis, .number(basis.number)))
    } else {
      notes.append(Note(.basisNotRecorded))
    }
    return (point, notes)
  }

  /// Fields that say again what others, or other tables, say are left out.
  private func isWorthSaying(_ change: Change) -> Bool {
    let again = [
      "startedOn", "deliveredOn", "postponements", "originalDeadline", "approvedOn", "closedOn",
      "undisposed", "resolvedOn", "isRevised", "published", "provenance", "percent",
      "timeliness",
    ]
    switch change.key.kind {
    case .link, .source, .institution, .indicator: return false
    default: return !again.contains(change.field)
    }
  }

  private func row(_ change: Change) -> Table.Row {
    rest(on: change.provenances)
    let (old, new) = shown(Turn(change))
    let isCount = change.key.cell != nil
    let whole: Value? =
      switch change.presence {
      case .changed: nil
      case .appeared: isCount ? .change(.none, new) : .word("APPEARED", .appeared)
      case .disappeared: isCount ? .change(old, .none) : .word("DISAPPEARED", .disappeared)
      }
    return Table.Row(
      change.key.written, change.provenances,
      [
        .date(change.effective), named(Turn(change)),
        change.presence == .changed || isCount ? .field(change.field) : .kind(change.key.kind),
        whole ?? .change(old, new), .list(change.responsible.map { .event($0) }),
      ].map { Table.Cell($0) })
  }

  /// What changed, by its name.
  func named(_ change: Turn) -> Value {
    if let cell = change.key.cell { return .list(cell.shown) }
    let code = change.key.subject.code
    return .named(change.name, code)
  }

  /// The two values, hidden where they would tell a small count.
  func shown(_ change: Turn) -> (old: Value, new: Value) {
    guard let cell = change.key.cell, change.field == "value" else {
      return (.datum(change.old, of: change.field), .datum(change.new, of: change.field))
    }
    func shown(_ datum: Datum?) -> Value {
      guard case .number(let number)? = datum else { return .datum(datum) }
      let now = countByCell[cell]
      let isNow = now?.value.value.value?.number == number
      if isNow, !suppression.hidden.contains(cell) { return .number(number) }
      return hidesKin(of: cell) ? .suppressed : .number(number)
    }
    return (shown(change.old), shown(change.new))
  }
}

extension EntityKind {
  /// Where it stands among others.
  fileprivate var place: Int { EntityKind.allCases.firstIndex(of: self) ?? 0 }
}

extension EntityKey {
  /// The entity in files: its stream, and the cell of a count.
  var written: String {
    let subject = kind == .action ? subject.short : subject.description
    return cell.map { "\(subject) \($0.written)" } ?? subject
  }
}
