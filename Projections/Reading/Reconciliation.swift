package import EventStore
package import Events

/// How a published figure stands to what the items add up to.
package enum ReconciliationResult: String, Sendable, CaseIterable {
  /// They are the same.
  case agrees = "AGREES"
  /// They are not.
  case differs = "DIFFERS"
  /// The items cannot say: not known, not collected, not covered, held twice, or not a number.
  case notComparable = "NOT_COMPARABLE"
  /// There are no items to add up.
  case noItems = "NO_ITEMS"
  /// All items are invented: their sum says nothing of the figure.
  case illustrativeOnly = "ILLUSTRATIVE_ONLY"
}

/// A published figure beside what the items add up to at the same point.
package struct ReconciliationRow: Sendable, Hashable {
  /// The claim.
  package var claim: Identifier
  /// The figure as it was published.
  package var figure: ClaimFigure
  /// What the items add up to; `nil` where there are none or they cannot say.
  package var fromItems: Int64?
  /// How the two stand to each other.
  package var result: ReconciliationResult
  /// The classes of provenance that the claim and the items rest on.
  package var provenance: Set<Provenance>

  /// What the figure counts.
  package var measure: Measure { figure.measure }
  /// The figure; `nil` for a statement.
  package var claimed: Int64? { figure.value?.number }
}

extension PointInTime {
  /// Each figure published on a plan beside what the items add up to, by claim, then in the order of
  /// the claim.
  ///
  /// - Complexity: O(events of the plan's actions), and those of all counts where a figure is of
  ///   victims.
  package func reconciliation(
    of plan: Identifier
  ) throws(LedgerError) -> [ReconciliationRow] {
    let claims = try claims(of: plan)
    if claims.isEmpty { return [] }
    let actions = try actions(of: plan)
    let figures = claims.flatMap(\.state.figures)
    let victims: [Entity<VictimsState>] =
      figures.contains { $0.measure == .victims }
      ? try entities(.victims, under: "victims/") : []
    return claims.flatMap { claim in
      claim.state.figures.map { figure in
        let items = itemTotal(for: figure, actions, victims)
        return ReconciliationRow(
          claim: claim.state.id, figure: figure, fromItems: items.number,
          result: items.result(against: figure.value?.number),
          provenance: claim.provenances.union(items.provenance))
      }
    }
  }

  private func itemTotal(
    for figure: ClaimFigure, _ actions: [Entity<ActionState>], _ victims: [Entity<VictimsState>]
  ) -> ItemTotal {
    switch figure.measure {
    case .actions: .actions(actions)
    case .completed: .verdicts(.completed, actions)
    case .partiallyCompleted: .verdicts(.partiallyCompleted, actions)
    case .notCompleted: .verdicts(.notCompleted, actions)
    case .victims: figure.cell.map { .victims($0, victims) } ?? .notComparable
    case .statement: .notComparable
    }
  }
}

/// What items add up to.
struct ItemTotal {
  /// The sum; `nil` where there is none.
  var number: Int64?
  /// Whether there are items at all.
  var hasItems: Bool
  /// The classes of provenance that they rest on.
  var provenance: Set<Provenance> = []
  /// Whether every item is invented, wholly or in part.
  var isIllustrative = false

  /// There are none.
  static let none = ItemTotal(number: nil, hasItems: false)
  /// There are some, which cannot say.
  static let notComparable = ItemTotal(number: nil, hasItems: true)

  func result(against claimed: Int64?) -> ReconciliationResult {
    guard hasItems else { return .noItems }
    guard let number, let claimed else { return .notComparable }
    if isIllustrative { return .illustrativeOnly }
    return number == claimed ? .agrees : .differs
  }

  /// The actions in sight.
  static func actions(_ actions: [Entity<ActionState>]) -> ItemTotal {
    total(actions.count, over: actions)
  }

  /// The actions with that final verdict, where any has a final one.
  static func verdicts(_ verdict: Verdict, _ actions: [Entity<ActionState>]) -> ItemTotal {
    let judged = actions.filter { $0.state.assessment?.value.finality == .final }
    return total(judged.count { $0.state.assessment?.value.verdict == verdict }, over: judged)
  }

  private static func total(_ count: Int, over items: [Entity<ActionState>]) -> ItemTotal {
    if items.isEmpty { return .none }
    return ItemTotal(
      number: Int64(count), hasItems: true,
      provenance: items.reduce(into: []) { $0.formUnion($1.provenances) },
      isIllustrative: items.allSatisfy { $0.provenance == .illustrative })
  }
}
