internal import Arguments
internal import Events

extension Verb {
  /// Recommendations of monitoring bodies.
  static var recommendationVerbs: Verb {
    Verb(
      "recommendation", "Record recommendations of monitoring bodies.",
      [
        .recommendationReceived,
        Recording(
          .recommendationAnswered, "answer", "Record the answer to a recommendation.",
          on: .above(.recommendation),
          fields: [
            Field(
              "response", "RESPONSE", "The answer.", isRequired: true,
              choices: choices(RecommendationResponse.self)),
            Field("text", "TEXT", "What is to be said of it.", example: "'In the next plan'"),
          ], examples: ["planledger recommendation answer DEMO-R1 --response accepted"]),
        Recording(
          .recommendationFollowedUp, "follow-up", "Record a later finding on a recommendation.",
          on: .above(.recommendation),
          fields: [
            Field("finding", "TEXT", "What was found.", isRequired: true, example: "'Half done'"),
            Field(
              "level", "LEVEL", "How far it was followed.",
              choices: choices(ImplementationLevel.self)),
            .round,
          ], examples: ["planledger recommendation follow-up DEMO-R1 --finding 'Half done'"]),
      ].map(\.verb))
  }

  /// Legal duties.
  static var obligationVerbs: Verb {
    Verb(
      "obligation", "Record legal duties and their deadlines.",
      [
        Recording(
          .obligationRecorded, "record", "Record a duty.", on: .above(.obligation),
          fields: [
            .text("title", "What it is.", isRequired: true, example: "'Transpose the directive'"),
            Field(
              "act", "ACT", "The act that it comes from.", isRequired: true,
              example: "'Directive (EU) 2024/1712'"),
            Field(
              "deadline", "DATE", "By when it is to be met.", isRequired: true,
              example: "2026-07-15"),
            .text("text", "What more there is to say.", example: "'Articles 1 to 3'"),
          ],
          examples: [
            "planledger obligation record DEMO-O1 --title 'Transpose it' --act 'Directive 1' "
              + "--deadline 2026-07-15"
          ]),
        Recording(
          .obligationMet, "meet", "Record that a duty was met.", on: .above(.obligation),
          fields: [Field("text", "TEXT", "How.", example: "'By the amended law'")],
          examples: ["planledger obligation meet DEMO-O1 --on 2026-06"]),
      ].map(\.verb))
  }

  /// Indicators.
  static var indicatorVerbs: Verb {
    let definition = Field(
      "definition", "TEXT", "How it is measured.", isRequired: true, example: "'Persons trained'")
    func value(_ help: String) -> Field {
      Field("value", "N", help, isRequired: true, example: "200")
    }
    return Verb(
      "indicator", "Record indicators, their targets and observations.",
      [
        Recording(
          .indicatorDefined, "define", "Define an indicator.", on: .above(.indicator),
          fields: [
            .text("title", "Its title.", isRequired: true, example: "'Officers trained'"),
            Field("unit", "UNIT", "What it counts in.", isRequired: true, example: "persons"),
            definition,
            Field("plan", "PLAN", "The plan that it is for.", example: "DEMO-2021"),
            Field("action", "REF", "The action that it is for.", example: "DEMO-2021/1.2"),
            Field(
              "baseline-value", "N", "Where it stood before; needs --baseline-period.",
              path: "baseline.value", example: "40"),
            Field(
              "baseline-period", "A/B", "When.", path: "baseline.period", example: "2020"),
            Field(
              "direction", "WAY", "Which way it should move.", choices: choices(Direction.self)),
            Field(
              "aggregation", "HOW", "How observations add up.",
              choices: choices(Aggregation.self)),
          ],
          examples: [
            "planledger indicator define DEMO-I1 --title 'Officers trained' --unit persons "
              + "--definition 'Those who finished a course'"
          ]),
        Recording(
          .indicatorRedefined, "redefine", "Define an indicator anew.", on: .above(.indicator),
          fields: [definition, Field("unit", "UNIT", "What it counts in.", example: "persons")],
          examples: ["planledger indicator redefine DEMO-I1 --definition 'Those who passed'"]),
        Recording(
          .targetSet, "target", "Set a target.", on: .above(.indicator),
          fields: [
            value("The target."),
            Field("due", "DATE", "By when.", isRequired: true, example: "2023-12-31"),
          ], examples: ["planledger indicator target DEMO-I1 --value 200 --due 2023-12-31"]),
        Recording(
          .observationRecorded, "observe", "Record an observation.", on: .above(.indicator),
          fields: [
            Field("period", "A/B", "The days observed.", isRequired: true, example: "2022"),
            value("What was observed: a number, unknown or not-collected."),
          ], date: .endOf(option: "period"),
          examples: ["planledger indicator observe DEMO-I1 --period 2022 --value 128"]),
      ].map(\.verb))
  }
}

extension Recording {
  /// `recommendation receive`.
  static var recommendationReceived: Recording {
    Recording(
      .recommendationReceived, "receive", "Record a recommendation.",
      on: .above(.recommendation),
      fields: [
        Field("body", "ID", "Who recommends.", isRequired: true, example: "GRETA"),
        .text("text", "What is recommended.", isRequired: true, example: "'Train judges'"),
        .round,
        Field("paragraph", "N", "The paragraph of its report.", example: "112"),
        Field(
          "urgency", "URGENCY", "How strongly.", choices: choices(Urgency.self)),
      ],
      examples: [
        "planledger recommendation receive DEMO-R1 --body GRETA --text 'Train judges'"
      ])
  }
}

extension Field {
  fileprivate static let round = Field("round", "ROUND", "The body's round.", example: "3")
}
