internal import Arguments

extension FuzzTarget {
  /// Words, one a line, as a command line: a command, or an error that can be told.
  static let words = FuzzTarget(name: "words") { bytes in
    let words = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
    let command = Result { () throws(ArgumentsError) in
      let command = try table.parse(words)
      try command.complete()
      return command
    }
    switch command {
    case .success(let command):
      try expect(command.values("ledger").count <= 1, "a value given twice")
    case .failure(.helpRequested(let path)):
      try expect(!table.help(on: path, width: 80).isEmpty, "help that says nothing")
    case .failure(let error):
      try expect(!table.message(for: error).isEmpty, "an error that says nothing")
    }
  }

  private static let table = Command(
    "fuzz", summary: "Take every kind of word.",
    options: [
      Option("ledger", "FOLDER", help: "Holds everywhere.", example: "here"),
      .flag("quiet", help: "Says nothing."),
    ],
    subcommands: [
      Command(
        "plan", summary: "Do something with plans.",
        subcommands: [
          Command(
            "draft", summary: "Draft a plan.",
            positionals: [Positional("PLAN", help: "Its code.", example: "LV-2021")],
            options: [
              Option("title", "TEXT", help: "Its title.", isRequired: true, example: "Plan"),
              Option("every", "BUCKET", help: "How often.", choices: ["month", "quarter"]),
            ])
        ]),
      Command(
        "show", summary: "Show things.",
        positionals: [
          Positional("KIND", help: "What.", choices: ["plan", "action"]),
          Positional("FILE", help: "Where.", count: .oneOrMore, example: "a"),
        ],
        options: [
          Option("count", "N", help: "How many.", kind: .repeatable, example: "3"),
          .flag("all", help: "Everything."), .flag("none", help: "Nothing."),
        ],
        alternatives: [Alternatives(["all", "none"])]),
    ])
}
