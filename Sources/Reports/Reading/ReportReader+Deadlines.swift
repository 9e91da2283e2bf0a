internal import EventStore
internal import Events
internal import Projections

extension ReportReader {
  /// The actions past their deadlines and those whose deadlines were moved.
  func deadlines() throws(LedgerError) -> Report.Section {
    var section = Report.Section("deadlines", .deadlinesHeading)
    let undetermined = actions.count { $0.timeliness(on: day) == .undetermined }
    if undetermined > 0 {
      section.notes.append(Note(.undeterminedNote, .count(undetermined)))
    }
    section.tables = [try overdue(), try postponed(), try deliveredLater()]
    return section
  }

  private static let leading = [
    Table.Column("code", .code, .code), Table.Column("title", .title, .prose),
    Table.Column("lead", .lead, .prose), Table.Column("originalDeadline", .originalDeadline, .date),
    Table.Column("deadline", .currentDeadline, .date),
  ]

  private func leading(_ action: Entity<ActionState>) throws(LedgerError) -> [Value] {
    let state = action.state
    return [
      .code(state.code), .text(state.title?.value), try institution(state.lead?.value ?? nil),
      .date(state.originalDeadline), .date(state.deadline?.value),
    ]
  }

  private func overdue() throws(LedgerError) -> Table {
    var table = Table(
      "overdue", Note(.overdueCaption, .dateInWords(day)),
      ReportReader.leading + [
        Table.Column("daysPast", .daysPast, .number(unit: "days")),
        Table.Column("postponements", .timesPostponed, .number(unit: "times")),
        Table.Column("running", .running),
      ], ifEmpty: .noneOverdue)
    for action in sorted(actions.filter({ $0.timeliness(on: day) == .overdue })) {
      guard let deadline = action.state.deadline?.value else { continue }
      table.add(
        action.state.code.description, action.provenances,
        try leading(action) + [
          .count(deadline.lastDay.days(to: day)), .count(action.state.postponements),
          .word(action.state.running?.value),
        ])
    }
    return table
  }

  private func postponed() throws(LedgerError) -> Table {
    var table = Table(
      "postponed", Note(.postponedCaption),
      ReportReader.leading + [
        Table.Column("postponements", .timesPostponed, .number(unit: "times")),
        Table.Column("movedBy", .movedByDays, .number(unit: "days")),
        Table.Column("deliveredOn", .deliveredOn, .date),
      ], ifEmpty: .nonePostponed)
    let moved = actions.filter { $0.state.postponements > 0 }
    let order = moved.sorted { left, right in
      let (one, other) = (left.state.postponements, right.state.postponements)
      return one == other ? left.state.code.precedesNaturally(right.state.code) : one > other
    }
    for action in order {
      let state = action.state
      let days = state.originalDeadline.flatMap { original in
        state.deadline.map { original.lastDay.days(to: $0.value.lastDay) }
      }
      table.add(
        state.code.description, action.provenances,
        try leading(action) + [
          .count(state.postponements), days.map { .count($0) } ?? .none,
          .date(state.deliveredOn?.value),
        ])
    }
    return table
  }

  private func deliveredLater() throws(LedgerError) -> Table {
    var table = Table(
      "deliveredLater", Note(.deliveredLaterCaption),
      ReportReader.leading + [
        Table.Column("deliveredOn", .deliveredOn, .date),
        Table.Column("daysPast", .daysPast, .number(unit: "days")),
      ])
    for action in sorted(actions.filter({ $0.timeliness(on: day) == .late })) {
      guard let deadline = action.state.deadline?.value,
        let delivered = action.state.deliveredOn?.value
      else { continue }
      table.add(
        action.state.code.description, action.provenances,
        try leading(action) + [
          .date(delivered), .count(deadline.lastDay.days(to: delivered.lastDay)),
        ])
    }
    return table
  }

  /// The actions by their deadlines.
  private func sorted(_ actions: [Entity<ActionState>]) -> [Entity<ActionState>] {
    actions.sorted { left, right in
      let (one, other) = (left.state.deadline?.value.lastDay, right.state.deadline?.value.lastDay)
      if one == other { return left.state.code.precedesNaturally(right.state.code) }
      return (one ?? .last) < (other ?? .last)
    }
  }
}
