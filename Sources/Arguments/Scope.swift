/// A command in its place: what holds for it, from the program down.
struct Scope {
  /// The program, then each command down to the one in question.
  private(set) var chain: [Command]

  init(_ program: Command) {
    chain = [program]
  }

  /// The place at the end of a path; `nil` where there is none.
  init?(_ program: Command, path: [String]) {
    self.init(program)
    for name in path {
      guard enter(name) else { return nil }
    }
  }

  var command: Command { chain[chain.count - 1] }
  var path: [String] { chain.dropFirst().map(\.name) }
  /// What is typed to get here: `planledger plan draft`.
  var words: String { chain.map(\.name).joined(separator: " ") }

  /// Goes down to a subcommand, if there is one of that name.
  mutating func enter(_ name: String) -> Bool {
    guard let next = command.subcommands.first(where: { $0.name == name }) else { return false }
    chain.append(next)
    return true
  }

  /// The options that hold here, the command's own first, and help.
  var options: [Option] {
    var options = chain.reversed().flatMap(\.options) + [.help]
    if chain.count == 1 { options.append(.version) }
    return options
  }

  func option(_ name: String) -> Option? {
    options.first { $0.name == name }
  }

  func positional(_ name: String) -> Positional? {
    command.positionals.first { $0.name == name }
  }

  /// The alternatives that hold here.
  var alternatives: [Alternatives] { chain.flatMap(\.alternatives) }

  /// The commands that can be named here, `help` at the top included.
  var commandNames: [String] {
    command.subcommands.map(\.name) + (chain.count == 1 ? [Command.help.name] : [])
  }
}

extension Command {
  /// The command that every program has.
  static let help = Command(
    "help", summary: "Show help on a command.",
    positionals: [Positional("COMMAND", help: "The command, word by word.", count: .any)])
}
