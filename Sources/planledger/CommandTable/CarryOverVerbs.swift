internal import Arguments
internal import Events

extension Verb {
  /// What becomes of a plan's unfinished actions.
  static var carryOverVerbs: Verb {
    Verb(
      "carry-over", "Record what becomes of unfinished actions after their plan.",
      [
        carryOver(
          .continues, "continue", "One action goes on as one.", from: 1...1, to: 1...1,
          example: "DEMO-2021/1.2 --to DEMO-2025/1.1"),
        carryOver(
          .merged, "merge", "Several actions become one.", from: 2...100, to: 1...1,
          example: "DEMO-2021/1.2 DEMO-2021/1.3 --to DEMO-2025/1.1"),
        carryOver(
          .split, "split", "One action becomes several.", from: 1...1, to: 2...100,
          example: "DEMO-2021/1.2 --to DEMO-2025/1.1 --to DEMO-2025/1.2"),
        carryOver(
          .institutionalised, "institutionalise", "Actions are a standing duty now.",
          from: 1...100, to: 0...0, example: "DEMO-2021/1.2"),
        drop,
      ])
  }

  private static let sources = Positional(
    "PLAN/CODE", help: "The unfinished actions.", count: .oneOrMore, example: "DEMO-2021/1.2")

  private static func carryOver(
    _ relation: CarryOverRelation, _ name: String, _ summary: String, from: ClosedRange<Int>,
    to: ClosedRange<Int>, example: String
  ) -> Verb {
    let successor = Option(
      "to", "PLAN/CODE", help: "The action that it goes on as.", kind: .repeatable,
      isRequired: true, example: "DEMO-2025/1.1")
    let command = Command(
      name, summary: summary, examples: ["planledger carry-over \(name) \(example)"],
      positionals: [sources],
      options: (to.upperBound > 0 ? [successor] : []) + [.on(isRequired: false)]
        + Option.writing())
    return Verb(command) { session, command throws(Failure) in
      try session.carryOver(relation, command, from: from, to: to)
    }
  }

  private static var drop: Verb {
    let command = Command(
      "drop", summary: "Actions do not go on.",
      examples: ["planledger carry-over drop DEMO-2021/1.2 --reason 'Overtaken by the new law'"],
      positionals: [sources],
      options: [.on(isRequired: false)] + Option.writing(isReasonRequired: true))
    return Verb(command) { session, command throws(Failure) in try session.drop(command) }
  }

  /// Publication of what was recorded before it.
  static var publishVerb: Verb {
    let command = Command(
      "publish", summary: "Give a published date to events that have none.",
      discussion: "It reaches the events of all streams that begin with PREFIX, up to a position.",
      examples: [
        "planledger publish plan/DEMO-2021 --on 2023-03-14 --source REPORT-2022",
        "planledger publish victims/LV --on 2023-03-14 --through 57",
      ],
      positionals: [
        Positional(
          "PREFIX", help: "A stream, or the beginning of streams' names.",
          example: "plan/DEMO-2021")
      ],
      options: [
        .on(isRequired: true, help: "When they were said in public."),
        Option(
          "through", "N", help: "The last position that it reaches.",
          defaultValue: "the last event recorded", example: "57"),
      ] + Option.writing().filter { $0.name != "published" })
    return Verb(command) { session, command throws(Failure) in try session.publish(command) }
  }
}
