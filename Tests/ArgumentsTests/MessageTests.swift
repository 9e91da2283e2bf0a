import Arguments
import Testing

@Suite("Messages")
struct MessageTests {
  static let said: [(line: String, sentence: String)] = [
    ("shwo P", "unknown command 'shwo'. Did you mean 'show'?"),
    ("action strat", "unknown command 'action strat'. Did you mean 'start'?"),
    ("action", "'planledger action' needs a command after it: start or assess."),
    ("show --efective-at 2022", "unknown option '--efective-at'. Did you mean '--effective-at'?"),
    ("--area A show P", "unknown option '--area'. It goes after the command that it belongs to."),
    ("show -5", "unknown option '-5'. A value that begins with a dash goes after '--'."),
    ("action start --on", "'--on' needs a value. Example: --on 2022-03"),
    (
      "victims record --count -5",
      "'--count' needs a value, and '-5' begins with a dash. If it is the value, write "
        + "'--count=-5'."
    ),
    ("append f --dry-run=no", "'--dry-run' takes no value, but was given 'no'."),
    ("action start --on 1 --on 2", "'--on' is given twice, and takes one value."),
    (
      "victims record --unknown --not-collected",
      "'--unknown' and '--not-collected' cannot be given together."
    ),
    (
      "show P --format jsno",
      "'jsno' is not a value of '--format'. Did you mean 'json'? It takes table, json, ndjson or "
        + "csv."
    ),
    ("show P Q", "unexpected 'Q': the command takes PLAN and options."),
    ("victims record x", "unexpected 'x': the command takes options only."),
    (
      "action start --on 2022",
      "'PLAN/CODE' is missing. The action. Example: planledger action start DEMO-2021/1.2"
    ),
    ("action start P/1", "'--on' is missing. The day. Example: --on 2022-03"),
    (
      "victims record --period 2022",
      "one of '--count', '--unknown' or '--not-collected' is needed."
    ),
  ]

  @Test("a mistake is said in a sentence that names it and what is right", arguments: said)
  func says(line: String, sentence: String) throws {
    let error = try #require(throws: ArgumentsError.self) { try Sample.parse(line).complete() }
    let lines = Sample.program.message(for: error).split(separator: "\n")
    #expect(lines.first.map(String.init) == "Error: " + sentence)
    #expect(lines.count == 3)
  }

  @Test("a value that the caller refuses is said in the same way")
  func refusedByCaller() {
    let error = ArgumentsError.invalidValue(
      .option("effective-at"), value: "Anna", expected: "a date", path: ["show"])
    #expect(
      Sample.program.message(for: error) == """
        Error: '--effective-at' takes a date, not 'Anna'. Example: --effective-at 2022-12-31
        Usage: planledger show PLAN [--area A] [options]
          See 'planledger help show' for more.
        """)
  }

  /// The usage line of a command.
  static let usages: [(path: [String], usage: String)] = [
    ([], "planledger COMMAND [options]"),
    (["init"], "planledger init [DIR] [--time-zone ZONE] [options]"),
    (["action", "start"], "planledger action start PLAN/CODE --on DATE [options]"),
    (["merge"], "planledger merge PLAN/CODE… [--to PLAN/CODE] [options]"),
    (
      ["victims", "record"],
      "planledger victims record --period A/B (--count N | --unknown | --not-collected) [options]"
    ),
  ]

  @Test("the usage shows what is required, what is not, and what shuts out what", arguments: usages)
  func usage(path: [String], usage: String) {
    let message = Sample.program.message(for: .unknownOption("--x", suggestion: nil, path: path))
    #expect(message.contains("\nUsage: \(usage)\n"))
  }
}
