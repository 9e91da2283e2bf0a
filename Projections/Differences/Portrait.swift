package import Events

/// An entity at a point, described: what two of which are compared by.
package struct Portrait: Sendable {
  /// Which entity.
  package let key: EntityKey
  /// Its fields, in the order of its state.
  package let fields: [StateField]
  /// The events that it rests on, in the order of time.
  package let events: [LiveEvent]
  /// Whether a coarse date leaves open what is true on the day.
  package let isImprecise: Bool

  /// What it is called; `nil` where it has no title, name or label.
  package var name: LangText? {
    for field in fields where ["title", "name", "label"].contains(field.name) {
      if case .text(let text) = field.value { return text }
    }
    return nil
  }

  /// The code of its area, or its own where it is one; `nil` where it has none.
  package var area: Identifier? {
    if key.kind == .area { return key.subject.code }
    guard case .code(let code) = field("area")?.value else { return nil }
    return try? Identifier(parsing: code)
  }

  /// The classes of provenance that it rests on.
  package var provenances: Set<Provenance> { Set(events.map(\.event.provenance)) }

  /// A field by its name.
  package func field(_ name: String) -> StateField? { fields.first { $0.name == name } }
}

extension EntityKey {
  /// The entity as a timeline of its events adds up at a point; `nil` where it is not in sight.
  ///
  /// - Parameter timeline: the entity's own events, as `timelinesByEntity` gives them.
  package func portrait(of timeline: [LiveEvent], at point: ReadingPoint) -> Portrait? {
    portrait(kind.state, timeline, point)
  }

  private func portrait<State: DescribedState>(
    _: State.Type, _ timeline: [LiveEvent], _ point: ReadingPoint
  ) -> Portrait? {
    fold(timeline, of: subject, at: point, as: State.self).map { entity in
      Portrait(
        key: self, fields: entity.describedFields(on: point.effectiveAt),
        events: entity.foldedEvents, isImprecise: entity.isImprecise)
    }
  }

  /// The days on which derived fields of the entity may change without an event.
  func turningDays(of events: [LiveEvent]) -> [Day] { turningDays(kind.state, events) }

  private func turningDays<State: DescribedState>(
    _: State.Type, _ events: [LiveEvent]
  ) -> [Day] {
    var state = State(subject: subject)
    var days: [Day] = []
    for event in events {
      state.evolve(event)
      days += State.turningDays(of: state)
    }
    return days
  }

  /// For each field the events that changed its value, in the order of time.
  ///
  /// - Complexity: O(events × fields).
  func moves(_ events: [LiveEvent]) -> [String: [Move]] { moves(kind.state, events) }

  private func moves<State: DescribedState>(
    _: State.Type, _ events: [LiveEvent]
  ) -> [String: [Move]] {
    var state = State(subject: subject)
    var values: [String: Datum] = [:]
    var moves: [String: [Move]] = [:]
    for event in events {
      state.evolve(event)
      for field in state.fields where values[field.name] != field.value {
        values[field.name] = field.value
        moves[field.name, default: []].append(Move(event: event, value: field.value))
      }
    }
    return moves
  }
}

/// What an event made of a field.
struct Move {
  let event: LiveEvent
  /// The value from then on; `nil` for none.
  let value: Datum?

  /// Whether another timeline's move is by the same event, on the same day, to the same value: whatever
  /// else is said of the event, the field does not hang on it.
  func isSame(as other: Move) -> Bool {
    event.position == other.event.position && event.day == other.event.day && value == other.value
  }
}

extension EntityKind {
  /// What the events of such an entity are folded into.
  var state: any DescribedState.Type {
    switch self {
    case .plan: PlanState.self
    case .area: AreaState.self
    case .action: ActionState.self
    case .claim: ClaimState.self
    case .victimCount: VictimsState.self
    case .indicator: IndicatorState.self
    case .challenge: ChallengeState.self
    case .achievement: AchievementState.self
    case .recommendation: RecommendationState.self
    case .obligation: ObligationState.self
    case .link: LinkState.self
    case .source: SourceState.self
    case .institution: InstitutionState.self
    }
  }
}
