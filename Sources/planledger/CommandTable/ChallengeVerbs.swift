internal import Arguments
internal import Events

extension Verb {
  /// Challenges.
  static var challengeVerbs: Verb {
    let text = Field("text", "TEXT", "What is to be said of it.", example: "'Met by the new law'")
    return Verb(
      "challenge", "Record challenges, which outlive plans.",
      [
        Recording(
          .challengeRaised, "raise", "Raise a challenge.", on: .above(.challenge),
          fields: [
            .text("title", "Its title.", isRequired: true, example: "'Too few shelters'"),
            .text("text", "What it is about.", example: "'There are two for the whole country'"),
            Field("plan", "PLAN", "The plan under which it is raised.", example: "DEMO-2021"),
            Field("area", "AREA", "The area of that plan.", example: "PROTECTION"),
            Field(
              "scope", "SCOPE", "When it is to be met.", choices: choices(ChallengeScope.self)),
            Field("follows", "ID", "The challenge that it follows.", example: "DEMO-CHALLENGE"),
          ],
          examples: [
            "planledger challenge raise DEMO-SHELTERS --title 'Too few shelters' --plan DEMO-2021"
          ]),
        Recording(
          .challengeUpdated, "update", "Describe a challenge anew.", on: .above(.challenge),
          fields: [
            .text(
              "text", "What it is about.", isRequired: true, example: "'There are three now'")
          ], examples: ["planledger challenge update DEMO-SHELTERS --text 'There are three now'"]),
        Recording(
          .challengeAddressed, "address", "Record that something works on a challenge.",
          on: .above(.challenge),
          fields: [
            Field("by", "REF", "What does.", isRequired: true, example: "DEMO-2021/1.2"), text,
          ], examples: ["planledger challenge address DEMO-SHELTERS --by DEMO-2021/1.2"]),
        Recording(
          .challengeResolved, "resolve", "Record that a challenge was resolved.",
          on: .above(.challenge), fields: [text],
          examples: ["planledger challenge resolve DEMO-SHELTERS --on 2023-05"]),
        Recording(
          .challengeReopened, "reopen", "Record that a resolved challenge is one again.",
          on: .above(.challenge), fields: [text],
          examples: ["planledger challenge reopen DEMO-SHELTERS --on 2023-09"]),
      ].map(\.verb))
  }

  /// Achievements.
  static var achievementVerbs: Verb {
    Verb(
      "achievement", "Record achievements.",
      [
        Recording(
          .achievementRecorded, "record", "Record an achievement.", on: .above(.achievement),
          fields: [
            Field("plan", "PLAN", "The plan.", isRequired: true, example: "DEMO-2021"),
            .text("title", "Its title.", isRequired: true, example: "'Police trained'"),
            Field("area", "AREA", "The area of the plan.", example: "PREVENTION"),
            .text("text", "What was achieved.", example: "'214 officers'"),
          ],
          examples: [
            "planledger achievement record DEMO-TRAINING --plan DEMO-2021 --title 'Police trained'"
          ]
        ).verb
      ])
  }
}
