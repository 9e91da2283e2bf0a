extension Command {
  /// The script for zsh: one function for each place in the table, over `_arguments`.
  var zshCompletions: String {
    """
    #compdef \(name)
    \(places.map(zshFunction).joined(separator: "\n"))
    if [[ $funcstack[1] == _\(name) ]]; then
      _\(name) "$@"
    else
      compdef _\(name) \(name)
    fi

    """
  }
}

private func zshName(_ scope: Scope) -> String {
  "_" + scope.chain.map(\.name).joined(separator: "__")
}

/// The function that completes what stands after a command.
private func zshFunction(_ scope: Scope) -> String {
  var specs = scope.options.map(zshSpec)
  guard !scope.command.subcommands.isEmpty else {
    specs += scope.command.positionals.map(zshSpec)
    return """
      \(zshName(scope))() {
        _arguments -S \\
      \(specs.map { "    \($0)" }.joined(separator: " \\\n"))
      }
      """
  }
  specs += ["'1: :->command'", "'*:: :->argument'"]
  let all = scope.command.subcommands + (scope.chain.count == 1 ? [.help] : [])
  let names = all.map { "      \(shellQuoted("\($0.name):\($0.summary)"))" }
  let branches = scope.command.subcommands.map { subcommand in
    var inner = scope
    _ = inner.enter(subcommand.name)
    return "        \(subcommand.name)) \(zshName(inner)) ;;"
  }
  return """
    \(zshName(scope))() {
      local context state line
      typeset -A opt_args
      local -a commands=(
    \(names.joined(separator: "\n"))
      )
      _arguments -C -S \\
    \(specs.map { "    \($0)" }.joined(separator: " \\\n"))
      case $state in
        command) _describe command commands ;;
        argument)
          case $line[1] in
    \(branches.joined(separator: "\n"))
          esac
          ;;
      esac
    }
    """
}

private func zshSpec(_ option: Option) -> String {
  let star = option.kind == .repeatable ? "*" : ""
  let help = zshEscaped(option.help, "[]")
  guard option.takesValue else { return shellQuoted("\(star)--\(option.name)[\(help)]") }
  let action = zshAction(option.choices, option.completion)
  let name = zshEscaped(option.valueName, ":")
  return shellQuoted("\(star)--\(option.name)=[\(help)]:\(name):\(action)")
}

private func zshSpec(_ positional: Positional) -> String {
  let action = zshAction(positional.choices, positional.completion)
  let name = zshEscaped(positional.name, ":")
  switch positional.count {
  case .one: return shellQuoted(":\(name):\(action)")
  case .optional: return shellQuoted("::\(name):\(action)")
  case .oneOrMore, .any: return shellQuoted("*:\(name):\(action)")
  }
}

private func zshAction(_ choices: [String], _ completion: Completion) -> String {
  if !choices.isEmpty { return "(\(choices.joined(separator: " ")))" }
  switch completion {
  case .none: return " "
  case .file: return "_files"
  case .directory: return "_files -/"
  }
}

private func zshEscaped(_ text: String, _ special: String) -> String {
  text.map { special.contains($0) || $0 == "\\" ? "\\\($0)" : String($0) }.joined()
}
