internal import Arguments
internal import Coding
internal import EventStore
internal import Events
internal import Projections

extension Session {
  /// `series`: a plan's actions counted at the end of each bucket of time.
  func series(_ command: ParsedCommand) throws(Failure) -> ExitStatus {
    let standpoint = try standpoint(command)
    let plan = try standpoint.plan(command, "PLAN")
    let days = try days(command, plan, standpoint)
    let isByArea = command.flag("by-area")
    let answer = try ledgerCall { () throws(LedgerError) in
      try seriesAnswer(of: plan.state.id, on: days, isByArea: isByArea, standpoint)
    }
    try answer.print(
      format(command), to: output, width: terminal.width, hasColour: hasColour(command))
    return .done
  }

  /// The days at which is counted: by default those of the plan's period, up to the day asked for.
  private func days(
    _ command: ParsedCommand, _ plan: Entity<PlanState>, _ standpoint: Standpoint
  ) throws(Failure) -> [Day] {
    let word = command.value("every") ?? "month"
    let bucket = Bucket.allCases.first { kebabCase($0.rawValue) == word } ?? .month
    let period = plan.state.period?.value
    let from = try command.date("from").map(\.firstDay) ?? period?.firstDay
    let to =
      try command.day("to")
      ?? min(period?.end.lastDay ?? .last, standpoint.point.effectiveAt)
    guard let from, from <= to else {
      throw .value(
        .option("from"), command.value("from") ?? "\(from ?? .first)",
        takes: "a date not after '--to', which is \(to)", in: command)
    }
    let limit = PointInTime.seriesLimit
    guard let days = bucket.ends(from: from, through: to, limit: limit) else {
      let longer = Bucket.allCases.first {
        $0.ends(from: from, through: to, limit: limit) != nil
      }
      throw .told(
        "'--every \(word)': more than \(limit) of them lie between \(from) and \(to). Example: "
          + (longer.map { "--every \(kebabCase($0.rawValue))" } ?? "--from \(to.advanced(by: -365))"),
        .usage)
    }
    return days
  }

  private func seriesAnswer(
    of plan: Identifier, on days: [Day], isByArea: Bool, _ standpoint: Standpoint
  ) throws(LedgerError) -> Answer {
    var basis = try Basis(standpoint.ledger.snapshot, standpoint.point)
    var table = Table(
      [
        Table.Column("asAt", "On"),
        Table.Column("area", "Area", isByArea ? .all : .programs),
        Table.Column("actions", "All", isNumber: true),
      ] + SeriesColumn.all.map(\.column) + [Table.Column("provenance", "", .programs)],
      leading: isByArea ? 2 : 1)
    for point in try standpoint.ledger.series(of: plan, on: days) {
      basis.provenance.formUnion(point.provenances)
      if point.isImprecise { basis.isImprecise = true }
      let areas = point.areas.sorted {
        ($0.key == nil ? 1 : 0, $0.key?.description ?? "")
          < ($1.key == nil ? 1 : 0, $1.key?.description ?? "")
      }
      let rows =
        isByArea
        ? areas.map { ($0.key?.description, $0.value) } : [(nil, point.all)]
      for (area, counts) in rows {
        let day = point.day.description
        table.add(
          [
            Table.Cell(.string(day), shown: day + (point.isImprecise ? " ~" : "")),
            Table.Cell(area), Table.Cell(counts.actions),
          ] + SeriesColumn.all.map { Table.Cell($0.count(counts)) }
            + [.list(point.provenances.map(\.description).sorted())])
      }
    }
    var answer = Answer()
    answer.title = "\(plan)  Actions over time"
    answer.facts = [("plan", "", Table.Cell(.string(plan.description), shown: "–"))]
    answer.sections = [
      Answer.Section("points", nil, table, ifEmpty: "No actions are recorded by then.")
    ]
    if basis.provenance.contains(.illustrative) { answer.warnings = [Answer.illustrativeWarning] }
    answer.basis = basis
    return answer
  }
}

/// A column of counts.
private struct SeriesColumn {
  let column: Table.Column
  let count: (ActionCounts) -> Int

  /// Running status and verdict for everyone, timeliness that matters for everyone, the rest for
  /// programs.
  static var all: [SeriesColumn] {
    let running = RunningStatus.allCases.map { status in
      SeriesColumn(status.rawValue, shown: status != .suspended && status != .cancelled) {
        $0.running[status, default: 0]
      }
    }
    let verdicts = Verdict.allCases.map { verdict in
      SeriesColumn(verdict.description, shown: verdict != .notAssessable) {
        $0.assessment[verdict, default: 0]
      }
    }
    let unassessed = SeriesColumn("NOT_ASSESSED", shown: false) { $0.assessment[nil, default: 0] }
    let timeliness = Timeliness.allCases.map { timely in
      SeriesColumn(timely.rawValue, shown: timely == .overdue) {
        $0.timeliness[timely, default: 0]
      }
    }
    return running + verdicts + [unassessed] + timeliness
  }

  private init(_ word: String, shown: Bool, _ count: @escaping (ActionCounts) -> Int) {
    let parts = word.lowercased().split(separator: "_")
    let key = parts.dropFirst().reduce(String(parts.first ?? "")) {
      $0 + $1.prefix(1).uppercased() + $1.dropFirst()
    }
    // Verdicts stand beside each other, and so need not repeat the word.
    let titles = ["PARTIALLY_COMPLETED": "Partly", "NOT_COMPLETED": "Not"]
    let title = titles[word] ?? parts.joined(separator: " ")
    column = Table.Column(key, title, shown ? .all : .programs, isNumber: true)
    self.count = count
  }
}
