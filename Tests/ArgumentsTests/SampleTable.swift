import Arguments

/// A program with every kind of argument that there is.
enum Sample {
  static let reading = [
    Option(
      "effective-at", "DATE", help: "The plan as it stood on that day.", defaultValue: "today",
      example: "2022-12-31", group: .reading),
    Option(
      "format", "FORMAT", help: "How the answer is printed.",
      choices: ["table", "json", "ndjson", "csv"], group: .reading),
  ]

  static let writing = [
    Option(
      "source", "ID#LOCATOR|URL", help: "Where it is written.", kind: .repeatable, group: .writing),
    Option.flag("dry-run", help: "Print what would be recorded.", group: .writing),
  ]

  static let program = Command(
    "planledger", summary: "Keep the record of a government action plan.",
    discussion: """
      Every fact is recorded once and never changed. A question is answered as of any day, and with
      what was known on any day.

      A ledger is a folder:
        planledger init
        planledger append events.ndjson
      """,
    options: [
      Option("ledger", "DIR", help: "The ledger.", group: .global, completion: .directory),
      Option(
        "color", "WHEN", help: "Colour the output.", choices: ["auto", "always", "never"],
        defaultValue: "auto", group: .global),
    ],
    subcommands: [
      Command(
        "init", summary: "Make a ledger.",
        positionals: [
          Positional("DIR", help: "The folder.", count: .optional, completion: .directory)
        ],
        options: [Option("time-zone", "ZONE", help: "Where days begin.", example: "Europe/Riga")]),
      Command(
        "append", summary: "Append events from a file.",
        positionals: [
          Positional("FILE", help: "The file, or - for standard input.", completion: .file)
        ], options: writing),
      Command(
        "template", summary: "Write a sheet to fill in.",
        positionals: [
          Positional("KIND", help: "What for.", choices: ["actions", "victims", "recommendations"])
        ]),
      Command(
        "action", summary: "Record what happens to actions.",
        subcommands: [
          Command(
            "start", summary: "Record that an action started.",
            examples: [
              "planledger action start DEMO-2021/1.2 --on 2022-03",
              "planledger action start DEMO-2021/1.2 --on 2022-03 --source 'report 2022#p. 12' "
                + "--dry-run",
            ],
            positionals: [Positional("PLAN/CODE", help: "The action.", example: "DEMO-2021/1.2")],
            options: [
              Option("on", "DATE", help: "The day.", isRequired: true, example: "2022-03")
            ] + writing),
          Command(
            "assess", summary: "Record a verdict.",
            positionals: [Positional("PLAN/CODE", help: "The action.", example: "DEMO-2021/1.2")],
            options: [
              Option(
                "verdict", "VERDICT", help: "The verdict.", isRequired: true,
                choices: ["completed", "partially-completed", "not-completed", "not-assessable"])
            ]),
        ]),
      Command(
        "victims", summary: "Record counts of victims.",
        subcommands: [
          Command(
            "record", summary: "Record a count.",
            options: [
              Option("period", "A/B", help: "Of when.", isRequired: true),
              Option("count", "N", help: "How many.", example: "12"),
              .flag("unknown", help: "Nobody knows how many."),
              .flag("not-collected", help: "Nobody counted."),
            ],
            alternatives: [Alternatives(["count", "unknown", "not-collected"], isRequired: true)])
        ]),
      Command(
        "merge", summary: "Carry actions over into one.",
        positionals: [Positional("PLAN/CODE", help: "The actions.", count: .oneOrMore)],
        options: [Option("to", "PLAN/CODE", help: "The one.")]),
      Command(
        "show", summary: "Show a plan.",
        positionals: [Positional("PLAN", help: "The plan.", example: "DEMO-2021")],
        options: [Option("area", "A", help: "Of one area only.")] + reading),
    ])

  /// Parses a line whose words have no spaces in them.
  static func parse(_ line: String) throws(ArgumentsError) -> ParsedCommand {
    try program.parse(line.split(separator: " ").map(String.init))
  }
}
