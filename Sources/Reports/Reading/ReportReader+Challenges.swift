internal import EventStore
internal import Events
internal import Projections

extension ReportReader {
  /// The challenges of the plan with their age, and its achievements.
  func challengesSection() throws(LedgerError) -> Report.Section {
    var section = Report.Section("challenges", .challengesHeading)
    var table = Table(
      "challenges", Note(.challengesCaption, .dateInWords(day)),
      [
        Table.Column("challenge", .code, .code), Table.Column("title", .title, .prose),
        Table.Column("area", .area), Table.Column("scope", .scope),
        Table.Column("status", .status), Table.Column("raisedOn", .raisedOn, .date),
        Table.Column("resolvedOn", .resolvedOn, .date),
        Table.Column("age", .openFor, .number(unit: "days")),
        Table.Column("addressedBy", .addressedBy),
      ], ifEmpty: .noChallenges)
    for challenge in challenges {
      rest(on: challenge)
      let state = challenge.state
      var cells = [
        .code(state.id), .text(state.title?.value), area(state.area), .word(state.scope),
        .word(state.status?.value), .date(state.raisedOn), .date(state.resolvedOn),
      ].map { Table.Cell($0) }
      cells.append(age(of: state))
      cells.append(
        Table.Cell(
          .list(state.addressedBy.map { .code($0.plan == id ? $0.code.description : $0.short) })))
      if challenge.isImprecise { cells[4].marks.insert(.imprecise) }
      table.add(Table.Row(state.id.description, challenge.provenances, cells))
    }
    section.tables = [table, try achievements()]
    return section
  }

  /// How long a challenge has stood: from the day on which it was raised to its resolution or the day
  /// of the report. A coarse date takes effect on its last day, and so it has stood at least so long.
  private func age(of state: ChallengeState) -> Table.Cell {
    guard let raised = state.raisedOn else { return Table.Cell(.none) }
    let isResolved = state.status?.value == .resolved
    let end = isResolved ? state.resolvedOn?.lastDay ?? day : day
    let isKnown = raised.precision == .day && !raised.isOpen
    return Table.Cell(.age(from: raised.lastDay, to: end), isKnown ? [] : [.atLeast])
  }

  private func achievements() throws(LedgerError) -> Table {
    var table = Table(
      "achievements", Note(.achievementsCaption),
      [
        Table.Column("achievement", .code, .code), Table.Column("title", .title, .prose),
        Table.Column("area", .area), Table.Column("date", .date, .date),
      ])
    for achievement in try reading.achievements(of: id) {
      rest(on: achievement)
      let state = achievement.state
      table.add(
        state.id.description, achievement.provenances,
        [
          .code(state.id), .text(state.title?.value), area(state.area),
          .date(achievement.foldedEvents.first?.event.effective),
        ])
    }
    return table
  }
}

extension StreamID {
  /// The stream as people type it: an action as `PLAN/CODE`, all else whole.
  var short: String {
    guard kind == .action, let plan else { return description }
    return "\(plan)/\(code)"
  }
}
