internal import Arguments
internal import Coding
internal import EventStore
internal import Events
internal import MerkleLog
internal import Projections

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
    guard let live = target.live else {
      throw .told(
        "No. \(target.recorded.position) does not stand any more: \(target.fate ?? "") Nothing was "
          + "recorded.", .badData)
    }
    guard !live.type.isAboutEvents else {
      throw .told(
        "No. \(target.recorded.position) is about another event. Retract it with 'planledger event "
          + "retract \(target.recorded.position)', and record it anew.", .badData)
    }
    var correction = Correction(live, target, ledger.identity)
    for pair in command.values("set") { try correction.set(pair, command) }
    let data = try correction.event(command)
    var event = try command.event(
      on: live.subject, data, ledger.identity, today: nil)
    // Whose word the corrected event is, is told by the correction that set it.
    if !command.gives("provenance"), case .eventCorrected(let body) = data {
      event.provenance = body.provenance ?? live.provenance
      if event.provenance == .official, event.sources.isEmpty { event.sources = body.sources }
    }
    return try record(
      [event], in: ledger, command,
      summary: event.summary(about: target.recorded.position, live))
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

/// An event that other events may be about: as it was recorded, and as it is believed.
private struct TargetEvent {
  let recorded: RecordedEvent
  /// The envelope and body believed now; `nil` where it was retracted.
  var live: Event?
  /// What became of it.
  var fate: String?

  init?(_ position: UInt64, _ snapshot: Snapshot) throws(LedgerError) {
    guard let event = try snapshot.view.event(at: position, snapshot.transaction) else {
      return nil
    }
    recorded = event
    let point = ReadingPoint(effectiveAt: .last, position: snapshot.view.head.position)
    let history = try PointInTime(snapshot, at: point).history(of: event.event.subject)
    guard let belief = history.first(where: { $0.recorded.position == position }) else { return }
    live = belief.isLive ? belief.event : nil
    if let retraction = belief.retractedBy {
      fate = "It was retracted by no. \(retraction)."
    } else if let correction = belief.correctedBy {
      fate = "It was corrected by no. \(correction); this is how it was first typed."
    } else if belief.isRedacted {
      fate = "Its texts were removed for good."
    }
  }

  /// The event as a CloudEvents object.
  func json(_ event: RecordedEvent, _ identity: LedgerIdentity) -> JSON {
    var writer = JSONWriter()
    CloudEvents.write(
      event, salt: nil, redactedLength: nil, ledger: identity.id.hex, to: &writer)
    var parser = JSONParser()
    return (try? parser.parse(writer.bytes)) ?? .object([])
  }
}

/// A correction under way: the complete body of an event, field by field.
private struct Correction {
  private let type: EventType
  private let subject: StreamID
  private let target: EventID
  private let identity: LedgerIdentity
  private var object: JSON
  /// What was set already: fields, and languages of fields.
  private var done: Set<String> = []

  /// The envelope's fields as they are set, and as the event has them.
  private static let envelope = [
    "on": "effective", "effective": "effective", "published": "published",
    "provenance": "provenance", "reason": "reason", "source": "sources", "sources": "sources",
  ]

  init(_ live: Event, _ target: TargetEvent, _ identity: LedgerIdentity) {
    type = live.type
    subject = live.subject
    self.target = target.recorded.id
    self.identity = identity
    var recorded = target.recorded
    recorded.event = live
    recorded.event.id = target.recorded.id
    object = target.json(recorded, identity)
  }

  /// Replaces a field: `on=2022-04`, `verdict=completed`, `cell.sex=female`.
  mutating func set(_ pair: String, _ command: ParsedCommand) throws(Failure) {
    let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      .map(String.init)
    guard parts.count == 2, !parts[0].isEmpty else {
      throw .value(.option("set"), pair, takes: "FIELD=VALUE", in: command)
    }
    let value = parts[1]
    if let name = Correction.envelope[parts[0]] {
      let typed = name == "provenance" ? value.uppercased() : value
      try once(name, parts[0])
      object = object.setting([name], to: value.isEmpty ? nil : .string(typed))
      return
    }
    var path = parts[0].split(separator: ".").map(String.init)
    if path.first == "data" { path.removeFirst() }
    let fields = FieldDescription.fields(of: type)
    guard let shape = FieldShape.group(fields).at(path[...]), !path.isEmpty else {
      let known = ["on", "published", "provenance", "source", "reason"] + Correction.names(fields)
      throw .told(
        "'--set': a \(type.name) has no field '\(parts[0])'.\(didYouMean(parts[0], known)) It has "
          + "\(known.joined(separator: ", ")).", .usage)
    }
    if case .langText = shape, !value.isEmpty, !value.hasPrefix("{") {
      return try setText(path, value)
    }
    try once(path.joined(separator: "."), parts[0])
    object = object.setting(["data"] + path, to: value.isEmpty ? nil : shape.json(value))
  }

  /// Replaces a text in one language, `TEXT` or `TAG=TEXT`; those in other languages stay.
  private mutating func setText(_ path: [String], _ value: String) throws(Failure) {
    let parts = value.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      .map(String.init)
    let isTagged = parts.count == 2 && LangText.isLanguage(parts[0])
    let language = isTagged ? parts[0] : identity.language
    let name = path.joined(separator: ".")
    if done.contains(name) { throw twice(name) }
    try once("\(name)=\(language)", "\(name)' in '\(language)")
    var texts = object["data"]
    for step in path { texts = texts?[step] }
    if case .string = texts {
      object = object.setting(
        ["data"] + path, to: .object([JSON.Member(identity.language, texts ?? .null)]))
    }
    let text = isTagged ? parts[1] : value
    object = object.setting(
      ["data"] + path + [language], to: text.isEmpty ? nil : .string(text))
  }

  /// Takes note of what is set; a second time it is a mistake.
  private mutating func once(_ name: String, _ typed: String) throws(Failure) {
    let isRepeated = done.contains { $0 == name || $0.hasPrefix(name + "=") }
    done.insert(name)
    if isRepeated { throw twice(typed) }
  }

  private func twice(_ typed: String) -> Failure {
    .told("'--set' is given '\(typed)' twice, and a field takes one value.", .usage)
  }

  private static func names(_ fields: [FieldDescription]) -> [String] {
    fields.flatMap { field in
      if case .group(let inner) = field.shape {
        return inner.map { field.name + "." + $0.name }
      }
      return [field.name]
    }
  }

  /// The body of the correction.
  func event(_ command: ParsedCommand) throws(Failure) -> EventData {
    var body = EventCorrected()
    do throws(EventError) {
      let complete = try CloudEvents.read(
        object, JSONReading(defaultLanguage: identity.language)
      ).event
      body.target = target
      body.effective = complete.effective
      body.published = complete.published
      body.provenance = complete.provenance
      body.sources = complete.sources
      body.reason = complete.reason
      body.data = complete.data
    } catch {
      throw failure(error, command)
    }
    return .eventCorrected(body)
  }

  private func failure(_ error: EventError, _ command: ParsedCommand) -> Failure {
    switch error {
    case .missing("sources"):
      return .told(
        "An official event names where it is written. Add it: --set source='PR-2025-01-28#p2'",
        .usage)
    case .invalid(let field, let value, let expected, _):
      let name = field.hasPrefix("data.") ? String(field.dropFirst(5)) : field
      let shown = name == "effective" ? "on" : name == "sources" ? "source" : name
      return .value(
        .option("set"), "\(shown)=\(value)", takes: "\(expected) for '\(shown)'", in: command)
    default: return .told(error.sentence, .usage)
    }
  }
}

extension JSON {
  /// The value in one line.
  fileprivate var shown: String {
    if case .string(let text) = self { text } else { String(decoding: encoded, as: UTF8.self) }
  }

  /// The values within, each under the names that lead to it.
  fileprivate func leaves(_ name: String) -> [(String, String)] {
    guard case .object(let members) = self else { return [(name, shown)] }
    return members.flatMap { $0.value.leaves(name + "." + $0.name) }
  }
}
