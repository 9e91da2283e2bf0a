internal import Events

extension PlanState: DescribedState {
  package var fields: [StateField] {
    [
      StateField("title", title) { .text($0) },
      StateField("period", period) { .period($0) },
      StateField("status", status) { .status($0) },
      StateField("act", act) { .written($0) },
      StateField("responsible", .written(responsible)),
      StateField("approvedOn", approvedOn.map { .date($0) }),
      StateField("closedOn", closedOn.map { .date($0) }),
      StateField("itemVerdictsNotHeld", .flag(itemVerdictsNotHeld)),
      StateField("predecessor", .written(predecessor)),
      StateField("successor", successor) { .written($0) },
      StateField("undisposed", .codes(undisposed)),
      StateField("reports", .list(reports.map { PlanState.report($0.value) })),
    ]
  }

  private static func report(_ report: PlanReportNoted) -> Datum {
    .record(of: [
      ("by", .code(report.by.description)), ("report", .written(report.report)),
      ("cutOff", report.cutOff.map { .date($0) }),
      ("basisPosition", report.basisPosition.map { .number($0.number) }),
    ])
  }
}

extension AreaState: DescribedState {
  package var fields: [StateField] {
    [
      StateField("title", title) { .text($0) },
      StateField("aim", aim.map { .text($0) }),
    ]
  }
}

extension ClaimState: DescribedState {
  package var fields: [StateField] {
    [
      StateField("label", label) { .text($0) },
      StateField("figures", .list(figures.map(ClaimState.figure))),
      StateField("cutOff", cutOff.map { .date($0) }),
      StateField("published", published.map { .date($0) }),
    ]
  }

  private static func figure(_ figure: ClaimFigure) -> Datum {
    .record(of: [
      ("measure", .word(figure.measure)), ("value", figure.value.map { .number($0.number) }),
      ("cell", figure.cell.map { .code($0.written) }), ("text", figure.text.map { .plain($0) }),
    ])
  }
}
