package import EventStore
package import Events

/// An action that another one came from or became, at any distance.
package struct LineageStep: Sendable, Hashable {
  /// The action.
  package var subject: StreamID
  /// How the one nearer to its future came from the other.
  package var relation: CarryOverRelation
  /// How many plans away: 1 for the next one.
  package var depth: Int
  /// The neighbour, on the side of the action asked about, by which it was reached.
  package var by: StreamID
  /// The position of the event that says so.
  package var setBy: UInt64
}

/// Which actions go on as which, at a point: an action's disposition, seen from both ends.
///
/// - Complexity: made in O(events of all actions that were ever carried over).
package struct LineageGraph: Sendable {
  /// What goes on as what.
  private var next: [StreamID: [Edge]] = [:]
  private var previous: [StreamID: [Edge]] = [:]

  private struct Edge: Sendable {
    var other: StreamID
    var relation: CarryOverRelation
    var setBy: UInt64
  }

  fileprivate mutating func add(
    _ action: StreamID, _ relation: CarryOverRelation, _ successors: [StreamID], setBy: UInt64
  ) {
    for successor in successors {
      next[action, default: []].append(Edge(other: successor, relation: relation, setBy: setBy))
      previous[successor, default: []].append(
        Edge(other: action, relation: relation, setBy: setBy))
    }
  }

  /// The actions that an action came from, nearest first, each once: by its shortest way.
  package func ancestors(of action: StreamID) -> [LineageStep] { walk(from: action, previous) }

  /// The actions that an action became, nearest first, each once: by its shortest way.
  package func descendants(of action: StreamID) -> [LineageStep] { walk(from: action, next) }

  /// Whether some action went on as this one.
  package func hasAncestor(_ action: StreamID) -> Bool { !(previous[action] ?? []).isEmpty }

  /// Goes outwards level by level. What was met is not met again, so that even a circle, which only a
  /// view of some of the events can show, has an end.
  private func walk(from start: StreamID, _ edges: [StreamID: [Edge]]) -> [LineageStep] {
    var steps: [LineageStep] = []
    var met: Set<StreamID> = [start]
    var level = [start]
    while !level.isEmpty {
      var further: [LineageStep] = []
      for action in level {
        for edge in edges[action] ?? [] where met.insert(edge.other).inserted {
          further.append(
            LineageStep(
              subject: edge.other, relation: edge.relation, depth: (steps.last?.depth ?? 0) + 1,
              by: action, setBy: edge.setBy))
        }
      }
      further.sort { StreamID.compareNaturally($0.subject, $1.subject) < 0 }
      steps += further
      level = further.map(\.subject)
    }
    return steps
  }
}

extension StreamID {
  /// How two streams stand to each other in the order that people expect: below 0, 0, above 0.
  package static func compareNaturally(_ left: StreamID, _ right: StreamID) -> Int {
    Identifier.compareNaturally(left.description, right.description)
  }
}

extension PointInTime {
  /// Which actions go on as which, at this point.
  package func lineage() throws(LedgerError) -> LineageGraph {
    var graph = LineageGraph()
    // Neither correction nor retraction moves an event to another stream or makes it of another type:
    // who was ever carried over is known by type.
    for subject in try subjects(of: .actionCarriedOver) {
      guard let action = try entity(subject, as: ActionState.self),
        let disposition = action.state.disposition,
        case .carriedOver(let relation, let successors) = disposition.value
      else { continue }
      graph.add(subject, relation, successors, setBy: disposition.setBy)
    }
    return graph
  }

  /// The streams that have an event of that type up to the point's position, by name.
  func subjects(of type: EventType) throws(LedgerError) -> [StreamID] {
    var subjects: Set<StreamID> = []
    try snapshot.view.positions(of: type, .forward, snapshot.transaction) {
      position throws(LedgerError) in
      guard position <= point.position else { return false }
      let event = try snapshot.view.event(at: position, withTexts: false, snapshot.transaction)
      if let event { subjects.insert(event.event.subject) }
      return true
    }
    return subjects.sorted()
  }
}
