internal import Events
internal import Projections

/// What may happen to an action on its three axes.
enum ActionRules {
  static func check(_ state: ActionState, _ event: LiveEvent) throws(RuleViolation) {
    let subject = event.event.subject
    let type = event.event.type
    let running = state.running?.value ?? StateMachines.action.initial
    guard StateMachines.action.allows(type, in: running) else {
      throw .cannotFollow(
        event: type, subject: subject, on: event.event.effective, state: running.rawValue,
        since: since(state, running), allowed: StateMachines.action.allowed(in: running))
    }
    switch type {
    case .deadlineSet:
      if let deadline = state.deadline {
        throw .deadlineThere(subject: subject, deadline: deadline.value)
      }
    case .deadlinePostponed:
      if state.deadline == nil { throw .deadlineMissing(subject: subject) }
    case .assessmentRevised:
      if state.assessment == nil { throw .assessmentMissing(subject: subject) }
    case .actionCarriedOver, .actionDropped:
      if !state.isUnfinished {
        let verdict = state.assessment?.value.verdict.description
        throw .finished(
          subject: subject, state: running == .cancelled ? running.rawValue : verdict ?? "")
      }
    default: break
    }
  }

  private static func since(_ state: ActionState, _ running: RunningStatus) -> CoarseDate? {
    switch running {
    case .delivered: state.deliveredOn?.value
    case .inProgress: state.startedOn?.value
    default: nil
    }
  }
}
