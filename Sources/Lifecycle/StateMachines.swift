internal import Events
package import Projections

/// The machines, one for each thing that has states.
package enum StateMachines {
  /// Whether work on an action goes on.
  package static let running = StateMachine<RunningStatus>(
    initial: .planned,
    [
      (Move(.actionStarted), from: [.planned], to: .inProgress),
      (Move(.actionSuspended), from: [.inProgress], to: .suspended),
      (Move(.actionResumed), from: [.suspended], to: .inProgress),
      (Move(.actionDelivered), from: [.planned, .inProgress], to: .delivered),
      (Move(.actionReopened), from: [.delivered], to: .inProgress),
      (Move(.actionCancelled), from: [.planned, .inProgress, .suspended], to: .cancelled),
    ])

  /// What assessors have said of an action.
  package static let assessment = StateMachine<AssessmentStanding>(
    initial: .none,
    [
      (Move(.actionAssessed, .interim), from: [.none, .interim], to: .interim),
      (Move(.actionAssessed, .final), from: [.none, .interim], to: .final),
      (Move(.assessmentRevised, .interim), from: [.interim, .final], to: .interim),
      (Move(.assessmentRevised, .final), from: [.interim, .final], to: .final),
    ])

  /// Whether an action has a deadline; a second one is a postponement, never a reset.
  package static let deadline = StateMachine<DeadlineStanding>(
    initial: .none,
    [
      (Move(.deadlineSet), from: [.none], to: .set),
      (Move(.deadlinePostponed), from: [.set], to: .set),
    ])

  /// What became of an unfinished action after its plan.
  package static let disposition = StateMachine<DispositionStanding>(
    initial: .none,
    [
      (Move(.actionCarriedOver), from: [.none], to: .carriedOver),
      (Move(.actionDropped), from: [.none], to: .dropped),
    ])

  /// A plan's life.
  package static let plan = StateMachine<PlanStatus>(
    initial: .draft,
    [
      (Move(.planApproved), from: [.draft], to: .approved),
      (Move(.planClosed), from: [.approved], to: .closed),
      (Move(.planClosed), from: [.succeeded], to: .succeeded),
      (Move(.planSuccessorNamed), from: [.draft, .approved, .closed], to: .succeeded),
    ])

  /// Whether a challenge stands.
  package static let challenge = StateMachine<ChallengeStatus>(
    initial: .open,
    [
      (Move(.challengeResolved), from: [.open], to: .resolved),
      (Move(.challengeReopened), from: [.resolved], to: .open),
    ])

  /// Whether a recommendation was answered; an answer may be given anew.
  package static let recommendation = StateMachine<RecommendationStanding>(
    initial: .received,
    [
      (Move(.recommendationAnswered), from: [.received, .answered], to: .answered),
      (Move(.recommendationFollowedUp), from: [.received], to: .received),
      (Move(.recommendationFollowedUp), from: [.answered], to: .answered),
    ])

  /// Whether a legal duty was met.
  package static let obligation = StateMachine<ObligationStanding>(
    initial: .standing, [(Move(.obligationMet), from: [.standing], to: .met)])

  /// Whether a link holds.
  package static let link = StateMachine<LinkStanding>(
    initial: .absent,
    [
      (Move(.linkAsserted), from: [.absent, .withdrawn], to: .asserted),
      (Move(.linkWithdrawn), from: [.asserted], to: .withdrawn),
    ])

  /// Whether a cell of the counts of victims has a count.
  package static let count = StateMachine<CountStanding>(
    initial: .none,
    [
      (Move(.victimCountRecorded), from: [.none], to: .counted),
      (Move(.victimCountRevised), from: [.counted], to: .counted),
    ])
}

extension RunningStatus: MachineState {}
extension PlanStatus: MachineState {}
extension ChallengeStatus: MachineState {}

/// What assessors have said of an action.
package enum AssessmentStanding: String, MachineState {
  case none = "NONE"
  case interim = "INTERIM"
  case final = "FINAL"
}

/// Whether an action has a deadline.
package enum DeadlineStanding: String, MachineState {
  case none = "NONE"
  case set = "SET"
}

/// What became of an unfinished action.
package enum DispositionStanding: String, MachineState {
  case none = "NONE"
  case carriedOver = "CARRIED_OVER"
  case dropped = "DROPPED"
}

/// Whether a recommendation was answered.
package enum RecommendationStanding: String, MachineState {
  case received = "RECEIVED"
  case answered = "ANSWERED"
}

/// Whether a legal duty was met.
package enum ObligationStanding: String, MachineState {
  case standing = "STANDING"
  case met = "MET"
}

/// Whether a link holds.
package enum LinkStanding: String, MachineState {
  case absent = "ABSENT"
  case asserted = "ASSERTED"
  case withdrawn = "WITHDRAWN"
}

/// Whether a cell has a count.
package enum CountStanding: String, MachineState {
  case none = "NONE"
  case counted = "COUNTED"
}
