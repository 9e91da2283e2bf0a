internal import Arguments
internal import Coding
internal import EventStore
internal import Events
internal import LMDB
internal import MerkleLog
internal import Projections

extension Session {
  /// `info`: what the ledger is.
  func info(_ command: ParsedCommand) throws(Failure) -> ExitStatus {
    let ledger = try openToRead(command)
    let answer = try ledgerCall(ledger.path) { () throws(LedgerError) in try infoAnswer(ledger) }
    try answer.print(
      format(command), to: output, width: terminal.width, hasColour: hasColour(command))
    return .done
  }

  private func infoAnswer(_ ledger: Ledger) throws(LedgerError) -> Answer {
    let info = try ledger.info()
    let identity = info.identity
    let first = try ledger.events(from: 1, limit: 1, withTexts: false).first?.recorded
    var answer = Answer()
    answer.title = "Ledger in \(ledger.path)"
    answer.facts = [
      ("path", "", Table.Cell(.string(ledger.path), shown: "–")),
      ("id", "Id", Table.Cell(identity.id.hex)),
      ("format", "Format", Table.Cell(LedgerIdentity.format)),
      ("events", "Events", Table.Cell(info.size)),
      ("root", "Tree root", Table.Cell(info.root.hex)),
      ("timeZone", "Time zone", Table.Cell(identity.zoneName)),
      ("language", "Language", Table.Cell(identity.language)),
      ("firstRecorded", "First event", Table.Cell(first?.description)),
      ("lastRecorded", "Last event", Table.Cell(info.lastRecorded?.description)),
      ("recordedTimes", "Times", Table.Cell(identity.isRestored ? "RESTORED" : "OWN")),
      ("staged", "Staged", Table.Cell(info.staged == 0 ? nil : info.staged)),
      ("diskBytes", "Bytes on disk", Table.Cell(info.diskBytes)),
      ("readers", "Readers now", Table.Cell(info.readers)),
    ]
    answer.sections = [
      Answer.Section(
        "projections", "Projections",
        Session.projections(try ProjectionRunner(ledger).list(withDigest: false)))
    ]
    return answer
  }
}
