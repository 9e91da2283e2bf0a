internal import Arguments

extension Verb {
  /// The ledger as a whole.
  static var ledgerVerbs: [LazyVerb] {
    [
      LazyVerb("init") { initialise }, LazyVerb("template") { template },
      LazyVerb("append") { append }, LazyVerb("export") { export },
      LazyVerb("restore") { restore },
    ]
  }

  private static var file: Positional {
    Positional(
      "FILE", help: "The file, or - for standard input.", example: "plan.ndjson",
      completion: .file)
  }

  private static var initialise: Verb {
    let command = Command(
      "init", summary: "Make a ledger.",
      discussion: "The ledger is a folder .planledger within DIR. Its time zone, which says when a "
        + "day begins, and its language never change.",
      examples: ["planledger init", "planledger init plans --time-zone Europe/Riga --language lv"],
      positionals: [
        Positional(
          "DIR", help: "The folder; the current one if left out.", count: .optional,
          completion: .directory)
      ],
      options: [
        Option(
          "time-zone", "ZONE", help: "Where its days begin and end.",
          defaultValue: BuiltInZone.name, example: "Europe/Riga"),
        Option(
          "language", "TAG", help: "The language of texts that name none.", defaultValue: "lv",
          example: "lv"),
        .flag("quiet", help: "Say nothing after making it.", group: .writing),
      ])
    return Verb(command) { session, command throws(Failure) in try session.initialise(command) }
  }

  private static var append: Verb {
    let command = Command(
      "append", summary: "Append events from a file, all or none.",
      discussion: "The file has one CloudEvents object a line, or is a table made by 'planledger "
        + "template': comma, semicolon or tab between cells. An event that is there already, "
        + "with the same id and the same content, is left out, so that a file can be appended "
        + "again. Rows of a table get ids of what stands in them: a row that was changed since is "
        + "another event.",
      examples: [
        "planledger append plan.ndjson", "planledger append actions.csv",
        "planledger append - --dry-run < plan.ndjson",
      ],
      positionals: [file], options: Option.batch)
    return Verb(command) { session, command throws(Failure) in try session.append(command) }
  }

  private static var export: Verb {
    let command = Command(
      "export", summary: "Write events as CloudEvents lines, the whole ledger if nothing is said.",
      discussion: "What is written can be taken in by 'restore', to the same root, and by "
        + "'append', as new events.",
      examples: ["planledger export > ledger.ndjson", "planledger export --from 56 --to 254"],
      options: [
        Option("from", "N", help: "From that number on.", defaultValue: "1", example: "56"),
        Option(
          "to", "N", help: "Up to that number.", defaultValue: "the last event", example: "254"),
      ])
    return Verb(command) { session, command throws(Failure) in try session.export(command) }
  }

  private static var restore: Verb {
    let command = Command(
      "restore", summary: "Fill an empty ledger from an export.",
      discussion: "Numbers, times and the ledger's id are those of the export, and so is the root "
        + "of its tree; from then on the ledger says that its times were restored.",
      examples: ["planledger init copy", "planledger restore ledger.ndjson --ledger copy"],
      positionals: [file],
      options: [.flag("quiet", help: "Say nothing after restoring.", group: .writing)])
    return Verb(command) { session, command throws(Failure) in try session.restore(command) }
  }
}
