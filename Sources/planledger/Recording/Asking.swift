internal import Arguments
internal import Coding
internal import EventStore
internal import Events

extension Session {
  /// Runs a command, and asks a person at a terminal for what is missing; elsewhere that is a usage
  /// error.
  ///
  /// An answer that the command does not take is asked for again, with the sentence that says why.
  /// That is safe to try again: arguments are refused before anything is recorded.
  func runAsking(
    _ command: ParsedCommand, _ run: Verb.Run
  ) throws(Failure) -> ExitStatus {
    var command = command
    var asked: Set<ArgumentName> = []
    while true {
      try askForMissing(&command, &asked)
      do throws(Failure) {
        return try run(self, try withEventSources(command))
      } catch .arguments(let error) {
        guard let name = error.argument, asked.contains(name) else { throw .arguments(error) }
        try complain(error)
        command.withdraw(name)
      } catch {
        throw error
      }
    }
  }

  private func complain(_ error: ArgumentsError) throws(Failure) {
    let message = program.message(for: error).split(separator: "\n").first ?? ""
    let lines = wrapped(printable(String(message)), width: terminal.width)
    try errors.text(lines.joined(separator: "\n") + "\n")
  }

  private func askForMissing(
    _ command: inout ParsedCommand, _ asked: inout Set<ArgumentName>
  ) throws(Failure) {
    while let missing = command.missing.first {
      let names: [ArgumentName]
      switch missing {
      case .argument(let argument): names = [argument]
      case .oneOf(let options): names = options.map { .option($0) }
      }
      guard terminal.isInteractive, let answer = try ask(for: names, command.path) else {
        throw .arguments(.missing(missing, path: command.path))
      }
      if answer.isEmpty { continue }
      do throws(ArgumentsError) {
        // Of alternatives, a flag is answered by its name, and all else is the first one's value.
        if case .oneOf(let options) = missing, options.dropFirst().contains(answer) {
          command.supply(flag: answer)
        } else {
          try command.supply(answer, for: names[0])
          asked.insert(names[0])
        }
      } catch {
        try complain(error)
      }
    }
  }

  /// What the person answers; `nil` at the end of what there is to read.
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
    return readLine().map { line in String(line.drop { $0 == " " }) }
  }
}

extension ArgumentsError {
  /// The argument whose value is not taken.
  fileprivate var argument: ArgumentName? {
    switch self {
    case .invalidChoice(let name, _, _, _, _), .invalidValue(let name, _, _, _): name
    default: nil
    }
  }
}

extension Session {
  /// The command with `--source @57` as the name that event no. 57 has for ever.
  private func withEventSources(_ command: ParsedCommand) throws(Failure) -> ParsedCommand {
    let sources = command.givenValues("source")
    guard sources.contains(where: { $0.hasPrefix("@") }) else { return command }
    let ledger = try openToRead(command)
    let snapshot = try ledgerCall(ledger.path) { () throws(LedgerError) in try ledger.snapshot() }
    var command = command
    var named: [String] = []
    for source in sources {
      guard source.hasPrefix("@") else {
        named.append(source)
        continue
      }
      let position = UInt64(source.dropFirst()) ?? 0
      let event = try ledgerCall(ledger.path) { () throws(LedgerError) in
        try snapshot.view.event(at: position, withTexts: false, snapshot.transaction)
      }
      guard let event else {
        throw .value(
          .option("source"), source,
          takes: "@ and the number of an event, up to \(snapshot.view.head.position)",
          in: command)
      }
      named.append("urn:uuid:\(event.id)")
    }
    command.replace("source", with: named)
    return command
  }
}
