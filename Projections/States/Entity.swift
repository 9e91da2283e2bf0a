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
  /// Takes in the next event of the timeline by the bytes that are kept of it, as `evolve` would;
  /// returns whether it could, and leaves all as it was where not.
  ///
  /// - Parameters:
  ///   - body: the body without its texts, the flag of a reason first (`docs/file-format.md`).
  ///   - texts: its texts, where they are at hand.
  mutating func take(_ fact: StoredFact, _ body: Span<UInt8>, texts: Span<UInt8>) -> Bool
  /// Says how often a deadline was moved, where not every event was taken in that did so.
  mutating func set(postponements: Int)
  /// Whether the event that brings the entity into being was among them.
  var exists: Bool { get }
}

/// An event as it is kept for reading, beside its body.
package struct StoredFact: Sendable {
  package var type: EventType
  /// How fine its date is, as records have it.
  package var precision: UInt8
  /// The last day of its date.
  package var day: Int32
  package var bodyPosition: UInt64
  /// Whether its texts are at hand; all read as absent where they are not.
  package var hasTexts = false

  /// Its date, for most types of no interest; `nil` where the bytes are none.
  package var date: Fact<CoarseDate>? {
    CoarseDate(sealed: precision, lastDay: day).map { Fact($0, setBy: bodyPosition) }
  }
}

extension EntityState {
  package mutating func take(
    _ fact: StoredFact, _ body: Span<UInt8>, texts: Span<UInt8>
  ) -> Bool { false }
  package mutating func set(postponements: Int) {}
}

/// A value and the event that gave it.
package struct Fact<Value: Sendable & Hashable>: Sendable, Hashable {
  /// The value.
  package var value: Value
  /// The position of the event that gave it.
  package var setBy: UInt64

  init(_ value: Value, setBy: UInt64) {
    self.value = value
    self.setBy = setBy
  }

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
  /// The events that may have happened, or been said, already: the day lies in the span of a coarse
  /// date. In the order of time, with their bodies, but without texts and what else only records have.
  package var imprecise: [LiveEvent] = []
  /// The classes of provenance that it rests on, a bit each.
  private var classes: UInt8 = 0
  private var folded: [LiveEvent]?

  /// An entity before the first event of a timeline.
  init(_ subject: StreamID) {
    self.subject = subject
    state = State(subject: subject)
    folded = []
  }

  /// An entity whose state is read without its events.
  init(subject: StreamID, provenances: UInt8) {
    self.subject = subject
    state = State(subject: subject)
    classes = provenances
  }

  /// Takes in the next event of its timeline.
  mutating func take(_ event: LiveEvent) {
    state.evolve(event)
    folded?.append(event)
    classes |= 1 << event.event.provenance.rawValue
  }

  /// The events that it rests on, in the order of time.
  ///
  /// - Precondition: it was folded from a timeline. Of an entity that a `PointInTime` gave,
  ///   `PointInTime.events(of:)` reads them.
  package var foldedEvents: [LiveEvent] {
    guard let folded else { preconditionFailure("\(subject) was read without its events") }
    return folded
  }

  /// Whether a coarse date leaves open what is true on the day.
  package var isImprecise: Bool { !imprecise.isEmpty }

  /// The classes of provenance that it rests on.
  package var provenances: Set<Provenance> {
    Set(Provenance.allCases.filter { classes & 1 << $0.rawValue != 0 })
  }

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
  var entity = Entity<State>(subject)
  for event in timeline {
    switch point.sight(of: event) {
    case .inSight: entity.take(event)
    case .unclear: entity.imprecise.append(event)
    case .hidden: break
    }
  }
  return entity.state.exists ? entity : nil
}
