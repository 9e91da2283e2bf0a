package import Events

/// What the events of one stream add up to.
///
/// `evolve` is total: it takes any event of its stream in any order and never refuses, since a view of
/// what was published by some day may be any subset of what happened.
package protocol EntityState: Sendable {
  /// The state before any event.
  init(subject: StreamID)
  /// Takes in the next event of the timeline.
  mutating func evolve(_ event: LiveEvent)
  /// Whether the event that brings the entity into being was among them.
  var exists: Bool { get }
}

/// A value and the event that gave it.
package struct Fact<Value: Sendable & Hashable>: Sendable, Hashable {
  /// The value.
  package var value: Value
  /// The position of the event that gave it.
  package var setBy: UInt64

  /// A value given by an event.
  package init(_ value: Value, by event: LiveEvent) {
    self.value = value
    setBy = event.bodyPosition
  }
}

/// An entity at a point on the three clocks.
package struct Entity<State: EntityState>: Sendable {
  /// Its stream.
  package let subject: StreamID
  /// What its events add up to.
  package var state: State
  /// The events that it rests on, in the order of time.
  package var events: [LiveEvent] = []
  /// The events that may have happened, or been said, already: the day lies in the span of a coarse
  /// date. In the order of time.
  package var imprecise: [LiveEvent] = []

  /// The event, of those that it rests on, that gave a fact.
  package func event<Value>(of fact: Fact<Value>) -> LiveEvent? {
    events.last { $0.bodyPosition == fact.setBy }
  }

  /// Whether a coarse date leaves open what is true on the day.
  package var isImprecise: Bool { !imprecise.isEmpty }

  /// The classes of provenance that it rests on.
  package var provenances: Set<Provenance> { Set(events.map(\.event.provenance)) }

  /// The weakest class that it rests on: an invented part makes the whole illustrative.
  package var provenance: Provenance { provenances.weakest }
}

extension Set<Provenance> {
  /// The weakest class: an invented part makes the whole illustrative.
  package var weakest: Provenance {
    let weakestFirst: [Provenance] = [.illustrative, .derived, .reported, .official]
    return weakestFirst.first { contains($0) } ?? .reported
  }
}

/// The entity that a timeline adds up to at a point: steps 3 to 5 of the reading rule.
///
/// - Returns: `nil` where the event that brings it into being is not in sight.
package func fold<State: EntityState>(
  _ timeline: [LiveEvent], of subject: StreamID, at point: ReadingPoint, as: State.Type = State.self
) -> Entity<State>? {
  var entity = Entity(subject: subject, state: State(subject: subject))
  for event in timeline {
    switch point.sight(of: event) {
    case .inSight:
      entity.state.evolve(event)
      entity.events.append(event)
    case .unclear: entity.imprecise.append(event)
    case .hidden: break
    }
  }
  return entity.state.exists ? entity : nil
}
