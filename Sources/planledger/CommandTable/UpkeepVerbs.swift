internal import Arguments

extension Verb {
  /// What the ledger and the program say of themselves.
  static var upkeepVerbs: [Verb] { [info, completions] }

  private static var info: Verb {
    let command = Command(
      "info", summary: "Show what the ledger is, how far it reaches, and its tree's root.",
      examples: ["planledger info"], options: [Option.format])
    return Verb(command) { session, command throws(Failure) in try session.info(command) }
  }

  private static var completions: Verb {
    let command = Command(
      "completions", summary: "Print a script that completes commands in a shell.",
      examples: ["planledger completions bash > /etc/bash_completion.d/planledger"],
      positionals: [
        Positional("SHELL", help: "The shell.", choices: Shell.allCases.map(\.rawValue))
      ])
    return Verb(command) { session, command throws(Failure) in
      guard let shell = command.positional("SHELL").flatMap(Shell.init) else { return .usage }
      try session.output.text(session.program.completions(for: shell))
      return .done
    }
  }
}
