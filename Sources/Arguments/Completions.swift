/// A shell that completions can be made for.
package enum Shell: String, CaseIterable, Sendable {
  case bash
  case zsh
  case fish
}

extension Command {
  /// The script that makes a shell complete this program's commands, options, choices and files.
  package func completions(for shell: Shell) -> String {
    switch shell {
    case .bash: bashCompletions
    case .zsh: zshCompletions
    case .fish: fishCompletions
    }
  }
}

extension Command {
  /// Every place in the program: itself, then all below it, each before what is below that.
  var places: [Scope] {
    func places(_ scope: Scope) -> [Scope] {
      [scope]
        + scope.command.subcommands.flatMap { subcommand in
          var inner = scope
          _ = inner.enter(subcommand.name)
          return places(inner)
        }
    }
    return places(Scope(self))
  }

  /// The names of all options that take a value, each with its dashes and once, sorted.
  var optionsWithValue: [String] {
    Set(places.flatMap(\.options).filter(\.takesValue).map { "--" + $0.name }).sorted()
  }
}

/// The text as one word of a POSIX shell.
func shellQuoted(_ text: String) -> String {
  "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: #"'\''"#)
    + "'"
}
