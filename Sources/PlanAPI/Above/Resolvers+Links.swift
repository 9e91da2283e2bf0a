internal import EventStore
internal import Events
internal import GraphQL
internal import Projections

extension Resolvers<QueryContext> {
  /// Links between things.
  mutating func addLinks() {
    object("Link", of: LinkNode.self) { type in
      type.field("id") { node, _ throws(FieldError) in Resolved(node.state.id) }
      type.field("from") { node, _ throws(FieldError) in
        Resolved(object: node.ends.map { ThingNode(node.view, $0.from) })
      }
      type.field("to") { node, _ throws(FieldError) in
        Resolved(object: node.ends.map { ThingNode(node.view, $0.to) })
      }
      type.field("relation") { node, _ throws(FieldError) in Resolved(word: node.ends?.relation) }
      type.field("isWithdrawn") { node, _ throws(FieldError) in .boolean(node.state.isWithdrawn) }
      type.field("assertedOn") { node, _ throws(FieldError) in
        Resolved(try node.effective(of: node.state.link))
      }
      type.field("provenance") { node, _ throws(FieldError) in
        .string(node.entity.provenance.description)
      }
      type.field("event") { node, _ throws(FieldError) in
        guard let position = node.state.link?.setBy else { return .null }
        return Resolved(object: try node.view.eventNode(at: position))
      }
    }
    addConnection("Link", of: LinkNode.self, keys: ["relation", "isWithdrawn", "provenance"])
  }
}

extension LinkNode {
  /// What is linked, and how.
  fileprivate var ends: LinkAsserted? { state.link?.value }
}

extension View {
  /// The links that stand and have a stream at one end, as a field gives them.
  func links(of subject: StreamID) throws(FieldError) -> Resolved {
    let links = try read { reader throws(LedgerError) in try reader.links(of: subject) }
    return .list(of: links) { link throws(FieldError) in .object(self.node(link)) }
  }
}

extension RowKind<LinkNode> {
  /// What links can be filtered, ordered and grouped by.
  static let links = RowKind(
    "Link", key: "id",
    [
      Column("id", .code) { node throws(FieldError) in ColumnValue(node.state.id) },
      Column("from", .code) { node throws(FieldError) in
        ColumnValue(code: node.ends?.from.description)
      },
      Column("to", .code) { node throws(FieldError) in
        ColumnValue(code: node.ends?.to.description)
      },
      Column("relation", .word) { node throws(FieldError) in
        ColumnValue(word: node.ends?.relation)
      },
      Column("isWithdrawn", .flag) { node throws(FieldError) in .flag(node.state.isWithdrawn) },
      Column("assertedOn", .date) { node throws(FieldError) in
        ColumnValue(try node.effective(of: node.state.link))
      },
      Column("provenance", .word) { node throws(FieldError) in
        ColumnValue(word: node.entity.provenance)
      },
    ])
}
