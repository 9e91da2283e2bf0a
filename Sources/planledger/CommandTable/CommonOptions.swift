internal import Arguments

extension Option {
  /// What every reading command takes.
  static let reading = standpoint + [format]

  /// Where one stands when one asks.
  static let standpoint = [
    Option(
      "effective-at", "DATE", help: "As it was on that day.", defaultValue: "today",
      example: "2022-12-31", group: .reading),
    Option(
      "published-by", "DATE", help: "Only what had been said in public by then.",
      example: "2025-01-28", group: .reading),
    Option(
      "recorded-by", "DATE|INSTANT|@POSITION", help: "With what the ledger knew by then.",
      defaultValue: "all that it knows", example: "2023-06-30", group: .reading),
    Option(
      "provenance", "LIST",
      help: "Only events of these classes: official, reported, derived, illustrative.",
      example: "official,reported", group: .reading),
    Option(
      "language", "TAG", help: "The language of titles and texts.",
      defaultValue: "the ledger's", example: "en", group: .reading),
  ]

  /// How an answer is printed.
  static let format = Option(
    "format", "FORMAT",
    help: "How the answer is printed. json has all of it; ndjson, csv and tsv have the rows of its "
      + "main table.", choices: OutputFormat.allCases.map(\.rawValue),
    defaultValue: "table on a terminal, json in a pipe", group: .reading)

  /// How a stream of rows is printed.
  static let rowFormat = Option(
    "format", "FORMAT", help: "How the answer is printed.",
    choices: OutputFormat.allCases.map(\.rawValue),
    defaultValue: "table on a terminal, ndjson in a pipe", group: .reading)

  /// When it happened.
  static func on(isRequired: Bool, help: String = "When it happened.") -> Option {
    Option(
      "on", "DATE", help: help, isRequired: isRequired,
      defaultValue: isRequired ? nil : "today", example: "2022-03",
      group: isRequired ? .own : .writing)
  }

  /// What every writing command takes beside `--on`.
  static func writing(isReasonRequired: Bool = false) -> [Option] {
    [
      Option(
        "published", "DATE", help: "When it was said in public.", example: "2022-04-01",
        group: .writing),
      Option(
        "source", "ID#LOCATOR|URL|@N",
        help: "Where it is written; @N is event no. N, from which another is derived.",
        kind: .repeatable,
        example: "PR-2025-01-28#p2", group: .writing),
      Option(
        "reason", "TEXT", help: "Why.", isRequired: isReasonRequired,
        example: "'Waits for the budget decision'", group: isReasonRequired ? .own : .writing),
      Option(
        "actor", "CODE", help: "Who types this: a code of your choice, not authenticated.",
        defaultValue: "PLANLEDGER_ACTOR", example: "clerk-7", group: .writing),
      Option(
        "institution", "ID", help: "On whose behalf.", example: "INST-A", group: .writing),
      Option(
        "provenance", "CLASS", help: "Whose word it is; official and derived need --source.",
        choices: ["reported", "official", "derived", "illustrative"], defaultValue: "reported",
        group: .writing),
    ] + batch + [
      Option(
        "id", "UUID", help: "The event's id; the same one twice is recorded once.",
        group: .writing),
      Option(
        "expected-revision", "N",
        help: "Record only if the stream has had so many events; 0 where it must be new.",
        example: "3", group: .writing),
    ]
  }

  /// What every command takes that appends events.
  static let batch = [
    Option.flag(
      "dry-run",
      help: "Say what would be recorded and which answers would change, and record nothing.",
      group: .writing),
    Option(
      "format", "FORMAT", help: "How a dry run is told; json and ndjson have every change.",
      choices: OutputFormat.allCases.map(\.rawValue), defaultValue: "table", group: .writing),
    Option.flag("quiet", help: "Say nothing after recording.", group: .writing),
  ]
}
