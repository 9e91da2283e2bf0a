internal import Arguments
internal import EventStore
internal import Events
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
