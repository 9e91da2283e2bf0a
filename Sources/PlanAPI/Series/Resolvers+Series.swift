internal import EventStore
internal import Events
internal import GraphQL
internal import Projections

extension Resolvers<QueryContext> {
  /// A plan's actions counted over time.
  mutating func addSeries() {
    object("SeriesPoint", of: SeriesNode.self) { type in
      type.field("asAt") { node, _ throws(FieldError) in .string(node.point.day.description) }
      type.field("imprecise") { node, _ throws(FieldError) in .boolean(node.point.isImprecise) }
      type.addCounts { $0.point.all }
      type.field("areas") { node, _ throws(FieldError) in
        let areas = node.point.areas.sorted {
          ($0.key == nil ? 1 : 0, $0.key?.description ?? "")
            < ($1.key == nil ? 1 : 0, $1.key?.description ?? "")
        }
        return .list(of: areas) { area, counts throws(FieldError) in
          .object(AreaSeriesNode(area, counts))
        }
      }
    }
    object("AreaSeriesPoint", of: AreaSeriesNode.self) { type in
      type.field("area") { node, _ throws(FieldError) in Resolved(node.area) }
      type.addCounts { $0.counts }
    }
    object("RunningCounts", of: Node<ActionCounts>.self) { type in
      for status in RunningStatus.allCases {
        type.field(schemaName(status.rawValue)) { node, _ throws(FieldError) in
          .int(node.value.running[status, default: 0])
        }
      }
    }
    object("AssessmentCounts", of: Node<ActionCounts>.self) { type in
      for verdict in Verdict.allCases {
        type.field(schemaName(verdict.description)) { node, _ throws(FieldError) in
          .int(node.value.assessment[verdict, default: 0])
        }
      }
      type.field("notAssessed") { node, _ throws(FieldError) in
        .int(node.value.assessment[nil, default: 0])
      }
    }
    object("TimelinessCounts", of: Node<ActionCounts>.self) { type in
      for timely in Timeliness.allCases {
        type.field(schemaName(timely.rawValue)) { node, _ throws(FieldError) in
          .int(node.value.timeliness[timely, default: 0])
        }
      }
    }
  }
}

extension ObjectResolvers where Context == QueryContext {
  fileprivate mutating func addCounts(_ counts: @escaping @Sendable (Source) -> ActionCounts) {
    field("actions") { source, _ throws(FieldError) in .int(counts(source).actions) }
    for name in ["running", "assessment", "timeliness"] {
      field(name) { source, _ throws(FieldError) in .object(Node(counts(source))) }
    }
  }
}

/// A word as a field is called: `IN_PROGRESS` is `inProgress`.
private func schemaName(_ word: String) -> String {
  let parts = word.lowercased().split(separator: "_")
  return parts.dropFirst().reduce(String(parts.first ?? "")) {
    $0 + $1.prefix(1).uppercased() + $1.dropFirst()
  }
}

/// A plan's actions counted on one day.
final class SeriesNode {
  let point: SeriesPoint

  init(_ point: SeriesPoint) { self.point = point }
}

/// The actions of an area counted on one day.
final class AreaSeriesNode {
  let area: Identifier?
  let counts: ActionCounts

  init(_ area: Identifier?, _ counts: ActionCounts) {
    self.area = area
    self.counts = counts
  }
}

extension View {
  /// A plan's series as a field asks for it.
  func series(_ info: Info, of plan: Identifier) throws(FieldError) -> Resolved {
    let bucket = info.arguments["every"]?.string.flatMap { Bucket(rawValue: $0) } ?? .month
    guard let from = info.arguments["from"]?.date, let to = info.arguments["to"]?.date else {
      preconditionFailure("the schema requires from and to")
    }
    guard from.firstDay <= to.lastDay else {
      throw FieldError("from \(from) stands after to \(to)")
    }
    let limit = PointInTime.seriesLimit
    guard let days = bucket.ends(from: from.firstDay, through: to.lastDay, limit: limit) else {
      throw FieldError(
        "every \(bucket.rawValue) from \(from) to \(to) gives more than \(limit) points, the most "
          + "that a series has: ask for a shorter span or a longer bucket")
    }
    let points = try read { reader throws(LedgerError) in
      try reader.series(of: plan, on: days)
    }
    for point in points { basis.rest(onSeries: point) }
    return .list(of: points) { point throws(FieldError) in .object(SeriesNode(point)) }
  }
}
