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

extension PointInTime {
  /// The actions that an action came from, nearest first, each once: by its shortest way.
  package func ancestors(of action: StreamID) throws(LedgerError) -> [LineageStep] {
    try walk(from: action, predecessors)
  }

  /// The actions that an action became, nearest first, each once: by its shortest way.
  package func descendants(of action: StreamID) throws(LedgerError) -> [LineageStep] {
    try walk(from: action, successors)
  }

  /// Whether some action went on as this one.
  func hasAncestor(_ action: StreamID) throws(LedgerError) -> Bool {
    try !predecessors(of: action).isEmpty
  }

  /// One end of a disposition, seen from the other.
  private struct Edge {
    var other: StreamID
    var relation: CarryOverRelation
    var setBy: UInt64
  }

  /// What an action goes on as.
  private func successors(of action: StreamID) throws(LedgerError) -> [Edge] {
    guard let state = try entity(action, as: ActionState.self)?.state,
      let disposition = state.disposition,
      case .carriedOver(let relation, let successors) = disposition.value
    else { return [] }
    return successors.map { Edge(other: $0, relation: relation, setBy: disposition.setBy) }
  }

  /// What goes on as an action.
  private func predecessors(of action: StreamID) throws(LedgerError) -> [Edge] {
    var edges: [Edge] = []
    for other in try streams(.action, naming: action) {
      for edge in try successors(of: other) where edge.other == action {
        edges.append(Edge(other: other, relation: edge.relation, setBy: edge.setBy))
      }
    }
    return edges
  }

  /// Goes outwards level by level. What was met is not met again, so that even a circle, which only a
  /// view of some of the events can show, has an end.
  ///
  /// - Complexity: O(events of the actions that are met).
  private func walk(
    from start: StreamID, _ edges: (StreamID) throws(LedgerError) -> [Edge]
  ) throws(LedgerError) -> [LineageStep] {
    var steps: [LineageStep] = []
    var met: Set<StreamID> = [start]
    var level = [start]
    while !level.isEmpty {
      var further: [LineageStep] = []
      for action in level {
        for edge in try edges(action) where met.insert(edge.other).inserted {
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
