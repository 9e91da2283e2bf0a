extension Command {
  /// The help on the command at a path, this command being the program.
  ///
  /// - Parameters:
  ///   - path: the names from the program's first command down; empty for the program itself.
  ///   - width: how many characters a line of the terminal has; no line is made shorter than 40
  ///     or longer than 100 for it.
  /// - Returns: lines, without a newline after the last.
  package func help(on path: [String] = [], width: Int = 80) -> String {
    guard let scope = Scope(self, path: path) else {
      preconditionFailure("there is no command \(path) to help with")
    }
    return Help(scope: scope, width: min(100, max(40, width))).lines.joined(separator: "\n")
  }
}

/// The help on one command.
private struct Help {
  let scope: Scope
  let width: Int

  private var command: Command { scope.command }

  /// A label and what is said of it.
  private struct Entry {
    let label: String
    let text: String
  }

  /// All lines: the summary, the usage, then the sections that are not empty.
  var lines: [String] {
    var lines = wrap(command.summary, width: width)
    if !command.discussion.isEmpty {
      lines += [""] + wrap(paragraphs: command.discussion, width: width)
    }
    lines += [""] + usage
    lines += section("ARGUMENTS", command.positionals.map { Entry(label: $0.name, text: $0.text) })
    lines += section("SUBCOMMANDS", subcommands)
    for group in Option.Group.allCases {
      let options = scope.options.filter { $0.group == group }
      lines += section(group.heading, options.map { Entry(label: $0.label, text: $0.text) })
    }
    if !command.examples.isEmpty {
      lines += ["", "EXAMPLES"]
      for example in command.examples {
        lines += wrap(commandLine: example, width: width - 2).map { "  " + $0 }
      }
    }
    if !command.subcommands.isEmpty {
      let words = ([scope.chain[0].name, "help"] + scope.path + ["COMMAND"])
      lines += [""] + wrap("See '\(words.joined(separator: " "))' for one of them.", width: width)
    }
    return lines
  }

  private var usage: [String] {
    let lines = wrap(parts: scope.usageParts, width: width - 6)
    let joined = "  " + scope.words + " " + (lines.first ?? "")
    // The first line holds the command too: where that does not fit, all is wrapped again.
    if lines.count == 1, joined.count <= width { return ["USAGE", joined] }
    let parts = [scope.words] + scope.usageParts
    let wrapped = wrap(parts: parts, width: width - 6)
    return ["USAGE"] + wrapped.enumerated().map { ($0 == 0 ? "  " : "      ") + $1 }
  }

  private var subcommands: [Entry] {
    guard !command.subcommands.isEmpty else { return [] }
    let all = command.subcommands + (scope.chain.count == 1 ? [.help] : [])
    return all.map { Entry(label: $0.name, text: $0.summary) }
  }

  /// A heading and its entries in two columns; a label too wide for its column has its own line.
  private func section(_ heading: String, _ entries: [Entry]) -> [String] {
    guard !entries.isEmpty else { return [] }
    var lines = ["", heading]
    for entry in entries {
      let text = wrap(entry.text, width: width - column)
      let label = "  " + entry.label
      let indent = String(repeating: " ", count: column)
      if label.count + 2 > column {
        lines.append(label)
        lines += text.map { indent + $0 }
      } else {
        let first = label + String(repeating: " ", count: column - label.count)
        lines.append(first + (text.first ?? ""))
        lines += text.dropFirst().map { indent + $0 }
      }
    }
    return lines
  }

  /// Where the second column begins: after the widest label, but at two fifths of the width at
  /// most.
  private var column: Int {
    let labels =
      command.positionals.map(\.name) + scope.options.map(\.label) + subcommands.map(\.label)
    let widest = labels.map(\.count).max() ?? 0
    return min(widest + 4, width * 2 / 5)
  }
}

extension Option.Group {
  /// What help calls the group.
  var heading: String {
    switch self {
    case .own: "OPTIONS"
    case .reading: "READING OPTIONS"
    case .writing: "WRITING OPTIONS"
    case .global: "GLOBAL OPTIONS"
    }
  }
}

extension Option {
  /// The help, and in brackets what the table says beside it.
  var text: String {
    var notes: [String] = []
    if isRequired { notes.append("required") }
    if kind == .repeatable { notes.append("may be repeated") }
    if !choices.isEmpty { notes.append("values: " + choices.joined(separator: ", ")) }
    if let defaultValue { notes.append("default: \(defaultValue)") }
    return notes.isEmpty ? help : "\(help) (\(notes.joined(separator: "; ")))"
  }
}

extension Positional {
  /// The help, and in brackets the values that there are.
  var text: String {
    choices.isEmpty ? help : "\(help) (values: \(choices.joined(separator: ", ")))"
  }
}
