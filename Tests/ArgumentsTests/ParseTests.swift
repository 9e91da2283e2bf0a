import Arguments
import Testing

@Suite("Parsing")
struct ParseTests {
  /// What a line is read as: its path, then what it gives by place and by name.
  static let read: [(line: String, reading: String)] = [
    ("init", "init"),
    ("init here", "init DIR=here"),
    ("init --time-zone Europe/Riga here", "init DIR=here time-zone=Europe/Riga"),
    ("init --time-zone=Europe/Riga", "init time-zone=Europe/Riga"),
    ("init --time-zone=", "init time-zone="),
    ("init --time-zone=a=b", "init time-zone=a=b"),
    ("--ledger l init", "init ledger=l"),
    ("init --ledger l", "init ledger=l"),
    ("action --ledger l start P/1 --on 2022", "action start PLAN/CODE=P/1 ledger=l on=2022"),
    ("append -", "append FILE=-"),
    ("append -- -5", "append FILE=-5"),
    ("append -- --dry-run", "append FILE=--dry-run"),
    ("append -- --", "append FILE=--"),
    ("append f --source a --source=b", "append FILE=f source=a,b"),
    ("append f --source -", "append FILE=f source=-"),
    ("append --dry-run f --dry-run", "append FILE=f dry-run"),
    ("merge P/1 P/2 P/3 --to P/4", "merge PLAN/CODE=P/1,P/2,P/3 to=P/4"),
    ("template victims", "template KIND=victims"),
    ("victims record --period 2022 --count=-5", "victims record count=-5 period=2022"),
    ("show P --format json", "show PLAN=P format=json"),
  ]

  @Test("a line is read by place and by name", arguments: read)
  func reads(line: String, reading: String) throws {
    let parsed = try Sample.parse(line)
    let places = parsed.positionals.sorted { $0.key < $1.key }
    let names = parsed.values.sorted { $0.key < $1.key }
    let values = (places + names).map { "\($0.key)=\($0.value.joined(separator: ","))" }
    let words = parsed.path + values + parsed.flags.sorted()
    #expect(words.joined(separator: " ") == reading)
  }

  static let action = ["action", "start"]
  /// What is wrong with a line.
  static let refused: [(line: String, error: ArgumentsError)] = [
    ("shwo", .unknownCommand("shwo", suggestion: "show", path: [])),
    ("xyzzy", .unknownCommand("xyzzy", suggestion: nil, path: [])),
    ("-", .unknownCommand("-", suggestion: nil, path: [])),
    ("action strat P/1", .unknownCommand("strat", suggestion: "start", path: ["action"])),
    ("help shwo", .unknownCommand("shwo", suggestion: "show", path: [])),
    ("help action strat", .unknownCommand("strat", suggestion: "start", path: ["action"])),
    ("action", .missingCommand(path: ["action"])),
    ("--ledger l", .missingCommand(path: [])),
    (
      "show --efective-at 2022",
      .unknownOption("--efective-at", suggestion: "--effective-at", path: ["show"])
    ),
    ("show --nothing=3", .unknownOption("--nothing", suggestion: nil, path: ["show"])),
    ("show -5", .unknownOption("-5", suggestion: nil, path: ["show"])),
    ("show P --version", .unknownOption("--version", suggestion: nil, path: ["show"])),
    ("--area A show P", .unknownOption("--area", suggestion: nil, path: [])),
    ("show ---", .unknownOption("---", suggestion: nil, path: ["show"])),
    ("show --=x", .unknownOption("--", suggestion: nil, path: ["show"])),
    ("action start P/1 --on", .missingValue(option: "on", path: action)),
    ("action start --on --dry-run P/1", .missingValue(option: "on", path: action)),
    ("action start --on -h", .missingValue(option: "on", path: action)),
    ("action start --on -- P/1", .missingValue(option: "on", path: action)),
    (
      "victims record --count -5",
      .dashedValue(option: "count", value: "-5", path: ["victims", "record"])
    ),
    ("append f --dry-run=no", .unexpectedValue(option: "dry-run", value: "no", path: ["append"])),
    ("show P --help=no", .unexpectedValue(option: "help", value: "no", path: ["show"])),
    ("action start P/1 --on 1 --on 2", .repeatedOption("on", path: action)),
    (
      "victims record --count 1 --unknown",
      .conflictingOptions("count", "unknown", path: ["victims", "record"])
    ),
    (
      "show P --format jsno",
      .invalidChoice(
        .option("format"), value: "jsno", choices: ["table", "json", "ndjson", "csv"],
        suggestion: "json", path: ["show"])
    ),
    (
      "template zebra",
      .invalidChoice(
        .positional("KIND"), value: "zebra", choices: ["actions", "victims", "recommendations"],
        suggestion: nil, path: ["template"])
    ),
    ("show P Q", .unexpectedPositional("Q", path: ["show"])),
    ("show -- P -q", .unexpectedPositional("-q", path: ["show"])),
  ]

  @Test("a mistake is a fact", arguments: refused)
  func refuses(line: String, error: ArgumentsError) {
    #expect(throws: error) { try Sample.parse(line) }
  }

  /// What is asked for instead of a command.
  static let requests: [(line: String, request: ArgumentsError)] = [
    ("", .helpRequested(path: [])),
    ("help", .helpRequested(path: [])),
    ("help help", .helpRequested(path: [])),
    ("help action", .helpRequested(path: ["action"])),
    ("help action start", .helpRequested(path: action)),
    ("help action start P/1", .helpRequested(path: action)),
    ("-h", .helpRequested(path: [])),
    ("action --help", .helpRequested(path: ["action"])),
    ("action start P/1 -h --nonsense", .helpRequested(path: action)),
    ("--version", .versionRequested),
    ("--ledger l --version", .versionRequested),
  ]

  @Test("help and the version are requests", arguments: requests)
  func asks(line: String, request: ArgumentsError) {
    #expect(throws: request) { try Sample.parse(line) }
  }

  /// What a line leaves out.
  static let incomplete: [(line: String, missing: [MissingArgument])] = [
    ("init", []),
    ("action start P/1 --on 2022", []),
    ("action start", [.argument(.positional("PLAN/CODE")), .argument(.option("on"))]),
    ("merge", [.argument(.positional("PLAN/CODE"))]),
    ("victims record --unknown", [.argument(.option("period"))]),
    ("victims record --period 2022", [.oneOf(["count", "unknown", "not-collected"])]),
    ("victims record --period 2022 --count 1", []),
  ]

  @Test("what is missing is listed, and is an error only to who asks", arguments: incomplete)
  func lists(line: String, missing: [MissingArgument]) throws {
    let parsed = try Sample.parse(line)
    #expect(parsed.missing == missing)
    if let first = missing.first {
      #expect(throws: ArgumentsError.missing(first, path: parsed.path)) { try parsed.complete() }
    } else {
      try parsed.complete()
    }
  }
}

@Suite("A parsed command")
struct ParsedCommandTests {
  @Test("values asked for later complete it")
  func supply() throws {
    var start = try Sample.parse("action start")
    try start.supply("P/1", for: .positional("PLAN/CODE"))
    try start.supply("2022", for: .option("on"))
    try start.complete()
    #expect(start.positional("PLAN/CODE") == "P/1" && start.value("on") == "2022")
    var record = try Sample.parse("victims record --period 2022")
    record.supply(flag: "unknown")
    try record.complete()
    #expect(record.flag("unknown") && !record.flag("not-collected") && record.gives("period"))
  }

  @Test("a value asked for later is held to the choices too")
  func supplyChoice() throws {
    var parsed = try Sample.parse("action assess P/1")
    let choices = ["completed", "partially-completed", "not-completed", "not-assessable"]
    #expect(
      throws: ArgumentsError.invalidChoice(
        .option("verdict"), value: "compleet", choices: choices, suggestion: "completed",
        path: ["action", "assess"])
    ) { try parsed.supply("compleet", for: .option("verdict")) }
    #expect(parsed.values("verdict").isEmpty)
  }

  @Test(
    "a whole number is read, or told", arguments: [("7", 7), ("0", nil), ("x", nil), ("11", nil)])
  func integer(text: String, number: Int?) throws {
    let parsed = try Sample.parse("victims record --count=\(text)")
    if let number {
      #expect(try parsed.integer("count", in: 1...10) == number)
    } else {
      #expect(
        throws: ArgumentsError.invalidValue(
          .option("count"), value: text, expected: "a whole number from 1 to 10",
          path: ["victims", "record"])
      ) { try parsed.integer("count", in: 1...10) }
    }
  }

  @Test("what was not given has no value")
  func absent() throws {
    let parsed = try Sample.parse("victims record")
    #expect(try parsed.integer("count") == nil)
    #expect(parsed.value("period") == nil && parsed.values("period").isEmpty)
    #expect(try Sample.parse("init").positional("DIR") == nil)
  }
}
