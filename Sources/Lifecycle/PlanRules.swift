internal import Events
internal import Projections

/// What may happen to a plan, and within a plan that is closed.
enum PlanRules {
  static func check(_ state: PlanState, _ event: LiveEvent) throws(RuleViolation) {
    let status = state.status?.value ?? StateMachines.plan.initial
    let type = event.event.type
    let isClosedAgain = type == .planClosed && state.closedOn != nil
    guard StateMachines.plan.allows(type, in: status), !isClosedAgain else {
      throw .cannotFollow(
        event: type, subject: .plan(state.id), on: event.event.effective,
        state: isClosedAgain ? PlanStatus.closed.rawValue : status.rawValue,
        since: isClosedAgain ? state.closedOn : state.approvedOn,
        allowed: StateMachines.plan.allowed(in: status))
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
    guard StateMachines.challenge.allows(event.event.type, in: status) else {
      throw .cannotFollow(
        event: event.event.type, subject: event.event.subject, on: event.event.effective,
        state: status.rawValue, since: status == .resolved ? state.resolvedOn : state.raisedOn,
        allowed: StateMachines.challenge.allowed(in: status))
    }
  }
}

/// What may happen to an obligation and a link.
enum ReferenceRules {
  static func check(_ state: ObligationState, _ event: LiveEvent) throws(RuleViolation) {
    guard event.event.type == .obligationMet, let metOn = state.metOn else { return }
    throw .cannotFollow(
      event: .obligationMet, subject: event.event.subject, on: event.event.effective,
      state: "MET", since: metOn.value, allowed: [])
  }

  static func check(_ state: LinkState, _ event: LiveEvent) throws(RuleViolation) {
    let type = event.event.type
    let stands = state.exists && !state.isWithdrawn
    guard (type == .linkAsserted) == stands else { return }
    if type == .linkAsserted { throw .exists(event: type, subject: event.event.subject) }
    throw .cannotFollow(
      event: type, subject: event.event.subject, on: event.event.effective,
      state: state.exists ? "WITHDRAWN" : "ABSENT", since: nil, allowed: [.linkAsserted])
  }
}
