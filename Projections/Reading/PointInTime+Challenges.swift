package import EventStore
package import Events

extension PointInTime {
  /// The challenges that belong to a plan, by id: raised under it, or linked to it either way.
  package func challenges(
    of plan: Identifier
  ) throws(LedgerError) -> [Entity<ChallengeState>] {
    let linked = try streamsLinked(to: .plan(plan))
    return try challenges().filter { $0.state.plan == plan || linked.contains($0.subject) }
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

  /// What stands at the other end of a link that was not withdrawn.
  private func streamsLinked(to subject: StreamID) throws(LedgerError) -> Set<StreamID> {
    var others: Set<StreamID> = []
    for entity in try links() where !entity.state.isWithdrawn {
      guard let link = entity.state.link?.value else { continue }
      if link.from == subject { others.insert(link.to) }
      if link.to == subject { others.insert(link.from) }
    }
    return others
  }
}
