internal import Arguments
internal import Coding
internal import EventStore
internal import Events
internal import Projections

extension Session {
  /// `show`: a plan with its areas, actions, claims and open challenges.
  func show(_ command: ParsedCommand) throws(Failure) -> ExitStatus {
    let standpoint = try standpoint(command)
    let plan = try standpoint.plan(command, "PLAN")
    let area = try standpoint.area(command, of: plan.state.id)
    let isBrief = command.flag("brief")
    let answer = try ledgerCall { () throws(LedgerError) in
      try PlanAnswer(plan, area: area, isBrief: isBrief, standpoint).answer()
    }
    try answer.print(
      format(command), to: output, width: terminal.width, hasColour: hasColour(command))
    return .done
  }
}

extension Standpoint {
  /// The plan that a positional names.
  func plan(_ command: ParsedCommand, _ name: String) throws(Failure) -> Entity<PlanState> {
    try plan(command.positional(name) ?? "", .positional(name), command)
  }

  /// The plan that an argument names.
  func plan(
    _ typed: String, _ argument: ArgumentName, _ command: ParsedCommand
  ) throws(Failure) -> Entity<PlanState> {
    let bare = typed.hasPrefix("plan/") ? String(typed.dropFirst(5)) : typed
    let id: Identifier
    do throws(EventError) {
      id = try Identifier(parsing: bare)
    } catch {
      throw .value(argument, typed, takes: Identifier.expected, in: command)
    }
    let found = try ledgerCall { () throws(LedgerError) in try ledger.plan(id) }
    if let found { return found }
    let known = try ledgerCall { () throws(LedgerError) in try ledger.plans() }
    let ids = known.map(\.state.id.description)
    let hint =
      closest(to: bare, among: ids).map { " Did you mean '\($0)'?" }
      ?? (ids.isEmpty ? "" : " Plans then: \(ids.prefix(5).joined(separator: ", ")).")
    let isThere = try ledgerCall { () throws(LedgerError) in
      let head = ledger.snapshot.view.head.position
      let anywhere = ReadingPoint(effectiveAt: .last, position: head)
      return try PointInTime(ledger.snapshot, at: anywhere, withTexts: false).plan(id) != nil
    }
    let clocks = "on \(point.effectiveAt)\(limits)"
    throw .told(
      isThere
        ? "There is no plan \(bare) in sight \(clocks). The ledger has it: ask for a later day, or "
          + "with fewer of '--published-by', '--recorded-by' and '--provenance'."
        : "There is no plan \(bare) \(clocks).\(hint)", .badData)
  }

  /// What is asked by beside the day, after a comma.
  private var limits: String {
    var limits = point.publishedBy.map { ", published by \($0)" } ?? ""
    if point.position < ledger.snapshot.view.head.position {
      limits += ", as recorded by no. \(point.position)"
    }
    if let provenance = point.provenance {
      limits += ", of provenance " + provenance.map(\.description).sorted().joined(separator: ", ")
    }
    return limits
  }

  /// The area of a plan that `--area` names.
  fileprivate func area(
    _ command: ParsedCommand, of plan: Identifier
  ) throws(Failure) -> Identifier? {
    guard let typed = command.value("area") else { return nil }
    let areas = try ledgerCall { () throws(LedgerError) in try ledger.areas(of: plan) }
    if let found = areas.first(where: { $0.state.code.description == typed }) {
      return found.state.code
    }
    let codes = areas.map(\.state.code.description)
    let hint =
      closest(to: typed, among: codes).map { " Did you mean '\($0)'?" }
      ?? (codes.isEmpty ? "" : " Its areas: \(codes.joined(separator: ", ")).")
    throw .told("The plan \(plan) has no area \(typed) on \(point.effectiveAt).\(hint)", .badData)
  }
}

/// The answer of `show`, under way.
private struct PlanAnswer {
  private let plan: Entity<PlanState>
  private let area: Identifier?
  private let standpoint: Standpoint
  private let areas: [Entity<AreaState>]
  private let actions: [Entity<ActionState>]
  private var basis: Basis

  private let isBrief: Bool

  init(
    _ plan: Entity<PlanState>, area: Identifier?, isBrief: Bool, _ standpoint: Standpoint
  ) throws(LedgerError) {
    self.isBrief = isBrief
    self.plan = plan
    self.area = area
    self.standpoint = standpoint
    let id = plan.state.id
    areas = try standpoint.ledger.areas(of: id).filter { area == nil || $0.state.code == area }
    actions = try standpoint.ledger.actions(of: id).inNaturalOrder.filter {
      area == nil || $0.state.area?.value == area
    }
    basis = try Basis(standpoint.ledger.snapshot, standpoint.point)
  }

  func answer() throws(LedgerError) -> Answer {
    var basis = basis
    var answer = Answer()
    let state = plan.state
    basis.add(plan)
    for area in areas { basis.add(area) }
    for action in actions { basis.add(action) }
    answer.title = "\(state.id)  \(standpoint.text(state.title?.value) ?? "")"
    answer.facts = facts
    let claims = area == nil ? try standpoint.ledger.claims(of: state.id) : []
    let challenges = try openChallenges()
    for claim in claims { basis.add(claim) }
    for challenge in challenges { basis.add(challenge) }
    answer.sections = [
      Answer.Section("areas", "Areas", areaTable),
      Answer.Section(
        "actions", "Actions", actionTable, ifEmpty: "No actions are recorded by then."),
      Answer.Section("claims", "Published claims", claimTable(claims)),
      Answer.Section("openChallenges", "Open challenges", challengeTable(challenges)),
    ]
    answer.main = 1
    if isBrief {
      answer.sections.remove(at: 1)
      answer.main = 0
    }
    if basis.provenance.contains(.illustrative) {
      answer.warnings = [Answer.illustrativeWarning]
    }
    answer.basis = basis
    return answer
  }

  private var facts: [(key: String, label: String, cell: Table.Cell)] {
    let state = plan.state
    let status = state.status?.value.rawValue
    let since = state.status?.value == .approved ? state.approvedOn : state.closedOn
    return [
      ("id", "", Table.Cell(.string(state.id.description), shown: "–")),
      (
        "title", "",
        Table.Cell(standpoint.text(state.title?.value).map(JSON.string) ?? .null, shown: "–")
      ),
      (
        "status", "Status",
        Table.Cell(
          status.map(JSON.string) ?? .null,
          shown: (status?.lowercased() ?? "–") + (since.map { " since \($0)" } ?? "")
            + (plan.isImprecise ? " ~" : ""))
      ),
      ("period", "Period", Table.Cell(state.period?.value.description)),
      ("act", "Act", Table.Cell(state.act?.value.description)),
      ("predecessor", "Follows", Table.Cell(state.predecessor?.description)),
      ("successor", "Followed by", Table.Cell(state.successor?.value.description)),
      ("responsible", "Responsible", Table.Cell(state.responsible?.description)),
      ("provenance", "Provenance", Table.Cell(plan.provenance.description)),
    ]
  }

  private func openChallenges() throws(LedgerError) -> [Entity<ChallengeState>] {
    let plan = plan.state.id
    return try standpoint.ledger.challenges(of: plan).filter { challenge in
      challenge.state.status?.value == .open
        && (area == nil || challenge.state.area == area)
    }
  }
}

// MARK: - Tables

extension PlanAnswer {
  private var areaTable: Table {
    let counted: [Table.Column] =
      RunningStatus.allCases.map { Table.Column(camel($0.rawValue), "", .programs) }
      + Verdict.allCases.map { Table.Column(camel($0.description), "", .programs) }
    var table = Table(
      [
        Table.Column("area", "Area", .people), Table.Column("code", "", .programs),
        Table.Column("title", "", .programs), Table.Column("actions", "Actions", isNumber: true),
        Table.Column("runningWords", "Running", .people),
        Table.Column("verdictWords", "Verdict", .people),
      ] + counted + [
        Table.Column("notAssessed", "", .programs), Table.Column("provenance", "Provenance"),
      ], leading: 1)
    for area in areas {
      let own = actions.filter { $0.state.area?.value == area.state.code }
      table.add(
        row(
          area.state.code.description, standpoint.text(area.state.title?.value), own,
          area.provenance))
    }
    let others = actions.filter { action in
      !areas.contains { $0.state.code == action.state.area?.value }
    }
    // An area may come into sight later than its actions do: they stand under its code until then.
    for (code, own) in Dictionary(grouping: others, by: { $0.state.area?.value })
      .sorted(by: {
        ($0.key == nil ? 1 : 0, $0.key?.description ?? "")
          < ($1.key == nil ? 1 : 0, $1.key?.description ?? "")
      })
    { table.add(row(code?.description, nil, own, own[0].provenance)) }
    if areas.count > 1 { table.addTotal(row("all", nil, actions, plan.provenance)) }
    return table
  }

  private func row(
    _ code: String?, _ title: String?, _ own: [Entity<ActionState>], _ provenance: Provenance
  ) -> [Table.Cell] {
    let running = RunningStatus.allCases.map { status in
      (status.rawValue, own.count { $0.state.running?.value == status })
    }
    let verdicts = Verdict.allCases.map { verdict in
      (verdict.description, own.count { $0.state.assessment?.value.verdict == verdict })
    }
    let unassessed = own.count { $0.state.assessment == nil }
    let provenances = Set(own.map(\.provenance)).union([provenance]).map(\.description).sorted()
    return [
      Table.Cell([code ?? "none", title ?? ""].joined(separator: " ")), Table.Cell(code),
      Table.Cell(title), Table.Cell(own.count), Table.Cell(words(running)),
      Table.Cell(words(verdicts + [("none", unassessed)])),
    ] + running.map { Table.Cell($0.1) } + verdicts.map { Table.Cell($0.1) }
      + [Table.Cell(unassessed), Table.Cell.list(provenances)]
  }

  /// `7 delivered, 1 in progress`; what counts nothing is left out.
  private func words(_ counts: [(word: String, count: Int)]) -> String? {
    let present = counts.filter { $0.count > 0 }.map { entry in
      "\(entry.count) \(String(entry.word.lowercased().map { $0 == "_" ? " " : $0 }))"
    }
    return present.isEmpty ? nil : present.joined(separator: ", ")
  }

  private var actionTable: Table {
    var table = Table([
      Table.Column("code", "Code"), Table.Column("title", "Title"),
      Table.Column("area", "Area", .programs), Table.Column("running", "Running"),
      Table.Column("deadline", "Deadline"), Table.Column("timeliness", "Timely"),
      Table.Column("verdict", "Verdict"), Table.Column("finality", "", .programs),
      Table.Column("lead", "", .programs), Table.Column("postponements", "", .programs),
      Table.Column("imprecise", "", .programs), Table.Column("provenance", "Provenance"),
    ])
    for action in actions {
      let state = action.state
      let timeliness = action.timeliness(on: standpoint.point.effectiveAt)
      let assessment = state.assessment?.value
      let verdict = assessment?.verdict.description
      let running = Table.Cell.word(state.running?.value.rawValue)
      table.add([
        Table.Cell(state.code.description), standpoint.cell(state.title?.value),
        Table.Cell(state.area?.value?.description),
        Table.Cell(running.json, shown: running.text + (action.isImprecise ? " ~" : "")),
        Table.Cell(state.deadline?.value.description), timelinessCell(timeliness),
        Table.Cell(
          verdict.map(JSON.string) ?? .null,
          shown: Table.Cell.word(verdict).text
            + (assessment?.finality == .interim ? " (interim)" : "")),
        Table.Cell(assessment?.finality.description), Table.Cell(state.lead?.value?.description),
        Table.Cell(state.postponements), Table.Cell(.bool(action.isImprecise), shown: ""),
        Table.Cell(action.provenance.description),
      ])
    }
    return table
  }

  private func timelinessCell(_ timeliness: Timeliness) -> Table.Cell {
    if timeliness == .notApplicable {
      return Table.Cell(.string(timeliness.rawValue), shown: "–")
    }
    let isBad = timeliness == .overdue || timeliness == .late
    return .word(timeliness.rawValue, isBad ? .warning : nil)
  }

  private func claimTable(_ claims: [Entity<ClaimState>]) -> Table {
    var table = Table([
      Table.Column("claim", "Claim"), Table.Column("label", "Label"),
      Table.Column("figures", "Figures"), Table.Column("published", "Published"),
      Table.Column("provenance", "Provenance"),
    ])
    for claim in claims {
      let figures = claim.state.figures.map { figure in
        let cell = figure.cell.map { " \($0.shown)" } ?? ""
        return figure.shown.map { $0 + cell } ?? figure.text?.description ?? ""
      }
      let words = claim.state.figures.map { figure in
        guard let shown = figure.shown else { return figure.text?.description ?? "" }
        let words = Table.Cell.word(shown).text
        return figure.cell.map { "\(words) (\($0.words))" } ?? words
      }
      table.add([
        Table.Cell(claim.state.id.description),
        standpoint.cell(claim.state.label?.value),
        Table.Cell(
          .array(figures.map(JSON.string)),
          shown: words.joined(
            separator: claim.state.figures.contains { $0.measure == .statement } ? " " : "; ")),
        Table.Cell(claim.state.published?.description),
        Table.Cell(claim.provenance.description),
      ])
    }
    return table
  }

  private func challengeTable(_ challenges: [Entity<ChallengeState>]) -> Table {
    var table = Table([
      Table.Column("id", "Challenge"), Table.Column("title", "Title"),
      Table.Column("scope", "Scope"), Table.Column("raisedOn", "Raised"),
      Table.Column("provenance", "Provenance"),
    ])
    for challenge in challenges {
      table.add([
        Table.Cell(challenge.state.id.description),
        standpoint.cell(challenge.state.title?.value),
        .word(challenge.state.scope?.description),
        Table.Cell(challenge.state.raisedOn?.description),
        Table.Cell(challenge.provenance.description),
      ])
    }
    return table
  }

  /// `IN_PROGRESS` as `inProgress`.
  private func camel(_ word: String) -> String {
    let parts = word.lowercased().split(separator: "_")
    return parts.dropFirst().reduce(String(parts.first ?? "")) {
      $0 + $1.prefix(1).uppercased() + $1.dropFirst()
    }
  }
}
