extension Command {
  /// What is wrong with the table itself, one sentence each; a test of the program's table expects
  /// none. This command is the program.
  package var faults: [String] { places.flatMap(faults) }

  private func faults(_ scope: Scope) -> [String] {
    let command = scope.command
    var faults: [String] = []
    func expect(_ holds: Bool, _ fault: String) {
      if !holds { faults.append("\(scope.words): \(fault)") }
    }
    expect(command.summary.hasSuffix("."), "the summary is no sentence")
    expect(
      command.subcommands.isEmpty || command.positionals.isEmpty, "takes both words and places")
    for name in repeated(command.subcommands.map(\.name)) { expect(false, "two commands \(name)") }
    for name in repeated(scope.options.map(\.name)) { expect(false, "two options --\(name)") }
    for name in repeated(command.positionals.map(\.name)) { expect(false, "two places \(name)") }
    for positional in command.positionals.dropLast() {
      expect(positional.count == .one, "\(positional.name) is not last and not one")
    }
    for option in command.options {
      let isPlain = option.kind != .flag || (!option.isRequired && option.choices.isEmpty)
      expect(isPlain, "--\(option.name) is a flag with what only values have")
      let isKebab = option.name.utf8.allSatisfy { $0 == 0x2D || (0x61...0x7A).contains($0) }
      expect(isKebab && !option.name.hasPrefix("-"), "--\(option.name) is not in kebab-case")
    }
    for name in command.alternatives.flatMap(\.options) {
      expect(command.options.contains { $0.name == name }, "no option --\(name) for alternatives")
    }
    for example in command.examples {
      expect(
        example.hasPrefix(scope.chain[0].name), "the example '\(example)' is not of the program")
    }
    return faults
  }

  private func repeated(_ names: [String]) -> [String] {
    var seen: Set<String> = []
    return names.filter { !seen.insert($0).inserted }
  }
}
