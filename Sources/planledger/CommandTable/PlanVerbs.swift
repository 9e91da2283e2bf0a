internal import Arguments
internal import Events

extension Verb {
  /// Plans, their areas and claims.
  static var planVerbs: Verb {
    Verb(
      "plan", "Record what happens to plans, and list them.",
      [
        Recording(
          .planDrafted, "draft", "Draft a plan.", on: .plan,
          fields: [
            .text("title", "Its title.", isRequired: true, example: "'Demo plan 2021-2023'"),
            Field(
              "period", "A/B", "The days it is for, both included.", isRequired: true,
              example: "2021/2023"),
            Field("predecessor", "PLAN", "The plan before it.", example: "DEMO-2018"),
            Field("responsible", "ID", "The institution responsible.", example: "INST-A"),
          ],
          examples: ["planledger plan draft DEMO-2021 --title 'Demo plan' --period 2021/2023"]
        ).verb,
        Recording(
          .planApproved, "approve", "Record that a plan was approved.", on: .plan,
          fields: [
            Field(
              "act", "ACT", "The act that approved it.", isRequired: true, example: "'Order No 1'")
          ], date: .none,
          examples: ["planledger plan approve DEMO-2021 --act 'Order No 1' --on 2021-09-28"]
        ).verb { session, recording, command throws(Failure) in
          try session.approve(recording, command)
        },
        Recording(
          .planAmended, "amend", "Record that a plan was amended.", on: .plan,
          fields: [
            Field("act", "ACT", "The amending act.", example: "'Order No 2'"),
            .text("title", "Its new title.", example: "'Demo plan 2021-2024'"),
            Field("period", "A/B", "Its new period.", example: "2021/2024"),
            Field("summary", "TEXT", "What the amendment changes.", example: "'One year more'"),
          ],
          examples: ["planledger plan amend DEMO-2021 --act 'Order No 2' --period 2021/2024"]
        ).verb,
        Recording(
          .planReportNoted, "note-report", "Record that a report on a plan was noted.", on: .plan,
          fields: [
            Field("by", "ID", "Who noted it.", isRequired: true, example: "CABINET"),
            Field("report", "SOURCE", "The report, a source.", example: "REPORT-2022"),
            Field("cut-off", "DATE", "The day up to which it speaks.", example: "2022-12-31"),
            Field(
              "basis-position", "N",
              "The number of the last event that it rests on; 'report' says it at the end.",
              example: "57"),
          ], date: .none,
          examples: ["planledger plan note-report DEMO-2021 --by CABINET --on 2023-03-14"]
        ).verb,
        Recording(
          .planClosed, "close", "Record that a plan was closed.", on: .plan,
          fields: [
            .flag(
              "item-verdicts-not-held",
              "The verdicts on single actions are not held here; --reason says why.",
              path: "itemVerdictsNotHeld", value: "true")
          ],
          discussion: "A plan closes with at least one action, each with a final assessment; or, "
            + "said explicitly with a reason, with its verdicts not held.",
          examples: ["planledger plan close DEMO-2021 --on 2023-12-31"]
        ).verb,
        handOver,
        planList,
      ])
  }

  private static var handOver: Verb {
    let command = Command(
      "hand-over", summary: "Hand what is open in a plan over to the next.",
      discussion: """
        Without --worksheet it prints one: a row for each unfinished action of OLD with its last \
        verdict, each open challenge, each recommendation without an answer and each obligation that \
        is not met, with what may become of it. Edit the columns disposition, to and reason, in a \
        spreadsheet or a text editor, and give the file back with --worksheet: all of it is recorded, \
        or nothing.

        Actions: continue, merge (one action in 'to'), split (two or more), institutionalise, drop \
        (with a reason), undecided. Challenges: stays, address (an action in 'to'), resolve. \
        Recommendations: stays, accepted, partly-accepted, noted. Obligations: stays, met.

        It may be done in parts: what is recorded already is shown as such. A worksheet that others \
        have overtaken is refused with exit code 75, and the rows that differ are shown.
        """,
      examples: [
        "planledger plan hand-over DEMO-2021 --to DEMO-2025 > worksheet.csv",
        "planledger plan hand-over DEMO-2021 --to DEMO-2025 --worksheet worksheet.csv",
      ],
      positionals: [Positional("OLD", help: "The plan that ends.", example: "DEMO-2021")],
      options: [
        Option(
          "to", "NEW", help: "The plan that follows.", isRequired: true, example: "DEMO-2025"),
        Option(
          "worksheet", "FILE", help: "An edited worksheet to apply; - for standard input.",
          example: "worksheet.csv", completion: .file), .delimiter, .on(isRequired: false),
      ]
        + Option.writing().filter { $0.name != "id" && $0.name != "expected-revision" })
    return Verb(command) { session, command throws(Failure) in try session.handOver(command) }
  }

  /// Areas.
  static var areaVerbs: Verb {
    Verb(
      "area", "Record the areas of a plan.",
      [
        Recording(
          .areaDefined, "define", "Define an area of a plan.", on: .within(.area),
          fields: [
            .text("title", "Its title.", isRequired: true, example: "Prevention"),
            .text("aim", "What it is for.", example: "'People know the risks'"),
          ],
          examples: [
            "planledger area define DEMO-2021/PREVENTION --title lv=Novēršana --title en=Prevention"
          ]
        ).verb
      ])
  }

  /// Published claims.
  static var claimVerbs: Verb {
    Verb(
      "claim", "Record figures published on a plan.",
      [
        Recording(
          .claimPublished, "publish", "Record figures as they were published.", on: .within(.claim),
          fields: [
            .text("label", "What the figures are.", isRequired: true, example: "'Outcome'"),
            Field(
              "figure", "MEASURE=VALUE",
              "A figure: actions, completed, partially-completed or not-completed with a number; "
                + "'victims=111 basis=identified period=2021/2023'; 'statement=TEXT'.",
              isRequired: true, path: "figures", kind: .repeatable, example: "completed=22"),
            Field("cut-off", "DATE", "The day up to which they speak.", example: "2023-12-31"),
          ],
          discussion: "A claim stands beside what the items of the plan add up to; 'planledger "
            + "reconcile' compares the two.",
          examples: [
            "planledger claim publish DEMO-2021/outcome --label Outcome --figure actions=31 "
              + "--figure completed=22 --on 2025-01-28"
          ]
        ).verb
      ])
  }
}
