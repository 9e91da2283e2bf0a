internal import Arguments

/// Why a command ends before it is done.
enum Failure: Error, Sendable {
  /// The arguments make no command, or ask for help.
  case arguments(ArgumentsError)
  /// Anything else, in the sentence that a person reads, and the exit status.
  case told(String, ExitStatus)
  /// Nobody reads the output any more: that is no fault.
  case outputClosed
}

extension Failure {
  /// The value of an argument is not what it takes; `expected` reads on from "takes".
  static func value(
    _ name: ArgumentName, _ value: String, takes expected: String, in command: ParsedCommand
  ) -> Failure {
    .arguments(.invalidValue(name, value: value, expected: expected, path: command.path))
  }

  /// The value is not what the argument takes, and another was most likely meant.
  static func value(
    _ name: ArgumentName, _ value: String, takes expected: String, meant: String?,
    in command: ParsedCommand
  ) -> Failure {
    guard let meant else { return .value(name, value, takes: expected, in: command) }
    let argument =
      switch name {
      case .option(let option): "'--\(option)'"
      case .positional(let place): "'\(place)'"
      }
    return .told(
      refusal(argument, takes: expected, not: value) + " Did you mean '\(meant)'?", .usage)
  }
}
