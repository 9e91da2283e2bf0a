internal import Arguments

extension Verb {
  /// `ask`: the named questions.
  static var ask: Verb {
    let command = Command(
      "ask", summary: "List the named questions, or answer one.",
      discussion:
        "Each question is a stored GraphQL query, which --show prints. Without --plan, the "
        + "plan is the only one that there is.",
      examples: [
        "planledger ask", "planledger ask postponed --at-least 2 --plan DEMO-2021",
        "planledger ask overdue --show",
      ],
      positionals: [
        Positional("QUESTION", help: "The question.", count: .optional, example: "overdue")
      ], options: own + Option.reading)
    return Verb(command) { session, command throws(Failure) in try session.ask(command) }
  }

  private static var own: [Option] {
    [
      .flag("show", help: "Print the GraphQL query, and answer nothing."),
      Option("plan", "PLAN", help: "The plan.", example: "DEMO-2021"),
      Option("plans", "PLAN,…", help: "Several plans.", example: "DEMO-2021,DEMO-2024"),
      Option("area", "AREA", help: "The area.", example: "PREVENTION"),
      Option("of", "SUBJECT", help: "The action, plan or stream.", example: "DEMO-2021/1.2"),
      Option("at-least", "N", help: "How often at least.", defaultValue: "2", example: "3"),
      Option("more-than", "DAYS", help: "More than so many days.", defaultValue: "30"),
      Option("by", "DATE", help: "By that day.", example: "2025-01-28"),
      Option("until", "DATE", help: "Up to that day.", example: "2026-07-15"),
      Option(
        "urgency", "LIST", help: "How urgent: urge, consider, invite.", defaultValue: "urge",
        example: "urge,consider"),
      Option("country", "CC", help: "The country.", defaultValue: "LV"),
      Option(
        "suppress-below", "N", help: "Hide counts below it, and what would tell them.",
        example: "5"),
    ]
  }
}
