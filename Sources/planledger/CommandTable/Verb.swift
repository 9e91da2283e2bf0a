internal import Arguments

/// A command of the table with the way to run it, or with the commands below it.
struct Verb {
  /// Runs the command with what it was given.
  typealias Run = (Session, ParsedCommand) throws(Failure) -> ExitStatus

  /// The command, those below it included.
  let command: Command
  /// How it is run; `nil` where one below it has to be named.
  let run: Run?
  private let below: [Verb]

  /// A command that does something.
  init(_ command: Command, run: @escaping Run) {
    self.command = command
    self.run = run
    below = []
  }

  /// A command that leads to others.
  init(_ command: Command, below: [Verb]) {
    var command = command
    command.subcommands = below.map(\.command)
    // Help of a noun shows how its first verbs are used.
    if command.examples.isEmpty, command.name != "planledger" {
      command.examples = below.prefix(2).compactMap(\.command.examples.first)
    }
    self.command = command
    run = nil
    self.below = below
  }

  /// A noun with its verbs.
  init(_ name: String, _ summary: String, _ below: [Verb]) {
    self.init(Command(name, summary: summary), below: below)
  }

  /// The command at a path.
  func verb(at path: [String]) -> Verb? {
    guard let name = path.first else { return self }
    return below.first { $0.command.name == name }?.verb(at: Array(path.dropFirst()))
  }
}

/// A command at the top with the word that names it, to be made where that word is typed: the whole
/// table costs a third of a millisecond, and a run wants one command of it.
struct LazyVerb {
  /// The command's name.
  let name: String
  /// Makes the command.
  let make: () -> Verb

  /// The command of that name.
  init(_ name: String, make: @escaping () -> Verb) {
    self.name = name
    self.make = make
  }
}

extension Verb {
  /// All that the program can do: the single source of parsing, help, completions and reference.
  static var all: Verb { program(top.map { $0.make() }) }

  /// The table with those commands only that are named among the words that were typed: what parses
  /// by it parses by the whole one in the same way. Where none is named there is one all the same,
  /// so that a command is missed.
  static func naming(_ words: [String]) -> Verb {
    let top = top
    let named = top.filter { words.contains($0.name) }
    return program((named.isEmpty ? Array(top.prefix(1)) : named).map { $0.make() })
  }

  private static func program(_ below: [Verb]) -> Verb {
    Verb(
      Command(
        "planledger", summary: "Keep the record of a government action plan.",
        discussion: """
          Every fact is recorded once and never changed. A question is answered as of any day, with \
          what had been said in public by any day, and with what was known on any day.

            planledger init
            planledger plan draft DEMO-2021 --title 'Demo plan' --period 2021/2023
            planledger action add DEMO-2021/1.2 --title 'Train the police'
            planledger action start DEMO-2021/1.2 --on 2022-03
            planledger show DEMO-2021 --effective-at 2022-12-31
          """,
        options: [
          Option(
            "ledger", "DIR",
            help: "The folder with the ledger; else PLANLEDGER_LEDGER, else the nearest folder "
              + "upwards that has one.", group: .global, completion: .directory),
          Option(
            "color", "WHEN", help: "Colour the output.", choices: ["auto", "always", "never"],
            defaultValue: "auto", group: .global),
        ]),
      below: below)
  }

  /// The commands at the top, in the order of help.
  static var top: [LazyVerb] {
    ledgerVerbs + recordingVerbs + [LazyVerb("event") { eventVerbs }] + readingVerbs + upkeepVerbs
  }

  /// The commands that record one event each, noun by noun.
  private static var recordingVerbs: [LazyVerb] {
    [
      LazyVerb("plan") { planVerbs }, LazyVerb("area") { areaVerbs },
      LazyVerb("action") { actionVerbs }, LazyVerb("victims") { victimsVerbs },
      LazyVerb("challenge") { challengeVerbs }, LazyVerb("achievement") { achievementVerbs },
      LazyVerb("claim") { claimVerbs }, LazyVerb("recommendation") { recommendationVerbs },
      LazyVerb("obligation") { obligationVerbs }, LazyVerb("indicator") { indicatorVerbs },
      LazyVerb("source") { sourceVerbs }, LazyVerb("institution") { institutionVerbs },
      LazyVerb("link") { linkVerbs }, LazyVerb("carry-over") { carryOverVerbs },
      LazyVerb("publish") { publishVerb },
    ]
  }
}
