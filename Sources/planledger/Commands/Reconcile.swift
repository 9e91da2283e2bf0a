internal import Arguments
internal import Coding
internal import EventStore
internal import Events
internal import Projections

extension Session {
  /// `reconcile`: each figure published on a plan beside what its items add up to.
  func reconcile(_ command: ParsedCommand) throws(Failure) -> ExitStatus {
    let standpoint = try standpoint(command)
    let plan = try standpoint.plan(command, "PLAN")
    let answer = try ledgerCall { () throws(LedgerError) in
      try reconciliation(of: plan, standpoint)
    }
    try answer.print(
      format(command), to: output, width: terminal.width, hasColour: hasColour(command))
    return .done
  }

  private func reconciliation(
    of plan: Entity<PlanState>, _ standpoint: Standpoint
  ) throws(LedgerError) -> Answer {
    var basis = try Basis(standpoint.ledger.snapshot, standpoint.point)
    var table = Table([
      Table.Column("claim", "Claim"), Table.Column("measure", "Measure"),
      Table.Column("cell", "", .programs), Table.Column("claimed", "Claimed", isNumber: true),
      Table.Column("fromItems", "From items", isNumber: true), Table.Column("result", "Result"),
      Table.Column("provenance", "Provenance"),
    ])
    var isIllustrative = false
    for row in try standpoint.ledger.reconciliation(of: plan.state.id)
    where row.measure != .statement {
      basis.provenance.formUnion(row.provenance)
      isIllustrative = isIllustrative || row.result == .illustrativeOnly
      let measure = Table.Cell.word(row.measure.description)
      let cell = row.figure.cell
      let isBad = row.result == .differs
      table.add([
        Table.Cell(row.claim.description),
        Table.Cell(
          measure.json,
          shown: measure.text + (cell.map { " (\($0.words))" } ?? "")),
        Table.Cell(cell?.shown), Table.Cell(row.claimed), Table.Cell(row.fromItems),
        Table.Cell(
          .string(row.result.rawValue), shown: row.result.rawValue, isBad ? .warning : nil),
        .list(row.provenance.map(\.description).sorted()),
      ])
    }
    var answer = Answer()
    let id = plan.state.id
    answer.title = "\(id)  Published figures beside what the items add up to"
    if isIllustrative {
      answer.warnings = [
        "ILLUSTRATIVE_ONLY: the items are invented, and their sum says nothing of the figure."
      ]
    }
    answer.sections = [
      Answer.Section(
        "reconciliation", nil, table, ifEmpty: "No figures were published on \(id) by then.")
    ]
    answer.basis = basis
    return answer
  }
}
