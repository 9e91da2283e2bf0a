internal import Arguments
internal import Coding
internal import EventStore
internal import Events

extension Session {
  /// Tells on standard error of sources and institutions that were named and that the ledger does not
  /// have: they may be added later, or be typed wrong.
  func noteUnknown(_ command: ParsedCommand, in ledger: Ledger) throws(Failure) {
    var notes: [String] = []
    for (kind, options, adding) in [
      (StreamKind.source, ["source", "report"], "source add ID --title …"),
      (
        .institution, ["lead", "involved", "institution", "responsible", "body", "assessor"],
        "institution define ID --name …"
      ),
    ] {
      for typed in options.filter(command.gives).flatMap(command.values) {
        guard let id = (try? SourceReference(parsing: typed))?.source else { continue }
        let isThere = try ledgerCall(ledger.path) { () throws(LedgerError) in
          let snapshot = try ledger.snapshot()
          return try snapshot.view.revision(of: .above(kind, id), snapshot.transaction) > 0
        }
        let words = adding.split(separator: " ").map { $0 == "ID" ? id.description : String($0) }
        let note =
          "Note: there is no \(kind.noun) \(id) in the ledger yet. Add it: planledger "
          + words.joined(separator: " ")
        if !isThere, !notes.contains(note) { notes.append(note) }
      }
    }
    for note in notes { try errors.text(printable(note) + "\n") }
  }
}
