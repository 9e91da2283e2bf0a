extension Command {
  /// Reads what was typed after the program's name, this command being the program.
  ///
  /// What is missing is not an error here: the caller may ask for it, or throw
  /// `ParsedCommand.complete()`.
  ///
  /// - Parameter arguments: the words, without the program's name.
  /// - Throws: the first mistake, or what was asked for instead of a command: help or the version.
  package func parse(_ arguments: [String]) throws(ArgumentsError) -> ParsedCommand {
    guard !arguments.isEmpty else { throw .helpRequested(path: []) }
    var parser = Parser(program: self, arguments: arguments)
    try parser.parse()
    return try parser.finish()
  }
}

/// One reading of the words from left to right.
private struct Parser {
  private var scope: Scope
  private var rest: ArraySlice<String>
  private var words: [String] = []
  private var flags: Set<String> = []
  private var values: [String: [String]] = [:]

  init(program: Command, arguments: [String]) {
    scope = Scope(program)
    rest = arguments[...]
  }

  mutating func parse() throws(ArgumentsError) {
    while let word = rest.popFirst() {
      if word == "--" {
        for word in rest { try take(word) }
        rest = []
      } else if word.hasPrefix("-"), word != "-" {
        try takeOption(word)
      } else if word == Command.help.name, scope.chain.count == 1, !scope.command.names(word) {
        try help()
      } else {
        try take(word)
      }
    }
  }

  /// A word that is no option: the name of a command while there are any below, a value then.
  private mutating func take(_ word: String) throws(ArgumentsError) {
    if scope.command.subcommands.isEmpty {
      words.append(word)
    } else if !scope.enter(word) {
      let suggestion = closest(to: word, among: scope.commandNames)
      throw .unknownCommand(word, suggestion: suggestion, path: scope.path)
    }
  }

  /// `help COMMAND…`: the words that follow name the command.
  private mutating func help() throws(ArgumentsError) {
    for word in rest where !word.hasPrefix("-") {
      if word == Command.help.name, scope.chain.count == 1 { continue }
      guard !scope.command.subcommands.isEmpty else { break }
      try take(word)
    }
    throw .helpRequested(path: scope.path)
  }

  /// A word that begins with a dash: `--name`, `--name=value` or `-h`.
  private mutating func takeOption(_ word: String) throws(ArgumentsError) {
    if word == "-h" { throw .helpRequested(path: scope.path) }
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let typed = String(parts[0])
    guard let option = option(typed) else {
      let known = scope.options.map { "--" + $0.name }
      let suggestion = typed.count > 2 ? closest(to: typed, among: known) : nil
      throw .unknownOption(typed, suggestion: suggestion, path: scope.path)
    }
    let attached = parts.count == 2 ? String(parts[1]) : nil
    switch option.kind {
    case .flag:
      if let attached {
        throw .unexpectedValue(option: option.name, value: attached, path: scope.path)
      }
      if option == .help { throw .helpRequested(path: scope.path) }
      if option == .version { throw .versionRequested }
      flags.insert(option.name)
    case .value where values[option.name] != nil:
      throw .repeatedOption(option.name, path: scope.path)
    case .value, .repeatable:
      let value = if let attached { attached } else { try nextValue(of: option) }
      try option.check(value, path: scope.path)
      values[option.name, default: []].append(value)
    }
  }

  private func option(_ typed: String) -> Option? {
    typed.hasPrefix("--") ? scope.option(String(typed.dropFirst(2))) : nil
  }

  /// The word after an option, as its value. One that begins with a dash is not taken: it is an
  /// option whose neighbour lacks a value far more often than it is meant.
  private mutating func nextValue(of option: Option) throws(ArgumentsError) -> String {
    guard let word = rest.first, word != "--" else {
      throw .missingValue(option: option.name, path: scope.path)
    }
    if word.hasPrefix("-"), word != "-" {
      let name = String(word.prefix { $0 != "=" })
      if word == "-h" || self.option(name) != nil {
        throw .missingValue(option: option.name, path: scope.path)
      }
      throw .dashedValue(option: option.name, value: word, path: scope.path)
    }
    rest.removeFirst()
    return word
  }

  /// The command, once all is read.
  func finish() throws(ArgumentsError) -> ParsedCommand {
    guard scope.command.subcommands.isEmpty else { throw .missingCommand(path: scope.path) }
    var parsed = ParsedCommand(scope: scope, flags: flags, values: values)
    var left = words[...]
    for positional in scope.command.positionals {
      let taken = positional.takesAll ? left : left.prefix(1)
      left = left.dropFirst(taken.count)
      for value in taken { try positional.check(value, path: scope.path) }
      if !taken.isEmpty { parsed.positionals[positional.name] = Array(taken) }
    }
    if let extra = left.first { throw .unexpectedPositional(extra, path: scope.path) }
    for alternatives in scope.alternatives {
      let given = alternatives.options.filter { parsed.gives($0) }
      if given.count > 1 { throw .conflictingOptions(given[0], given[1], path: scope.path) }
    }
    return parsed
  }
}

extension Command {
  /// Whether a subcommand has that name.
  func names(_ word: String) -> Bool {
    subcommands.contains { $0.name == word }
  }
}

extension Option {
  /// That a value is one of the choices, where there are any.
  func check(_ value: String, path: [String]) throws(ArgumentsError) {
    try checkChoice(value, of: .option(name), among: choices, path: path)
  }
}

extension Positional {
  /// That a value is one of the choices, where there are any.
  func check(_ value: String, path: [String]) throws(ArgumentsError) {
    try checkChoice(value, of: .positional(name), among: choices, path: path)
  }
}

private func checkChoice(
  _ value: String, of name: ArgumentName, among choices: [String], path: [String]
) throws(ArgumentsError) {
  guard !choices.isEmpty, !choices.contains(kebabCase(value)) else { return }
  let suggestion = closest(to: value, among: choices)
  throw .invalidChoice(name, value: value, choices: choices, suggestion: suggestion, path: path)
}

/// A word as it stands in files, `IN_PROGRESS`, as it is typed: `in-progress`. Both are taken.
private func kebabCase(_ word: String) -> String {
  String(word.lowercased().map { $0 == "_" ? "-" : $0 })
}
