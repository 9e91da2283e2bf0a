extension Command {
  /// What a person is told of a mistake: what is wrong, what would be right, and where to read on.
  ///
  /// This command is the program. A request for help is answered with `help(on:width:)`, and one
  /// for the version by the caller; here they say only that they are requests.
  package func message(for error: ArgumentsError) -> String {
    let scope = Scope(self, path: error.path) ?? Scope(self)
    let help = ([name, "help"] + scope.path).joined(separator: " ")
    return """
      Error: \(scope.fault(error))
      Usage: \(scope.usage)
        See '\(help)' for more.
      """
  }
}

extension Scope {
  /// The mistake, in a sentence or two.
  fileprivate func fault(_ error: ArgumentsError) -> String {
    switch error {
    case .unknownCommand(let word, let suggestion, _):
      "unknown command '\(chain.count > 1 ? path.joined(separator: " ") + " " : "")\(word)'."
        + didYouMean(suggestion)
    case .missingCommand:
      "'\(words)' needs a command after it: \(list(commandNames, last: "or"))."
    case .unknownOption(let typed, let suggestion, _):
      unknown(option: typed, suggestion: suggestion)
    case .missingValue(let name, _):
      "'--\(name)' needs a value.\(example(.option(name)))"
    case .dashedValue(let name, let value, _):
      "'--\(name)' needs a value, and '\(value)' begins with a dash. If it is the value, write "
        + "'--\(name)=\(value)'."
    case .unexpectedValue(let name, let value, _):
      "'--\(name)' takes no value, but was given '\(value)'."
    case .repeatedOption(let name, _):
      "'--\(name)' is given twice, and takes one value."
    case .conflictingOptions(let one, let other, _):
      "'--\(one)' and '--\(other)' cannot be given together."
    case .invalidChoice(let argument, let value, let choices, let suggestion, _):
      "'\(value)' is not a value of \(quoted(argument))." + didYouMean(suggestion)
        + " It takes \(list(choices, last: "or"))."
    case .invalidValue(let argument, let value, let expected, _):
      refusal(quoted(argument), takes: expected, not: value) + example(argument)
    case .unexpectedPositional(let word, _):
      "unexpected '\(word)': \(command.capacity)."
    case .missing(.argument(let argument), _):
      "\(quoted(argument)) is missing.\(purpose(argument))\(example(argument))"
    case .missing(.oneOf(let names), _):
      "one of \(list(names.map { "'--\($0)'" }, last: "or")) is needed."
    case .helpRequested: "help was asked for."
    case .versionRequested: "the version was asked for."
    }
  }

  private func unknown(option typed: String, suggestion: String?) -> String {
    let fault = "unknown option '\(typed)'."
    if suggestion != nil { return fault + didYouMean(suggestion) }
    let holdsBelow = command.subcommands.contains { subcommand in
      subcommand.options.contains { "--" + $0.name == typed }
    }
    if holdsBelow { return fault + " It goes after the command that it belongs to." }
    return typed.hasPrefix("--")
      ? fault : fault + " A value that begins with a dash goes after '--'."
  }

  /// How the argument is called in a sentence.
  private func quoted(_ argument: ArgumentName) -> String {
    switch argument {
    case .option(let name): "'--\(name)'"
    case .positional(let name): "'\(name)'"
    }
  }

  /// What the argument is for, after a space.
  private func purpose(_ argument: ArgumentName) -> String {
    let help =
      switch argument {
      case .option(let name): option(name)?.help
      case .positional(let name): positional(name)?.help
      }
    return help.map { " " + $0 } ?? ""
  }

  /// An example of the argument, after a space, where the table has one.
  private func example(_ argument: ArgumentName) -> String {
    switch argument {
    case .option(let name):
      guard let option = option(name), let example = option.example ?? option.choices.first else {
        return ""
      }
      return " Example: --\(name) \(example)"
    case .positional(let name):
      guard let example = positional(name)?.example else { return "" }
      return " Example: \(words) \(example)"
    }
  }

  private func didYouMean(_ suggestion: String?) -> String {
    suggestion.map { " Did you mean '\($0)'?" } ?? ""
  }
}

extension Command {
  /// What the command takes by place, in a clause.
  fileprivate var capacity: String {
    positionals.isEmpty
      ? "the command takes options only"
      : "the command takes \(positionals.map(\.label).joined(separator: " ")) and options"
  }
}

/// That an argument takes something else: in two sentences where what it takes has clauses of its own.
package func refusal(_ argument: String, takes expected: String, not value: String) -> String {
  expected.contains { ",:;".contains($0) }
    ? "\(argument) does not take '\(value)'. It takes \(expected)."
    : "\(argument) takes \(expected), not '\(value)'."
}

/// The words with commas between them, and a conjunction before the last.
private func list(_ words: [String], last conjunction: String) -> String {
  guard let last = words.last, words.count > 1 else { return words.joined() }
  return words.dropLast().joined(separator: ", ") + " \(conjunction) " + last
}
