internal import Arguments
internal import Coding
internal import EventStore
internal import Projections

extension Session {
  /// `projections list|status`: what there is of each projection.
  func listProjections(
    _ command: ParsedCommand, withDigest: Bool
  ) throws(Failure) -> ExitStatus {
    let ledger = try openToRead(command)
    let names = try projectionNames(command, ledger)
    let list = try ledgerCall(ledger.path) { () throws(LedgerError) in
      try ProjectionRunner(ledger).list(withDigest: withDigest)
    }
    var answer = Answer()
    let wanted = list.filter { names.contains($0.name) }
    answer.sections = [Answer.Section("projections", nil, Self.projections(wanted))]
    try answer.print(
      format(command), to: output, width: terminal.width, hasColour: hasColour(command))
    return .done
  }

  /// `projections rebuild`: each anew from the records, then in place of what served.
  func rebuildProjections(_ command: ParsedCommand) throws(Failure) -> ExitStatus {
    let ledger = try openToWrite(command)
    for name in try projectionNames(command, ledger) {
      let progress = Progress(self, isQuiet: false)
      let report: RebuildReport
      do throws(ProjectionError) {
        report = try ProjectionRunner(ledger).rebuild(name) { step in
          progress.tell(
            Int(clamping: step.position), of: Int(clamping: step.head),
            from: Int(clamping: step.resumedFrom))
        }
        progress.end()
      } catch {
        progress.end()
        throw .projection(error, path: ledger.path)
      }
      let resumed =
        report.resumedFrom > 0 ? ", resumed after no. \(report.resumedFrom)" : ""
      try output.sentence(
        "Rebuilt \(name) up to no. \(report.entry.position) as generation "
          + "\(report.entry.generation)\(resumed). \(report.comparison.sentence)")
    }
    return .done
  }

  /// `projections verify`: each held against the records.
  func verifyProjections(_ command: ParsedCommand) throws(Failure) -> ExitStatus {
    let ledger = try openToRead(command)
    var status = ExitStatus.done
    for name in try projectionNames(command, ledger) {
      let report: VerifyReport
      do throws(ProjectionError) {
        report = try ProjectionRunner(ledger).verify(name)
      } catch {
        throw .projection(error, path: ledger.path)
      }
      if report.isSound {
        try output.sentence(
          "\(name) is what the records make, up to no. \(report.position): "
            + "\(report.stored.entries) rows.")
      } else {
        status = .foundFault
        try output.sentence(
          "\(name) is not what the records make: \(report.difference?.sentence ?? "") Build it anew "
            + "with 'planledger projections rebuild \(name)'.")
      }
    }
    return status
  }

  /// The projections that a command names; all where it names none.
  private func projectionNames(
    _ command: ParsedCommand, _ ledger: Ledger
  ) throws(Failure) -> [String] {
    let known = ProjectionDefinition.all.map(\.name)
    let named = command.positionals("NAME")
    for name in named where !known.contains(name) {
      throw .projection(.unknown(name: name, known: known), path: ledger.path)
    }
    return named.isEmpty ? known : named
  }

  /// The projections and how far they reach.
  static func projections(_ list: [ProjectionStatus]) -> Table {
    var table = Table([
      Table.Column("name", "Projection"), Table.Column("version", "Version", isNumber: true),
      Table.Column("generation", "Generation", isNumber: true),
      Table.Column("position", "Reaches no.", isNumber: true),
      Table.Column("lag", "Lag", isNumber: true),
      Table.Column("entries", "Entries", isNumber: true),
      Table.Column("status", "Status"), Table.Column("digest", "Digest"),
      Table.Column("bytes", "", .programs), Table.Column("rebuiltTo", "", .programs),
    ])
    for status in list {
      let digest = status.digest.map { Hex.encode($0) }
      let word =
        status.rebuiltTo != nil
        ? "REBUILDING"
        : status.isServing || status.position + status.lag == 0
          ? "SERVING" : "NEEDS_REBUILD"
      table.add([
        Table.Cell(status.name), Table.Cell(status.version), Table.Cell(status.generation),
        Table.Cell(status.position), Table.Cell(status.lag), Table.Cell(status.entries),
        .word(word),
        Table.Cell(
          digest.map(JSON.string) ?? .null, shown: digest.map { "\($0.prefix(12))…" } ?? "–"),
        Table.Cell(status.bytes), Table.Cell(status.rebuiltTo),
      ])
    }
    return table
  }
}

extension RebuildComparison {
  fileprivate var sentence: String {
    switch self {
    case .same: "It is the same as what served."
    case .different(let served, let rebuilt):
      "It differs from what served, which was damaged: \(served.entries) rows then, "
        + "\(rebuilt.entries) now."
    case .notComparable: "There was nothing of this version to compare it with."
    }
  }
}

extension ProjectionDifference {
  fileprivate var sentence: String {
    let place = position.map { " of no. \($0)" } ?? ""
    let stream = subject.map { " (\($0.short))" } ?? ""
    return switch kind {
    case .missing: "the entry\(place)\(stream) is missing."
    case .altered: "the entry\(place)\(stream) was altered."
    case .unexpected: "there is an entry\(place) that no event makes."
    }
  }
}
