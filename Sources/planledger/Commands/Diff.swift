internal import Arguments
internal import Coding
internal import EventStore
internal import Events
internal import Projections

extension Session {
  /// `diff`: what differs on a plan between two days, or between two states of knowledge.
  func diff(_ command: ParsedCommand) throws(Failure) -> ExitStatus {
    let ends = try ends(command)
    let plan = try ends.plan(command)
    let format = format(command)
    let answer = try ledgerCall { () throws(LedgerError) in
      try ends.answer(of: plan, forPeople: format == .table || format == .markdown)
    }
    try answer.print(
      format, to: output, width: terminal.width, hasColour: hasColour(command))
    return .done
  }

  /// The two points that the options say.
  private func ends(_ command: ParsedCommand) throws(Failure) -> Ends {
    for (one, other) in [
      ("from", "to-recorded"), ("from", "effective-at"), ("to", "from-recorded"),
      ("recorded-by", "from-recorded"),
    ] where command.gives(one) && command.gives(other) {
      throw .arguments(.conflictingOptions(one, other, path: command.path))
    }
    let end = try standpoint(command)
    let snapshot = end.ledger.snapshot
    var (before, after) = (end.point, end.point)
    if command.gives("from-recorded") {
      before.position = try position(command, "from-recorded", snapshot)
      if command.gives("to-recorded") {
        after.position = try position(command, "to-recorded", snapshot)
      }
      guard before.position <= after.position else {
        throw .value(
          .option("from-recorded"), command.value("from-recorded") ?? "",
          takes: "what was known before '--to-recorded', which is no. \(after.position)",
          in: command)
      }
    } else {
      before.effectiveAt = try command.day("from") ?? after.effectiveAt
      after.effectiveAt = try command.day("to") ?? snapshot.view.identity.zone.day(at: now)
      guard before.effectiveAt <= after.effectiveAt else {
        throw .value(
          .option("from"), command.value("from") ?? "",
          takes: "a date not after '--to', which is \(after.effectiveAt)", in: command)
      }
    }
    let reader = try ledgerCall { () throws(LedgerError) in try PointInTime(snapshot, at: after) }
    return Ends(
      before: before, isRecorded: command.gives("from-recorded"),
      standpoint: Standpoint(ledger: reader, language: end.language, fallback: end.fallback))
  }
}

/// The two points of a difference.
private struct Ends {
  let before: ReadingPoint
  /// Whether they stand apart on the recorded clock.
  let isRecorded: Bool
  /// Where the later one stands.
  let standpoint: Standpoint

  private var after: ReadingPoint { standpoint.point }
  private var snapshot: Snapshot { standpoint.ledger.snapshot }

  /// The plan that the command names, in sight at either point.
  func plan(_ command: ParsedCommand) throws(Failure) -> Identifier {
    let typed = command.positional("PLAN") ?? ""
    let bare = typed.hasPrefix("plan/") ? String(typed.dropFirst(5)) : typed
    if let id = try? Identifier(parsing: bare) {
      let found = try ledgerCall { () throws(LedgerError) in
        try PointInTime(snapshot, at: before, withTexts: false).plan(id)
      }
      if found != nil { return id }
    }
    return try standpoint.plan(command, "PLAN").state.id
  }

  func answer(of plan: Identifier, forPeople: Bool) throws(LedgerError) -> Answer {
    let changes = try Changes(snapshot, from: before, to: after).ofPlan(plan)
    var rows = ChangeTable(of: plan, standpoint)
    var basis = try Basis(snapshot, after)
    basis.begin(try Basis(snapshot, before))
    for change in changes { basis.provenance.formUnion(change.provenances) }
    var answer = Answer()
    answer.title = "\(plan)  \(title)"
    answer.facts = [
      ("plan", "", Table.Cell(.string(plan.description), shown: "–")),
      ("axis", "", Table.Cell(.string(isRecorded ? "RECORDED" : "EFFECTIVE"), shown: "–")),
    ]
    answer.sections = [
      Answer.Section(
        "changes", nil, try rows.table(changes, forPeople: forPeople), ifEmpty: "Nothing differs.")
    ]
    if basis.provenance.contains(.illustrative) { answer.warnings = [Answer.illustrativeWarning] }
    answer.basis = basis
    return answer
  }

  private var title: String {
    isRecorded
      ? "What the ledger learned otherwise of \(after.effectiveAt), after no. \(before.position) "
        + "through no. \(after.position)"
      : "What changed after \(before.effectiveAt) through \(after.effectiveAt)"
  }
}
