internal import EventStore
internal import Events
internal import LMDB
internal import Projections

extension Judgement {
  /// That an action goes on in a plan that follows its own, and never, by way of others, as itself.
  mutating func judgeLineage(
    _ event: LiveEvent, _ transaction: borrowing ReadTransaction
  ) throws(LedgerError) {
    guard case .actionCarriedOver(let body) = event.event.data, let plan = event.event.subject.plan
    else { return }
    plansWithDispositions.insert(plan)
    let subject = event.event.subject
    if try leads(from: body.successors, to: subject, transaction) {
      throw refusal(
        of: event, .cyclicLineage(subject: subject, successor: body.successors.first ?? subject))
    }
    for successor in body.successors {
      guard let later = successor.plan, try follows(later, plan, transaction) else {
        throw refusal(of: event, .plansDoNotFollow(subject: subject, successor: successor))
      }
    }
  }

  /// Whether what becomes of some actions becomes, at last, that one.
  private func leads(
    from first: [StreamID], to subject: StreamID, _ transaction: borrowing ReadTransaction
  ) throws(LedgerError) -> Bool {
    var seen: Set<StreamID> = []
    var next = first
    while let successor = next.popLast() {
      if successor == subject { return true }
      guard seen.insert(successor).inserted,
        let action: Entity<ActionState> = try entity(successor, transaction),
        case .carriedOver(_, let further) = action.state.disposition?.value
      else { continue }
      next += further
    }
    return false
  }

  /// Whether one plan comes after another: by the predecessors that plans name and the successors that
  /// they are given.
  private mutating func follows(
    _ later: Identifier, _ earlier: Identifier, _ transaction: borrowing ReadTransaction
  ) throws(LedgerError) -> Bool {
    guard later != earlier else { return false }
    // Most go on in the next plan, which is seen without asking all plans there are.
    if try plan(of: .plan(later), transaction)?.state.predecessor == earlier { return true }
    if try plan(of: .plan(earlier), transaction)?.state.successor?.value == later { return true }
    var followers: [Identifier: Set<Identifier>] = [:]
    for id in try batch.view.plans(transaction) {
      let state = try plan(of: .plan(id), transaction)?.state
      if let before = state?.predecessor { followers[before, default: []].insert(id) }
      if let after = state?.successor?.value { followers[id, default: []].insert(after) }
    }
    var seen: Set<Identifier> = []
    var next = [earlier]
    while let id = next.popLast() {
      if id == later { return true }
      if seen.insert(id).inserted { next += followers[id] ?? [] }
    }
    return false
  }

  /// That no plan comes, by way of others, before itself.
  mutating func judgePlans(
    _ event: LiveEvent, _ transaction: borrowing ReadTransaction
  ) throws(LedgerError) {
    switch event.event.data {
    case .planDrafted(let body) where body.predecessor != nil: break
    case .planSuccessorNamed: break
    default: return
    }
    guard let id = event.event.subject.plan else { return }
    for step in [\PlanState.predecessor, \PlanState.successor?.value] {
      var seen: Set<Identifier> = []
      var next: Identifier? = id
      while let plan = next, seen.insert(plan).inserted {
        next = try self.plan(of: .plan(plan), transaction)?.state[keyPath: step]
        if next == id { throw refusal(of: event, .cyclicPlans(plan: id)) }
      }
    }
  }

  /// That what a plan's actions continue as comes from one of them alone: several become one by a
  /// merger.
  func judgeContinuing(
    _ id: Identifier, _ transaction: borrowing ReadTransaction
  ) throws(LedgerError) {
    guard plansWithDispositions.contains(id) else { return }
    var origins: [StreamID: (event: LiveEvent, relation: CarryOverRelation)] = [:]
    try batch.view.streams(under: "plan/\(id)/action/", transaction) {
      subject throws(LedgerError) in
      for event in try reader.timeline(of: subject, withTexts: false, transaction) {
        guard case .actionCarriedOver(let body) = event.event.data else { continue }
        for successor in body.successors {
          if let other = origins[successor],
            other.relation == .continues || body.relation == .continues
          {
            // The later recorded of the two is the one that does not follow.
            let isLater = event.bodyPosition > other.event.bodyPosition
            throw refusal(
              of: isLater ? event : other.event,
              .continuesTwice(
                successor: successor, one: other.event.event.subject, other: subject))
          }
          origins[successor] = (event, body.relation)
        }
      }
      return true
    }
  }

  private func refusal(of event: LiveEvent, _ violation: RuleViolation) -> LedgerError {
    .refused(
      Refusal(
        position: event.position, index: batch.index(of: event.bodyPosition),
        subject: event.event.subject, fact: violation))
  }
}
