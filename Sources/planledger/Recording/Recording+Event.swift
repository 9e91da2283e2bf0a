internal import Arguments
internal import Coding
internal import EventStore
internal import Events

extension Recording {
  /// The event that the options say.
  ///
  /// They are put together as a CloudEvents object and read as one, so that the command line and files
  /// are held to the same rules; what is wrong is told under the option's name.
  func event(
    _ command: ParsedCommand, _ identity: LedgerIdentity, today: Day
  ) throws(Failure) -> Event {
    let subject = try place.subject(command)
    var data = JSON.object([])
    for field in fields {
      guard let value = try value(of: field, command) else { continue }
      data = data.setting(field.path.split(separator: ".").map(String.init)[...], to: value)
    }
    var envelope = Envelope(command)
    envelope.set("type", "planledger." + type.name)
    envelope.set("subject", subject.description)
    envelope.set("effective", try effective(command, today))
    envelope.object = envelope.object.setting(["data"], to: data)
    return try read(envelope.object, command, language: identity.language)
  }

  private func value(of field: Field, _ command: ParsedCommand) throws(Failure) -> JSON? {
    let shape = FieldShape.group(FieldDescription.fields(of: type))
      .at(field.path.split(separator: ".").map(String.init)[...])
    guard let shape else {
      preconditionFailure("\(type.name) has no field \(field.path)")
    }
    if let value = field.flagValue {
      return command.flag(field.option.name) ? shape.json(value) : nil
    }
    let typed = command.values(field.option.name)
    if field.path == "figures" {
      var figures: [JSON] = []
      for figure in typed { figures.append(try ClaimFigure.json(figure, command)) }
      return .array(figures)
    }
    if typed.isEmpty { return field.option.defaultValue.map { shape.json($0) } }
    if case .langText = shape, typed.count > 1 { try checkLanguages(typed, field, command) }
    return shape.json(typed)
  }

  /// Whether each of several texts says its language, and no language is there twice.
  private func checkLanguages(
    _ typed: [String], _ field: Field, _ command: ParsedCommand
  ) throws(Failure) {
    var languages: Set<String> = []
    for text in typed {
      let tag = text.firstIndex(of: "=").map { String(text[..<$0]) }
      if let tag, LangText.isLanguage(tag), languages.insert(tag).inserted { continue }
      throw .value(
        .option(field.option.name), text,
        takes: "one text, or TAG=TEXT once for each language", in: command)
    }
  }

  private func effective(_ command: ParsedCommand, _ today: Day) throws(Failure) -> String? {
    if let on = command.value("on") { return on }
    switch date {
    case .today: return today.description
    case .none: return nil
    case .endOf(let option):
      // A period that is none is found when it is read as a field.
      let period = command.value(option).flatMap { try? Period(parsing: $0) }
      return period?.end.lastDay.description ?? today.description
    }
  }

  /// Reads the object as a file's line is read.
  private func read(
    _ json: JSON, _ command: ParsedCommand, language: String
  ) throws(Failure) -> Event {
    do throws(EventError) {
      return try CloudEvents.read(json, JSONReading(defaultLanguage: language)).event
    } catch {
      throw failure(error, command)
    }
  }

  /// The mistake under the name of the option that made it.
  func failure(_ error: EventError, _ command: ParsedCommand) -> Failure {
    switch error {
    case .missing("sources"): return Envelope.officialWithoutSource
    case .missing(let field):
      if let name = argument(for: field) {
        return .arguments(.missing(.argument(name), path: command.path))
      }
    case .invalid(let field, let value, let expected, _):
      if let name = argument(for: field) {
        let hasComma = value.contains(",") && value.allSatisfy { "0123456789,.-".contains($0) }
        return .value(
          name, value, takes: expected.asTyped + (hasComma ? " with a point, not a comma" : ""),
          in: command)
      }
    default: break
    }
    return .told(error.sentence, .usage)
  }

  /// The argument that a field was typed as.
  private func argument(for field: String) -> ArgumentName? {
    guard field.hasPrefix("data.") else {
      if field == "subject" { return place.positional.map { .positional($0.name) } }
      return Envelope.options[field].map { .option($0) }
    }
    let path = String(field.dropFirst(5).prefix { $0 != "[" })
    let option =
      fields.first { $0.path == path && $0.flagValue == nil }
      ?? fields.first { path.hasPrefix($0.path + ".") || $0.path.hasPrefix(path + ".") }
    return option.map { .option($0.option.name) }
  }
}

extension String {
  /// What a value must be, said of words as they are typed.
  fileprivate var asTyped: String {
    for addition in [", or \"UNKNOWN\" or \"NOT_COLLECTED\"", ", in a string"]
    where hasSuffix(addition) { return String(dropLast(addition.count)) }
    return self
  }
}

/// The attributes that all recording commands share, as a CloudEvents object under way.
struct Envelope {
  /// The object.
  var object = JSON.object([])

  /// The attributes, and the options that give them.
  static let options = [
    "effective": "on", "published": "published", "provenance": "provenance", "actor": "actor",
    "institution": "institution", "reason": "reason", "sources": "source", "id": "id",
    "expectedrevision": "expected-revision",
  ]

  /// The mistake of calling a thing official without saying where it is written.
  static let officialWithoutSource = Failure.told(
    "'--provenance official' needs '--source': an official event names where it is written. "
      + "Example: --source 'PR-2025-01-28#p2'", .usage)

  /// The attributes that were given.
  init(_ command: ParsedCommand) {
    for (attribute, option) in Envelope.options where attribute != "effective" {
      guard attribute != "published" || command.takes("published") else { continue }
      guard !["id", "expectedrevision"].contains(attribute) || command.takes(option) else {
        continue
      }
      switch attribute {
      case "sources":
        let sources = command.values(option)
        if !sources.isEmpty { set(attribute, sources.joined(separator: " ")) }
      case "provenance": set(attribute, command.value(option)?.uppercased())
      default: set(attribute, command.value(option))
      }
    }
    if command.value("actor") == nil, let actor = environmentValue("PLANLEDGER_ACTOR"),
      !actor.isEmpty
    {
      set("actor", actor)
    }
  }

  /// Sets an attribute, if there is something to set.
  mutating func set(_ name: String, _ value: String?) {
    guard let value else { return }
    object = object.setting([name], to: .string(value))
  }
}

extension ParsedCommand {
  /// Whether the sources are references, each in one piece.
  ///
  /// In a file they stand in one string between spaces; here each has an option of its own.
  func checkSources() throws(Failure) {
    for source in values("source") where (try? SourceReference(parsing: source)) == nil {
      throw .value(.option("source"), source, takes: SourceReference.expected, in: self)
    }
  }

  /// Whether the command has such an option: `publish` and events about events have no `--published`.
  fileprivate func takes(_ option: String) -> Bool { gives(option) }
}

extension Recording.Place {
  /// The stream that a command names.
  func subject(_ command: ParsedCommand) throws(Failure) -> StreamID {
    guard let positional else {
      let country = (command.value("country") ?? "LV").uppercased()
      guard let stream = try? StreamID(parsing: "victims/\(country)") else {
        throw .value(
          .option("country"), country, takes: "a country's code by ISO 3166-1", in: command)
      }
      return stream
    }
    let typed = command.positional(positional.name) ?? ""
    let name = ArgumentName.positional(positional.name)
    func code(_ text: String) throws(Failure) -> Identifier {
      do throws(EventError) {
        return try Identifier(parsing: text)
      } catch {
        throw .value(name, text, takes: Identifier.expected, in: command)
      }
    }
    switch self {
    case .plan: return .plan(try code(typed.withoutPrefix("plan/")))
    case .above(let kind): return .above(kind, try code(typed.withoutPrefix("\(kind.rawValue)/")))
    case .within(let kind):
      var parts = typed.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
      if parts.count == 4, parts[0] == "plan", parts[2] == kind.rawValue {
        parts = [parts[1], parts[3]]
      } else if parts.count == 3, parts[1] == kind.rawValue {
        parts = [parts[0], parts[2]]
      }
      guard parts.count == 2 else {
        throw .value(
          name, typed, takes: "a plan and \(kind.withArticle) of it with / between them",
          in: command)
      }
      return .within(try code(parts[0]), kind, try code(parts[1]))
    case .country: preconditionFailure("a country is no positional")
    }
  }
}

extension StreamKind {
  fileprivate var withArticle: String {
    (self == .area || self == .action ? "an " : "a ") + rawValue
  }
}

extension String {
  fileprivate func withoutPrefix(_ prefix: String) -> String {
    hasPrefix(prefix) ? String(dropFirst(prefix.count)) : self
  }
}

extension ClaimFigure {
  /// A figure as it is typed: `completed=22`, `victims=111 basis=identified period=2021/2023`, or
  /// `statement=TEXT`.
  static func json(_ typed: String, _ command: ParsedCommand) throws(Failure) -> JSON {
    func wrong() -> Failure {
      .value(
        .option("figure"), typed,
        takes: "MEASURE=VALUE, where MEASURE is one of "
          + Measure.words.map(kebabCase).joined(separator: ", "), in: command)
    }
    let parts = typed.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else { throw wrong() }
    let measure = String(parts[0].uppercased().map { $0 == "-" ? "_" : $0 })
    guard Measure.words.contains(measure) else { throw wrong() }
    let shape = Self.shape
    var json = JSON.object([]).setting(["measure"], to: .string(measure))
    if measure == "STATEMENT" { return json.setting(["text"], to: .string(String(parts[1]))) }
    let words = parts[1].split(separator: " ").map(String.init)
    json = json.setting(["value"], to: shape.at(["value"])?.json(words.first ?? ""))
    for word in words.dropFirst() {
      let pair = word.split(separator: "=", maxSplits: 1).map(String.init)
      guard pair.count == 2, let field = shape.at(["cell", pair[0]]) else {
        let known = FieldDescription.fields(of: VictimCell.self).map(\.name)
        throw .value(
          .option("figure"), word,
          takes: "the cell of victims as FIELD=VALUE, where FIELD is one of "
            + known.joined(separator: ", "), in: command)
      }
      json = json.setting(["cell", pair[0]], to: field.json(pair[1]))
    }
    return json
  }
}
