internal import Arguments
internal import Events

/// A command that records one event: a row of the table, from which its options, its help, the event
/// and the messages about it are made.
struct Recording {
  /// The type of the event.
  let type: EventType
  /// The command's name and summary.
  let name, summary: String
  /// What the command names its stream by.
  let place: Place
  /// Its own options.
  let fields: [Field]
  /// When it took effect, where `--on` does not say.
  let date: DefaultDate
  /// Example command lines.
  let examples: [String]
  /// What more there is to say.
  let discussion: String
  /// Whether there must be a reason.
  let isReasonRequired: Bool
  /// Options that shut each other out.
  let alternatives: [Alternatives]

  /// A row of the table.
  init(
    _ type: EventType, _ name: String, _ summary: String, on place: Place, fields: [Field] = [],
    date: DefaultDate = .today, isReasonRequired: Bool = false,
    alternatives: [Alternatives] = [], discussion: String = "", examples: [String] = []
  ) {
    self.type = type
    self.name = name
    self.summary = summary
    self.place = place
    self.fields = fields
    self.date = date
    self.isReasonRequired = isReasonRequired
    self.alternatives = alternatives
    self.discussion = discussion
    self.examples = examples
  }

  /// When an event takes effect where `--on` is not given.
  enum DefaultDate {
    /// Today in the ledger's zone.
    case today
    /// It must be given.
    case none
    /// The last day of the period in that option.
    case endOf(option: String)
  }

  /// How a command names the stream of its event.
  enum Place {
    /// `PLAN`.
    case plan
    /// `PLAN/CODE`, of an area, action or claim.
    case within(StreamKind)
    /// `ID`, of what stands above plans.
    case above(StreamKind)
    /// `--country`.
    case country
  }
}

/// An option of a recording command, and the field of the event's body that it fills.
struct Field {
  /// The option.
  let option: Option
  /// The field's name under `data`, dots between: `cell.ageGroup`.
  let path: String
  /// What a flag puts there, where it is one.
  let flagValue: String?

  /// An option for a field; without a path, the option's name in camel case.
  init(
    _ name: String, _ valueName: String, _ help: String, isRequired: Bool = false,
    path: String? = nil, kind: Option.Kind = .value, choices: [String] = [],
    defaultValue: String? = nil, example: String? = nil
  ) {
    option = Option(
      name, valueName, help: help, kind: kind, isRequired: isRequired, choices: choices,
      defaultValue: defaultValue, example: example)
    self.path = path ?? camelCase(name)
    flagValue = nil
  }

  /// A flag that puts a value into a field.
  static func flag(_ name: String, _ help: String, path: String, value: String) -> Field {
    Field(option: .flag(name, help: help), path: path, flagValue: value)
  }

  private init(option: Option, path: String, flagValue: String?) {
    self.option = option
    self.path = path
    self.flagValue = flagValue
  }

  /// A text by language.
  static func text(_ name: String, _ help: String, isRequired: Bool = false, example: String)
    -> Field
  {
    Field(
      name, "TEXT", help + " In one language, or TAG=TEXT once for each.", isRequired: isRequired,
      kind: .repeatable, example: example)
  }
}

/// `age-group` as `ageGroup`.
private func camelCase(_ name: String) -> String {
  let parts = name.split(separator: "-")
  return parts.dropFirst().reduce(String(parts.first ?? "")) { result, part in
    result + part.prefix(1).uppercased() + part.dropFirst()
  }
}

/// `PARTIALLY_COMPLETED` as `partially-completed`.
func kebabCase(_ word: String) -> String {
  String(word.lowercased().map { $0 == "_" ? "-" : $0 })
}

extension Recording {
  /// The command of this row.
  var command: Command {
    var isDateRequired = false
    if case .none = date { isDateRequired = true }
    var on = Option.on(isRequired: isDateRequired)
    if case .endOf(let option) = date {
      on.defaultValue = "the last day of --\(option)"
    }
    var options = fields.map(\.option)
    if case .country = place {
      options.append(
        Option("country", "CC", help: "The country.", defaultValue: "LV", example: "LV"))
    }
    return Command(
      name, summary: summary, discussion: discussion, examples: examples,
      positionals: place.positional.map { [$0] } ?? [],
      options: options + [on] + Option.writing(isReasonRequired: isReasonRequired),
      alternatives: alternatives)
  }

  /// The command with the way to run it.
  var verb: Verb {
    Verb(command) { session, command throws(Failure) in try session.record(self, command) }
  }

  /// The command with a way of its own to run it.
  func verb(
    _ run: @escaping (Session, Recording, ParsedCommand) throws(Failure) -> ExitStatus
  ) -> Verb {
    Verb(command) { session, command throws(Failure) in try run(session, self, command) }
  }
}

extension Recording.Place {
  /// The positional that names the stream.
  var positional: Positional? {
    switch self {
    case .plan: Positional("PLAN", help: "The plan.", example: "DEMO-2021")
    case .within(.area):
      Positional("PLAN/AREA", help: "The area, after its plan.", example: "DEMO-2021/PREVENTION")
    case .within(.claim):
      Positional("PLAN/ID", help: "The claim, after its plan.", example: "DEMO-2021/outcome")
    case .within:
      Positional("PLAN/CODE", help: "The action, after its plan.", example: "DEMO-2021/1.2")
    case .above(let kind):
      Positional("ID", help: "The \(kind.rawValue).", example: "DEMO-\(kind.rawValue.uppercased())")
    case .country: nil
    }
  }
}

/// The choices of a word field as they are typed: `partially-completed`.
func choices<Words: Word>(_ type: Words.Type) -> [String] { Words.words.map(kebabCase) }
