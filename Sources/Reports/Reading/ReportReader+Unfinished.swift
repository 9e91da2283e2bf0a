internal import EventStore
internal import Events
internal import Projections

extension ReportReader {
  /// The unfinished actions of which nobody has said what becomes of them.
  func unfinished() throws(LedgerError) -> Report.Section {
    var section = Report.Section("unfinished", .unfinishedHeading)
    let carryOver = try reading.carryOver(of: plan)
    switch carryOver.undeterminable {
    case .verdictsNotHeld: section.notes = [Note(.notDeterminable)]
    case .noActions: section.notes = [Note(.noActions)]
    case nil:
      switch plan.state.status?.value {
      case .draft, .approved, nil: section.notes = [Note(.stillOpen)]
      case .closed, .succeeded: break
      }
      if let successor = carryOver.successor, let codes = carryOver.undisposedAtApproval,
        !codes.isEmpty
      {
        rest(on: successor)
        section.notes.append(
          Note(
            .undisposedAtApproval, .code(successor.state.id),
            .list(codes.map { .code($0.description) })))
      }
    }
    let (open, settled) = carryOver.unfinished.divided { $0.state.disposition == nil }
    if carryOver.undeterminable == nil, isRunning {
      section.notes = [Note(.periodNotOver, .count(open.count), .count(actions.count))]
    } else if carryOver.undeterminable == nil {
      section.tables.append(try table("unfinished", .unfinishedCaption, open, .noneUnfinished))
    }
    section.tables.append(try table("disposed", .disposedCaption, settled, nil))
    return section
  }

  /// Whether the plan is neither closed nor past its period: no disposition is due yet.
  private var isRunning: Bool {
    switch plan.state.status?.value {
    case .closed, .succeeded: false
    case .draft, .approved, nil: plan.state.period.map { day < $0.value.dayAfter } ?? true
    }
  }

  private func table(
    _ key: String, _ caption: Wording, _ actions: [Entity<ActionState>], _ ifEmpty: Wording?
  ) throws(LedgerError) -> Table {
    var table = Table(
      key, Note(caption),
      [
        Table.Column("code", .code, .code), Table.Column("title", .title, .prose),
        Table.Column("lead", .lead, .prose), Table.Column("running", .running),
        Table.Column("verdict", .verdict), Table.Column("deadline", .currentDeadline, .date),
        Table.Column("disposition", .disposition),
      ], ifEmpty: ifEmpty)
    for action in actions {
      let state = action.state
      var cells = [
        .code(state.code), .text(state.title?.value),
        try institution(state.lead?.value ?? nil), .word(state.running?.value),
        .word(state.assessment?.value.verdict), .date(state.deadline?.value),
        .disposition(state.disposition?.value),
      ].map { Table.Cell($0) }
      if state.assessment?.value.finality == .interim { cells[4].marks.insert(.interim) }
      table.add(Table.Row(state.code.description, action.provenances, cells))
    }
    return table
  }
}

extension Value {
  /// What becomes of an action.
  fileprivate static func disposition(_ disposition: Disposition?) -> Value {
    switch disposition {
    case nil: .word("UNDISPOSED", .undisposed)
    case .dropped: .word("DROPPED", .dropped)
    case .carriedOver(let relation, let successors):
      successors.isEmpty
        ? .word(relation)
        : .with(.word(relation), .list(successors.map { .code($0.short) }))
    }
  }
}

extension Array {
  /// The elements of which something holds, and the others, each in their order.
  fileprivate func divided(by holds: (Element) -> Bool) -> (with: [Element], without: [Element]) {
    (filter(holds), filter { !holds($0) })
  }
}
