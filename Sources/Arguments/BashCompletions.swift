extension Command {
  /// The script for bash 4 and later.
  ///
  /// It walks the words typed so far down to a place in the table, then offers what may stand
  /// there. Bash breaks `--name=value` in three words, so that the word before a lone `=` counts.
  var bashCompletions: String {
    let places = places
    let steps = places.dropFirst().map { "/" + $0.path.joined(separator: "/") }
    return """
      # bash completion for \(name)
      _\(name)() {
        local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]}
        local place= word= last= options= words= files=
        COMPREPLY=()
        if [[ $cur == = ]]; then
          cur=
        elif [[ $prev == = ]]; then
          prev=${COMP_WORDS[COMP_CWORD-2]}
        fi
        for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
          case $last in
            \(optionsWithValue.isEmpty ? "--" : optionsWithValue.joined(separator: "|"))) ;;
            *)
              case $place/$word in
                \(steps.isEmpty ? "/" : steps.joined(separator: "|"))) place=$place/$word ;;
              esac
              ;;
          esac
          [[ $word == = ]] || last=$word
        done
        case $place in
      \(places.map(bashPlace).joined(separator: "\n"))
        esac
        if [[ $cur == -* ]]; then
          mapfile -t COMPREPLY < <(compgen -W "$options" -- "$cur")
        elif [[ -n $files ]]; then
          compopt -o filenames 2>/dev/null
          mapfile -t COMPREPLY < <(compgen "$files" -- "$cur")
        else
          mapfile -t COMPREPLY < <(compgen -W "$words" -- "$cur")
        fi
      }
      complete -F _\(name) \(name)

      """
  }
}

/// The branch for one place: its options, its words, and the values of its options.
private func bashPlace(_ scope: Scope) -> String {
  let path = scope.path.isEmpty ? "''" : "/" + scope.path.joined(separator: "/")
  let positionals = scope.command.positionals
  let words = scope.commandNames + positionals.flatMap(\.choices)
  let files = positionals.lazy.compactMap { bashAction($0.completion) }.first
  var lines = [
    "    \(path))",
    "      options=\(shellQuoted(scope.options.map { "--" + $0.name }.joined(separator: " ")))",
    "      words=\(shellQuoted(words.joined(separator: " ")))",
  ]
  if let files { lines.append("      files=\(files)") }
  let valued = scope.options.filter(\.takesValue)
  if !valued.isEmpty {
    lines.append("      case $prev in")
    for option in valued {
      lines.append("        --\(option.name)) options= files= words=\(bashValues(option)) ;;")
    }
    lines.append("      esac")
  }
  return (lines + ["      ;;"]).joined(separator: "\n")
}

private func bashValues(_ option: Option) -> String {
  let words = shellQuoted(option.choices.joined(separator: " "))
  return bashAction(option.completion).map { "\(words) files=\($0)" } ?? words
}

private func bashAction(_ completion: Completion) -> String? {
  switch completion {
  case .none: nil
  case .file: "-f"
  case .directory: "-d"
  }
}
