package import EventStore
package import Events
package import Projections

/// Who comes from whom, around one plan, as all that is recorded says.
package struct Lineage {
  /// The plan before it: the one that it names, else the one that named it its successor.
  package let predecessor: Entity<PlanState>?
  /// The unfinished actions of that plan, by code.
  package let unfinished: [Entity<ActionState>]
  /// The actions of the plan itself that come from no other and name no origin, by code.
  package let withoutOrigin: [Identifier]

  /// Whether there are verdicts by which what is unfinished can be told.
  package var isDeterminable: Bool { !(predecessor?.state.itemVerdictsNotHeld ?? false) }

  /// The codes of unfinished actions of which nothing is said; none where verdicts are not held.
  package var undisposed: [Identifier] {
    guard isDeterminable else { return [] }
    return unfinished.filter { $0.state.disposition == nil }.map(\.state.code)
  }

  /// The lineage of a plan.
  ///
  /// - Parameter day: the day on which verdicts and dispositions count.
  package init(
    of plan: Identifier, on day: Day, in snapshot: Snapshot
  ) throws(LedgerError) {
    func reader(on day: Day) throws(LedgerError) -> PointInTime {
      let point = ReadingPoint(effectiveAt: day, position: snapshot.view.head.position)
      return try PointInTime(snapshot, at: point, withTexts: false)
    }
    // The draft may be dated after its approval: who the predecessor is does not hang on the day.
    let whole = try reader(on: .last)
    let before = try whole.predecessor(of: plan)
    var ending: Entity<PlanState>?
    var open: [Entity<ActionState>] = []
    var heirs: Set<StreamID> = []
    let then = try reader(on: day)
    if let before {
      ending = try then.plan(before)
      open = try then.actions(of: before).filter(\.state.isUnfinished)
      for action in try whole.actions(of: before) {
        guard case .carriedOver(_, let heir) = action.state.disposition?.value else { continue }
        heirs.formUnion(heir)
      }
    }
    predecessor = ending
    unfinished = open
    withoutOrigin =
      before == nil
      ? []
      : try whole.actions(of: plan).filter {
        $0.state.origin == nil && !heirs.contains($0.subject)
      }.map(\.state.code)
  }
}

extension Lifecycle {
  /// Records that a plan was approved, with the codes of what its predecessor left without a
  /// disposition: told under the writer's lock, so that none can be given meanwhile.
  ///
  /// - Parameters:
  ///   - event: the approval; an id that is there already keeps what was told then.
  ///   - preview: told what the approval would change; nothing is recorded then.
  /// - Returns: the event as it was recorded, and the lineage that it rests on.
  package static func approve(
    _ event: Event, in ledger: Ledger, inputs: WriteInputs, previewing preview: Preview? = nil
  ) throws(LedgerError) -> (receipt: AppendReceipt, event: Event, lineage: Lineage?) {
    var approved = event
    var lineage: Lineage?
    let receipt = try decide(in: ledger, inputs: inputs, previewing: preview) {
      () throws(LedgerError) in
      guard case .planApproved(var body) = event.data, let plan = event.subject.plan else {
        preconditionFailure("an approval of a plan")
      }
      let snapshot = try ledger.snapshot()
      let found = try Lineage(of: plan, on: event.effective?.lastDay ?? .last, in: snapshot)
      body.undisposed = found.undisposed
      if let id = event.id, let told = try undisposed(by: id, snapshot) { body.undisposed = told }
      approved.data = .planApproved(body)
      lineage = found
      return [approved]
    }
    return (receipt, approved, lineage)
  }

  private static func undisposed(
    by id: EventID, _ snapshot: Snapshot
  ) throws(LedgerError) -> [Identifier]? {
    guard let position = try snapshot.view.position(of: id, snapshot.transaction),
      case .planApproved(let body) = try snapshot.view.event(
        at: position, withTexts: false, snapshot.transaction)?.event.data
    else { return nil }
    return body.undisposed
  }
}
