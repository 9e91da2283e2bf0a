internal import Arguments
internal import Coding
internal import EventStore
internal import Events
internal import PlanAPI
internal import Projections

extension Session {
  /// `query --explain`: where each field would stand, and what would be read.
  func explain(
    _ text: String, _ variables: JSON, _ command: ParsedCommand
  ) throws(Failure) -> ExitStatus {
    let ledger = try openToRead(command)
    let defaults = try clockDefaults(command)
    let explanation = try ledgerCall(ledger.path) { () throws(LedgerError) in
      try PlanQuery(ledger, now: now).explain(
        text, variables: variables, operationName: command.value("operation"), defaults: defaults)
    }
    for error in explanation.errors { try tell(error, "query", text) }
    guard explanation.errors.isEmpty else { return .foundFault }
    var answer = Answer()
    answer.sections = [
      Answer.Section("entries", "Where each entry field stands", entries(of: explanation)),
      Answer.Section("reads", "What is read", reads(of: explanation)),
    ]
    answer.footers = explanation.lags.map { projection in
      projection.lag == 0
        ? "The projection \(projection.name) is in step: it is read, not the records."
        : "The projection \(projection.name) is \(projection.lag) events behind: the records are read."
    }
    try answer.print(
      format(command), to: output, width: terminal.width, hasColour: hasColour(command))
    return explanation.entries.contains { $0.problem != nil } ? .foundFault : .done
  }

  private func entries(of explanation: Explanation) -> Table {
    var table = Table([
      Table.Column("key", "Key"), Table.Column("field", "Field"),
      Table.Column("effectiveAt", "True on"), Table.Column("publishedBy", "Said by"),
      Table.Column("recordedBy", "Known at"), Table.Column("provenance", "Whose word"),
      Table.Column("problem", "Problem"),
    ])
    for entry in explanation.entries {
      let words = entry.provenance.map { $0.map(\.description).sorted().joined(separator: ", ") }
      table.add([
        Table.Cell(entry.key), Table.Cell(entry.field),
        Table.Cell(entry.effectiveAt?.description), Table.Cell(entry.publishedBy?.description),
        Table.Cell(entry.position.map { "@\($0)" }),
        Table.Cell(words.map(JSON.string) ?? .null, shown: words ?? "everyone's"),
        Table.Cell(entry.problem),
      ])
    }
    return table
  }

  private func reads(of explanation: Explanation) -> Table {
    var table = Table([
      Table.Column("path", "At"), Table.Column("field", "Field"),
      Table.Column("arguments", "With"), Table.Column("reads", "Reads"),
    ])
    for read in explanation.reads {
      table.add([
        Table.Cell(read.path.joined(separator: ".")), Table.Cell(read.coordinate),
        Table.Cell(read.arguments.isEmpty ? nil : read.arguments), Table.Cell(read.reading),
      ])
    }
    return table
  }
}
