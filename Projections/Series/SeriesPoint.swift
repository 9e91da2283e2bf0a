package import Events

/// How many actions there are of each sort.
package struct ActionCounts: Hashable, Sendable {
  /// All of them.
  package private(set) var actions = 0
  /// By running status.
  package private(set) var running: [RunningStatus: Int] = [:]
  /// By the verdict that stands; `nil` for those without one.
  package private(set) var assessment: [Verdict?: Int] = [:]
  /// By timeliness against the deadline that stands.
  package private(set) var timeliness: [Timeliness: Int] = [:]

  /// No actions.
  package init() {}

  /// Counts an action.
  mutating func add(
    _ status: RunningStatus, _ verdict: Verdict?, _ timely: Timeliness
  ) {
    actions += 1
    running[status, default: 0] += 1
    assessment[verdict, default: 0] += 1
    timeliness[timely, default: 0] += 1
  }
}

/// A plan's actions counted on one day.
package struct SeriesPoint: Hashable, Sendable {
  /// The day.
  package let day: Day
  /// All actions.
  package private(set) var all = ActionCounts()
  /// Those of each area; `nil` for those of none.
  package private(set) var areas: [Identifier?: ActionCounts] = [:]
  /// Whether a coarse date leaves open what is true on the day.
  package private(set) var isImprecise = false
  /// The classes of provenance that it rests on.
  package private(set) var provenances: Set<Provenance> = []

  /// A day on which nothing was counted yet.
  package init(day: Day) { self.day = day }

  /// Counts an action as it is on the day, with the classes of provenance that it rests on.
  mutating func add(_ action: Entity<ActionState>, resting classes: Set<Provenance>) {
    let state = action.state
    let status = state.running?.value ?? .planned
    let verdict = state.assessment?.value.verdict
    let timely = action.timeliness(on: day)
    all.add(status, verdict, timely)
    areas[state.area?.value ?? nil, default: ActionCounts()].add(status, verdict, timely)
    isImprecise = isImprecise || action.isImprecise
    provenances.formUnion(classes)
  }
}
