internal import Coding
internal import EventStore
internal import Events
internal import GraphQL
internal import LMDB
internal import MerkleLog
internal import Projections

extension Resolvers<QueryContext> {
  /// The ledger itself.
  mutating func addLedger() {
    object("Ledger", of: QueryContext.self) { type in
      type.addIdentity()
      type.field("size") { context, _ throws(FieldError) in Resolved(number: context.size) }
      type.field("root") { context, _ throws(FieldError) in
        .string(try context.root(size: context.size))
      }
      type.field("began") { context, _ throws(FieldError) in
        Resolved(try context.recorded(at: 1))
      }
      type.field("lastRecorded") { context, _ throws(FieldError) in
        Resolved(try context.recorded(at: context.size))
      }
      type.field("projections") { context, _ throws(FieldError) in
        .list(of: ProjectionDefinition.all) { definition throws(FieldError) in
          .object(try ProjectionNode(definition, in: context))
        }
      }
    }
    object("Projection", of: ProjectionNode.self) { type in
      type.field("name") { node, _ throws(FieldError) in .string(node.definition.name) }
      type.field("version") { node, _ throws(FieldError) in .int(node.definition.version) }
      type.field("position") { node, _ throws(FieldError) in Resolved(number: node.position) }
      type.field("lag") { node, _ throws(FieldError) in Resolved(number: node.lag) }
    }
  }
}

extension ObjectResolvers<QueryContext, QueryContext> {
  fileprivate mutating func addIdentity() {
    field("id") { context, _ throws(FieldError) in .string(Hex.encode(context.identity.id.bytes)) }
    field("timeZone") { context, _ throws(FieldError) in .string(context.identity.zoneName) }
    field("language") { context, _ throws(FieldError) in .string(context.identity.language) }
    field("recordedTimes") { context, _ throws(FieldError) in
      .string(context.identity.isRestored ? "RESTORED" : "OWN")
    }
  }
}

extension QueryContext {
  fileprivate var size: UInt64 { snapshot.view.head.position }
}

/// A projection with how far it has got.
final class ProjectionNode {
  let definition: ProjectionDefinition
  let position: UInt64
  let lag: UInt64

  init(_ definition: ProjectionDefinition, in context: QueryContext) throws(FieldError) {
    self.definition = definition
    let snapshot = context.snapshot
    let entry = try reading { () throws(LedgerError) in
      try ProjectionRegistry.entry(definition, snapshot.view, snapshot.transaction)
    }
    // What another version took in is of no use to this build.
    position = entry?.version == definition.version ? entry?.position ?? 0 : 0
    lag = context.size - min(position, context.size)
  }
}
