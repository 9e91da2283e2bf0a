internal import Arguments
internal import Coding
internal import EventStore
internal import LMDB
internal import Projections

extension Session {
  /// `projections list`: what there is of each projection.
  func listProjections(_ command: ParsedCommand) throws(Failure) -> ExitStatus {
    _ = try printProjections(command)
    return .done
  }

  /// `projections status`: the same, and a fault where one of them does not serve as it should.
  func projectionStatus(_ command: ParsedCommand) throws(Failure) -> ExitStatus {
    let isWell = try printProjections(command).allSatisfy { $0.state == .serving }
    return isWell ? .done : .foundFault
  }

  private func printProjections(
    _ command: ParsedCommand
  ) throws(Failure) -> [ProjectionStatus] {
    let names = try projectionNames(command)
    let ledger = try openAsIs(command, .readOnly)
    let list = try ledgerCall(ledger.path) { () throws(LedgerError) in
      try ProjectionRunner(ledger).list(withDigest: true)
    }.filter { names.contains($0.name) }
    var answer = Answer()
    answer.sections = [Answer.Section("projections", nil, Self.projections(list))]
    answer.footers = list.compactMap(\.advice)
    try answer.print(
      format(command), to: output, width: terminal.width, hasColour: hasColour(command))
    return list
  }

  /// `projections rebuild`: each anew from the records, then in place of what served.
  func rebuildProjections(_ command: ParsedCommand) throws(Failure) -> ExitStatus {
    let names = try projectionNames(command)
    let ledger = try openAsIs(command, .readWrite)
    let isQuiet = command.flag("quiet")
    for name in names {
      let progress = Progress(self, isQuiet: isQuiet)
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
        throw .rebuild(of: name, error, leftOff: leftOff(name, ledger), path: ledger.path)
      }
      if isQuiet { continue }
      let resumed =
        report.resumedFrom > 0 ? ", resumed after \(report.resumedFrom) events" : ""
      try output.sentence(
        "Rebuilt \(name) up to no. \(report.entry.position) as generation "
          + "\(report.entry.generation)\(resumed). \(report.comparison.sentence)")
    }
    return .done
  }

  /// How far a rebuild came that did not end, in per cent.
  private func leftOff(_ name: String, _ ledger: Ledger) -> Int? {
    let list = try? ProjectionRunner(ledger).list(withDigest: false)
    return list?.first { $0.name == name }?.rebuiltPercent
  }

  /// `projections verify`: each held against the records.
  func verifyProjections(_ command: ParsedCommand) throws(Failure) -> ExitStatus {
    let names = try projectionNames(command)
    var status = ExitStatus.done
    for name in names {
      let report = try verify(name, command)
      try note(report, command)
      if report.isSound {
        try output.sentence(
          "\(name) is what the records make, up to no. \(report.position): "
            + "\(report.recomputed.entries) rows.")
      } else {
        status = .foundFault
        let what = report.difference?.sentence ?? "its pages do not read."
        try output.sentence(
          "\(name) is damaged: it is not what the records make: \(what) Reads refuse it until it was "
            + "built anew with 'planledger projections rebuild \(name)'.")
      }
    }
    return status
  }

  private func verify(
    _ name: String, _ command: ParsedCommand
  ) throws(Failure) -> VerifyReport {
    let ledger = try openAsIs(command, .readOnly)
    let progress = Progress(self, isQuiet: command.flag("quiet"))
    defer { progress.end() }
    do throws(ProjectionError) {
      return try ProjectionRunner(ledger).verify(name) { position, last in
        progress.tell(Int(clamping: position), of: Int(clamping: last), from: 0)
      }
    } catch {
      throw .projection(error, path: ledger.path)
    }
  }

  /// Keeps in mind what was found, so that reads refuse what is damaged; one who may only read the
  /// ledger cannot.
  private func note(_ report: VerifyReport, _ command: ParsedCommand) throws(Failure) {
    let path = try LedgerLocator.path(command)
    guard Self.mayWrite(path) else { return }
    let ledger = try openAsIs(command, .readWrite)
    try ledgerCall(path) { () throws(LedgerError) in
      if try ProjectionRunner(ledger).isNews(report) { try ProjectionRunner(ledger).note(report) }
    }
  }

  /// The projections that a command names; all where it names none.
  private func projectionNames(_ command: ParsedCommand) throws(Failure) -> [String] {
    let known = ProjectionDefinition.all.map(\.name)
    let named = command.positionals("NAME")
    for name in named where !known.contains(name) {
      throw .projection(
        .unknown(name: name, known: known), path: "")
    }
    return named.isEmpty ? known : known.filter { named.contains($0) }
  }

  /// The projections and how far they reach.
  static func projections(_ list: [ProjectionStatus]) -> Table {
    var table = Table([
      Table.Column("name", "Projection"), Table.Column("status", "Status"),
      Table.Column("version", "Version", isNumber: true),
      Table.Column("storedVersion", "", .programs),
      Table.Column("generation", "Generation", isNumber: true),
      Table.Column("position", "Reaches no.", isNumber: true),
      Table.Column("lag", "Lag", isNumber: true),
      Table.Column("entries", "Entries", isNumber: true),
      Table.Column("bytes", "Size", isNumber: true), Table.Column("digest", "Digest"),
      Table.Column("rebuiltTo", "", .programs), Table.Column("rebuiltPercent", "", .programs),
      Table.Column("damage", "", .programs), Table.Column("advice", "", .programs),
    ])
    for status in list {
      let digest = status.digest.map { Hex.encode($0) }
      let isOther = status.storedVersion.map { $0 != status.version } ?? false
      table.add([
        Table.Cell(status.name), status.stateCell,
        Table.Cell(
          .number("\(status.version)"),
          shown: isOther
            ? "\(status.storedVersion ?? 0), here \(status.version)" : "\(status.version)"),
        Table.Cell(status.storedVersion), Table.Cell(status.generation),
        Table.Cell(status.position), Table.Cell(status.lag), Table.Cell(status.entries),
        Table.Cell(.number("\(status.bytes)"), shown: size(status.bytes)),
        Table.Cell(
          digest.map(JSON.string) ?? .null, shown: digest.map { "\($0.prefix(12))…" } ?? "–"),
        Table.Cell(status.rebuiltTo), Table.Cell(status.rebuiltPercent),
        Table.Cell(status.damage), Table.Cell(status.advice),
      ])
    }
    return table
  }

  /// A number of bytes for people.
  private static func size(_ bytes: Int) -> String {
    if bytes < 1 << 20 { return "\((bytes + 1023) >> 10) KiB" }
    let tenths = (bytes * 10) >> 20
    return "\(tenths / 10).\(tenths % 10) MiB"
  }
}
