internal import Arguments
internal import Events

extension Verb {
  /// Counts of victims.
  static var victimsVerbs: Verb {
    Verb(
      "victims", "Record counts of victims; nothing that identifies a person.",
      [
        Recording.victimsRecorded,
        .counts(.victimCountRevised, "revise", "Record that the source restated a count."),
      ].map(\.verb))
  }
}

extension Recording {
  /// `victims record`.
  static var victimsRecorded: Recording {
    counts(.victimCountRecorded, "record", "Record a count.")
  }

  fileprivate static func counts(
    _ type: EventType, _ name: String, _ summary: String
  ) -> Recording {
    Recording(
      type, name, summary, on: .country, fields: cell, date: .endOf(option: "period"),
      alternatives: [Alternatives(["count", "unknown", "not-collected"], isRequired: true)],
      discussion: "What is not said stands for all: without --sex, a count of both.",
      examples: [
        "planledger victims \(name) --basis identified --period 2021 --count 61 "
          + "--register DEMO-REGISTER",
        "planledger victims \(name) --basis identified --period 2023 --not-collected",
      ])
  }

  private static var cell: [Field] {
    [
      Field(
        "basis", "BASIS", "Which population.", isRequired: true, path: "cell.basis",
        choices: choices(VictimCell.Basis.self)),
      Field(
        "period", "A/B", "The days counted, both included.", isRequired: true, path: "cell.period",
        example: "2021"),
      Field("count", "N", "How many.", path: "value", example: "61"),
      Field.flag(
        "unknown", "They were counted, and the number is not known.", path: "value",
        value: "UNKNOWN"),
      Field.flag("not-collected", "Nobody counts them.", path: "value", value: "NOT_COLLECTED"),
      Field("register", "ID", "Whose register.", path: "cell.register", example: "DEMO-REGISTER"),
      Field("sex", "SEX", "Sex.", path: "cell.sex", choices: choices(VictimCell.Sex.self)),
      Field(
        "age-group", "GROUP", "Age group.", path: "cell.ageGroup",
        choices: choices(VictimCell.AgeGroup.self)),
      Field(
        "citizenship", "CC", "A country's code, eu-other, non-eu, stateless or unknown.",
        path: "cell.citizenship", example: "LV"),
      Field(
        "exploitation", "FORM", "Form of exploitation.", path: "cell.exploitation",
        choices: choices(VictimCell.Exploitation.self)),
      Field(
        "place", "CC", "Where: a country's code, abroad or unknown.", path: "cell.place",
        example: "LV"),
      Field(
        "overlap-with", "ID", "A register that may count some of the same persons.",
        kind: .repeatable, example: "OTHER-REGISTER"),
    ]
  }
}
