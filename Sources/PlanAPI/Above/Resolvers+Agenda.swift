internal import EventStore
internal import Events
internal import GraphQL
internal import Projections

extension Resolvers<QueryContext> {
  /// What is due.
  mutating func addAgenda() {
    object("AgendaItem", of: AgendaNode.self) { type in
      type.field("due") { node, _ throws(FieldError) in Resolved(node.item.due) }
      type.field("kind") { node, _ throws(FieldError) in .string(node.item.kind.rawValue) }
      type.field("thing") { node, _ throws(FieldError) in
        .object(ThingNode(node.view, node.item.subject))
      }
      type.field("plan") { node, _ throws(FieldError) in Resolved(node.item.plan) }
      type.field("who") { node, _ throws(FieldError) in try node.view.resolved(node.item.who) }
      type.field("daysLeft") { node, _ throws(FieldError) in .int(node.daysLeft) }
      type.field("isOverdue") { node, _ throws(FieldError) in .boolean(node.daysLeft < 0) }
      type.field("provenance") { node, _ throws(FieldError) in
        .string(node.item.provenances.weakest.description)
      }
      type.field("imprecise") { node, _ throws(FieldError) in .boolean(node.item.isImprecise) }
      type.field("setBy") { node, _ throws(FieldError) in
        Resolved(object: try node.view.eventNode(at: node.item.setBy))
      }
    }
    addConnection(
      "AgendaItem", of: AgendaNode.self, keys: ["kind", "plan", "who", "isOverdue", "provenance"])
  }
}

/// Something that is due, in a view.
final class AgendaNode {
  let view: View
  let item: AgendaItem

  init(_ view: View, _ item: AgendaItem) {
    self.view = view
    self.item = item
  }

  /// How many days are left, below 0 where it is overdue.
  var daysLeft: Int { view.point.effectiveAt.days(to: item.due.lastDay) }
}

/// What is due, as a field asks for it.
func agenda(_ info: Info) throws(FieldError) -> Connection<AgendaNode> {
  let view = try View(info)
  let until = info.arguments["until"]?.date?.lastDay
  let plan = info.id("plan")
  if plan == nil, let typed = info.arguments["plan"]?.string {
    throw FieldError("plan: \"\(typed)\" is no id of a plan")
  }
  return try Connection(
    info, .agenda, at: view.point, of: "agenda",
    rest: { node in for provenance in node.item.provenances { view.basis.rest(on: provenance) } },
    .list { () throws(FieldError) in
      try view.read { reader throws(LedgerError) in
        try reader.agenda(until: until ?? .last, of: plan)
      }.map { AgendaNode(view, $0) }
    })
}

extension RowKind<AgendaNode> {
  /// What can be filtered, ordered and grouped by.
  ///
  /// The key has the day first, so that the order of time is the natural one: what is overdue, then
  /// what is due next.
  static let agenda = RowKind(
    "AgendaItem", key: "place",
    [
      Column("place", .code) { node throws(FieldError) in
        ColumnValue(
          code: "\(node.item.due.lastDay) \(node.item.subject) \(node.item.setBy)")
      },
      Column("due", .date) { node throws(FieldError) in .date(node.item.due) },
      Column("kind", .word) { node throws(FieldError) in ColumnValue(status: node.item.kind) },
      Column("subject", .code) { node throws(FieldError) in
        ColumnValue(code: node.item.subject.description)
      },
      Column("plan", .code) { node throws(FieldError) in ColumnValue(node.item.plan) },
      Column("who", .code) { node throws(FieldError) in ColumnValue(node.item.who) },
      Column("daysLeft", .number) { node throws(FieldError) in .number(Int64(node.daysLeft)) },
      Column("isOverdue", .flag) { node throws(FieldError) in .flag(node.daysLeft < 0) },
      Column("provenance", .word) { node throws(FieldError) in
        ColumnValue(word: node.item.provenances.weakest)
      },
    ])
}
