internal import Events
internal import PlanAPI
internal import Arguments

extension Verb {
  /// What the ledger and the program say of themselves.
  static var upkeepVerbs: [LazyVerb] {
    [
      LazyVerb("projections") { projectionVerbs }, LazyVerb("info") { info },
      LazyVerb("schema") { schema }, LazyVerb("completions") { completions },
    ]
  }

  private static var info: Verb {
    let command = Command(
      "info", summary: "Show what the ledger is, how far it reaches, and its tree's root.",
      examples: ["planledger info"], options: [Option.format])
    return Verb(command) { session, command throws(Failure) in try session.info(command) }
  }

  private static var schema: Verb {
    let command = Command(
      "schema", summary: "Print the GraphQL schema, or the catalogue of events.",
      examples: [
        "planledger schema > plan.graphql", "planledger schema --events > events.schema.json",
      ], options: [.flag("events", help: "The catalogue of events, as JSON Schema.")])
    return Verb(command) { session, command throws(Failure) in
      let isCatalogue = command.flag("events")
      try session.output.bytes(isCatalogue ? JSONSchema.catalogue : Array(PlanAPI.sdl.utf8))
      return .done
    }
  }

  /// What is derived from the events.
  private static var projectionVerbs: Verb {
    let names = Positional(
      "NAME", help: "The projections; all if left out.", count: .any, example: "timelines")
    let quiet = Option.flag("quiet", help: "Say nothing after it is done, nor on the way.")
    func command(
      _ name: String, _ summary: String, _ discussion: String, _ options: [Option]
    ) -> Command {
      Command(
        name, summary: summary, discussion: discussion,
        examples: ["planledger projections \(name)"], positionals: [names], options: options)
    }
    let list = command(
      "list", "List the projections: state, version, position, lag, size and digest.", "",
      [Option.format])
    let status = command(
      "status", "The same for a monitor: exits 1 unless all serve.",
      "Exits 1 where one lags, is damaged, is being rebuilt, was left off half rebuilt, or is of "
        + "another version of its rules. Finds entries that were changed; 'verify' finds all damage.",
      [Option.format])
    let rebuild = command(
      "rebuild", "Build anew from the events, and put in place.",
      "It is built beside the one that serves and put in its place by one commit: others read and "
        + "append meanwhile. One that was interrupted goes on where it was.", [quiet])
    let verify = command(
      "verify", "Hold against what the events make; exits 1 where they differ.",
      "What is found damaged is refused by reads until it was rebuilt.",
      [.flag("quiet", help: "Show no progress.")])
    return Verb(
      Command(
        "projections", summary: "Look after what is derived from the events.",
        discussion: "A projection can always be rebuilt: answers come from the events themselves "
          + "where it cannot serve."),
      below: [
        Verb(list) { session, command throws(Failure) in
          try session.listProjections(command)
        },
        Verb(status) { session, command throws(Failure) in
          try session.projectionStatus(command)
        },
        Verb(rebuild) { session, command throws(Failure) in
          try session.rebuildProjections(command)
        },
        Verb(verify) { session, command throws(Failure) in try session.verifyProjections(command) },
      ])
  }

  private static var completions: Verb {
    let command = Command(
      "completions", summary: "Print a script that completes commands in a shell.",
      examples: ["planledger completions bash > /etc/bash_completion.d/planledger"],
      positionals: [
        Positional("SHELL", help: "The shell.", choices: Shell.allCases.map(\.rawValue))
      ])
    return Verb(command) { session, command throws(Failure) in
      guard let shell = command.positional("SHELL").flatMap(Shell.init) else { return .usage }
      try session.output.text(session.program.completions(for: shell))
      return .done
    }
  }
}
