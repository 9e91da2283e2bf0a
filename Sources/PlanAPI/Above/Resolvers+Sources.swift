internal import Events
internal import GraphQL
internal import Projections

extension Resolvers<QueryContext> {
  /// Source documents.
  mutating func addSources() {
    object("Source", of: SourceNode.self) { type in
      type.field("id") { node, _ throws(FieldError) in Resolved(node.state.id) }
      type.words("title") { node throws(FieldError) in
        try node.withTexts().document?.value.title
      }
      type.field("url") { node, _ throws(FieldError) in Resolved(node.document?.url?.description) }
      type.field("issued") { node, _ throws(FieldError) in Resolved(node.document?.issued) }
      type.field("sha256") { node, _ throws(FieldError) in
        Resolved(node.document?.sha256?.description)
      }
      type.field("documentLanguage") { node, _ throws(FieldError) in
        Resolved(node.document?.language?.description)
      }
      type.field("provenance") { node, _ throws(FieldError) in
        .string(node.entity.provenance.description)
      }
      type.field("event") { node, _ throws(FieldError) in
        guard let position = node.state.document?.setBy else { return .null }
        return Resolved(object: try node.view.eventNode(at: position))
      }
    }
    addConnection("Source", of: SourceNode.self, keys: ["documentLanguage", "provenance"])
    addConnection("Institution", of: InstitutionNode.self, keys: ["provenance"])
  }
}

extension SourceNode {
  /// What was said of it.
  fileprivate var document: SourceAdded? { state.document?.value }
}

extension RowKind<SourceNode> {
  /// What sources can be filtered, ordered and grouped by.
  static let sources = RowKind(
    "Source", key: "id",
    [
      Column("id", .code) { node throws(FieldError) in ColumnValue(node.state.id) },
      Column("title", .text) { node throws(FieldError) in
        node.view.column(try node.withTexts().document?.value.title)
      },
      Column("url", .text) { node throws(FieldError) in
        ColumnValue(node.document?.url?.description)
      },
      Column("issued", .date) { node throws(FieldError) in ColumnValue(node.document?.issued) },
      Column("sha256", .text) { node throws(FieldError) in
        ColumnValue(node.document?.sha256?.description)
      },
      Column("documentLanguage", .text) { node throws(FieldError) in
        ColumnValue(node.document?.language?.description)
      },
      Column("provenance", .word) { node throws(FieldError) in
        ColumnValue(word: node.entity.provenance)
      },
    ])
}

extension RowKind<InstitutionNode> {
  /// What institutions can be filtered, ordered and grouped by.
  static let institutions = RowKind(
    "Institution", key: "id",
    [
      Column("id", .code) { node throws(FieldError) in ColumnValue(node.id) },
      Column("name", .text) { node throws(FieldError) in node.view.column(node.name) },
      Column("provenance", .word) { node throws(FieldError) in
        ColumnValue(word: node.provenance)
      },
    ])
}
