internal import Coding
internal import Events
internal import GraphQL
internal import Projections

extension Resolvers<QueryContext> {
  /// What differs between two points on the clocks.
  mutating func addChanges() {
    object("Change", of: ChangeNode.self) { type in
      type.addEntity()
      type.addValues()
      type.addCauses()
    }
    addConnection(
      "Change", of: ChangeNode.self,
      keys: [
        "subject", "kind", "plan", "area", "presence", "field", "oldText", "newText", "isDerived",
        "provenance",
      ])
  }
}

extension ObjectResolvers<ChangeNode, QueryContext> {
  fileprivate mutating func addEntity() {
    field("subject") { node, _ throws(FieldError) in
      .string(node.change.key.subject.description)
    }
    field("kind") { node, _ throws(FieldError) in .string(node.change.key.kind.rawValue) }
    field("plan") { node, _ throws(FieldError) in Resolved(node.change.key.subject.plan) }
    field("code") { node, _ throws(FieldError) in Resolved(node.change.key.subject.code) }
    field("area") { node, _ throws(FieldError) in Resolved(node.change.area) }
    field("cell") { node, _ throws(FieldError) in
      Resolved(object: node.change.key.cell.map { Node($0) })
    }
    field("name") { node, info throws(FieldError) in
      guard let name = node.change.name else { return .null }
      let language = info.arguments["language"]?.string ?? node.context.language
      return .string(name.text(in: language, of: node.context))
    }
    field("presence") { node, _ throws(FieldError) in .string(node.change.presence.rawValue) }
  }

  fileprivate mutating func addValues() {
    field("field") { node, _ throws(FieldError) in .string(node.change.field) }
    field("old") { node, _ throws(FieldError) in Resolved(json: node.change.old) }
    field("new") { node, _ throws(FieldError) in Resolved(json: node.change.new) }
    field("oldText") { node, info throws(FieldError) in
      let language = info.arguments["language"]?.string ?? node.context.language
      return Resolved(node.shown(node.change.old, in: language))
    }
    field("newText") { node, info throws(FieldError) in
      let language = info.arguments["language"]?.string ?? node.context.language
      return Resolved(node.shown(node.change.new, in: language))
    }
    field("isDerived") { node, _ throws(FieldError) in .boolean(node.change.isDerived) }
    field("effective") { node, _ throws(FieldError) in Resolved(node.change.effective) }
    field("provenance") { node, _ throws(FieldError) in
      .string(node.provenance.description)
    }
  }

  fileprivate mutating func addCauses() {
    field("events") { node, _ throws(FieldError) in
      .list(of: node.change.responsible) { position throws(FieldError) in
        try node.event(position)
      }
    }
    field("oldSetBy") { node, _ throws(FieldError) in try node.event(node.change.oldBy) }
    field("newSetBy") { node, _ throws(FieldError) in try node.event(node.change.newBy) }
  }
}

extension Resolved {
  /// A value as JSON, or null.
  fileprivate init(json value: Datum?) {
    guard let value else {
      self = .null
      return
    }
    self = .string(String(decoding: value.json.encoded, as: UTF8.self))
  }
}

extension RowKind<ChangeNode> {
  /// What changes can be filtered, ordered and grouped by.
  ///
  /// Their own order is that of the entities, and of the fields of each.
  static let changes = RowKind("Change", key: "place", entity + values)

  private static let entity: [Column<ChangeNode>] = [
    Column("place", .number) { node throws(FieldError) in .number(Int64(node.place)) },
    Column("subject", .text) { node throws(FieldError) in
      .text(node.change.key.subject.description)
    },
    Column("kind", .word) { node throws(FieldError) in ColumnValue(status: node.change.key.kind) },
    Column("plan", .text) { node throws(FieldError) in ColumnValue(node.change.key.subject.plan) },
    Column("code", .text) { node throws(FieldError) in ColumnValue(node.change.key.subject.code) },
    Column("area", .text) { node throws(FieldError) in ColumnValue(node.change.area) },
    Column("presence", .word) { node throws(FieldError) in
      ColumnValue(status: node.change.presence)
    },
  ]

  private static let values: [Column<ChangeNode>] = [
    Column("field", .text) { node throws(FieldError) in .text(node.change.field) },
    Column("oldText", .text) { node throws(FieldError) in
      ColumnValue(node.shown(node.change.old, in: node.context.language))
    },
    Column("newText", .text) { node throws(FieldError) in
      ColumnValue(node.shown(node.change.new, in: node.context.language))
    },
    Column("isDerived", .flag) { node throws(FieldError) in .flag(node.change.isDerived) },
    Column("effective", .date) { node throws(FieldError) in ColumnValue(node.change.effective) },
    Column("eventTypes", .list) { node throws(FieldError) in .list(try node.eventTypes()) },
    Column("provenance", .word) { node throws(FieldError) in ColumnValue(word: node.provenance) },
  ]
}
