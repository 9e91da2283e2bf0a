internal import EventStore
internal import Events
internal import GraphQL
internal import Projections

extension Resolvers<QueryContext> {
  /// The entry fields.
  mutating func addQuery() {
    object("Query", of: QueryContext.self) { type in
      type.field("plan") { _, info throws(FieldError) in
        let view = try View(info)
        guard let id = info.id("id") else { return .null }
        return Resolved(object: try view.plan(id))
      }
      type.field("plans") { _, info throws(FieldError) in
        let view = try View(info)
        return .object(
          try Connection(info, .plans, in: view, of: "plans") { () throws(FieldError) in
            try view.nodes { reader throws(LedgerError) in try reader.plans() }
          })
      }
      type.field("challenges") { _, info throws(FieldError) in
        let view = try View(info)
        return .object(
          try Connection(info, .challenges, in: view, of: "challenges") {
            () throws(FieldError) in
            try view.challenges(spanning: info.arguments["spanning"]?.elements)
          })
      }
      type.field("victimCounts") { _, info throws(FieldError) in
        .object(try victimCounts(info, in: try View(info)))
      }
      type.field("events") { _, info throws(FieldError) in .object(try events(info)) }
      type.field("history") { _, info throws(FieldError) in .object(try history(info)) }
      type.addListsAbove()
      type.field("changes") { _, info throws(FieldError) in .object(try changes(info)) }
      type.field("ledger") { context, _ throws(FieldError) in .object(context) }
    }
    addPageInfo()
  }
}

extension FieldInfo<QueryContext> {
  /// A code among the arguments; `nil` where it is none, so that nothing is found by it.
  func id(_ name: String) -> Identifier? {
    arguments[name]?.string.flatMap { try? Identifier(parsing: $0) }
  }
}

extension Connection {
  /// A list of entities, which the answer rests on.
  convenience init<State>(
    _ info: Info, _ kind: RowKind<Row>, in view: View, of name: String,
    read: @escaping () throws(FieldError) -> [Row]
  ) throws(FieldError) where Row == EntityNode<State> {
    try self.init(
      info, kind, at: view.point, of: name, rest: { view.basis.rest(on: $0.entity) },
      .list(read))
  }
}
