internal import Arguments
internal import EventStore
internal import Events
internal import Projections

extension Session {
  /// `plan list`: all plans.
  func listPlans(_ command: ParsedCommand) throws(Failure) -> ExitStatus {
    let standpoint = try standpoint(command)
    let answer = try ledgerCall { () throws(LedgerError) in try plansAnswer(standpoint) }
    try answer.print(
      format(command), to: output, width: terminal.width, hasColour: hasColour(command))
    return .done
  }

  private func plansAnswer(_ standpoint: Standpoint) throws(LedgerError) -> Answer {
    var basis = try Basis(standpoint.ledger.snapshot, standpoint.point)
    var table = Table([
      Table.Column("id", "Plan"), Table.Column("title", "Title"),
      Table.Column("period", "Period"), Table.Column("status", "Status"),
      Table.Column("actions", "Actions", isNumber: true),
      Table.Column("provenance", "Provenance"),
    ])
    for plan in try standpoint.ledger.plans() {
      basis.add(plan)
      let actions = try standpoint.ledger.actions(of: plan.state.id)
      for action in actions { basis.add(action) }
      let classes = Set(actions.map(\.provenance)).union([plan.provenance])
      table.add([
        Table.Cell(plan.state.id.description),
        standpoint.cell(plan.state.title?.value),
        Table.Cell(plan.state.period?.value.description),
        .word(plan.state.status?.value.rawValue), Table.Cell(actions.count),
        .list(classes.map(\.description).sorted()),
      ])
    }
    var answer = Answer()
    answer.sections = [
      Answer.Section("plans", nil, table, ifEmpty: "No plans are recorded by then.")
    ]
    answer.basis = basis
    return answer
  }
}
