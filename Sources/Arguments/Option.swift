/// What a command takes by name: `--effective-at DATE`.
package struct Option: Equatable, Sendable {
  /// What comes with the name.
  package enum Kind: Equatable, Sendable {
    /// Nothing: it is given or not.
    case flag
    /// One value; to give it twice is a mistake.
    case value
    /// One value each time that it is given.
    case repeatable
  }

  /// Under which heading help lists an option.
  package enum Group: CaseIterable, Equatable, Sendable {
    /// The command's own.
    case own
    /// Common to all commands that read.
    case reading
    /// Common to all commands that write.
    case writing
    /// Common to all commands.
    case global
  }

  /// The name without its dashes, in kebab-case.
  package var name: String
  /// What the value is called in help, in capitals: `DATE`; `VALUE` where nothing is said.
  package var valueName: String
  /// What it does, in one sentence.
  package var help: String
  /// What comes with the name.
  package var kind: Kind
  /// Whether it has to be given.
  package var isRequired: Bool
  /// The only values there are; empty where any will do.
  package var choices: [String]
  /// What holds where it is not given, for help; the parser fills in nothing.
  package var defaultValue: String?
  /// A value that will do, for messages.
  package var example: String?
  /// Under which heading help lists it.
  package var group: Group
  /// What a shell offers for its value, beside the choices.
  package var completion: Completion

  /// An option.
  package init(
    _ name: String, _ valueName: String = "VALUE", help: String, kind: Kind = .value,
    isRequired: Bool = false, choices: [String] = [], defaultValue: String? = nil,
    example: String? = nil, group: Group = .own, completion: Completion = .none
  ) {
    self.name = name
    self.valueName = valueName
    self.help = help
    self.kind = kind
    self.isRequired = isRequired
    self.choices = choices
    self.defaultValue = defaultValue
    self.example = example
    self.group = group
    self.completion = completion
  }

  /// An option without a value.
  package static func flag(_ name: String, help: String, group: Group = .own) -> Option {
    Option(name, help: help, kind: .flag, group: group)
  }

  /// Whether a value comes with it.
  var takesValue: Bool { kind != .flag }

  /// The option as it is typed, with the name of its value: `--on DATE`.
  var label: String { takesValue ? "--\(name) \(valueName)" : "--\(name)" }
}

extension Option {
  /// What the parser answers by itself at every level.
  static let help = Option.flag("help", help: "Show help, also as -h.", group: .global)
  /// What the parser answers by itself before any command.
  static let version = Option.flag("version", help: "Show the version.", group: .global)
}
