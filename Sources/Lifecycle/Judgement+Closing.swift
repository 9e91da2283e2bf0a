internal import EventStore
internal import Events
internal import LMDB
internal import Projections

extension Judgement {
  /// That a plan which the batch closes, or whose actions it touches after closing, closes by the
  /// rules: at least one action, each with a final assessment by then, and nothing after it.
  mutating func judgeClosing(
    _ id: Identifier, _ transaction: borrowing ReadTransaction
  ) throws(LedgerError) {
    let subject = StreamID.plan(id)
    guard let plan = try plan(of: subject, transaction),
      let closing = plan.foldedEvents.first(where: { $0.event.type == .planClosed })
    else { return }
    var subjects: [StreamID] = []
    try batch.view.streams(under: "plan/\(id)/action/", transaction) { action in
      subjects.append(action)
      return true
    }
    let actions = try actions(subjects, transaction)
    var areas: [LiveEvent] = []
    try batch.view.streams(under: "plan/\(id)/area/", transaction) { area throws(LedgerError) in
      areas += try reader.timeline(of: area, withTexts: false, transaction)
      return true
    }
    do throws(RuleViolation) {
      try checkNothingLater(areas, closing, plan)
      for action in actions { try checkNothingLater(action.foldedEvents, closing, plan) }
      try check(plan, closing, actions)
    } catch {
      throw .refused(
        Refusal(
          position: closing.position, index: batch.index(of: closing.bodyPosition),
          subject: subject, fact: error))
    }
  }

  private func checkNothingLater(
    _ events: [LiveEvent], _ closing: LiveEvent, _ plan: Entity<PlanState>
  ) throws(RuleViolation) {
    for event in events
    where event.day > closing.day && !PlanRules.isAllowedAfterClosing(event.event.type) {
      throw .eventsAfterClosing(
        plan: plan.state.id, closing: closing.event.effective, event: event.event.type,
        subject: event.event.subject, on: event.event.effective)
    }
  }

  private func check(
    _ plan: Entity<PlanState>, _ closing: LiveEvent, _ actions: [Entity<ActionState>]
  ) throws(RuleViolation) {
    if plan.state.itemVerdictsNotHeld { return }
    if actions.isEmpty { throw .noActions(plan: plan.state.id) }
    let point = ReadingPoint(effectiveAt: closing.day, position: reader.position)
    let open = actions.filter { action in
      let then: Entity<ActionState>? = fold(action.foldedEvents, of: action.subject, at: point)
      return then?.state.assessment?.value.finality != .final
    }
    if !open.isEmpty {
      throw .notFinallyAssessed(plan: plan.state.id, actions: open.map(\.state.code))
    }
  }

  /// The plan's actions, as their events add up without end.
  private func actions(
    _ subjects: [StreamID], _ transaction: borrowing ReadTransaction
  ) throws(LedgerError) -> [Entity<ActionState>] {
    var actions: [Entity<ActionState>] = []
    for subject in subjects {
      if let action: Entity<ActionState> = try entity(subject, transaction) {
        actions.append(action)
      }
    }
    return actions
  }
}
