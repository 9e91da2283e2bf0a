internal import Events

extension ChallengeState: DescribedState {
  package var fields: [StateField] {
    [
      StateField("title", title) { .text($0) },
      StateField("text", text.map { .text($0) }),
      StateField("status", status) { .status($0) },
      StateField("scope", .word(scope)),
      StateField("plan", .written(plan)),
      StateField("area", .written(area)),
      StateField("follows", .written(follows)),
      StateField("raisedOn", raisedOn.map { .date($0) }),
      StateField("resolvedOn", resolvedOn.map { .date($0) }),
      StateField("addressedBy", .codes(addressedBy)),
    ]
  }
}

extension AchievementState: DescribedState {
  package var fields: [StateField] {
    [
      StateField("title", title) { .text($0) },
      StateField("text", text.map { .text($0) }),
      StateField("plan", .written(plan)),
      StateField("area", .written(area)),
    ]
  }
}

extension VictimsState: DescribedState {
  /// The fields of one count: a state is asked for them cell by cell.
  package var fields: [StateField] {
    let count = counts.first?.value
    return [
      StateField("value", count?.value) { .known($0) },
      StateField("overlapWith", .codes(count?.overlapWith ?? [])),
      StateField("isRevised", .flag(count?.isRevised ?? false)),
      StateField("published", count?.published.map { .date($0) }),
      StateField("provenance", .word(count?.provenance)),
    ]
  }
}
