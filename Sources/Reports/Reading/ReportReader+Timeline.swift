internal import EventStore
internal import Events
internal import Projections

extension ReportReader {
  /// What ran when, and every action with all that is known of it on the day.
  func timeline() throws(LedgerError) -> Report.Section {
    var section = Report.Section("actions", .actionsHeading)
    section.charts = timelines()
    section.tables = [try actionTable()]
    return section
  }

  /// As many rows as fit on a page.
  private static var rowsPerChart: Int { 26 }

  private func timelines() -> [Chart] {
    let rows = actions.map(row)
    guard !rows.isEmpty else { return [] }
    let (from, through) = span(of: rows)
    let count = (rows.count + ReportReader.rowsPerChart - 1) / ReportReader.rowsPerChart
    return (0..<count).map { index in
      let start = index * ReportReader.rowsPerChart
      let part = Array(rows[start..<min(rows.count, start + ReportReader.rowsPerChart)])
      let title =
        count == 1
        ? Note(.timelineTitle)
        : Note(.timelineTitlePart, .code(part[0].code), .code(part[part.count - 1].code))
      return .timeline(
        TimelineChart(title: title, from: from, through: through, asAt: day, rows: part))
    }
  }

  /// The whole years that hold the plan's period, all that is drawn and the day of the report.
  private func span(of rows: [TimelineChart.Row]) -> (from: Day, through: Day) {
    var days = [day]
    if let period = plan.state.period?.value {
      days += [period.firstDay, period.dayAfter.advanced(by: -1)]
    }
    for row in rows {
      days += [row.deadline, row.originalDeadline].compactMap { $0?.lastDay }
      // The first span begins with the plan; where work began is what counts.
      days += row.spans.dropFirst().map(\.began.lastDay)
    }
    // A deadline of another age is drawn at the edge, so that the others can be told apart.
    let around = (plan.state.period?.value).map { period in
      (
        min(day, period.firstDay).advanced(by: -ReportReader.farDays),
        max(day, period.dayAfter).advanced(by: ReportReader.farDays)
      )
    }
    let (earliest, latest) = around ?? (.first, .last)
    let first = max(days.min() ?? day, max(.first, earliest))
    let last = min(days.max() ?? day, min(.last, latest))
    return (
      Day(year: first.civil.year, month: 1, day: 1) ?? first,
      Day(year: last.civil.year, month: 12, day: 31) ?? last
    )
  }

  /// Ten years.
  private static var farDays: Int { 3653 }

  private func row(_ action: Entity<ActionState>) -> TimelineChart.Row {
    let state = action.state
    var row = TimelineChart.Row(code: state.code.description, title: state.title?.value)
    for event in action.foldedEvents {
      guard let status = event.event.data.runningStatus else { continue }
      let date = event.event.effective ?? CoarseDate(event.day)
      // An action may be added after it began: it is planned only if nothing ran before.
      if status == .planned, !row.spans.isEmpty { continue }
      if let last = row.spans.indices.last { row.spans[last].until = event.day }
      row.spans.append(TimelineChart.Span(status: status, began: date))
    }
    row.deadline = state.deadline?.value
    if let original = state.originalDeadline, original != state.deadline?.value {
      row.originalDeadline = original
    }
    return row
  }

  private func actionTable() throws(LedgerError) -> Table {
    var table = Table(
      "actions", Note(.actionsCaption, .dateInWords(day)),
      [
        Table.Column("code", .code, .code), Table.Column("title", .title, .prose),
        Table.Column("area", .area), Table.Column("lead", .lead, .prose),
        Table.Column("running", .running), Table.Column("startedOn", .startedOn, .date),
        Table.Column("deliveredOn", .deliveredOn, .date),
        Table.Column("deadline", .currentDeadline, .date),
        Table.Column("timeliness", .toDeadline), Table.Column("verdict", .verdict),
      ], ifEmpty: .noActions)
    for action in actions {
      let state = action.state
      var cells = [
        .code(state.code), .text(state.title?.value), area(state.area?.value ?? nil),
        try institution(state.lead?.value ?? nil), .word(state.running?.value),
        .date(state.startedOn?.value), .date(state.deliveredOn?.value),
        .date(state.deadline?.value), .word(action.timeliness(on: day)),
        .word(state.assessment?.value.verdict),
      ].map { Table.Cell($0) }
      if action.isImprecise { cells[4].marks.insert(.imprecise) }
      if state.assessment?.value.finality == .interim { cells[9].marks.insert(.interim) }
      table.add(Table.Row(state.code.description, action.provenances, cells))
    }
    return table
  }
}

extension EventData {
  /// Where the event moves an action to.
  fileprivate var runningStatus: RunningStatus? {
    switch self {
    case .actionAdded: .planned
    case .actionStarted, .actionResumed, .actionReopened: .inProgress
    case .actionSuspended: .suspended
    case .actionDelivered: .delivered
    case .actionCancelled: .cancelled
    default: nil
    }
  }
}
