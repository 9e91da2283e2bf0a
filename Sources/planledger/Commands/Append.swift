internal import Arguments
internal import EventStore
internal import Events
internal import Glibc
internal import Lifecycle

extension Session {
  /// `append`: takes in a file of events, all or none.
  func append(_ command: ParsedCommand) throws(Failure) -> ExitStatus {
    let path = command.positional("FILE") ?? "-"
    let file = try PeekedFile(InputFile(path))
    let ledger = try openToWrite(command)
    let reader = try reader(of: file, path, language: ledger.identity.language)
    let progress = Progress(self, isQuiet: command.flag("quiet"))
    let receipt: AppendReceipt
    var impact: Impact?
    let preview = try preview(command, in: ledger) { impact = $0 }
    do throws(LedgerError) {
      receipt = try Lifecycle.append(
        to: ledger, inputs: writeInputs,
        previewing: preview,
        progress: { progress.tell($0) },
        next: { typeOf throws(LedgerError) in try reader.event(typeOf) })
      progress.end()
    } catch {
      progress.end()
      throw .ledger(error, path: ledger.path) { reader.place(of: $0) }
    }
    if let impact {
      let run = DryRun(
        sentences: reader.notes + [receipt.sentence(isDryRun: true)], count: receipt.count,
        impact: impact, language: ledger.identity.language)
      try tell(run, command)
    } else if !command.flag("quiet") {
      for note in reader.notes { try output.sentence(note) }
      try output.sentence(receipt.sentence(isDryRun: false))
    }
    return .done
  }
}

extension Session {
  /// Reads a file as what it is: a table where its first row has headings, else lines of JSON.
  private func reader(
    of file: consuming PeekedFile, _ path: String, language: String
  ) throws(Failure) -> any BatchReader {
    let name = path.lowercased()
    let isNamedTable = name.hasSuffix(".csv") || name.hasSuffix(".tsv")
    let isNamedLines = name.hasSuffix("json") || name.hasSuffix("jsonl")
    let first = file.firstByte
    if first == 0xFF || first == 0xFE {
      throw .told(
        "\(file.name) is UTF-16 text. Save it as UTF-8: in Excel, as 'CSV UTF-8'.", .badData)
    }
    guard let first, first != UInt8(ascii: "{"), isNamedTable || !isNamedLines && file.isTable
    else { return EventReader(file, language: language) }
    return try SheetReader(file, language: language)
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
  private let begun = ContinuousClock.now
  private var last = time(nil)
  private var hasLine = false

  init(_ session: Session, isQuiet: Bool) {
    self.session = session
    self.isQuiet = isQuiet
  }

  /// Says how many events were taken in.
  func tell(_ count: Int) { tell("\(count) events taken in …") }

  /// Says how many of all events were taken in, how fast, and how long the rest will take.
  ///
  /// - Parameter first: how many had been taken in when this began.
  func tell(_ count: Int, of all: Int, from first: Int) {
    let elapsed = begun.duration(to: .now) / .seconds(1)
    let rate = elapsed > 0 ? Double(count - first) / elapsed : 0
    var line = "\(count) of \(all) events taken in"
    if rate >= 1 {
      line += ", \(Int(rate)) a second, \(Int((Double(all - count) / rate).rounded(.up))) s left"
    }
    tell(line + " …")
  }

  private func tell(_ line: String) {
    if isQuiet { return }
    // Progress that cannot be shown is no reason to stop.
    if session.terminal.isError {
      try? session.errors.text("\r\(line)\u{1B}[K")
      hasLine = true
    } else if time(nil) - last >= 10 {
      last = time(nil)
      try? session.errors.text("\(line)\n")
    }
  }

  /// Clears the moving line.
  func end() {
    if hasLine { try? session.errors.text("\r\u{1B}[K") }
    hasLine = false
  }
}
