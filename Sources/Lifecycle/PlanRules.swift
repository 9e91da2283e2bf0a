internal import Events
internal import Projections

/// What may happen to a plan, and within a plan that is closed.
enum PlanRules {
  static func check(_ state: PlanState, _ event: LiveEvent) throws(RuleViolation) {
    let status = state.status?.value ?? StateMachines.plan.initial
    let type = event.event.type
    // A plan that is succeeded may be closed still, once.
    let isClosedAgain = type == .planClosed && state.closedOn != nil
    let met = isClosedAgain ? .closed : status
    guard StateMachines.plan.allows(Move(event.event.data), in: met) else {
      if type == .planSuccessorNamed, let successor = state.successor?.value {
        throw .succeeded(plan: state.id, by: successor)
      }
      throw StateMachines.plan.refusal(
        of: event, in: met, since: met == .closed ? state.closedOn : state.approvedOn)
    }
    if let closedOn = state.closedOn, event.day > closedOn.lastDay, !isAllowedAfterClosing(type) {
      throw .planClosed(event: type, plan: state.id, closedOn: closedOn)
    }
  }

  /// That an event within a plan does not take effect after the plan was closed.
  static func checkNotClosed(
    _ plan: Entity<PlanState>?, _ event: LiveEvent
  ) throws(RuleViolation) {
    guard let plan, let closedOn = plan.state.closedOn, event.day > closedOn.lastDay,
      !isAllowedAfterClosing(event.event.type)
    else { return }
    throw .planClosed(event: event.event.type, plan: plan.state.id, closedOn: closedOn)
  }

  /// Revisions, report notes, hand-over and dispositions go on after a plan is closed.
  static func isAllowedAfterClosing(_ type: EventType) -> Bool {
    switch type {
    case .assessmentRevised, .planReportNoted, .planSuccessorNamed, .actionCarriedOver,
      .actionDropped, .claimPublished:
      true
    default: false
    }
  }
}

/// What may happen to a challenge.
enum ChallengeRules {
  static func check(_ state: ChallengeState, _ event: LiveEvent) throws(RuleViolation) {
    let status = state.status?.value ?? StateMachines.challenge.initial
    guard StateMachines.challenge.allows(Move(event.event.data), in: status) else {
      throw StateMachines.challenge.refusal(
        of: event, in: status, since: status == .resolved ? state.resolvedOn : state.raisedOn)
    }
  }
}

/// What may happen to a recommendation, an obligation and a link.
enum ReferenceRules {
  static func check(_ state: RecommendationState, _ event: LiveEvent) throws(RuleViolation) {
    let standing: RecommendationStanding = state.answer == nil ? .received : .answered
    guard StateMachines.recommendation.allows(Move(event.event.data), in: standing) else {
      throw StateMachines.recommendation.refusal(of: event, in: standing, since: state.receivedOn)
    }
  }

  static func check(_ state: ObligationState, _ event: LiveEvent) throws(RuleViolation) {
    let standing: ObligationStanding = state.metOn == nil ? .standing : .met
    guard StateMachines.obligation.allows(Move(event.event.data), in: standing) else {
      throw StateMachines.obligation.refusal(of: event, in: standing, since: state.metOn?.value)
    }
  }

  static func check(_ state: LinkState, _ event: LiveEvent) throws(RuleViolation) {
    let standing: LinkStanding =
      !state.exists ? .absent : state.isWithdrawn ? .withdrawn : .asserted
    guard !StateMachines.link.allows(Move(event.event.data), in: standing) else { return }
    if event.event.type == .linkAsserted {
      throw .exists(event: event.event.type, subject: event.event.subject)
    }
    throw StateMachines.link.refusal(of: event, in: standing, since: nil)
  }
}
