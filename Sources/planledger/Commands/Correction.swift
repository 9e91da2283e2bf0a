internal import Arguments
internal import Coding
internal import EventStore
internal import Events
internal import Projections

/// A correction under way: the complete body of an event, field by field.
struct Correction {
  private let type: EventType
  private let layers: CorrectedLayers
  private let identity: LedgerIdentity
  private var object: JSON
  private var earliest: Day?
  /// Whose word the event is after the correction, and where it is written.
  private(set) var standing: (Provenance, [SourceReference])?
  /// What it says of the event that is about none.
  private(set) var said: EventData?
  /// What was set already: fields, and languages of fields.
  private var done: Set<String> = []

  /// The envelope's fields as they are set, and as the event has them.
  private static let envelope = [
    "on": "effective", "effective": "effective", "published": "published",
    "provenance": "provenance", "reason": "reason", "source": "sources", "sources": "sources",
  ]

  init(_ layers: CorrectedLayers, _ target: TargetEvent, _ identity: LedgerIdentity) {
    let inner = layers.innermost
    type = inner.type
    self.layers = layers
    self.identity = identity
    var recorded = target.recorded
    recorded.event = inner
    recorded.event.id = target.recorded.id
    object = target.json(recorded, identity)
    earliest = inner.effective?.lastDay
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
      // A publication has no date of its own: the one that it gives is what may be wrong.
      let isGiven = type == .eventsPublished && (name == "effective" || name == "published")
      object = object.setting(
        isGiven ? ["data", "published"] : [name], to: value.isEmpty ? nil : .string(typed))
      return
    }
    var path = parts[0].split(separator: ".").map(String.init)
    if path.first == "data" { path.removeFirst() }
    let fields = FieldDescription.fields(of: type)
    guard let shape = FieldShape.group(fields).at(path[...]), !path.isEmpty else {
      let known = ["on", "published", "provenance", "source", "reason"] + Correction.names(fields)
      throw .told(
        "'--set': \(type.name) has no field '\(parts[0])'.\(didYouMean(parts[0], known)) It has "
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

  /// The first day whose answers change.
  var firstDay: Day? {
    let now = object["effective"]?.string.flatMap { try? CoarseDate(parsing: $0) }?.lastDay
    guard let earliest, let now else { return earliest }
    return min(earliest, now)
  }

  /// The body of the correction.
  mutating func event(_ command: ParsedCommand) throws(Failure) -> EventData {
    do throws(EventError) {
      let complete = try CloudEvents.read(
        object, JSONReading(defaultLanguage: identity.language)
      ).event
      standing = (complete.provenance, complete.sources)
      said = .eventCorrected(layers.correctionOfInnermost(with: complete))
      return layers.correction(with: complete)
    } catch {
      throw failure(error, command)
    }
  }

  private func failure(_ error: EventError, _ command: ParsedCommand) -> Failure {
    func typed(_ field: String) -> String {
      let name = field.hasPrefix("data.") ? String(field.dropFirst(5)) : field
      return name == "effective" ? "on" : name == "sources" ? "source" : name
    }
    switch error {
    case .missing("sources"):
      return .told(
        "An official event names where it is written. Add it: --set source='PR-2025-01-28#p2'",
        .usage)
    case .missing(let field):
      let name = typed(field)
      return .told(
        "'--set' cannot leave '\(name)' empty: what is corrected is of the type \(type.name), which "
          + "must have it. Give what it should have said, as in --set \(name)=VALUE.", .usage)
    case .invalid(let field, let value, let expected, _):
      let shown = typed(field)
      return .value(
        .option("set"), "\(shown)=\(value)", takes: "\(expected) for '\(shown)'", in: command)
    default: return .told(error.sentence, .usage)
    }
  }
}

/// An event to be corrected: where it is a correction itself, what that one makes of its own target,
/// down to the event that is about none.
struct CorrectedLayers {
  /// The event that is about none, as the corrections make it.
  let innermost: Event
  /// The events corrected, from the one that the new correction names down to the innermost.
  private let targets: [EventID]

  init(_ live: Event, _ id: EventID, in snapshot: Snapshot) throws(LedgerError) {
    var event = live
    var targets = [id]
    while case .eventCorrected(let body) = event.data {
      guard let position = try snapshot.view.position(of: body.target, snapshot.transaction),
        let inner = try snapshot.view.event(at: position, snapshot.transaction)
      else { throw .damaged(position: nil, reason: "a correction names no event") }
      event = inner.event.corrected(by: body)
      targets.append(body.target)
    }
    innermost = event
    self.targets = targets
  }

  /// The correction that puts an event in the innermost one's place.
  func correction(with complete: Event) -> EventData {
    var body = correctionOfInnermost(with: complete)
    for target in targets.dropLast().reversed() {
      var outer = EventCorrected()
      outer.target = target
      outer.data = .eventCorrected(body)
      body = outer
    }
    return .eventCorrected(body)
  }

  /// The correction as it would be of the innermost event itself.
  func correctionOfInnermost(with complete: Event) -> EventCorrected {
    var body = EventCorrected()
    body.target = targets[targets.count - 1]
    body.effective = complete.effective
    if complete.type != .eventsPublished { body.published = complete.published }
    body.provenance = complete.provenance
    body.sources = complete.sources
    body.reason = complete.reason
    body.data = complete.data
    return body
  }
}
