package import Events

extension ActionState: DescribedState {
  package var fields: [StateField] { described + moving }

  private var described: [StateField] {
    [
      StateField("title", title) { .text($0) },
      StateField("expectedResult", expectedResult.map { .text($0) }),
      StateField("area", area) { .written($0) },
      StateField("kind", kind) { .word($0 ?? .oneOff) },
      StateField("lead", lead) { .written($0) },
      StateField("involved", involved) { .codes($0) },
      StateField("origin", .written(origin)),
    ]
  }

  private var moving: [StateField] {
    [
      StateField("running", running) { .status($0) },
      StateField("assessment", assessment) { ActionState.datum($0) },
      StateField("deadline", deadline) { .date($0) },
      StateField("originalDeadline", originalDeadline.map { .date($0) }),
      StateField("postponements", .number(Int64(postponements))),
      StateField("startedOn", startedOn) { .date($0) },
      StateField("deliveredOn", deliveredOn) { .date($0) },
      StateField("percent", percent) { .number(Int64($0)) },
      StateField("disposition", disposition) { ActionState.datum($0) },
    ]
  }

  private static func datum(_ assessment: AssessmentState) -> Datum {
    .record(of: [
      ("verdict", .word(assessment.verdict)), ("finality", .word(assessment.finality)),
      ("cutOff", .date(assessment.cutOff)), ("scale", .written(assessment.scale)),
      ("assessor", .written(assessment.assessor)),
    ])
  }

  private static func datum(_ disposition: Disposition) -> Datum {
    switch disposition {
    case .dropped: .record(of: [("relation", .word("DROPPED"))])
    case .carriedOver(let relation, let successors):
      .record(of: [
        ("relation", .word(relation)),
        ("successors", successors.isEmpty ? nil : .codes(successors)),
      ])
    }
  }

  /// The one axis of an action that moves by itself.
  package static func derivedFields(
    of entity: Entity<ActionState>, on day: Day
  ) -> [StateField] {
    [.derived("timeliness", .status(entity.timeliness(on: day)))]
  }

  package static func turningDays(of state: ActionState) -> [Day] {
    guard let last = state.deadline?.value.lastDay else { return [] }
    return [
      last.advanced(by: 1 - Entity<ActionState>.dueDays), last.advanced(by: 1),
    ]
  }
}
