extension Command {
  /// The command reference in Markdown, this command being the program: every command with its
  /// usage, arguments, options and examples; the options common to many once, at the end.
  ///
  /// - Returns: lines, each with its newline.
  package func reference() -> String {
    var blocks = ["# \(name)", summary]
    if !discussion.isEmpty { blocks.append(markdown(discussion)) }
    blocks += sections(Scope(self))
    for group in Option.Group.allCases where group != .own {
      let options = allOptions.filter { $0.group == group }
      guard !options.isEmpty else { continue }
      blocks.append("## \(group.heading.prefix(1))\(group.heading.dropFirst().lowercased())")
      blocks.append(table(options.map { ($0.label, $0.text) }))
    }
    return blocks.joined(separator: "\n\n") + "\n"
  }

  /// The options of this command and all below it, each name once.
  private var allOptions: [Option] {
    var seen: Set<String> = []
    return ([.help, .version] + everyOption).filter { seen.insert($0.name).inserted }
  }

  private var everyOption: [Option] { options + subcommands.flatMap(\.everyOption) }
}

/// The sections on the commands below a place, those that run in full.
private func sections(_ scope: Scope) -> [String] {
  scope.command.subcommands.flatMap { subcommand in
    var inner = scope
    _ = inner.enter(subcommand.name)
    return subcommand.subcommands.isEmpty ? section(inner) : sections(inner)
  }
}

/// The section on one command.
private func section(_ scope: Scope) -> [String] {
  let command = scope.command
  var blocks = ["## \(scope.words)", command.summary, code(scope.usage, language: "")]
  if !command.discussion.isEmpty { blocks.append(markdown(command.discussion)) }
  let own = scope.options.filter { $0.group == .own }.map { ($0.label, $0.text) }
  let arguments = command.positionals.map { ($0.label, $0.text) } + own
  if !arguments.isEmpty { blocks.append(table(arguments)) }
  let groups = Set(scope.options.map(\.group).filter { $0 == .reading || $0 == .writing })
  if !groups.isEmpty {
    let names = Option.Group.allCases.filter(groups.contains).map { $0.heading.lowercased() }
    blocks.append("Takes the \(names.joined(separator: " and the ")).")
  }
  if !command.examples.isEmpty {
    blocks.append(code(command.examples.joined(separator: "\n"), language: "sh"))
  }
  return blocks
}

/// A discussion in Markdown: lines that begin with two spaces are what is typed.
private func markdown(_ discussion: String) -> String {
  var lines: [String] = []
  var isCode = false
  func mark(_ code: Bool) {
    if code != isCode { lines += code ? ["", "```sh"] : ["```"] }
    isCode = code
  }
  for line in discussion.split(separator: "\n", omittingEmptySubsequences: false) {
    let code = line.hasPrefix("  ")
    mark(code)
    lines.append(String(code ? line.dropFirst(2) : line))
  }
  mark(false)
  return lines.joined(separator: "\n")
}

private func code(_ text: String, language: String) -> String {
  "```\(language)\n\(text)\n```"
}

/// A table of two columns; a bar within a cell would end it.
private func table(_ rows: [(String, String)]) -> String {
  let lines = rows.map { label, text in "| `\(cell(label))` | \(cell(text)) |" }
  return (["| | |", "|---|---|"] + lines).joined(separator: "\n")
}

private func cell(_ text: String) -> String {
  text.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
}
