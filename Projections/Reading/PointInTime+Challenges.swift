package import EventStore
package import Events

extension PointInTime {
  /// The challenges that belong to a plan, by id: raised under it, or linked to it either way.
  ///
  /// - Complexity: O(events of the challenges and links that name the plan).
  package func challenges(
    of plan: Identifier
  ) throws(LedgerError) -> [Entity<ChallengeState>] {
    var linked: Set<StreamID> = []
    for ends in try links(of: .plan(plan)).compactMap(\.state.standing) {
      linked.formUnion([ends.from, ends.to].filter { $0.kind == .challenge })
    }
    let naming = try streams(.challenge, naming: .plan(plan))
    return try entities(linked.union(naming).sorted(), as: ChallengeState.self).filter {
      $0.state.plan == plan || linked.contains($0.subject)
    }
  }

  /// The achievements under a plan, by id.
  package func achievements(
    of plan: Identifier
  ) throws(LedgerError) -> [Entity<AchievementState>] {
    try entities(try streams(.achievement, naming: .plan(plan)), as: AchievementState.self).filter {
      $0.state.plan == plan
    }
  }

  /// The challenges that span two plans, by id: those that stood on a day of each one's period, up to
  /// the point's day. None where either plan is not in sight.
  package func challenges(
    spanning first: Identifier, and second: Identifier
  ) throws(LedgerError) -> [Entity<ChallengeState>] {
    var periods: [Period] = []
    for id in [first, second] {
      guard let period = try plan(id)?.state.period?.value else { return [] }
      periods.append(period)
    }
    return try challenges().filter { challenge in
      periods.allSatisfy { challenge.state.wasOpen(during: $0, through: point.effectiveAt) }
    }
  }
}
