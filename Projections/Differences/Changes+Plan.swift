package import EventStore
package import Events
internal import LMDB

extension Changes {
  /// The changes of a plan and of what belongs to it: its areas, actions and claims; challenges,
  /// achievements and indicators under it or linked to it; recommendations and obligations that are
  /// linked to it or its actions, or that an action came from; those links; and counts of victims
  /// whose period shares a day with its own.
  package func ofPlan(_ plan: Identifier) throws(LedgerError) -> [Change] {
    var belonging: Set<StreamID> = []
    var periods: [Period] = []
    for point in Set([before, after]) {
      let reading = try PointInTime(snapshot, at: point, withTexts: false)
      belonging.formUnion(try reading.streams(belongingTo: plan))
      if let period = try reading.plan(plan)?.state.period?.value { periods.append(period) }
    }
    return try all(on: belonging.sorted()) { key in
      key.cell.map { cell in periods.contains { $0.overlaps(cell.period) } } ?? true
    }
  }

  /// The changes of everything that the ledger holds, by entity.
  package func ofEverything() throws(LedgerError) -> [Change] {
    try all(on: try candidates())
  }

  /// The streams that may differ: where only the recorded clock moves, those of what was recorded in
  /// between, unless something was said of published dates.
  private func candidates() throws(LedgerError) -> [StreamID] {
    var subjects: Set<StreamID> = []
    if before.effectiveAt == after.effectiveAt, !saysOfPublishedDates {
      try snapshot.view.records(from: before.position + 1, snapshot.transaction) {
        position, record throws(LedgerError) in
        guard position <= after.position else { return false }
        let event = try snapshot.view.event(
          record, at: position, withTexts: false, snapshot.transaction)
        subjects.insert(event.event.subject)
        return true
      }
    } else {
      try snapshot.view.streams(under: "", snapshot.transaction) { subject in
        subjects.insert(subject)
        return true
      }
    }
    return subjects.sorted()
  }
}

extension PointInTime {
  /// The streams of a plan and of what belongs to it.
  func streams(belongingTo plan: Identifier) throws(LedgerError) -> Set<StreamID> {
    var streams: Set<StreamID> = []
    func isOwn(_ stream: StreamID?) -> Bool { stream?.plan == plan }
    try snapshot.view.streams(under: "plan/\(plan)", snapshot.transaction) { subject in
      if isOwn(subject) { streams.insert(subject) }
      return true
    }
    try snapshot.view.streams(under: "victims/", snapshot.transaction) { subject in
      streams.insert(subject)
      return true
    }
    for challenge in try entities(
      self.streams(.challenge, naming: .plan(plan)), as: ChallengeState.self)
    where challenge.state.plan == plan {
      streams.insert(challenge.subject)
    }
    streams.formUnion(try achievements(of: plan).map(\.subject))
    let actions = try actions(of: plan)
    for indicator in try indicators(of: plan, actions) where indicator.state.belongs(to: plan) {
      streams.insert(indicator.subject)
    }
    streams.formUnion(actions.compactMap(\.state.origin))
    let naming = try self.streams(.link, namingPlanOrWithin: plan)
    for link in try entities(naming, as: LinkState.self) {
      guard let ends = link.state.link?.value, isOwn(ends.from) || isOwn(ends.to) else { continue }
      streams.formUnion([link.subject, ends.from, ends.to].filter { $0.plan ?? plan == plan })
    }
    return streams
  }
}
