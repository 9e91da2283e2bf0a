extension Scope {
  /// How many options of a command's own its usage line spells out, beside those required.
  private static let optionsSpeltOut = 4

  /// The usage line: `planledger show PLAN [--area A] [options]`.
  var usage: String { ([words] + usageParts).joined(separator: " ") }

  /// What follows the command in the usage line, in parts that a line break may stand between.
  var usageParts: [String] {
    guard command.subcommands.isEmpty else { return ["COMMAND", "[options]"] }
    let sets = command.alternatives
    let single = command.options.filter { option in
      !sets.contains { $0.options.contains(option.name) }
    }
    let required = single.filter(\.isRequired).map(\.label)
    let requiredSets = sets.filter(\.isRequired).map { "(\(label($0)))" }
    let others =
      sets.filter { !$0.isRequired }.map { "[\(label($0))]" }
      + single.filter { !$0.isRequired && $0.group == .own }.map { "[\($0.label)]" }
    let spelt = others.count <= Self.optionsSpeltOut ? others : []
    return command.positionals.map(\.label) + required + requiredSets + spelt + ["[options]"]
  }

  private func label(_ alternatives: Alternatives) -> String {
    alternatives.options.compactMap { option($0)?.label }.joined(separator: " | ")
  }
}

extension Positional {
  /// The positional in a usage line, with brackets and dots for how many values it takes.
  var label: String {
    switch count {
    case .one: name
    case .optional: "[\(name)]"
    case .oneOrMore: "\(name)…"
    case .any: "[\(name)…]"
    }
  }
}
