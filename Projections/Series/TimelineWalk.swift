internal import Events

/// A timeline folded day by day: at each day what `fold` gives for it, without beginning anew.
struct TimelineWalk<State: EntityState> {
  private let timeline: [LiveEvent]
  /// The events that a coarse date may leave open on some day.
  private let vague: [LiveEvent]
  private var point: ReadingPoint
  private var next = 0
  private var folded: Entity<State>
  /// The classes of provenance that the entity rests on.
  private(set) var provenances: Set<Provenance> = []

  /// A walk along a timeline, as a point sees it but for the point's own day.
  init(_ timeline: [LiveEvent], of subject: StreamID, at point: ReadingPoint, as: State.Type) {
    self.timeline = timeline
    self.point = point
    folded = Entity(subject)
    vague = timeline.filter { event in
      func isCoarse(_ date: CoarseDate?) -> Bool {
        date.map { $0.isOpen || $0.precision != .day } ?? false
      }
      return isCoarse(event.event.effective)
        || point.publishedBy != nil && isCoarse(event.published)
    }
  }

  /// Goes on to a day; days ascend.
  mutating func advance(to day: Day) {
    precondition(day >= point.effectiveAt || next == 0, "time does not go back")
    point.effectiveAt = day
    while next < timeline.count, timeline[next].day <= day {
      let event = timeline[next]
      next += 1
      guard point.sight(of: event) == .inSight else { continue }
      folded.take(event)
      provenances.insert(event.event.provenance)
    }
    folded.imprecise = vague.filter { point.sight(of: $0) == .unclear }
  }

  /// The entity on the day; `nil` where it is not in sight.
  var entity: Entity<State>? { folded.state.exists ? folded : nil }
}
