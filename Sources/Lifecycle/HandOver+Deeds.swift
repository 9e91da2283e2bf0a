package import Events
internal import Projections

extension HandOver {
  /// What a person decided of one thing, in a row of a worksheet.
  package struct Decision: Sendable {
    /// The row, as the person counts it.
    package let row: Int
    /// What it is about.
    package let subject: StreamID
    /// What becomes of it.
    package let choice: Choice
    /// Why.
    package let reason: Text?

    /// A decision.
    package init(row: Int, subject: StreamID, choice: Choice, reason: Text?) {
      self.row = row
      self.subject = subject
      self.choice = choice
      self.reason = reason
    }
  }

  /// What is to be recorded of a decision.
  package struct Deed: Sendable {
    /// The stream.
    package let subject: StreamID
    /// What happened.
    package let data: EventData
    /// Why.
    package let reason: Text?
  }

  /// Why a decision cannot be recorded.
  package enum Fault: Error, Hashable, Sendable {
    /// The hand-over has no such thing.
    case unknown(subject: StreamID, similar: [String])
    /// It is decided of twice.
    case repeated(subject: StreamID)
    /// Another decision is recorded.
    case decidedAlready(subject: StreamID, position: UInt64)
    /// To drop an action needs a reason.
    case noReason
    /// So many actions are wanted: one, or two or more, or none.
    case wrongCount(found: Int, wanted: ClosedRange<Int>)
    /// The action is not one of the new plan's.
    case otherPlan(StreamID)
    /// The new plan has no such action.
    case unknownAction(StreamID, similar: [String])
    /// A merger of one alone.
    case mergedAlone(StreamID)
  }

  /// What a worksheet's decisions record, in their order; first of all who the successor is, where
  /// that is not said yet. What is undecided, stays, or is recorded so already records nothing.
  ///
  /// - Parameters:
  ///   - actions: the actions of the new plan.
  ///   - report: told what is wrong with a row; no deed is made of it.
  package func deeds(
    of decisions: [Decision], actions: Set<StreamID>, report: (Int, Fault) -> Void
  ) -> [Deed] {
    var deeds: [Deed] = []
    if !isSuccessorNamed {
      var body = PlanSuccessorNamed()
      body.successor = new
      deeds.append(Deed(subject: .plan(old), data: .planSuccessorNamed(body), reason: nil))
    }
    let known = Dictionary(rows.map { ($0.subject, $0) }) { first, _ in first }
    let mergers = self.mergers(decisions)
    var seen: Set<StreamID> = []
    for decision in decisions {
      do throws(Fault) {
        guard seen.insert(decision.subject).inserted else {
          throw .repeated(subject: decision.subject)
        }
        guard let row = known[decision.subject] ?? closed[decision.subject] else {
          throw .unknown(
            subject: decision.subject,
            similar: rows.filter { $0.subject.kind == decision.subject.kind }
              .map(\.subject.code.description))
        }
        if let position = row.recorded {
          if decision.choice == row.choice || decision.choice.saysNothing { continue }
          // A challenge that something works on is not done with.
          guard case .addressed = row.choice else {
            throw .decidedAlready(subject: row.subject, position: position)
          }
        }
        try check(decision, actions, mergers)
        if let data = decision.choice.data {
          deeds.append(Deed(subject: decision.subject, data: data, reason: decision.reason))
        }
      } catch {
        report(decision.row, error)
      }
    }
    return deeds
  }

  /// How many actions merge into each, those recorded already included.
  private func mergers(_ decisions: [Decision]) -> [StreamID: Int] {
    var sources: [StreamID: Set<StreamID>] = [:]
    let chosen =
      decisions.map { ($0.subject, $0.choice) }
      + rows.filter { $0.recorded != nil }.map { ($0.subject, $0.choice) }
    for case (let subject, .carriedOver(.merged, let successors)) in chosen {
      for successor in successors { sources[successor, default: []].insert(subject) }
    }
    return sources.mapValues(\.count)
  }

  private func check(
    _ decision: Decision, _ actions: Set<StreamID>, _ mergers: [StreamID: Int]
  ) throws(Fault) {
    var successors: [StreamID] = []
    switch decision.choice {
    case .carriedOver(let relation, let found):
      successors = found
      let wanted = relation.successorCount
      guard wanted.contains(found.count) else {
        throw .wrongCount(found: found.count, wanted: wanted)
      }
    case .addressed(let action): successors = [action]
    case .dropped: if decision.reason == nil { throw .noReason }
    default: break
    }
    for successor in successors {
      guard successor.kind == .action, successor.plan == new else { throw .otherPlan(successor) }
      guard actions.contains(successor) else {
        throw .unknownAction(successor, similar: actions.map(\.code.description).sorted())
      }
    }
    if case .carriedOver(.merged, let found) = decision.choice, let target = found.first,
      mergers[target, default: 0] < 2
    {
      throw .mergedAlone(target)
    }
  }
}

extension CarryOverRelation {
  /// How many actions it leads to.
  package var successorCount: ClosedRange<Int> {
    switch self {
    case .continues, .merged: 1...1
    case .split: 2...100
    case .institutionalised: 0...0
    }
  }
}

extension HandOver.Choice {
  /// Whether it leaves things as they are.
  var saysNothing: Bool { self == .undecided || self == .stays }

  /// The event that records it; `nil` where there is nothing to record.
  fileprivate var data: EventData? {
    switch self {
    case .undecided, .stays: return nil
    case .carriedOver(let relation, let successors):
      var body = ActionCarriedOver()
      body.relation = relation
      body.successors = successors
      return .actionCarriedOver(body)
    case .dropped: return .actionDropped(ActionDropped())
    case .addressed(let action):
      var body = ChallengeAddressed()
      body.by = action
      return .challengeAddressed(body)
    case .resolved: return .challengeResolved(ChallengeResolved())
    case .answered(let response):
      var body = RecommendationAnswered()
      body.response = response
      return .recommendationAnswered(body)
    case .met: return .obligationMet(ObligationMet())
    }
  }
}
