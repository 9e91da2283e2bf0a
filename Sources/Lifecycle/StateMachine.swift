package import Events
package import Projections

/// The states of an entity and the events that lead from one to another, as data: what is refused,
/// what the message says may follow, and what the documentation shows all come from here.
package struct StateMachine<State: Hashable & Sendable>: Sendable {
  /// One event and the states that it leads from and to.
  package struct Transition: Sendable {
    /// The event.
    package let event: EventType
    /// The states in which it is legal.
    package let from: [State]
    /// The state that it leads to.
    package let to: State
  }

  /// The state before any event.
  package let initial: State
  /// All transitions.
  package let transitions: [Transition]

  init(initial: State, _ transitions: [(EventType, from: [State], to: State)]) {
    self.initial = initial
    self.transitions = transitions.map { Transition(event: $0.0, from: $0.from, to: $0.to) }
  }

  /// Whether the event may follow in that state; events that the machine does not know always may.
  package func allows(_ event: EventType, in state: State) -> Bool {
    guard let transition = transitions.first(where: { $0.event == event }) else { return true }
    return transition.from.contains(state)
  }

  /// The events that may follow in that state.
  package func allowed(in state: State) -> [EventType] {
    transitions.filter { $0.from.contains(state) }.map(\.event)
  }
}

/// The machines of the entities that have one.
package enum StateMachines {
  /// Whether work on an action goes on.
  package static let action = StateMachine<RunningStatus>(
    initial: .planned,
    [
      (.actionStarted, from: [.planned], to: .inProgress),
      (.actionSuspended, from: [.inProgress], to: .suspended),
      (.actionResumed, from: [.suspended], to: .inProgress),
      (.actionDelivered, from: [.planned, .inProgress], to: .delivered),
      (.actionReopened, from: [.delivered], to: .inProgress),
      (.actionCancelled, from: [.planned, .inProgress, .suspended], to: .cancelled),
    ])

  /// A plan's life.
  package static let plan = StateMachine<PlanStatus>(
    initial: .draft,
    [
      (.planApproved, from: [.draft], to: .approved),
      (.planClosed, from: [.approved, .succeeded], to: .closed),
      (.planSuccessorNamed, from: [.draft, .approved, .closed, .succeeded], to: .succeeded),
    ])

  /// Whether a challenge stands.
  package static let challenge = StateMachine<ChallengeStatus>(
    initial: .open,
    [
      (.challengeResolved, from: [.open], to: .resolved),
      (.challengeReopened, from: [.resolved], to: .open),
    ])
}
