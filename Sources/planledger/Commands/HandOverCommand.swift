internal import Arguments
internal import Coding
internal import EventStore
internal import Events
internal import Lifecycle
internal import MerkleLog

extension Session {
  /// `plan hand-over`: writes a worksheet, or applies an edited one.
  func handOver(_ command: ParsedCommand) throws(Failure) -> ExitStatus {
    try command.checkSources()
    let old = try command.plan(.positional("OLD"))
    let new = try command.plan(.option("to"))
    guard old != new else {
      throw .value(.option("to"), new.description, takes: "another plan than OLD", in: command)
    }
    if let path = command.value("worksheet") {
      let worksheet = try Worksheet(reading: PeekedFile(InputFile(path)))
      return try apply(worksheet, from: old, to: new, command)
    }
    let ledger = try openToRead(command)
    let (handOver, basis) = try ledgerCall(ledger.path) { () throws(LedgerError) in
      try self.worksheet(from: old, to: new, in: try ledger.snapshot())
    }
    let sheet = Worksheet(handOver, basis, language: ledger.identity.language)
    for note in handOver.notes { try errors.text(printable(note) + "\n") }
    guard terminal.isOutput else {
      try write(sheet.rows, command)
      return .done
    }
    var answer = Answer()
    answer.title = "Hand-over from \(old) to \(new)"
    answer.sections = [Answer.Section("rows", nil, sheet.table)]
    try answer.print(.table, to: output, width: terminal.width, hasColour: hasColour(command))
    try output.sentence(
      "To decide: planledger plan hand-over \(old) --to \(new) > worksheet.csv, edit it, and give it "
        + "back with --worksheet worksheet.csv.")
    return .done
  }

  /// The hand-over as it stands, and the place in the ledger that says so.
  private func worksheet(
    from old: Identifier, to new: Identifier, in snapshot: Snapshot
  ) throws(LedgerError) -> (HandOver, Worksheet.Basis) {
    let head = snapshot.view.head.position
    let handOver = try HandOver(from: old, to: new, at: head, in: snapshot)
    guard let handOver else { throw try unknownPlan(old, new, snapshot) }
    let root = try snapshot.view.root(size: head, snapshot.transaction).hex
    return (handOver, Worksheet.Basis(position: head, root: String(root.prefix(12))))
  }

  private func unknownPlan(
    _ old: Identifier, _ new: Identifier, _ snapshot: Snapshot
  ) throws(LedgerError) -> LedgerError {
    let known = try snapshot.view.plans(snapshot.transaction)
    let missing = known.contains(old) ? new : old
    return .input(
      Failure.told(
        "There is no plan \(missing).\(didYouMean(missing.description, known.map(\.description))) "
          + "'planledger plan list' shows the plans.", .badData))
  }

  /// Applies a worksheet as one batch, decided under the writer's lock.
  private func apply(
    _ worksheet: Worksheet, from old: Identifier, to new: Identifier, _ command: ParsedCommand
  ) throws(Failure) -> ExitStatus {
    let ledger = try openToWrite(command)
    let today = ledger.identity.zone.day(at: now)
    let decisions = try worksheet.decisions()
    var events: [Event] = []
    var handOver: HandOver?
    var impact: Impact?
    let preview = try preview(command, in: ledger) { impact = $0 }
    let receipt: AppendReceipt
    do throws(LedgerError) {
      receipt = try Lifecycle.decide(
        in: ledger, inputs: writeInputs, previewing: preview
      ) { () throws(LedgerError) in
        do throws(Failure) {
          let snapshot = try ledgerCall { () throws(LedgerError) in try ledger.snapshot() }
          let (found, _) = try ledgerCall { () throws(LedgerError) in
            try self.worksheet(from: old, to: new, in: snapshot)
          }
          try worksheet.checkBasis(found, decisions, in: snapshot, command)
          handOver = found
          events = []
          for deed in try worksheet.deeds(found, decisions, in: snapshot) {
            events.append(
              try command.event(
                on: deed.subject, deed.data, ledger.identity, today: today, reason: deed.reason))
          }
        } catch {
          throw .input(error)
        }
        return events
      }
    } catch {
      throw .ledger(error, path: ledger.path) {
        $0 < events.count ? "\(worksheet.name), \(events[$0].subject.short)" : nil
      }
    }
    let undecided = decisions.filter { decision in
      decision.choice == .undecided
        && handOver?.rows.contains { $0.subject == decision.subject && $0.recorded == nil } ?? false
    }
    var notes: [String] = []
    if !undecided.isEmpty {
      notes.append("Still undecided: \(undecided.map(\.subject.code).listed).")
    }
    if events.isEmpty {
      try tellNothing(notes, command)
      return .done
    }
    return try tell(receipt, events, in: ledger, command, impact: impact, notes: notes)
  }

  private func tellNothing(_ notes: [String], _ command: ParsedCommand) throws(Failure) {
    guard !command.flag("quiet") else { return }
    try output.sentence("All that the worksheet decides is recorded; nothing was recorded now.")
    for note in notes { try output.sentence(note) }
  }
}

extension HandOver {
  /// What a person should know before the rows.
  fileprivate var notes: [String] {
    isDeterminable
      ? []
      : [
        "Note: the verdicts of \(old) are not held: dispositions of its actions are not determinable."
      ]
  }
}

extension ParsedCommand {
  /// The plan that an argument names.
  fileprivate func plan(_ name: ArgumentName) throws(Failure) -> Identifier {
    let typed = values(of: name).first ?? ""
    do throws(EventError) {
      return try Identifier(parsing: typed)
    } catch {
      throw .value(name, typed, takes: Identifier.expected, in: self)
    }
  }
}
