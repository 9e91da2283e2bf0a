internal import Arguments
internal import Coding
internal import EventStore
internal import Events
internal import Projections

extension Session {
  /// `history`: what happened to one thing, in the order of time.
  func history(_ command: ParsedCommand) throws(Failure) -> ExitStatus {
    let standpoint = try standpoint(command)
    let subject = try standpoint.subject(command)
    let answer = try ledgerCall { () throws(LedgerError) in
      try historyAnswer(subject, standpoint)
    }
    try answer.print(
      format(command), to: output, width: terminal.width, hasColour: hasColour(command))
    return .done
  }

  private func historyAnswer(
    _ subject: StreamID, _ standpoint: Standpoint
  ) throws(LedgerError) -> Answer {
    var basis = try Basis(standpoint.ledger.snapshot, standpoint.point)
    var table = Table(
      [
        Table.Column("position", "No.", isNumber: true), Table.Column("effective", "Effective"),
        Table.Column("what", "What happened", .people), Table.Column("type", "", .programs),
        Table.Column("detail", "", .programs), Table.Column("reason", "", .programs),
        Table.Column("published", "Published"), Table.Column("recorded", "Recorded"),
        Table.Column("actor", "By"), Table.Column("sources", "", .programs),
        Table.Column("correctedBy", "", .programs), Table.Column("provenance", "Provenance"),
      ], leading: 3)
    for event in try standpoint.ledger.events(of: subject) {
      let body = event.event
      basis.provenance.insert(body.provenance)
      let isCorrected = event.bodyPosition != event.position
      table.add([
        Table.Cell(event.position), Table.Cell(body.effective?.description),
        Table.Cell(words(event)), Table.Cell(body.type.name), Table.Cell(body.data.detail),
        Table.Cell(body.reason?.description), Table.Cell(event.published?.description),
        Table.Cell(
          .string(event.recorded.description),
          shown: "\(standpoint.ledger.snapshot.view.identity.zone.day(at: event.recorded))"),
        Table.Cell(body.actor?.description), .list(body.sources.map(\.description)),
        Table.Cell(isCorrected ? event.bodyPosition : nil as UInt64?),
        Table.Cell(body.provenance.description),
      ])
    }
    var answer = Answer()
    answer.title = subject.description
    answer.facts = [
      ("subject", "", Table.Cell(.string(subject.description), shown: "–"))
    ]
    answer.sections = [
      Answer.Section(
        "events", nil, table,
        ifEmpty: "Nothing is in sight from there: see --recorded-by, "
          + "--published-by and --effective-at.")
    ]
    answer.basis = basis
    return answer
  }

  /// What happened, why, and whether it was corrected.
  private func words(_ event: LiveEvent) -> String {
    var words = event.event.type.verb
    if let detail = event.event.data.detail { words += " " + detail }
    if let reason = event.event.reason { words += ": \(reason)" }
    if event.bodyPosition != event.position {
      words += " (corrected by no. \(event.bodyPosition))"
    }
    return words
  }
}

extension Standpoint {
  /// The stream that a subject names.
  fileprivate func subject(_ command: ParsedCommand) throws(Failure) -> StreamID {
    let typed = command.positional("SUBJECT") ?? ""
    let subject: StreamID
    do throws(EventError) {
      subject = try StreamID(parsing: StreamID.expanded(typed))
    } catch {
      throw .value(
        .positional("SUBJECT"), typed,
        takes: "a plan, an action as PLAN/CODE, or a stream such as challenge/ID", in: command)
    }
    let snapshot = ledger.snapshot
    let (revision, names) = try ledgerCall { () throws(LedgerError) in
      let revision = try snapshot.view.revision(of: subject, snapshot.transaction)
      var names: [String] = []
      if revision == 0 {
        let prefix = subject.description.dropLast(subject.code.description.count)
        try snapshot.view.streams(under: String(prefix), snapshot.transaction) { stream in
          if stream.kind == subject.kind { names.append(stream.short) }
          return names.count < 1000
        }
      }
      return (revision, names)
    }
    guard revision == 0 else { return subject }
    let hint = closest(to: subject.short, among: names).map { " Did you mean '\($0)'?" } ?? ""
    throw .told("Nothing is recorded on \(subject).\(hint)", .badData)
  }
}
