package import EventStore
package import Events

/// An action that answers to something above plans.
package struct AnsweringAction: Sendable {
  /// The action.
  package var action: StreamID
  /// The link that says so; `nil` where the action comes from it.
  package var link: Entity<LinkState>?
  /// How it is linked; `nil` where it comes from it.
  package var relation: LinkRelation? { link?.state.link?.value.relation }
  /// Whether it is enough to cover a recommendation or duty: being related is not.
  package var covers: Bool { relation != .relates }
}

extension PointInTime {
  /// The links that stand and have the stream at one end, by id.
  package func links(of subject: StreamID) throws(LedgerError) -> [Entity<LinkState>] {
    try entities(try streams(.link, naming: subject), as: LinkState.self).filter { link in
      link.state.standing?.has(subject) ?? false
    }
  }

  /// How actions answer to the stream, in the order of their names: they come from it, or are linked
  /// to it whichever way. An action may do so in several ways.
  package func answers(to subject: StreamID) throws(LedgerError) -> [AnsweringAction] {
    let naming = try streams(.action, naming: subject)
    var answers = try entities(naming, as: ActionState.self)
      .filter { $0.state.origin == subject }
      .map { AnsweringAction(action: $0.subject, link: nil) }
    for link in try links(of: subject) {
      guard let ends = link.state.standing else { continue }
      let other = ends.from == subject ? ends.to : ends.from
      if other.kind == .action { answers.append(AnsweringAction(action: other, link: link)) }
    }
    return answers.sorted { StreamID.compareNaturally($0.action, $1.action) < 0 }
  }

  /// The streams of a kind that are tied to a plan: by a link to it or to one of its actions, or as
  /// what one of its actions comes from. By name.
  private func streams(
    _ kind: StreamKind, tiedTo plan: Identifier, _ actions: [Entity<ActionState>]
  ) throws(LedgerError) -> Set<StreamID> {
    let own = Set([.plan(plan)] + actions.map(\.subject))
    var found: Set<StreamID> = []
    let links = try entities(streams(.link, namingPlanOrWithin: plan), as: LinkState.self)
    for ends in links.compactMap(\.state.standing)
    where own.contains(ends.from) || own.contains(ends.to) {
      found.formUnion([ends.from, ends.to].filter { $0.kind == kind })
    }
    found.formUnion(actions.compactMap(\.state.origin).filter { $0.kind == kind })
    return found
  }

  /// The recommendations that are tied to a plan, by id; all of them where none is given.
  ///
  /// - Parameter actions: the plan's actions.
  package func recommendations(
    of plan: Identifier?, _ actions: [Entity<ActionState>]
  ) throws(LedgerError) -> [Entity<RecommendationState>] {
    guard let plan else { return try recommendations() }
    return try entities(streams(.recommendation, tiedTo: plan, actions).sorted())
  }

  /// The obligations that are tied to a plan, by id; all of them where none is given.
  ///
  /// - Parameter actions: the plan's actions.
  package func obligations(
    of plan: Identifier?, _ actions: [Entity<ActionState>]
  ) throws(LedgerError) -> [Entity<ObligationState>] {
    guard let plan else { return try obligations() }
    return try entities(streams(.obligation, tiedTo: plan, actions).sorted())
  }

  /// The indicators of a plan or of something within it, and those that are tied to it, by id; all of
  /// them where no plan is given.
  ///
  /// - Parameter actions: the plan's actions.
  package func indicators(
    of plan: Identifier?, _ actions: [Entity<ActionState>]
  ) throws(LedgerError) -> [Entity<IndicatorState>] {
    guard let plan else { return try indicators() }
    let tied = try streams(.indicator, tiedTo: plan, actions)
    let naming = try streams(.indicator, namingPlanOrWithin: plan)
    return try entities(tied.union(naming).sorted(), as: IndicatorState.self).filter { indicator in
      indicator.state.belongs(to: plan) || tied.contains(indicator.subject)
    }
  }
}

extension LinkState {
  /// What is linked, and how, while the link stands.
  var standing: LinkAsserted? { isWithdrawn ? nil : link?.value }
}

extension LinkAsserted {
  /// Whether the stream is at one of its ends.
  func has(_ subject: StreamID) -> Bool { from == subject || to == subject }
}

extension IndicatorState {
  /// Whether it was defined for a plan, or for something within it.
  func belongs(to plan: Identifier) -> Bool {
    defined?.value.plan == plan || defined?.value.action?.plan == plan
  }
}
