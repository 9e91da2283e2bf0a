internal import Events
internal import Projections

extension ReportReader {
  /// The actions by area: whether they run, what their verdict is, how they stand to their deadlines.
  func status() -> Report.Section {
    var section = Report.Section("status", .statusHeading)
    section.tables = [dates()]
    guard !actions.isEmpty else {
      section.notes = [Note(.noActions)]
      return section
    }
    if plan.state.itemVerdictsNotHeld { section.notes.append(Note(.verdictsNotHeld)) }
    section.charts = [
      bars(Note(.runningByArea), RunningStatus.allCases.map { ($0.wording, $0.fill) }) { action in
        action.state.running.flatMap { RunningStatus.allCases.firstIndex(of: $0.value) }
      }
    ]
    if actions.contains(where: { $0.state.assessment != nil }) {
      section.charts.append(verdictBars)
    }
    section.tables = [runningTable(), verdictTable(), timelinessTable()] + section.tables
    return section
  }

  private var verdictBars: Chart {
    let parts = Verdict.allCases.map { ($0.wording, $0.fill) } + [(.notAssessed, .hollow)]
    return bars(Note(.verdictByArea), parts) { action in
      let verdict = action.state.assessment?.value.verdict
      return verdict.flatMap { Verdict.allCases.firstIndex(of: $0) } ?? Verdict.allCases.count
    }
  }

  /// Actions of one area, under a name for people and one for files.
  private typealias Group = (subject: String, name: Value, actions: [Entity<ActionState>])

  /// The actions by area, in the order of codes; areas that are not in sight stand under their codes.
  private var groups: [Group] {
    var groups: [Group] = areas.map { area in
      let own = actions.filter { $0.state.area?.value == area.state.code }
      return (area.state.code.description, self.area(area.state.code), own)
    }
    let known = Set(areas.map(\.state.code))
    let others = actions.filter { $0.state.area?.value.map { !known.contains($0) } ?? true }
    let byCode = Dictionary(grouping: others) { $0.state.area?.value }
    for code in byCode.keys.compactMap({ $0 }).sorted() {
      groups.append((code.description, .code(code), byCode[code] ?? []))
    }
    if let none = byCode[nil] { groups.append(("none", .word("NONE", .noArea), none)) }
    return groups
  }

  private func bars(
    _ title: Note, _ parts: [(label: Wording, fill: Fill)],
    _ part: (Entity<ActionState>) -> Int?
  ) -> Chart {
    let bars = groups.map { group in
      var counts = Array(repeating: 0, count: parts.count)
      for action in group.actions { if let part = part(action) { counts[part] += 1 } }
      return StackedBars.Bar(label: group.name, counts: counts)
    }
    return .stackedBars(
      StackedBars(
        title: title, parts: parts.map { StackedBars.Part(label: $0.label, fill: $0.fill) },
        bars: bars))
  }

  private func table(
    _ key: String, _ caption: Wording, _ columns: [(key: String, title: Wording)],
    _ counts: ([Entity<ActionState>]) -> [Int]
  ) -> Table {
    var table = Table(
      key, Note(caption),
      [Table.Column("area", .area), Table.Column("actions", .actions, .number(unit: "actions"))]
        + columns.map { Table.Column($0.key, $0.title, .number(unit: "actions")) })
    func row(_ group: Group) -> Table.Row {
      let provenance = group.actions.reduce(into: Set<Provenance>()) {
        $0.formUnion($1.provenances)
      }
      return Table.Row(
        group.subject, provenance.isEmpty ? plan.provenances : provenance,
        [Table.Cell(group.name), Table.Cell(.count(group.actions.count))]
          + counts(group.actions).map { Table.Cell(.count($0)) })
    }
    table.namesRows = true
    for group in groups { table.add(row(group)) }
    table.total = row(("ALL", .word("ALL", .allActions), actions))
    return table
  }

  private func runningTable() -> Table {
    table("running", .runningCaption, RunningStatus.allCases.map { ($0.key, $0.wording) }) { own in
      RunningStatus.allCases.map { status in own.count { $0.state.running?.value == status } }
    }
  }

  private func verdictTable() -> Table {
    let columns =
      Verdict.allCases.map { ($0.key, $0.wording) }
      + [("notAssessed", .notAssessed), ("interim", .ofWhichInterim)]
    return table("verdict", .verdictCaption, columns) { own in
      Verdict.allCases.map { verdict in
        own.count { $0.state.assessment?.value.verdict == verdict }
      } + [
        own.count { $0.state.assessment == nil },
        own.count { $0.state.assessment?.value.finality == .interim },
      ]
    }
  }

  private func timelinessTable() -> Table {
    table("timeliness", .timelinessCaption, Timeliness.allCases.map { ($0.key, $0.wording) }) {
      own in
      let answers = own.map { $0.timeliness(on: day) }
      return Timeliness.allCases.map { wanted in answers.count { $0 == wanted } }
    }
  }
}

extension Worded {
  /// Its name as a column has it: `inProgress`.
  var key: String {
    let parts = code.lowercased().split(separator: "_")
    return parts.dropFirst().reduce(String(parts.first ?? "")) {
      $0 + $1.prefix(1).uppercased() + $1.dropFirst()
    }
  }
}

extension RunningStatus {
  /// How it is drawn.
  var fill: Fill {
    switch self {
    case .planned: .hollow
    case .inProgress: .quiet
    case .suspended: .striped
    case .delivered: .strong
    case .cancelled: .crossed
    }
  }
}

extension Verdict {
  /// How it is drawn.
  var fill: Fill {
    switch self {
    case .completed: .strong
    case .partiallyCompleted: .striped
    case .notCompleted: .crossed
    case .notAssessable: .dotted
    }
  }
}
