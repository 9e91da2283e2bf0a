package import EventStore
package import Events
internal import Projections

/// What passes from one plan to the next: each unfinished action, and what stands above plans and is
/// open still, with what was decided of it or may be.
///
/// It is read without end on the effective clock: what is recorded counts, on whatever day.
package struct HandOver: Sendable {
  /// The plan that ends.
  package let old: Identifier
  /// The plan that follows.
  package let new: Identifier
  /// Whether the verdicts of the plan that ends are held; where not, no action is listed.
  package let isDeterminable: Bool
  /// Whether the new plan is named as the successor.
  package let isSuccessorNamed: Bool
  /// Actions by code, then challenges, recommendations and obligations by id.
  package private(set) var rows: [Row]
  /// What stands above plans and is open no more, with what closed it.
  package private(set) var closed: [StreamID: Row] = [:]

  /// One thing that is handed over.
  package struct Row: Hashable, Sendable {
    /// What it is.
    package let subject: StreamID
    /// What it is called.
    package let title: LangText?
    /// How it stands, in words of the domain: its last verdict, then its running status.
    package let state: [String]
    /// By when it is due.
    package let deadline: CoarseDate?
    /// What was decided, or what may be.
    package let choice: Choice
    /// The position of the event that decided it; `nil` where nothing is recorded.
    package let recorded: UInt64?

    /// Whether another row says the same of the same thing; titles aside.
    package func isSame(as other: Row) -> Bool {
      subject == other.subject && state == other.state && deadline == other.deadline
        && recorded == other.recorded
    }
  }

  /// What becomes of a thing.
  package enum Choice: Hashable, Sendable {
    /// Nothing is said.
    case undecided
    /// An action goes on.
    case carriedOver(CarryOverRelation, [StreamID])
    /// An action does not go on.
    case dropped
    /// What stands above plans goes on standing.
    case stays
    /// An action of the new plan works on a challenge.
    case addressed(StreamID)
    /// A challenge is resolved.
    case resolved
    /// A recommendation is answered.
    case answered(RecommendationResponse)
    /// An obligation is met.
    case met
  }

  /// The hand-over between two plans, as the ledger stood at a position.
  ///
  /// - Returns: `nil` where one of the plans is not there.
  package init?(
    from old: Identifier, to new: Identifier, at position: UInt64, in snapshot: Snapshot,
    withTexts: Bool = true
  ) throws(LedgerError) {
    let point = ReadingPoint(effectiveAt: .last, position: position)
    let reader = try PointInTime(snapshot, at: point, withTexts: withTexts)
    guard let ending = try reader.plan(old), try reader.plan(new) != nil else { return nil }
    self.old = old
    self.new = new
    isDeterminable = !ending.state.itemVerdictsNotHeld
    isSuccessorNamed = ending.state.successor?.value == new
    rows = []
    let successors = try reader.actions(of: new)
    if isDeterminable {
      for action in try reader.actions(of: old) where action.state.isUnfinished {
        rows.append(Row(action, successors))
      }
    }
    for challenge in try reader.challenges(of: old) {
      add(Row(challenge, try reader.events(of: challenge.subject), of: new))
    }
    for item in try reader.recommendations() { add(Row(item)) }
    for item in try reader.obligations() { add(Row(item)) }
  }

  private mutating func add(_ row: Row) {
    switch row.choice {
    case .resolved, .answered, .met: closed[row.subject] = row
    default: rows.append(row)
    }
  }
}

extension HandOver.Row {
  /// A challenge, with the action of the new plan that works on it.
  fileprivate init(
    _ challenge: Entity<ChallengeState>, _ events: [LiveEvent], of new: Identifier
  ) {
    let status = challenge.state.status
    subject = challenge.subject
    title = challenge.state.title?.value
    state = [(status?.value ?? .open).rawValue]
    deadline = nil
    let addressed = events.last { event in
      guard case .challengeAddressed(let body) = event.event.data else { return false }
      return body.by.plan == new
    }
    if status?.value == .resolved {
      choice = .resolved
      recorded = status?.setBy
    } else if let addressed, case .challengeAddressed(let body) = addressed.event.data {
      choice = .addressed(body.by)
      recorded = addressed.bodyPosition
    } else {
      choice = .stays
      recorded = nil
    }
  }

  fileprivate init(_ item: Entity<RecommendationState>) {
    subject = item.subject
    title = item.state.received?.value.text
    state = [item.state.received?.value.body.description ?? ""]
    deadline = nil
    choice = item.state.answer.map { .answered($0.value.response) } ?? .stays
    recorded = item.state.answer?.setBy
  }

  fileprivate init(_ item: Entity<ObligationState>) {
    subject = item.subject
    title = item.state.obligation?.value.title
    state = [(item.state.metOn == nil ? ObligationStanding.standing : .met).rawValue]
    deadline = item.state.obligation?.value.deadline
    choice = item.state.metOn == nil ? .stays : .met
    recorded = item.state.metOn?.setBy
  }
}

extension HandOver.Row {
  /// An unfinished action, with what was decided; else with what may be: an action of the new plan
  /// with its code or title is what it continues as, and what goes on without end is a standing duty.
  fileprivate init(_ action: Entity<ActionState>, _ successors: [Entity<ActionState>]) {
    let state = action.state
    subject = action.subject
    title = state.title?.value
    var words: [String] = []
    if let assessment = state.assessment?.value {
      words = [assessment.verdict.description, assessment.finality.description]
    }
    self.state = words + [(state.running?.value ?? .planned).rawValue]
    deadline = state.deadline?.value
    recorded = state.disposition?.setBy
    switch state.disposition?.value {
    case .carriedOver(let relation, let successors): choice = .carriedOver(relation, successors)
    case .dropped: choice = .dropped
    case nil:
      let heir = successors.first { heir in
        heir.state.code == state.code
          || heir.state.title != nil && heir.state.title?.value == state.title?.value
      }
      if let heir {
        choice = .carriedOver(.continues, [heir.subject])
      } else {
        choice =
          state.kindOrDefault == .continuous ? .carriedOver(.institutionalised, []) : .undecided
      }
    }
  }
}
