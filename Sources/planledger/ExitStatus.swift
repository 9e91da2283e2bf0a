/// How the program ends: sysexits(3) where one fits.
enum ExitStatus: Int32, Sendable {
  /// Done.
  case done = 0
  /// The question was answered with errors, or a check found something.
  case foundFault = 1
  /// Arguments that make no command.
  case usage = 2
  /// Bad input, or a rule that it breaks.
  case badData = 65
  /// No such file or ledger.
  case noInput = 66
  /// A needed service is missing: the zone's rules, or a newer version of this program.
  case unavailable = 69
  /// A bug of ours.
  case bug = 70
  /// What was to be made cannot be.
  case cannotCreate = 73
  /// The medium failed or is full.
  case ioError = 74
  /// A conflict: try again.
  case tryAgain = 75
  /// The ledger is damaged.
  case damaged = 76
  /// Not permitted.
  case notPermitted = 77
}
