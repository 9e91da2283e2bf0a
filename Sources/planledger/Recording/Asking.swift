internal import Arguments

extension Session {
  /// Asks a person at a terminal for what is missing; elsewhere it is a usage error.
  func askForMissing(_ command: inout ParsedCommand) throws(Failure) {
    while let missing = command.missing.first {
      let name: ArgumentName
      switch missing {
      case .argument(let argument): name = argument
      case .oneOf: throw .arguments(.missing(missing, path: command.path))
      }
      guard terminal.isInteractive, let answer = try ask(for: name, command.path) else {
        throw .arguments(.missing(missing, path: command.path))
      }
      do throws(ArgumentsError) {
        try command.supply(answer, for: name)
      } catch {
        throw .arguments(error)
      }
    }
  }

  /// What the person answers; `nil` for nothing.
  private func ask(for name: ArgumentName, _ path: [String]) throws(Failure) -> String? {
    var command: Command? = program
    for word in path { command = command?.subcommands.first { $0.name == word } }
    let label: String
    var hints: [String] = []
    switch name {
    case .option(let option):
      let option = command?.options.first { $0.name == option }
      label = option.map { "--\($0.name)" } ?? ""
      if let help = option?.help { hints.append(help) }
      if let choices = option?.choices, !choices.isEmpty {
        hints.append("One of \(choices.joined(separator: ", ")).")
      } else if let example = option?.example {
        hints.append("Such as \(example).")
      }
    case .positional(let place):
      let place = command?.positionals.first { $0.name == place }
      label = place?.name ?? ""
      if let help = place?.help { hints.append(help) }
      if let example = place?.example { hints.append("Such as \(example).") }
    }
    try errors.text("\(label): \(hints.joined(separator: " "))\n> ")
    let answer = readLine()?.drop { $0 == " " } ?? ""
    return answer.isEmpty ? nil : String(answer)
  }
}
