internal import Arguments
internal import Events

extension Verb {
  /// Actions on their three axes.
  static var actionVerbs: Verb {
    Verb(
      Command(
        "action", summary: "Record what happens to actions.",
        discussion: "An action has a running status (start, suspend, resume, deliver, reopen, "
          + "cancel), an assessment, and a deadline; none follows from another."),
      below: ([.actionAdded] + running + deadlines + assessments + others).map(\.verb))
  }

  private static var running: [Recording] {
    func simple(_ type: EventType, _ name: String, _ summary: String) -> Recording {
      Recording(
        type, name, summary, on: .within(.action), date: .none,
        examples: ["planledger action \(name) DEMO-2021/1.2 --on 2022-03"])
    }
    func reasoned(_ type: EventType, _ name: String, _ summary: String) -> Recording {
      Recording(
        type, name, summary, on: .within(.action), date: .none, isReasonRequired: true,
        examples: [
          "planledger action \(name) DEMO-2021/1.2 --on 2022-06 --reason 'Waits for the budget'"
        ])
    }
    return [
      simple(.actionStarted, "start", "Record that work on an action began."),
      reasoned(.actionSuspended, "suspend", "Record that work stopped; the deadline stays."),
      simple(.actionResumed, "resume", "Record that work goes on."),
      Recording(
        .actionDelivered, "deliver", "Record that the owner says it is delivered.",
        on: .within(.action),
        fields: [Field("result", "TEXT", "What was delivered.", example: "'214 trained'")],
        date: .none, examples: ["planledger action deliver DEMO-2021/1.2 --on 2022-11"]),
      reasoned(.actionReopened, "reopen", "Record that a delivered action was taken up again."),
      reasoned(.actionCancelled, "cancel", "Record that an action was given up."),
    ]
  }

  private static var deadlines: [Recording] {
    [
      (.deadlineSet, "set-deadline", "Set a deadline where there is none."),
      (.deadlinePostponed, "postpone", "Move the deadline; the work goes on."),
    ].map { (type: EventType, name: String, summary: String) in
      Recording(
        type, name, summary, on: .within(.action),
        fields: [
          Field(
            "new-deadline", "DATE", "The day by which it is to be delivered.", isRequired: true,
            path: "deadline", example: "2023-06-30")
        ],
        examples: ["planledger action \(name) DEMO-2021/1.2 --new-deadline 2023-06-30"])
    }
  }

  private static var assessments: [Recording] {
    [
      (.actionAssessed, "assess", "Record an assessor's verdict."),
      (.assessmentRevised, "revise-assessment", "Record that the verdict was changed."),
    ].map { (type: EventType, name: String, summary: String) in
      Recording(
        type, name, summary, on: .within(.action),
        fields: [
          Field(
            "verdict", "VERDICT", "The verdict.", isRequired: true,
            choices: choices(Verdict.self)),
          Field(
            "finality", "FINALITY", "Whether it is the last word of its round.",
            choices: ["final", "interim"], defaultValue: "final"),
          Field("assessor", "ID", "Who assessed.", example: "INST-A"),
          Field(
            "scale", "SCALE", "The scale of the verdict.", defaultValue: "PLAN-3@1",
            example: "PLAN-3@1"),
        ], date: .none,
        discussion: "--on is the cut-off date: the day up to which the assessor looked.",
        examples: [
          "planledger action \(name) DEMO-2021/1.2 --verdict partially-completed --on 2022-12-31"
        ])
    }
  }

  private static var others: [Recording] {
    [
      Recording(
        .progressReported, "report", "Record a report on progress.", on: .within(.action),
        fields: [
          Field(
            "narrative", "TEXT", "What is reported.", isRequired: true,
            example: "'Two of four courses held'"),
          Field("percent", "N", "How far it is, from 0 to 100.", example: "40"),
        ],
        examples: [
          "planledger action report DEMO-2021/1.2 --narrative 'Two of four held' --percent 50"
        ]),
      Recording(
        .actionReworded, "reword", "Record a new wording.", on: .within(.action),
        fields: [
          .text("title", "Its new title.", isRequired: true, example: "'Train the police'"),
          .text("expected-result", "What it is to bring about.", example: "'200 trained'"),
        ], examples: ["planledger action reword DEMO-2021/1.2 --title 'Train all police'"]),
      Recording(
        .actionReassigned, "reassign", "Give an action to another institution.",
        on: .within(.action),
        fields: [
          Field(
            "lead", "ID", "The institution that leads it now.", isRequired: true, example: "INST-B"),
          Field(
            "involved", "ID", "Another institution involved.", kind: .repeatable, example: "INST-C"),
        ], examples: ["planledger action reassign DEMO-2021/1.2 --lead INST-B"]),
      Recording(
        .fundingAllocated, "fund", "Record that money was allocated.", on: .within(.action),
        fields: [
          Field("amount", "N", "How much.", isRequired: true, example: "12500.00"),
          Field("currency", "CODE", "The currency, by ISO 4217.", isRequired: true, example: "EUR"),
          Field("note", "TEXT", "What for.", example: "'Training rooms'"),
        ], examples: ["planledger action fund DEMO-2021/1.2 --amount 12500.00 --currency EUR"]),
    ]
  }
}

extension Recording {
  /// `action add`.
  static var actionAdded: Recording {
    Recording(
      .actionAdded, "add", "Add an action to a plan.", on: .within(.action),
      fields: [
        .text("title", "Its title.", isRequired: true, example: "'Train the police'"),
        Field("area", "AREA", "Its area.", example: "PREVENTION"),
        Field("kind", "KIND", "What sort of measure it is.", choices: choices(ActionKind.self)),
        Field("lead", "ID", "The institution that leads it.", example: "INST-A"),
        Field(
          "involved", "ID", "Another institution involved.", kind: .repeatable, example: "INST-B"),
        Field("deadline", "DATE", "By when it is to be delivered.", example: "2022-12-31"),
        Field(
          "origin", "REF", "The recommendation, obligation or challenge that it comes from.",
          example: "challenge/DEMO-1"),
        .text("expected-result", "What it is to bring about.", example: "'200 trained'"),
      ],
      examples: [
        "planledger action add DEMO-2021/1.2 --title 'Train the police' --deadline 2022-12-31"
      ])
  }
}
