package import EventStore
package import Events

extension PointInTime {
  /// How many actions had which running status on each of some days, the other clocks standing still.
  ///
  /// - Parameters:
  ///   - plan: the plan whose actions count; all actions without one.
  ///   - days: the days, in any order; the point's own day is not asked.
  /// - Complexity: O(actions × days), where the projection is in step.
  package func runningCounts(
    of plan: Identifier?, on days: [Day]
  ) throws(LedgerError) -> [[RunningStatus: Int]] {
    var counts = [[Int]](
      repeating: [Int](repeating: 0, count: RunningStatus.allCases.count), count: days.count)
    let order = RunningStatus.allCases
    func take(_ statuses: [RunningStatus?]) {
      for (day, status) in statuses.enumerated() {
        if let status, let place = order.firstIndex(of: status) { counts[day][place] += 1 }
      }
    }
    let prefix = plan.map { "plan/\($0)/action/" } ?? "plan/"
    if try !statuses(under: prefix, on: days, take) {
      try foldedStatuses(under: prefix, on: days, take)
    }
    return counts.map { counts in
      Dictionary(
        uniqueKeysWithValues: zip(order, counts).filter { $0.1 > 0 }.map { ($0.0, $0.1) })
    }
  }

  /// Asks the projection; returns whether it could say.
  private func statuses(
    under prefix: String, on days: [Day], _ visit: ([RunningStatus?]) -> Void
  ) throws(LedgerError) -> Bool {
    guard let facts, point.publishedBy == nil, point.provenance == nil else { return false }
    // All or nothing: what is counted already cannot be taken back.
    var all: [[RunningStatus?]] = []
    try asking { () throws(LedgerError) in
      try facts.statuses(under: prefix, on: days, snapshot.transaction) { all.append($0) }
    }
    for statuses in all { visit(statuses) }
    return true
  }

  private func foldedStatuses(
    under prefix: String, on days: [Day], _ visit: ([RunningStatus?]) -> Void
  ) throws(LedgerError) {
    var subjects: [StreamID] = []
    try snapshot.view.streams(under: prefix, snapshot.transaction) { subject in
      if subject.kind == .action { subjects.append(subject) }
      return true
    }
    for subject in subjects {
      let timeline = try reader.timeline(of: subject, withTexts: false, snapshot.transaction)
      visit(
        days.map { day in
          var point = point
          point.effectiveAt = day
          return fold(timeline, of: subject, at: point, as: ActionState.self)?
            .state.running?.value
        })
    }
  }
}
