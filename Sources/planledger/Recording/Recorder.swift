internal import Arguments
internal import EventStore
internal import Events
internal import Lifecycle

extension Session {
  /// Records the event of one command.
  func record(_ recording: Recording, _ command: ParsedCommand) throws(Failure) -> ExitStatus {
    try record(command) { identity, today throws(Failure) in
      [try recording.event(command, identity, today: today)]
    }
  }

  /// Records the events that a command makes, knowing the ledger and the day.
  func record(
    _ command: ParsedCommand, notes: [String] = [],
    events: (LedgerIdentity, Day) throws(Failure) -> [Event]
  ) throws(Failure) -> ExitStatus {
    try command.checkSources()
    let ledger = try openToWrite(command)
    let today = ledger.identity.zone.day(at: now)
    let events = try events(ledger.identity, today)
    return try record(events, in: ledger, command, impact: nil, notes: notes)
  }

  /// Records events, and says what was recorded and how to mend it.
  ///
  /// - Parameters:
  ///   - impact: what they touch, where the events alone do not say it.
  ///   - summary: the one event in a few words, where it alone does not say them.
  func record(
    _ events: [Event], in ledger: Ledger, _ command: ParsedCommand, impact: Impact?,
    notes: [String] = [], summary: String? = nil
  ) throws(Failure) -> ExitStatus {
    let isDryRun = command.flag("dry-run")
    let receipt: AppendReceipt
    do throws(LedgerError) {
      receipt = try Lifecycle.append(
        events, to: ledger, inputs: writeInputs, isDryRun: isDryRun)
    } catch {
      throw .ledger(error, path: ledger.path)
    }
    return try tell(
      receipt, events, in: ledger, command, impact: impact, notes: notes, summary: summary)
  }

  /// Says what was recorded, or would have been, and how to mend it.
  func tell(
    _ receipt: AppendReceipt, _ events: [Event], in ledger: Ledger, _ command: ParsedCommand,
    impact: Impact? = nil, notes: [String] = [], summary: String? = nil
  ) throws(Failure) -> ExitStatus {
    let isDryRun = command.flag("dry-run")
    if !command.flag("quiet") { try noteUnknown(command, in: ledger) }
    if isDryRun {
      let today = ledger.identity.zone.day(at: now)
      return try tellDryRun(receipt, events, impact, summary, today: today)
    }
    guard !command.flag("quiet") else { return .done }
    for line in receipt.lines(events, summary) + notes { try output.sentence(line) }
    return .done
  }

  private func tellDryRun(
    _ receipt: AppendReceipt, _ events: [Event], _ impact: Impact?, _ summary: String?,
    today: Day
  ) throws(Failure) -> ExitStatus {
    guard receipt.count > 0 else {
      try output.sentence("It was there already; nothing would be recorded.")
      return .done
    }
    var touched = Impact()
    for event in events { touched.add(event) }
    for (event, position) in zip(events, receipt.positions) {
      try output.sentence("Would be recorded as no. \(position): \(summary ?? event.summary)")
      let date = event.effective.map { ", effective \($0)" } ?? ""
      try output.sentence("  \(event.type.name) on \(event.subject)\(date), \(event.provenance)")
    }
    for line in (impact ?? touched).lines(today: today) { try output.sentence(line) }
    try output.sentence("Nothing was recorded: this was a dry run.")
    return .done
  }
}

extension AppendReceipt {
  /// What is said after events of one command were recorded.
  func lines(_ events: [Event], _ summary: String?) -> [String] {
    guard count > 0, let event = events.first else {
      return ["It was there already; nothing was recorded."]
    }
    guard count == 1 else {
      let summaries = events.prefix(5).map { "  " + $0.summary }
      let rest = events.count > 5 ? ["  … and \(events.count - 5) more"] : []
      return ["Recorded \(count) events as no. \(positions.shown)."] + summaries + rest
    }
    let number = positions.lowerBound
    return ["Recorded as no. \(number) (\(summary ?? event.summary)). \(mending(event, number))"]
  }

  private func mending(_ event: Event, _ number: UInt64) -> String {
    if event.type == .contentRedacted { return "This cannot be undone." }
    if event.type.isAboutEvents {
      return "Not meant? planledger event retract \(number) --reason TEXT"
    }
    let next = event.effective?.next.description ?? "DATE"
    return "Typed wrong? planledger event correct \(number) --set on=\(next)"
  }
}

extension Range<UInt64> {
  /// The positions as people read them, both ends included: `56–254`.
  var shown: String { count == 1 ? "\(lowerBound)" : "\(lowerBound)–\(upperBound - 1)" }
}

extension CoarseDate {
  /// The date after this one, of the same precision: an example of another one.
  fileprivate var next: CoarseDate {
    let day = lastDay.advanced(by: 1)
    let (year, month, _) = day.civil
    let text =
      switch precision {
      case .day: day.description
      case .month: String(day.description.prefix(7))
      case .quarter: "\(day.description.prefix(4))-Q\((month + 2) / 3)"
      case .half: "\(day.description.prefix(4))-H\((month + 5) / 6)"
      case .year: String(day.description.prefix(4))
      }
    guard year <= 9999 else { return self }
    return (try? CoarseDate(parsing: text)) ?? self
  }
}
