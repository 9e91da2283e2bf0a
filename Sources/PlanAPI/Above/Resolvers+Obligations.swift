internal import Events
internal import GraphQL
internal import Projections

extension Resolvers<QueryContext> {
  /// Legal duties with deadlines.
  mutating func addObligations() {
    object("Obligation", of: ObligationNode.self) { type in
      type.field("id") { node, _ throws(FieldError) in Resolved(node.state.id) }
      type.words("title") { node throws(FieldError) in
        try node.withTexts().obligation?.value.title
      }
      type.words("text") { node throws(FieldError) in
        try node.withTexts().obligation?.value.text
      }
      type.field("act") { node, _ throws(FieldError) in
        Resolved(node.state.obligation?.value.act.description)
      }
      type.field("deadline") { node, _ throws(FieldError) in
        Resolved(node.state.obligation?.value.deadline)
      }
      type.field("isMet") { node, _ throws(FieldError) in .boolean(node.state.metOn != nil) }
      type.field("metOn") { node, _ throws(FieldError) in Resolved(node.state.metOn?.value) }
      type.field("metText") { node, _ throws(FieldError) in
        Resolved(try node.withTexts().metText?.shown)
      }
      type.field("daysLeft") { node, _ throws(FieldError) in Resolved(node.daysLeft) }
      type.field("isOverdue") { node, _ throws(FieldError) in .boolean(node.isOverdue) }
      type.field("setBy") { node, _ throws(FieldError) in
        guard let position = node.state.obligation?.setBy else { return .null }
        return Resolved(object: try node.view.eventNode(at: position))
      }
      type.addTies()
    }
    addConnection(
      "Obligation", of: ObligationNode.self,
      keys: ["act", "isMet", "isOverdue", "isCovered", "provenance"])
  }
}

extension ObligationNode {
  /// How many days are left until its deadline, below 0 behind it; `nil` where it is met.
  fileprivate var daysLeft: Int? {
    guard state.metOn == nil, let deadline = state.obligation?.value.deadline else { return nil }
    return view.point.effectiveAt.days(to: deadline.lastDay)
  }

  fileprivate var isOverdue: Bool { daysLeft.map { $0 < 0 } ?? false }
}

extension RowKind<ObligationNode> {
  /// What duties can be filtered, ordered and grouped by.
  static let obligations = RowKind(
    "Obligation", key: "id",
    [
      Column("id", .code) { node throws(FieldError) in ColumnValue(node.state.id) },
      Column("title", .text) { node throws(FieldError) in
        node.view.column(try node.withTexts().obligation?.value.title)
      },
      Column("act", .text) { node throws(FieldError) in
        ColumnValue(node.state.obligation?.value.act.description)
      },
      Column("deadline", .date) { node throws(FieldError) in
        ColumnValue(node.state.obligation?.value.deadline)
      },
      Column("isMet", .flag) { node throws(FieldError) in .flag(node.state.metOn != nil) },
      Column("metOn", .date) { node throws(FieldError) in ColumnValue(node.state.metOn?.value) },
      Column("daysLeft", .number) { node throws(FieldError) in
        ColumnValue(node.daysLeft.map { Int64($0) })
      },
      Column("isOverdue", .flag) { node throws(FieldError) in .flag(node.isOverdue) },
      Column("isCovered", .flag) { node throws(FieldError) in .flag(try node.isCovered()) },
      Column("coveredBy", .list) { node throws(FieldError) in .list(try node.coveredBy()) },
      Column("provenance", .word) { node throws(FieldError) in
        ColumnValue(word: node.entity.provenance)
      },
    ])
}
