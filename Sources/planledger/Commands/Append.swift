internal import Arguments
internal import EventStore
internal import Events
internal import Glibc
internal import Lifecycle

extension Session {
  /// `append`: takes in a file of events, all or none.
  func append(_ command: ParsedCommand) throws(Failure) -> ExitStatus {
    let file = try InputFile(command.positional("FILE") ?? "-")
    let ledger = try openToWrite(command)
    let reader = EventReader(file, language: ledger.identity.language)
    let format = try dryRunFormat(command)
    let isDryRun = command.flag("dry-run")
    let progress = Progress(self, isQuiet: command.flag("quiet"))
    let receipt: AppendReceipt
    var impact = Impact()
    do throws(LedgerError) {
      receipt = try Lifecycle.append(
        to: ledger, inputs: writeInputs, isDryRun: isDryRun,
        previewing: isDryRun ? (impactScope(format, in: ledger), { impact = $0 }) : nil,
        progress: { progress.tell($0) },
        next: { typeOf throws(LedgerError) in try reader.next(typeOf)?.event })
      progress.end()
    } catch {
      progress.end()
      throw .ledger(error, path: ledger.path) { "\(reader.name):\(reader.line(of: $0))" }
    }
    if isDryRun {
      let run = DryRun(
        sentences: [receipt.sentence(isDryRun: true)], count: receipt.count, impact: impact,
        language: ledger.identity.language)
      try tell(run, as: format, command)
    } else if !command.flag("quiet") {
      try output.sentence(receipt.sentence(isDryRun: false))
    }
    return .done
  }
}

extension AppendReceipt {
  /// What became of a file: `Recorded 199 events as no. 56–254.`
  fileprivate func sentence(isDryRun: Bool) -> String {
    let there = duplicates == 1 ? "1 was" : "\(duplicates) were"
    guard count > 0 else {
      if duplicates == 0 { return "The file holds no events; nothing recorded." }
      return duplicates == 1
        ? "The one event was there already; nothing recorded."
        : "All \(duplicates) events were there already; nothing recorded."
    }
    let what =
      count == 1
      ? "1 event as no. \(positions.lowerBound)" : "\(count) events as no. \(positions.shown)"
    return (isDryRun ? "Would record \(what)." : "Recorded \(what).")
      + (duplicates == 0 ? "" : " \(there) there already.")
  }
}

/// Progress on standard error: one moving line on a terminal, a line every ten seconds elsewhere.
final class Progress {
  private let session: Session
  private let isQuiet: Bool
  private var last = time(nil)
  private var hasLine = false

  init(_ session: Session, isQuiet: Bool) {
    self.session = session
    self.isQuiet = isQuiet
  }

  /// Says how many events were taken in.
  func tell(_ count: Int) {
    if isQuiet { return }
    // Progress that cannot be shown is no reason to stop.
    if session.terminal.isError {
      try? session.errors.text("\r\(count) events taken in …")
      hasLine = true
    } else if time(nil) - last >= 10 {
      last = time(nil)
      try? session.errors.text("\(count) events taken in …\n")
    }
  }

  /// Clears the moving line.
  func end() {
    if hasLine { try? session.errors.text("\r\u{1B}[K") }
    hasLine = false
  }
}
