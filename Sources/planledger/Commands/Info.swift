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
    let snapshot = try ledger.snapshot()
    let view = snapshot.view
    let identity = ledger.identity
    let root = try view.root(size: view.head.position, snapshot.transaction)
    let first = try view.header(at: 1, snapshot.transaction)?.recorded
    let last = view.head.position == 0 ? nil : view.head.recorded
    let bytes: Int
    do throws(LMDBError) {
      bytes = try ledger.environment.info.usedBytes
    } catch {
      throw LedgerError(error)
    }
    var answer = Answer()
    answer.title = "Ledger in \(ledger.path)"
    answer.facts = [
      ("path", "", Table.Cell(.string(ledger.path), shown: "–")),
      ("id", "Id", Table.Cell(identity.id.hex)),
      ("format", "Format", Table.Cell(LedgerIdentity.format)),
      ("events", "Events", Table.Cell(view.head.position)),
      ("root", "Tree root", Table.Cell(root.hex)),
      ("timeZone", "Time zone", Table.Cell(identity.zoneName)),
      ("language", "Language", Table.Cell(identity.language)),
      ("firstRecorded", "First event", Table.Cell(first?.description)),
      ("lastRecorded", "Last event", Table.Cell(last?.description)),
      ("recordedTimes", "Times", Table.Cell(identity.isRestored ? "RESTORED" : "OWN")),
      ("bytes", "Bytes", Table.Cell(bytes)),
    ]
    answer.sections = [
      Answer.Section("projections", "Projections", try projectionTable(snapshot))
    ]
    return answer
  }

  /// The projections and how far they reach.
  func projectionTable(_ snapshot: Snapshot) throws(LedgerError) -> Table {
    var table = Table([
      Table.Column("name", "Projection"), Table.Column("version", "Version", isNumber: true),
      Table.Column("generation", "Generation", isNumber: true),
      Table.Column("position", "Reaches no.", isNumber: true),
      Table.Column("lag", "Lag", isNumber: true), Table.Column("status", "Status"),
    ])
    for definition in ProjectionDefinition.all {
      let entry = try ProjectionRegistry.entry(definition, snapshot.view, snapshot.transaction)
      let head = snapshot.view.head.position
      let position = entry?.position ?? 0
      let isServing = entry.map { $0.version == definition.version && $0.position >= head } ?? false
      table.add([
        Table.Cell(definition.name), Table.Cell(definition.version),
        Table.Cell(entry?.generation), Table.Cell(position), Table.Cell(head - min(head, position)),
        .word(isServing || head == 0 ? "SERVING" : "NEEDS_REBUILD"),
      ])
    }
    return table
  }
}
