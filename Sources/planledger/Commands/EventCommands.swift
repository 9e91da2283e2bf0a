internal import Arguments
internal import Coding
internal import EventStore
internal import Events

extension Session {
  /// `event show`: one event as it was recorded, and what became of it.
  func showEvent(_ command: ParsedCommand) throws(Failure) -> ExitStatus {
    let ledger = try openToRead(command)
    let target = try target(command, in: ledger)
    let recorded = target.recorded
    let json = target.json(recorded, ledger.identity)
    let format = format(command)
    guard format == .table || format == .markdown else {
      try output.bytes(json.encoded)
      try output.line()
      return .done
    }
    var answer = Answer()
    let summary = try ledgerCall(ledger.path) { () throws(LedgerError) in
      try recorded.event.summary(in: try ledger.snapshot())
    }
    answer.title = "No. \(recorded.position): \(summary)"
    let hidden = ["specversion", "source", "datacontenttype", "schemaversion", "position", "data"]
    for member in json.members ?? [] where !hidden.contains(member.name) {
      answer.facts.append((member.name, member.name, Table.Cell(member.value.shown)))
    }
    for member in json["data"]?.members ?? [] {
      for (name, value) in member.value.leaves(member.name) {
        answer.facts.append((name, name, Table.Cell(value)))
      }
    }
    if let fate = target.fate { answer.warnings = [fate] }
    try answer.print(
      format, to: output, width: terminal.width, hasColour: hasColour(command))
    return .done
  }

  /// `event correct`: the event's complete body with some fields replaced.
  func correct(_ command: ParsedCommand) throws(Failure) -> ExitStatus {
    try command.checkSources()
    let ledger = try openToWrite(command)
    let target = try target(command, in: ledger)
    let live = try target.believed()
    guard !live.type.isAboutEvents || live.type == .eventCorrected || live.type == .eventsPublished
    else {
      throw .told(
        "No. \(target.recorded.position) is about another event. Retract it with 'planledger event "
          + "retract \(target.recorded.position)', and record it anew.", .badData)
    }
    let layers = try ledgerCall(ledger.path) { () throws(LedgerError) in
      try CorrectedLayers(live, target.recorded.id, in: try ledger.snapshot())
    }
    var correction = Correction(layers, target, ledger.identity)
    for pair in command.values("set") { try correction.set(pair, command) }
    let data = try correction.event(command)
    var event = try command.event(
      on: live.subject, data, ledger.identity, today: nil)
    // Whose word the corrected event is, is told by the correction that set it.
    if !command.gives("provenance"), let (provenance, sources) = correction.standing {
      event.provenance = provenance
      if event.sources.isEmpty { event.sources = sources }
    }
    var told = event
    told.data = correction.said ?? data
    return try record(
      [event], in: ledger, command,
      summary: told.summary(about: target.recorded.position, layers.innermost))
  }

  /// `event retract`: takes an event back.
  func retract(_ command: ParsedCommand) throws(Failure) -> ExitStatus {
    try command.checkSources()
    let ledger = try openToWrite(command)
    let target = try target(command, in: ledger)
    var body = EventRetracted()
    body.target = target.recorded.id
    let event = try command.event(
      on: target.recorded.event.subject, .eventRetracted(body), ledger.identity, today: nil)
    return try record(
      [event], in: ledger, command,
      summary: event.summary(
        about: target.recorded.position, target.live ?? target.recorded.event))
  }

  /// `event redact`: removes an event's texts for good.
  func redact(_ command: ParsedCommand) throws(Failure) -> ExitStatus {
    try command.checkSources()
    let ledger = try openToWrite(command)
    let target = try target(command, in: ledger)
    let number = target.recorded.position
    if target.recorded.isRedacted {
      throw .told(
        "The texts of no. \(number) were removed already. Nothing was recorded.", .badData)
    }
    guard target.recorded.commitment != nil else {
      throw .told(
        "No. \(number) (\(target.recorded.event.summary)) has no free text that could be removed. "
          + "Nothing was recorded.", .badData)
    }
    var body = ContentRedacted()
    body.target = target.recorded.id
    let event = try command.event(
      on: target.recorded.event.subject, .contentRedacted(body), ledger.identity, today: nil)
    return try record(
      [event], in: ledger, command, notes: target.redactionNotes(isDryRun: command.flag("dry-run")),
      summary: event.summary(about: number, target.recorded.event))
  }

  /// The event that a command is about.
  private func target(_ command: ParsedCommand, in ledger: Ledger) throws(Failure) -> TargetEvent {
    let typed = command.positional("POSITION") ?? ""
    let digits = typed.hasPrefix("@") ? typed.dropFirst() : typed[...]
    guard let position = UInt64(digits), position >= 1 else {
      throw .value(
        .positional("POSITION"), typed,
        takes: "the number of an event, as 'planledger log' shows it",
        in: command)
    }
    let target = try ledgerCall(ledger.path) { () throws(LedgerError) in
      try TargetEvent(position, try ledger.snapshot())
    }
    guard let target else {
      let head = try ledgerCall(ledger.path) { () throws(LedgerError) in
        try ledger.snapshot().view.head.position
      }
      throw .told(
        "There is no event no. \(position): "
          + (head == 0 ? "the ledger is empty." : "the last one is no. \(head)."), .badData)
    }
    return target
  }
}

extension JSON {
  /// The value in one line.
  var shown: String {
    if case .string(let text) = self { text } else { String(decoding: encoded, as: UTF8.self) }
  }

  /// The values within, each under the names that lead to it.
  func leaves(_ name: String) -> [(String, String)] {
    guard case .object(let members) = self else { return [(name, shown)] }
    return members.flatMap { $0.value.leaves(name + "." + $0.name) }
  }
}
