package import EventStore
package import Events

/// What became of a plan's unfinished actions in the next plan.
package struct CarryOver: Sendable {
  /// The plan that follows, where there is one in sight.
  package var successor: Entity<PlanState>?
  /// Why nobody can say; `nil` where the ledger can.
  package var undeterminable: Undeterminable?
  /// The unfinished actions, in the order of their codes. Where dispositions are not determinable, only
  /// those with one that was recorded nevertheless.
  package var unfinished: [Entity<ActionState>]
  /// The successor's actions that came from no other, in the order of their codes.
  package var new: [Entity<ActionState>]

  /// Why dispositions are not determinable.
  package enum Undeterminable: String, Sendable, CaseIterable {
    /// The plan was closed without verdicts on single actions: which are unfinished is not known.
    case verdictsNotHeld = "VERDICTS_NOT_HELD"
    /// No action of the plan is in sight.
    case noActions = "NO_ACTIONS"
  }

  /// What is said where dispositions are not determinable.
  package static let sentence = "dispositions not determinable"

  /// The codes without a disposition as stored when the successor was approved; `nil` where no
  /// successor in sight was approved, or nobody could say.
  package var undisposedAtApproval: [Identifier]? {
    guard undeterminable == nil, let successor, successor.state.approvedOn != nil else {
      return nil
    }
    return successor.state.undisposed.sorted { $0.precedesNaturally($1) }
  }

  /// The codes without a disposition at the point; `nil` where nobody can say.
  package var undisposedNow: [Identifier]? {
    guard undeterminable == nil else { return nil }
    return unfinished.filter { $0.state.disposition == nil }.map(\.state.code)
  }

  /// How many unfinished actions have that disposition; `nil` counts those without one.
  package func count(_ kind: DispositionKind) -> Int {
    unfinished.count { DispositionKind($0.state.disposition?.value) == kind }
  }
}

/// A disposition by its name.
package enum DispositionKind: String, Sendable, CaseIterable {
  /// One action goes on as one.
  case continues = "CONTINUES"
  /// Several go on as one.
  case merged = "MERGED"
  /// One goes on as several.
  case split = "SPLIT"
  /// It is a standing duty now.
  case institutionalised = "INSTITUTIONALISED"
  /// It does not go on.
  case dropped = "DROPPED"
  /// Nobody has said yet.
  case undisposed = "UNDISPOSED"

  /// The name of a disposition.
  package init(_ disposition: Disposition?) {
    self =
      switch disposition {
      case nil: .undisposed
      case .dropped: .dropped
      case .carriedOver(.continues, _): .continues
      case .carriedOver(.merged, _): .merged
      case .carriedOver(.split, _): .split
      case .carriedOver(.institutionalised, _): .institutionalised
      }
  }
}

extension PointInTime {
  /// What became of a plan's unfinished actions.
  ///
  /// - Complexity: O(events of the actions of the plan and its successor, and of the actions that these
  ///   came from).
  package func carryOver(
    of plan: Entity<PlanState>
  ) throws(LedgerError) -> CarryOver {
    let actions = try actions(of: plan.state.id)
    let successor = try successor(of: plan)
    let undeterminable: CarryOver.Undeterminable? =
      plan.state.itemVerdictsNotHeld ? .verdictsNotHeld : actions.isEmpty ? .noActions : nil
    let unfinished = actions.filter { action in
      action.state.isUnfinished
        && (undeterminable == nil || action.state.disposition != nil)
    }
    var new: [Entity<ActionState>] = []
    if let successor {
      for action in try self.actions(of: successor.state.id)
      where try !hasAncestor(action.subject) {
        new.append(action)
      }
    }
    return CarryOver(
      successor: successor, undeterminable: undeterminable,
      unfinished: unfinished.inNaturalOrder, new: new.inNaturalOrder)
  }

  /// The plan that follows: the one named, else the first that names this one as its predecessor.
  package func successor(
    of plan: Entity<PlanState>
  ) throws(LedgerError) -> Entity<PlanState>? {
    if let named = plan.state.successor?.value, let successor = try self.plan(named) {
      return successor
    }
    return try plans(naming: plan.state.id).first { $0.state.predecessor == plan.state.id }
  }

  /// The plan before a plan: the one that it names, else the first that names it as its successor.
  package func predecessor(of plan: Identifier) throws(LedgerError) -> Identifier? {
    if let named = try self.plan(plan)?.state.predecessor { return named }
    return try plans(naming: plan).first { $0.state.successor?.value == plan }?.state.id
  }

  /// The plans of which an event names a plan, by id.
  private func plans(naming plan: Identifier) throws(LedgerError) -> [Entity<PlanState>] {
    try entities(streams(.plan, naming: .plan(plan)))
  }
}

extension [Entity<ActionState>] {
  /// The actions in the order of their codes that people expect: 1.2 before 1.10.
  package var inNaturalOrder: Self {
    sorted { $0.state.code.precedesNaturally($1.state.code) }
  }
}
