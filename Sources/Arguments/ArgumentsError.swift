/// Which argument of a command.
package enum ArgumentName: Hashable, Sendable {
  /// The option of this name, without its dashes.
  case option(String)
  /// The positional of this name.
  case positional(String)
}

/// What has to be given and was not.
package enum MissingArgument: Hashable, Sendable {
  /// A required option or positional.
  case argument(ArgumentName)
  /// One of these options, which are alternatives.
  case oneOf([String])
}

/// Why arguments are not a command to run. Each case ends with the path of the command, the names
/// from the program's first command down; `message(for:table:width:)` makes a sentence of it.
package enum ArgumentsError: Error, Equatable, Sendable {
  /// There is no such command below the one at the path.
  case unknownCommand(String, suggestion: String?, path: [String])
  /// The command at the path does nothing by itself: one below it has to be named.
  case missingCommand(path: [String])
  /// There is no such option, written as it was typed; the suggestion has its dashes too.
  case unknownOption(String, suggestion: String?, path: [String])
  /// The option needs a value, and none comes after it.
  case missingValue(option: String, path: [String])
  /// The option needs a value, and what comes after it begins with a dash.
  case dashedValue(option: String, value: String, path: [String])
  /// The option takes no value.
  case unexpectedValue(option: String, value: String, path: [String])
  /// The option takes one value and was given again.
  case repeatedOption(String, path: [String])
  /// The two options shut each other out.
  case conflictingOptions(String, String, path: [String])
  /// The value is none of the choices.
  case invalidChoice(
    ArgumentName, value: String, choices: [String], suggestion: String?, path: [String])
  /// The value is not what the argument takes; `expected` reads on from "takes": "a date".
  case invalidValue(ArgumentName, value: String, expected: String, path: [String])
  /// A word more than the command takes.
  case unexpectedPositional(String, path: [String])
  /// What has to be given and was not.
  case missing(MissingArgument, path: [String])
  /// Help was asked for, on the command at the path.
  case helpRequested(path: [String])
  /// The version was asked for.
  case versionRequested

  /// The path of the command in question, empty for the program itself.
  package var path: [String] {
    switch self {
    case .unknownCommand(_, _, let path), .missingCommand(let path), .unknownOption(_, _, let path),
      .missingValue(_, let path), .dashedValue(_, _, let path), .unexpectedValue(_, _, let path),
      .repeatedOption(_, let path), .conflictingOptions(_, _, let path),
      .invalidChoice(_, _, _, _, let path), .invalidValue(_, _, _, let path),
      .unexpectedPositional(_, let path), .missing(_, let path), .helpRequested(let path):
      path
    case .versionRequested: []
    }
  }
}
