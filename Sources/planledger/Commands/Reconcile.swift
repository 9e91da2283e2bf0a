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
    var rows = FigureRows()
    let claims = try standpoint.ledger.claims(of: plan.state.id)
    for row in try standpoint.ledger.reconciliation(of: plan.state.id)
    where row.measure != .statement {
      basis.provenance.formUnion(row.provenance)
      guard let claim = claims.first(where: { $0.state.id == row.claim }) else { continue }
      rows.add(row, try standpoint.ledger.drift(of: row.figure, in: claim))
    }
    var answer = Answer()
    let id = plan.state.id
    answer.title = "\(id)  Published figures beside what the items add up to"
    if rows.isIllustrative {
      answer.warnings = [
        "ILLUSTRATIVE_ONLY: the items are invented, and their sum says nothing of the figure."
      ]
    }
    answer.sections = [
      Answer.Section(
        "reconciliation", nil, rows.figures, ifEmpty: "No figures were published on \(id) by then."),
      Answer.Section("moves", "What has moved the items since", rows.moves),
    ]
    answer.basis = basis
    return answer
  }
}

/// Published figures beside what the items add up to, and what has moved these since.
private struct FigureRows {
  private(set) var figures = Table([
    Table.Column("claim", "Claim"), Table.Column("measure", "Measure"),
    Table.Column("cell", "", .programs), Table.Column("claimed", "Claimed", isNumber: true),
    Table.Column("fromItems", "From items", isNumber: true), Table.Column("result", "Result"),
    Table.Column("provenance", "Provenance"), Table.Column("since", "", .programs),
    Table.Column("then", "On its day", isNumber: true),
  ])
  private(set) var moves = Table([
    Table.Column("claim", "Claim"), Table.Column("measure", "Measure"),
    Table.Column("effective", "Effective"), Table.Column("before", "Before", isNumber: true),
    Table.Column("after", "After", isNumber: true), Table.Column("subject", "", .programs),
    Table.Column("short", "By", .people), Table.Column("position", "No.", isNumber: true),
  ])
  private(set) var isIllustrative = false

  mutating func add(_ row: ReconciliationRow, _ drift: Drift?) {
    isIllustrative = isIllustrative || row.result == .illustrativeOnly
    let claim = Table.Cell(row.claim.description)
    let word = Table.Cell.word(row.measure.description)
    let cell = row.figure.cell
    let measure = Table.Cell(
      word.json, shown: word.text + (cell.map { " (\($0.words))" } ?? ""))
    figures.add([
      claim, measure, Table.Cell(cell?.shown), Table.Cell(row.claimed), Table.Cell(row.fromItems),
      Table.Cell(
        .string(row.result.rawValue), shown: row.result.rawValue,
        row.result == .differs ? .warning : nil),
      .list(row.provenance.map(\.description).sorted()), Table.Cell(drift?.from.description),
      Table.Cell(drift?.then),
    ])
    for move in drift?.moves ?? [] {
      moves.add([
        claim, measure, Table.Cell(move.effective?.description), Table.Cell(move.before),
        Table.Cell(move.after), Table.Cell(move.subject.description),
        Table.Cell(move.subject.short), Table.Cell(move.setBy),
      ])
    }
  }
}
