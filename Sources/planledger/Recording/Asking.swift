internal import Arguments

extension Session {
  /// Asks a person at a terminal for what is missing; elsewhere it is a usage error.
  func askForMissing(_ command: inout ParsedCommand) throws(Failure) {
    while let missing = command.missing.first {
      let names: [ArgumentName]
      switch missing {
      case .argument(let argument): names = [argument]
      case .oneOf(let options): names = options.map { .option($0) }
      }
      guard terminal.isInteractive, let answer = try ask(for: names, command.path) else {
        throw .arguments(.missing(missing, path: command.path))
      }
      do throws(ArgumentsError) {
        // Of alternatives, a flag is answered by its name, and all else is the first one's value.
        if case .oneOf(let options) = missing, options.dropFirst().contains(answer) {
          command.supply(flag: answer)
        } else {
          try command.supply(answer, for: names[0])
        }
      } catch {
        throw .arguments(error)
      }
    }
  }

  /// What the person answers; `nil` for nothing.
  private func ask(for names: [ArgumentName], _ path: [String]) throws(Failure) -> String? {
    var command: Command? = program
    for word in path { command = command?.subcommands.first { $0.name == word } }
    let label: String
    var hints: [String] = []
    switch names[0] {
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
    let others = names.dropFirst().map { if case .option(let name) = $0 { name } else { "" } }
    if !others.isEmpty { hints.append("Or \(others.joined(separator: " or ")).") }
    let question = wrapped("\(label): \(hints.joined(separator: " "))", width: terminal.width)
    try errors.text(question.joined(separator: "\n") + "\n> ")
    let answer = readLine()?.drop { $0 == " " } ?? ""
    return answer.isEmpty ? nil : String(answer)
  }
}
