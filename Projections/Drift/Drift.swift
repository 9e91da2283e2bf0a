package import EventStore
package import Events

/// How what the items add up to has moved since the day up to which a published figure speaks.
package struct Drift: Sendable {
  /// The day up to which the claim speaks: its cut-off, else when it took effect.
  package var from: CoarseDate
  /// What the items add up to on that day, by the clocks asked.
  package var then: Int64?
  /// What took effect after that day and moved the figure, in the order of time.
  package var moves: [FigureMove]
}

/// An event that moved a figure.
package struct FigureMove: Sendable, Hashable {
  /// The event's stream.
  package var subject: StreamID
  /// The position of the event whose body counts: the event itself, or its correction.
  package var setBy: UInt64
  /// When it takes effect.
  package var effective: CoarseDate?
  /// The figure before it.
  package var before: Int64?
  /// The figure with it.
  package var after: Int64?
}

extension Entity<ClaimState> {
  /// The day up to which the claim speaks.
  package var speaksUpTo: CoarseDate? {
    state.cutOff ?? state.effective ?? state.published
  }
}

extension PointInTime {
  /// How the items of a figure have moved since its claim's day, on the effective clock.
  ///
  /// - Returns: `nil` for a statement, which has no figure.
  /// - Complexity: O(events of the plan's actions), or, for victims, O(their counts) for each event that
  ///   concerns the cell.
  package func drift(
    of figure: ClaimFigure, in claim: Entity<ClaimState>
  ) throws(LedgerError) -> Drift? {
    guard let from = claim.speaksUpTo, let plan = claim.subject.plan else { return nil }
    switch figure.measure {
    case .statement: return nil
    case .victims:
      guard let cell = figure.cell else { return nil }
      let countries: [Entity<VictimsState>] = try entities(.victims, under: "victims/")
      var tally = VictimTally(cell, countries.map(\.subject))
      return drift(from: from, try events(of: countries), &tally)
    default:
      let actions = try actions(of: plan)
      var tally = ActionTally(figure.measure)
      return drift(from: from, try events(of: actions), &tally)
    }
  }

  private func events(
    of entities: [Entity<some EntityState>]
  ) throws(LedgerError) -> [LiveEvent] {
    var all: [LiveEvent] = []
    for entity in entities { all += try events(of: entity.subject) }
    return all
  }

  private func drift(
    from: CoarseDate, _ events: [LiveEvent], _ tally: inout some FigureTally
  ) -> Drift {
    let inOrder = events.sorted { ($0.day, $0.position) < ($1.day, $1.position) }
    var moves: [FigureMove] = []
    let start = inOrder.firstIndex { $0.day > from.lastDay } ?? inOrder.endIndex
    for event in inOrder[..<start] { tally.take(event) }
    let then = tally.number
    for event in inOrder[start...] {
      let before = tally.number
      tally.take(event)
      guard tally.number != before else { continue }
      moves.append(
        FigureMove(
          subject: event.event.subject, setBy: event.bodyPosition, effective: event.event.effective,
          before: before, after: tally.number))
    }
    return Drift(from: from, then: then, moves: moves)
  }
}

/// What items add up to, event by event.
protocol FigureTally {
  /// Takes in the next event.
  mutating func take(_ event: LiveEvent)
  /// What they add up to; `nil` where there are none or they cannot say.
  var number: Int64? { get }
}

/// The actions of a plan, or those with a final verdict, as `ItemTotal` counts them.
struct ActionTally: FigureTally {
  private let verdict: Verdict?
  private var states: [StreamID: ActionState] = [:]
  private var items = 0
  private var matching = 0

  init(_ measure: Measure) {
    verdict =
      switch measure {
      case .completed: .completed
      case .partiallyCompleted: .partiallyCompleted
      case .notCompleted: .notCompleted
      default: nil
      }
  }

  var number: Int64? { items == 0 ? nil : Int64(matching) }

  mutating func take(_ event: LiveEvent) {
    let subject = event.event.subject
    let old = states[subject] ?? ActionState(subject: subject)
    var new = old
    new.evolve(event)
    states[subject] = new
    replace(old, by: new)
  }

  /// Puts a state in another one's place.
  mutating func replace(_ old: ActionState?, by new: ActionState?) {
    items += (new.map(isItem) ?? false ? 1 : 0) - (old.map(isItem) ?? false ? 1 : 0)
    matching += (new.map(matches) ?? false ? 1 : 0) - (old.map(matches) ?? false ? 1 : 0)
  }

  private func isItem(_ state: ActionState) -> Bool {
    state.exists && (verdict == nil || state.assessment?.value.finality == .final)
  }

  private func matches(_ state: ActionState) -> Bool {
    isItem(state) && (verdict == nil || state.assessment?.value.verdict == verdict)
  }
}

/// The victims in a cell.
struct VictimTally: FigureTally {
  private let cell: VictimCell
  private var countries: [Entity<VictimsState>]
  private(set) var number: Int64?

  init(_ cell: VictimCell, _ subjects: [StreamID]) {
    self.cell = cell
    countries = subjects.map { Entity($0) }
  }

  mutating func take(_ event: LiveEvent) {
    guard let index = countries.firstIndex(where: { $0.subject == event.event.subject }) else {
      return
    }
    countries[index].state.evolve(event)
    guard concerns(event) else { return }
    number = ItemTotal.victims(cell, countries.filter { $0.state.exists }).number
  }

  /// Whether the event counts the cell, or a part of its days.
  private func concerns(_ event: LiveEvent) -> Bool {
    let counted: VictimCell? =
      switch event.event.data {
      case .victimCountRecorded(let body): body.cell
      case .victimCountRevised(let body): body.cell
      default: nil
      }
    guard var counted else { return false }
    counted.period = cell.period
    return counted == cell
  }
}
