internal import Events
package import Projections

/// What may happen to an action on its axes.
enum ActionRules {
  static func check(_ state: ActionState, _ event: LiveEvent) throws(RuleViolation) {
    let move = Move(event.event.data)
    let running = state.running?.value ?? StateMachines.running.initial
    guard StateMachines.running.allows(move, in: running) else {
      throw StateMachines.running.refusal(of: event, in: running, since: since(state, running))
    }
    try checkAssessment(state, move, event)
    try checkDeadline(state, move, event)
    try checkDisposition(state, move, event)
  }

  private static func since(_ state: ActionState, _ running: RunningStatus) -> CoarseDate? {
    switch running {
    case .delivered: state.deliveredOn?.value
    case .inProgress: state.startedOn?.value
    default: nil
    }
  }

  private static func checkAssessment(
    _ state: ActionState, _ move: Move, _ event: LiveEvent
  ) throws(RuleViolation) {
    guard !StateMachines.assessment.allows(move, in: state.assessmentStanding) else { return }
    guard let assessment = state.assessment?.value else {
      throw .assessmentMissing(subject: event.event.subject)
    }
    throw .assessmentThere(
      subject: event.event.subject, verdict: assessment.verdict, cutOff: assessment.cutOff)
  }

  private static func checkDeadline(
    _ state: ActionState, _ move: Move, _ event: LiveEvent
  ) throws(RuleViolation) {
    let subject = event.event.subject
    let standing: DeadlineStanding = state.deadline == nil ? .none : .set
    if !StateMachines.deadline.allows(move, in: standing) {
      guard let deadline = state.deadline else { throw .deadlineMissing(subject: subject) }
      throw .deadlineThere(subject: subject, deadline: deadline.value)
    }
    // A postponement moves the deadline later: one to an earlier day would hide that it was missed.
    if case .deadlinePostponed(let body) = event.event.data, let deadline = state.deadline?.value,
      body.deadline.lastDay <= deadline.lastDay
    {
      throw .notLater(subject: subject, deadline: deadline, proposed: body.deadline)
    }
  }

  private static func checkDisposition(
    _ state: ActionState, _ move: Move, _ event: LiveEvent
  ) throws(RuleViolation) {
    let subject = event.event.subject
    guard move.event == .actionCarriedOver || move.event == .actionDropped else { return }
    if !state.isUnfinished {
      let isCancelled = state.running?.value == .cancelled
      let verdict = state.assessment?.value.verdict.description ?? ""
      throw .finished(
        subject: subject, state: isCancelled ? RunningStatus.cancelled.rawValue : verdict)
    }
    guard !StateMachines.disposition.allows(move, in: state.dispositionStanding) else { return }
    throw .disposed(subject: subject, disposition: state.disposition?.value ?? .dropped)
  }
}

extension ActionState {
  /// Where its assessment stands.
  package var assessmentStanding: AssessmentStanding {
    guard let assessment = assessment?.value else { return .none }
    return assessment.finality == .final ? .final : .interim
  }

  /// Where its disposition stands.
  package var dispositionStanding: DispositionStanding {
    switch disposition?.value {
    case nil: .none
    case .carriedOver: .carriedOver
    case .dropped: .dropped
    }
  }
}
