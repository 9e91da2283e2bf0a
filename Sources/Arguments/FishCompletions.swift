extension Command {
  /// The script for fish: one `complete` for each thing that may stand in each place, under a
  /// condition that says which place the words typed so far lead to.
  var fishCompletions: String {
    let steps = places.dropFirst().map { "/" + $0.path.joined(separator: "/") }
    return """
      # fish completion for \(name)
      function __\(name)_at
        set -l place ''
        set -l last ''
        for word in (commandline -opc)[2..]
          if not contains -- $last \(optionsWithValue.joined(separator: " "))
            if contains -- $place/$word \(steps.joined(separator: " "))
              set place $place/$word
            end
          end
          set last $word
        end
        test "$place" = "$argv[1]"
      end
      complete -c \(name) -f
      \(places.flatMap { fishPlace($0, program: name) }.joined(separator: "\n"))

      """
  }
}

private func fishPlace(_ scope: Scope, program: String) -> [String] {
  let path = scope.path.map { "/" + $0 }.joined()
  let start = "complete -c \(program) -n \(fishQuoted("__\(program)_at '\(path)'"))"
  var commands = scope.command.subcommands
  if scope.chain.count == 1 { commands.append(.help) }
  let words = commands.map { "\(start) -a \(fishQuoted($0.name)) -d \(fishQuoted($0.summary))" }
  let options = scope.options.map { option in
    let value = option.takesValue ? " -x" + fishValues(option.choices, option.completion) : ""
    return "\(start) -l \(option.name) -d \(fishQuoted(option.help))\(value)"
  }
  let positionals = scope.command.positionals.compactMap { positional -> String? in
    let values = fishValues(positional.choices, positional.completion)
    return values.isEmpty ? nil : start + values
  }
  return words + options + positionals
}

private func fishValues(_ choices: [String], _ completion: Completion) -> String {
  if !choices.isEmpty { return " -a \(fishQuoted(choices.joined(separator: " ")))" }
  switch completion {
  case .none: return ""
  case .file: return " -a '(__fish_complete_path (commandline -ct))'"
  case .directory: return " -a '(__fish_complete_directories (commandline -ct))'"
  }
}

/// The text as one word of fish, which knows two escapes within single quotes.
private func fishQuoted(_ text: String) -> String {
  "'" + text.map { $0 == "'" || $0 == "\\" ? "\\\($0)" : String($0) }.joined() + "'"
}
