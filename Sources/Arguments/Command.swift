/// One command of a program: what it takes, and what a person is told of it.
///
/// The program itself is a command, whose `subcommands` are what it can do. This one value is all
/// that parsing, help, completions, error messages and the command reference are made from.
package struct Command: Equatable, Sendable {
  /// The word that is typed.
  package var name: String
  /// What it does, in one line that begins with a verb and ends with a full stop.
  package var summary: String
  /// What more there is to say, in paragraphs divided by empty lines; a line that begins with two
  /// spaces is kept as it is.
  package var discussion: String
  /// Whole command lines that work.
  package var examples: [String]
  /// What it takes by place. Only the last may be anything but required.
  package var positionals: [Positional]
  /// What it takes by name. They hold for its subcommands too, so that those of the program hold
  /// everywhere, before the command and after.
  package var options: [Option]
  /// Options that shut each other out.
  package var alternatives: [Alternatives]
  /// The commands below it. A command with any takes no positionals.
  package var subcommands: [Command]

  /// A command.
  package init(
    _ name: String, summary: String, discussion: String = "", examples: [String] = [],
    positionals: [Positional] = [], options: [Option] = [], alternatives: [Alternatives] = [],
    subcommands: [Command] = []
  ) {
    self.name = name
    self.summary = summary
    self.discussion = discussion
    self.examples = examples
    self.positionals = positionals
    self.options = options
    self.alternatives = alternatives
    self.subcommands = subcommands
  }
}

/// A set of options of which at most one is given.
package struct Alternatives: Equatable, Sendable {
  /// The names of the options, all of the same command.
  package var options: [String]
  /// Whether one of them has to be given.
  package var isRequired: Bool

  /// At most one of these options, or exactly one.
  package init(_ options: [String], isRequired: Bool = false) {
    self.options = options
    self.isRequired = isRequired
  }
}

/// What a command takes by place.
package struct Positional: Equatable, Sendable {
  /// How many values it takes.
  package enum Count: Equatable, Sendable {
    /// Exactly one.
    case one
    /// One or none.
    case optional
    /// One or more.
    case oneOrMore
    /// Any number.
    case any
  }

  /// What it is called in help, in capitals: `PLAN`, `PLAN/CODE`.
  package var name: String
  /// What it is, in one sentence.
  package var help: String
  /// How many values it takes.
  package var count: Count
  /// The only values there are; empty where any will do.
  package var choices: [String]
  /// A value that will do, for messages.
  package var example: String?
  /// What a shell offers for it, beside the choices.
  package var completion: Completion

  /// A positional.
  package init(
    _ name: String, help: String, count: Count = .one, choices: [String] = [],
    example: String? = nil, completion: Completion = .none
  ) {
    self.name = name
    self.help = help
    self.count = count
    self.choices = choices
    self.example = example
    self.completion = completion
  }

  /// Whether at least one value has to be given.
  var isRequired: Bool { count == .one || count == .oneOrMore }
  /// Whether it takes all the values there are.
  var takesAll: Bool { count == .oneOrMore || count == .any }
}

/// What a shell offers for a value, beside the choices.
package enum Completion: Equatable, Sendable {
  /// Nothing.
  case none
  /// The files and folders there are.
  case file
  /// The folders there are.
  case directory
}
