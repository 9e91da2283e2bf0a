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
    return try record(events, in: ledger, command, notes: notes)
  }

  /// Records events, and says what was recorded and how to mend it.
  ///
  /// - Parameter summary: the one event in a few words, where it alone does not say them.
  func record(
    _ events: [Event], in ledger: Ledger, _ command: ParsedCommand, notes: [String] = [],
    summary: String? = nil
  ) throws(Failure) -> ExitStatus {
    var impact: Impact?
    let preview = try preview(command, in: ledger) { impact = $0 }
    let receipt: AppendReceipt
    do throws(LedgerError) {
      receipt = try Lifecycle.append(
        events, to: ledger, inputs: writeInputs, previewing: preview)
    } catch {
      throw .ledger(error, path: ledger.path)
    }
    return try tell(
      receipt, events, in: ledger, command, impact: impact, notes: notes, summary: summary)
  }

  /// Says what was recorded and how to mend it; after a dry run, what would have been and which
  /// answers it would change.
  ///
  /// - Parameter impact: what a dry run would change; `nil` where it was none.
  func tell(
    _ receipt: AppendReceipt, _ events: [Event], in ledger: Ledger, _ command: ParsedCommand,
    impact: Impact? = nil, notes: [String] = [], summary: String? = nil
  ) throws(Failure) -> ExitStatus {
    if !command.flag("quiet") { try noteUnknown(command, in: ledger) }
    if let impact {
      let run = DryRun(
        sentences: receipt.dryLines(events, summary) + notes, count: receipt.count, impact: impact,
        language: ledger.identity.language)
      try tell(run, command)
    } else if !command.flag("quiet") {
      for line in receipt.lines(events, summary) + notes { try output.sentence(line) }
    }
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

  /// What is said after a dry run of the events of one command.
  func dryLines(_ events: [Event], _ summary: String?) -> [String] {
    guard count > 0 else { return ["It was there already; nothing would be recorded."] }
    return zip(events, positions).flatMap { event, position in
      let date = event.effective.map { ", effective \($0)" } ?? ""
      return [
        "Would be recorded as no. \(position): \(summary ?? event.summary)",
        "  \(event.type.name) on \(event.subject)\(date), \(event.provenance)",
      ]
    }
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
