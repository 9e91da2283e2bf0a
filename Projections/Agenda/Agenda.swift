package import EventStore
package import Events

/// Something that is due.
package struct AgendaItem: Sendable {
  /// By when.
  package var due: CoarseDate
  /// What is due.
  package var kind: AgendaKind
  /// Of what.
  package var subject: StreamID
  /// Whose it is.
  package var who: Identifier?
  /// The plan that it belongs to.
  package var plan: Identifier?
  /// The position of the event that gave the date.
  package var setBy: UInt64
  /// The classes of provenance that it rests on.
  package var provenances: Set<Provenance>
  /// Whether a coarse date leaves open what is true on the day.
  package var isImprecise: Bool
}

/// What may be due.
package enum AgendaKind: String, Sendable, CaseIterable {
  /// An action's deadline.
  case action = "ACTION"
  /// A legal duty's deadline.
  case obligation = "OBLIGATION"
  /// An indicator's target, of which nothing was observed yet.
  case target = "TARGET"
  /// The end of a plan that is not closed.
  case planEnd = "PLAN_END"
  /// A report on a plan that is dated ahead.
  case report = "REPORT"
  /// A body's finding on a recommendation that is dated ahead.
  case followUp = "FOLLOW_UP"
}

extension PointInTime {
  /// What is due by a day and not done at the point, what is overdue included; by date.
  ///
  /// - Parameters:
  ///   - day: the last day that counts; every day where it is left out.
  ///   - plan: only what belongs to that plan, or is tied to it.
  /// - Complexity: O(events of the actions, duties, indicators and recommendations asked about).
  package func agenda(
    until day: Day = .last, of plan: Identifier? = nil
  ) throws(LedgerError) -> [AgendaItem] {
    let plans =
      if let plan { [try self.plan(plan)].compactMap { $0 } } else { try self.plans() }
    var items: [AgendaItem] = []
    var actions: [Entity<ActionState>] = []
    for plan in plans {
      let own = try self.actions(of: plan.state.id)
      actions += own
      items += own.compactMap { $0.agendaItem }
      items += [plan.end].compactMap { $0 }
      items += try ahead(of: plan)
    }
    items += try obligations(of: plan, actions).compactMap { $0.agendaItem }
    for indicator in try indicators(of: plan, actions) { items += try targets(of: indicator) }
    for recommendation in try recommendations(of: plan, actions) {
      items += try ahead(of: recommendation)
    }
    return items.filter { $0.due.lastDay <= day }.sorted {
      ($0.due.lastDay, $0.subject, $0.setBy) < ($1.due.lastDay, $1.subject, $1.setBy)
    }
  }

  /// Targets of which nothing was observed that reaches their day.
  private func targets(
    of indicator: Entity<IndicatorState>
  ) throws(LedgerError) -> [AgendaItem] {
    var who: Identifier?
    if let action = indicator.state.defined?.value.action {
      who = try entity(action, as: ActionState.self)?.state.lead?.value
    } else if let plan = indicator.state.ownPlan {
      who = try self.plan(plan)?.state.responsible
    }
    return indicator.state.targets.filter { target in
      !indicator.state.observations.keys.contains { $0.dayAfter > target.value.due.lastDay }
    }.map { target in
      indicator.item(
        .target, due: target.value.due, who: who, plan: indicator.state.ownPlan,
        setBy: target.setBy)
    }
  }

  /// Reports and findings that are recorded with a later date.
  private func ahead<State: EntityState>(
    of entity: Entity<State>
  ) throws(LedgerError) -> [AgendaItem] {
    let timeline = try reader.timeline(
      of: entity.subject, withTexts: false, snapshot.transaction)
    var items: [AgendaItem] = []
    for event in timeline where event.day > point.effectiveAt && point.admits(event) {
      let due = event.event.effective ?? CoarseDate(event.day)
      let plan = entity.subject.plan
      switch event.event.data {
      case .planReportNoted(let body):
        items.append(
          entity.item(.report, due: due, who: body.by, plan: plan, setBy: event.bodyPosition))
      case .recommendationFollowedUp:
        let body = (entity.state as? RecommendationState)?.received?.value.body
        items.append(
          entity.item(.followUp, due: due, who: body, plan: nil, setBy: event.bodyPosition))
      default: break
      }
    }
    return items
  }
}

extension Entity {
  fileprivate func item(
    _ kind: AgendaKind, due: CoarseDate, who: Identifier?, plan: Identifier?, setBy: UInt64
  ) -> AgendaItem {
    AgendaItem(
      due: due, kind: kind, subject: subject, who: who, plan: plan, setBy: setBy,
      provenances: provenances, isImprecise: isImprecise)
  }
}

extension Entity<ActionState> {
  /// Its deadline, while it is not done and nobody has said what became of it after its plan.
  fileprivate var agendaItem: AgendaItem? {
    guard let deadline = state.deadline, state.isUnfinished, state.running?.value != .delivered,
      state.disposition == nil
    else { return nil }
    return item(
      .action, due: deadline.value, who: state.lead?.value, plan: state.plan,
      setBy: deadline.setBy)
  }
}

extension Entity<ObligationState> {
  /// Its deadline, while it is not met.
  fileprivate var agendaItem: AgendaItem? {
    guard let obligation = state.obligation, state.metOn == nil else { return nil }
    return item(
      .obligation, due: obligation.value.deadline, who: nil, plan: nil, setBy: obligation.setBy)
  }
}

extension Entity<PlanState> {
  /// Its last day, while it is not closed.
  fileprivate var end: AgendaItem? {
    guard let period = state.period, state.status?.value == .approved else { return nil }
    return item(
      .planEnd, due: CoarseDate(period.value.dayAfter.advanced(by: -1)), who: state.responsible,
      plan: state.id, setBy: period.setBy)
  }
}

extension IndicatorState {
  /// The plan that it belongs to, by itself or by its action.
  package var ownPlan: Identifier? { defined?.value.plan ?? defined?.value.action?.plan }
}
