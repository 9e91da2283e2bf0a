internal import Arguments

extension Verb {
  /// The commands that answer questions.
  static var readingVerbs: [LazyVerb] {
    [
      LazyVerb("show") { show }, LazyVerb("history") { history }, LazyVerb("diff") { diff },
      LazyVerb("series") { series }, LazyVerb("reconcile") { reconcile },
      LazyVerb("report") { report }, LazyVerb("agenda") { agenda }, LazyVerb("ask") { ask },
      LazyVerb("query") { query }, LazyVerb("log") { log },
    ]
  }

  /// `plan list`.
  static var planList: Verb {
    let command = Command(
      "list", summary: "List the plans.",
      examples: ["planledger plan list", "planledger plan list --effective-at 2022-12-31"],
      options: Option.reading)
    return Verb(command) { session, command throws(Failure) in try session.listPlans(command) }
  }

  private static var show: Verb {
    let command = Command(
      "show", summary: "Show a plan: its areas, actions, claims and open challenges.",
      examples: [
        "planledger show DEMO-2021",
        "planledger show DEMO-2021 --area PREVENTION --effective-at 2022-12-31",
      ],
      positionals: [Positional("PLAN", help: "The plan.", example: "DEMO-2021")],
      options: [
        Option("area", "AREA", help: "Of one area only.", example: "PREVENTION"),
        .flag("brief", help: "The areas with their counts, and no single actions."),
      ] + Option.reading)
    return Verb(command) { session, command throws(Failure) in try session.show(command) }
  }

  private static var history: Verb {
    let command = Command(
      "history", summary: "Show what happened to one thing, in the order of time.",
      discussion: "SUBJECT is a plan (DEMO-2021), an action (DEMO-2021/1.2), or any stream: "
        + "plan/DEMO-2021/area/PREVENTION, challenge/DEMO-SHELTERS, victims/LV.",
      examples: ["planledger history DEMO-2021/1.2", "planledger history challenge/DEMO-SHELTERS"],
      positionals: [
        Positional("SUBJECT", help: "The plan, action or stream.", example: "DEMO-2021/1.2")
      ], options: Option.reading)
    return Verb(command) { session, command throws(Failure) in try session.history(command) }
  }

  private static var diff: Verb {
    let command = Command(
      "diff", summary: "Show what differs on a plan between two days, or two states of knowledge.",
      discussion: "With --from and --to: what changed after one day and through the other. With "
        + "--from-recorded: what the ledger learned otherwise since about the day of "
        + "--effective-at, and which event did it: recorded late, corrected or retracted.",
      examples: [
        "planledger diff DEMO-2021 --from 2022-12-31 --to 2023-12-31",
        "planledger diff DEMO-2021 --from-recorded 2023-06-30 --effective-at 2022-12-31",
      ],
      positionals: [Positional("PLAN", help: "The plan.", example: "DEMO-2021")],
      options: [
        Option("from", "DATE", help: "After that day.", example: "2022-12-31"),
        Option(
          "to", "DATE", help: "Through that day.", defaultValue: "today", example: "2023-12-31"),
        Option(
          "from-recorded", "DATE|INSTANT|@POSITION", help: "After what the ledger knew by then.",
          example: "2023-06-30"),
        Option(
          "to-recorded", "DATE|INSTANT|@POSITION", help: "Through what it knew by then.",
          defaultValue: "all that it knows", example: "2024-06-30"),
      ] + Option.reading,
      alternatives: [Alternatives(["from", "from-recorded"], isRequired: true)])
    return Verb(command) { session, command throws(Failure) in try session.diff(command) }
  }

  private static var series: Verb {
    let command = Command(
      "series", summary: "Count a plan's actions at the end of each month or other bucket of time.",
      discussion: "The counts are of what is true on that day, as the ledger knows it by "
        + "--recorded-by. csv and json have every count; a table has the main ones.",
      examples: [
        "planledger series DEMO-2021 --every quarter",
        "planledger series DEMO-2021 --every month --from 2022 --to 2022 --format csv",
      ],
      positionals: [Positional("PLAN", help: "The plan.", example: "DEMO-2021")],
      options: [
        Option(
          "every", "BUCKET", help: "How long a bucket is.",
          choices: ["day", "week", "month", "quarter", "half-year", "year"],
          defaultValue: "month"),
        Option(
          "from", "DATE", help: "The first day.", defaultValue: "the first of the plan's period",
          example: "2022-01"),
        Option(
          "to", "DATE", help: "The last day.",
          defaultValue: "the last of the plan's period, or today", example: "2022-12"),
        .flag("by-area", help: "Each area by itself."),
      ] + Option.reading)
    return Verb(command) { session, command throws(Failure) in try session.series(command) }
  }

  private static var reconcile: Verb {
    let command = Command(
      "reconcile", summary: "Hold the figures published on a plan against its items.",
      examples: ["planledger reconcile DEMO-2021"],
      positionals: [Positional("PLAN", help: "The plan.", example: "DEMO-2021")],
      options: Option.reading)
    return Verb(command) { session, command throws(Failure) in try session.reconcile(command) }
  }

  private static var report: Verb {
    let format = Option(
      "format", "FORMAT", help: "Markdown, one file for a browser, or one long table.",
      choices: ReportFormat.allCases.map(\.rawValue), defaultValue: "markdown", group: .reading)
    let language = Option(
      "language", "TAG",
      help: "The language of the report, and of texts that are there in it; other texts are in the "
        + "ledger's.", choices: ["lv", "en"], defaultValue: "the ledger's", example: "en",
      group: .reading)
    let command = Command(
      "report", summary: "Write a report on a plan for people to read.",
      discussion:
        "Status, changes since the last report noted before that day, deadlines, victims, "
        + "challenges, recommendations, obligations, published figures beside the record, revisions. "
        + "It says at its end what it rests on, and the command that gives the same bytes again.",
      examples: [
        "planledger report DEMO-2021 --format html --effective-at 2022-12-31 > report.html",
        "planledger report DEMO-2021 --language en --published-by 2023-03-01",
      ],
      positionals: [Positional("PLAN", help: "The plan.", example: "DEMO-2021")],
      options: [
        Option(
          "suppress-below", "N",
          help:
            "Counts of victims from 1 up to below it are not shown, nor what would tell them; 0 "
            + "shows all.", defaultValue: "5", example: "10"),
        Option(
          "country", "CC", help: "The country whose counts of victims are shown.",
          defaultValue: "LV", example: "LV"),
      ] + Option.standpoint.filter { $0.name != "language" } + [language, format])
    return Verb(command) { session, command throws(Failure) in try session.report(command) }
  }

  private static var query: Verb {
    let format = Option(
      "format", "FORMAT", help: "How the answer is printed; json is GraphQL's own response.",
      choices: OutputFormat.allCases.map(\.rawValue),
      defaultValue: "table on a terminal, json in a pipe", group: .reading)
    let command = Command(
      "query", summary: "Ask in GraphQL.",
      discussion: "The reading options are defaults for the whole document: fields that give their "
        + "own clocks stand there. Errors are in the response and, readable, on standard error.",
      examples: [
        "planledger query '{ plans { nodes { id status } } }'",
        "planledger query report.graphql --var plan=DEMO-2021 --effective-at 2022-12-31",
      ],
      positionals: [
        Positional(
          "TEXT|FILE|-", help: "The document, a file that holds it, or - for standard input.",
          example: "'{ plans { nodes { id } } }'", completion: .file)
      ],
      options: [
        Option(
          "var", "NAME=VALUE", help: "The value of a variable.", kind: .repeatable,
          example: "plan=DEMO-2021"),
        Option(
          "variables", "JSON", help: "The values of all variables.",
          example: "'{\"plan\": \"DEMO-2021\"}'"),
        Option("operation", "NAME", help: "Which operation of the document.", example: "Report"),
        .flag(
          "paginate",
          help: "Follow the pages of the list that is given after: $endCursor, into one answer."),
        .flag(
          "explain",
          help: "Say where each field would stand and what would be read; answer nothing."),
      ] + Option.standpoint + [format],
      alternatives: [Alternatives(["paginate", "explain"])])
    return Verb(command) { session, command throws(Failure) in try session.query(command) }
  }

  private static var agenda: Verb {
    let command = Command(
      "agenda", summary: "Show what is due, overdue first, and whose it is.",
      discussion:
        "Deadlines of actions and legal duties that are not done, targets of which nothing "
        + "was observed yet, ends of approved plans, and reports and findings that are dated ahead.",
      examples: ["planledger agenda --until 2026-07-15", "planledger agenda --plan DEMO-2021"],
      options: [
        Option(
          "until", "DATE", help: "Up to that day.", defaultValue: "every day",
          example: "2026-07-15"),
        Option(
          "plan", "PLAN", help: "Only of that plan, with what is tied to it.", example: "DEMO-2021"),
        .flag("show", help: "Print the GraphQL query, and answer nothing."),
      ] + Option.reading)
    return Verb(command) { session, command throws(Failure) in try session.agenda(command) }
  }

  private static var log: Verb {
    let command = Command(
      "log", summary: "List the events in the order in which they were recorded.",
      examples: [
        "planledger log --reverse", "planledger log --stream DEMO-2021/1.2",
        "planledger log --type action-assessed --from 57", "planledger log --follow",
      ],
      options: [
        Option(
          "stream", "STREAM", help: "Only of that plan, action or stream, and of all below it.",
          example: "plan/DEMO-2021"),
        Option("type", "TYPE", help: "Only events of that type.", example: "ActionAssessed"),
        Option("from", "N", help: "From that number on.", example: "57"),
        Option("limit", "N", help: "At most so many.", example: "20"),
        .flag("reverse", help: "The last first."),
        .flag("follow", help: "Go on with new events as they are recorded, until interrupted."),
      ] + Option.standpoint + [Option.rowFormat],
      alternatives: [Alternatives(["reverse", "follow"])])
    return Verb(command) { session, command throws(Failure) in try session.log(command) }
  }
}
