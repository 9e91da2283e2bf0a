package import EventStore
package import Events

/// What is tied to what at a point: by links that stand, and by where actions say they come from.
package struct Ties: Sendable {
  /// All links in sight, by id, those that were withdrawn included.
  package private(set) var links: [Entity<LinkState>] = []
  private var linksOf: [StreamID: [Int]] = [:]
  private var originated: [StreamID: [StreamID]] = [:]

  /// The links that stand and have the stream at one end, by id.
  package func links(of subject: StreamID) -> [Entity<LinkState>] {
    (linksOf[subject] ?? []).map { links[$0] }
  }

  /// The actions that say they come from the stream, by name.
  package func actions(from origin: StreamID) -> [StreamID] { originated[origin] ?? [] }

  /// How actions answer to the stream, in the order of their names: they come from it, or are linked
  /// to it whichever way. An action may do so in several ways.
  package func answers(to subject: StreamID) -> [Answer] {
    var answers = actions(from: subject).map { Answer(action: $0, link: nil) }
    for link in links(of: subject) {
      guard let ends = link.state.link?.value else { continue }
      let other = ends.from == subject ? ends.to : ends.from
      if other.kind == .action { answers.append(Answer(action: other, link: link)) }
    }
    return answers.sorted { StreamID.compareNaturally($0.action, $1.action) < 0 }
  }

  /// An action that answers to something.
  package struct Answer: Sendable {
    /// The action.
    package var action: StreamID
    /// The link that says so; `nil` where the action comes from it.
    package var link: Entity<LinkState>?
    /// How it is linked; `nil` where it comes from it.
    package var relation: LinkRelation? { link?.state.link?.value.relation }
    /// Whether it is enough to cover a recommendation or duty: being related is not.
    package var covers: Bool { relation != .relates }
  }

  fileprivate init(_ links: [Entity<LinkState>], originated: [StreamID: [StreamID]]) {
    self.links = links
    self.originated = originated
    for (index, link) in links.enumerated() where !link.state.isWithdrawn {
      guard let ends = link.state.link?.value else { continue }
      for end in Set([ends.from, ends.to]) { linksOf[end, default: []].append(index) }
    }
  }
}

extension PointInTime {
  /// What is tied to what at this point.
  ///
  /// - Complexity: O(links, actions and corrections of the ledger), of which only actions that ever
  ///   said where they come from are folded.
  package func ties() throws(LedgerError) -> Ties {
    var originated: [StreamID: [StreamID]] = [:]
    for subject in try subjectsWithOrigin() {
      guard let action = try entity(subject, as: ActionState.self), let origin = action.state.origin
      else { continue }
      originated[origin, default: []].append(subject)
    }
    return Ties(try links(), originated: originated)
  }

  /// The actions of which some body, be it a correction's, says where they come from; by name.
  private func subjectsWithOrigin() throws(LedgerError) -> [StreamID] {
    var subjects: Set<StreamID> = []
    for type in [EventType.actionAdded, .eventCorrected] {
      try snapshot.view.positions(of: type, .forward, snapshot.transaction) {
        position throws(LedgerError) in
        guard position <= point.position else { return false }
        let event = try snapshot.view.event(at: position, withTexts: false, snapshot.transaction)
        if let event, event.event.data.origin != nil { subjects.insert(event.event.subject) }
        return true
      }
    }
    return subjects.sorted()
  }
}

extension EventData {
  /// Where an action is said to come from.
  fileprivate var origin: StreamID? {
    switch self {
    case .actionAdded(let body): body.origin
    case .eventCorrected(let body): body.data.origin
    default: nil
    }
  }
}

extension PointInTime {
  /// The streams of a kind that are tied to a plan: by a link to it or to one of its actions, or as
  /// what one of its actions comes from. By name.
  ///
  /// - Parameter actions: the plan's actions.
  package func streams(
    _ kind: StreamKind, tiedTo plan: Identifier, _ actions: [Entity<ActionState>], by ties: Ties
  ) -> Set<StreamID> {
    var found: Set<StreamID> = []
    for subject in [.plan(plan)] + actions.map(\.subject) {
      for link in ties.links(of: subject) {
        guard let ends = link.state.link?.value else { continue }
        found.formUnion([ends.from, ends.to].filter { $0.kind == kind })
      }
    }
    found.formUnion(actions.compactMap(\.state.origin).filter { $0.kind == kind })
    return found
  }
}
