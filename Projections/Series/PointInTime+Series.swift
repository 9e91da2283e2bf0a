package import EventStore
package import Events
internal import LMDB

extension PointInTime {
  /// The most points that a series has: a day each for ten years.
  package static var seriesLimit: Int { 3_653 }

  /// A plan's actions, counted on each of these days as they are known at the point.
  ///
  /// - Parameter days: ascending; the point's own day does not count.
  /// - Complexity: each timeline is read and folded once, O(events + actions × days), whatever the
  ///   number of days.
  package func series(
    of plan: Identifier, on days: [Day]
  ) throws(LedgerError) -> [SeriesPoint] {
    var points = days.map { SeriesPoint(day: $0) }
    var subjects: [StreamID] = []
    try snapshot.view.streams(under: "plan/\(plan)/action/", snapshot.transaction) { subject in
      subjects.append(subject)
      return true
    }
    for subject in subjects {
      let timeline = try reader.timeline(
        of: subject, withTexts: false, snapshot.transaction)
      var walk = TimelineWalk(timeline, of: subject, at: point, as: ActionState.self)
      for index in points.indices {
        walk.advance(to: points[index].day)
        if let action = walk.entity { points[index].add(action, resting: walk.provenances) }
      }
    }
    return points
  }
}
