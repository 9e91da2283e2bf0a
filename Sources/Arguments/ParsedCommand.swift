/// A command as it was typed: its path, and what it was given by place and by name.
///
/// To look up a name that the command does not have is a programmer's mistake, and traps.
package struct ParsedCommand: Sendable {
  /// The names from the program's first command down: `["plan", "draft"]`.
  package let path: [String]
  /// The values given by place, under the positional's name.
  package internal(set) var positionals: [String: [String]] = [:]
  /// The flags given.
  package private(set) var flags: Set<String>
  /// The values given by name, in order, under the option's name.
  package private(set) var values: [String: [String]]

  private let options: [Option]
  private let places: [Positional]
  private let alternatives: [Alternatives]

  init(scope: Scope, flags: Set<String>, values: [String: [String]]) {
    path = scope.path
    self.flags = flags
    self.values = values
    options = scope.options
    places = scope.command.positionals
    alternatives = scope.alternatives
  }
}

// MARK: - What was given

extension ParsedCommand {
  /// Whether the flag was given.
  package func flag(_ name: String) -> Bool {
    precondition(option(name).kind == .flag, "--\(name) takes a value")
    return flags.contains(name)
  }

  /// The option's value, if it was given; the last one where it may be repeated.
  package func value(_ name: String) -> String? {
    values(name).last
  }

  /// The option's values, in order.
  package func values(_ name: String) -> [String] {
    precondition(option(name).takesValue, "--\(name) takes no value")
    return values[name] ?? []
  }

  /// The positional's value, if it was given; the first one where it takes several.
  package func positional(_ name: String) -> String? {
    positionals(name).first
  }

  /// The positional's values, in order.
  package func positionals(_ name: String) -> [String] {
    precondition(places.contains { $0.name == name }, "\(path) takes no \(name)")
    return positionals[name] ?? []
  }

  /// The values of an argument, in order.
  package func values(of name: ArgumentName) -> [String] {
    switch name {
    case .option(let name): values(name)
    case .positional(let name): positionals(name)
    }
  }

  /// Whether the option was given, with a value or without.
  package func gives(_ option: String) -> Bool {
    flags.contains(option) || values[option] != nil
  }

  /// The values of an argument, each read as what it stands for.
  ///
  /// - Parameters:
  ///   - name: the argument.
  ///   - expected: what it takes, to be read on from "takes": "a date".
  ///   - read: what a value stands for; `nil` where it is none.
  /// - Throws: `ArgumentsError.invalidValue` for the first that cannot be read.
  package func values<Value>(
    of name: ArgumentName, expected: String, read: (String) -> Value?
  ) throws(ArgumentsError) -> [Value] {
    var result: [Value] = []
    for value in values(of: name) {
      guard let read = read(value) else {
        throw .invalidValue(name, value: value, expected: expected, path: path)
      }
      result.append(read)
    }
    return result
  }

  /// The option's value as a whole number, if it was given.
  ///
  /// - Throws: `ArgumentsError.invalidValue` where it is no whole number of the range.
  package func integer(
    _ name: String, in range: ClosedRange<Int> = 0...Int.max
  ) throws(ArgumentsError) -> Int? {
    let expected =
      range.upperBound == .max
      ? "a whole number, \(range.lowerBound) or more"
      : "a whole number from \(range.lowerBound) to \(range.upperBound)"
    return try values(of: .option(name), expected: expected) { text in
      Int(text).flatMap { range.contains($0) ? $0 : nil }
    }.last
  }

  private func option(_ name: String) -> Option {
    guard let option = options.first(where: { $0.name == name }) else {
      preconditionFailure("\(path) has no option --\(name)")
    }
    return option
  }
}

// MARK: - What was not given

extension ParsedCommand {
  /// What has to be given and was not: positionals first, then options, in the table's order.
  package var missing: [MissingArgument] {
    let absentPlaces = places.filter { $0.isRequired && positionals[$0.name] == nil }
    let absentOptions = options.filter { $0.isRequired && !gives($0.name) }
    let absentSets = alternatives.filter { $0.isRequired && !$0.options.contains(where: gives) }
    return absentPlaces.map { MissingArgument.argument(.positional($0.name)) }
      + absentOptions.map { MissingArgument.argument(.option($0.name)) }
      + absentSets.map { MissingArgument.oneOf($0.options) }
  }

  /// That nothing is missing.
  ///
  /// - Throws: `ArgumentsError.missing` with the first that is.
  package func complete() throws(ArgumentsError) {
    if let first = missing.first { throw .missing(first, path: path) }
  }

  /// Adds a value that was asked for since.
  ///
  /// - Throws: `ArgumentsError.invalidChoice` where the argument has choices and this is none.
  package mutating func supply(_ value: String, for name: ArgumentName) throws(ArgumentsError) {
    switch name {
    case .option(let name):
      let option = option(name)
      precondition(option.takesValue, "--\(name) takes no value")
      try option.check(value, path: path)
      values[name, default: []].append(value)
    case .positional(let name):
      guard let positional = places.first(where: { $0.name == name }) else {
        preconditionFailure("\(path) takes no \(name)")
      }
      try positional.check(value, path: path)
      positionals[name, default: []].append(value)
    }
  }

  /// Adds a flag that was asked for since.
  package mutating func supply(flag name: String) {
    precondition(option(name).kind == .flag, "--\(name) takes a value")
    flags.insert(name)
  }

  /// Takes back what was given for an argument, to be asked for again.
  package mutating func withdraw(_ name: ArgumentName) {
    switch name {
    case .option(let name): values[name] = nil
    case .positional(let name): positionals[name] = nil
    }
  }

  /// The values of an option that the command may not have.
  package func givenValues(_ option: String) -> [String] { values[option] ?? [] }

  /// Puts other values in place of those given.
  package mutating func replace(_ option: String, with values: [String]) {
    self.values[option] = values
  }
}
