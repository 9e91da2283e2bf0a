package import Events
internal import Projections

/// The states of an entity and the events that lead from one to another, as data: what is refused,
/// what the message says may follow, what `docs/lifecycle.md` shows and what the tests try all come
/// from here.
package struct StateMachine<State: MachineState>: Sendable {
  /// One event and the states that it leads from and to.
  package struct Transition: Sendable {
    /// What happens.
    package let move: Move
    /// The states in which it is legal.
    package let from: [State]
    /// The state that it leads to.
    package let to: State
  }

  /// The state in which the entity comes into being.
  package let initial: State
  /// All transitions.
  package let transitions: [Transition]

  init(initial: State, _ transitions: [(Move, from: [State], to: State)]) {
    self.initial = initial
    self.transitions = transitions.map { Transition(move: $0.0, from: $0.from, to: $0.to) }
  }

  /// Whether a move may follow in that state; moves that the machine does not know always may.
  package func allows(_ move: Move, in state: State) -> Bool {
    let known = transitions.filter { $0.move == move }
    return known.isEmpty || known.contains { $0.from.contains(state) }
  }

  /// The events that may follow in that state.
  package func allowed(in state: State) -> [EventType] {
    var events: [EventType] = []
    for transition in transitions where transition.from.contains(state) {
      if !events.contains(transition.move.event) { events.append(transition.move.event) }
    }
    return events
  }
}

/// The states of a machine: words, in the order in which they are shown.
package protocol MachineState: RawRepresentable<String>, CaseIterable, Hashable, Sendable {}

/// What moves a machine: an event, and of an assessment whether it is the last word.
package struct Move: Hashable, Sendable {
  /// The event.
  package let event: EventType
  /// Whether the assessment is the last word of its round; `nil` for other events.
  package let finality: Finality?

  package init(_ event: EventType, _ finality: Finality? = nil) {
    self.event = event
    self.finality = finality
  }

  /// The move that an event's body makes.
  init(_ data: EventData) {
    let finality: Finality? =
      switch data {
      case .actionAssessed(let body): body.finality
      case .assessmentRevised(let body): body.finality
      default: nil
      }
    self.init(data.type, finality)
  }
}

extension StateMachine {
  /// The violation of an event that the machine does not let follow.
  func refusal(of event: LiveEvent, in state: State, since: CoarseDate?) -> RuleViolation {
    .cannotFollow(
      event: event.event.type, subject: event.event.subject, on: event.event.effective,
      state: state.rawValue, since: since, allowed: allowed(in: state))
  }
}
