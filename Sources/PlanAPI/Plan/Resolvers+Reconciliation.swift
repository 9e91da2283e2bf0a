internal import EventStore
internal import Events
internal import GraphQL
internal import Projections

extension Resolvers<QueryContext> {
  /// Published figures beside what the items add up to.
  mutating func addReconciliation() {
    object("Reconciliation", of: ReconciliationNode.self) { type in
      type.field("claim") { node, _ throws(FieldError) in .object(node.claim) }
      type.field("measure") { node, _ throws(FieldError) in .string(node.row.measure.description) }
      type.field("cell") { node, _ throws(FieldError) in
        Resolved(object: node.row.figure.cell.map { Node($0) })
      }
      type.field("claimed") { node, _ throws(FieldError) in
        Resolved(node.row.claimed.map { Int($0) })
      }
      type.field("fromItems") { node, _ throws(FieldError) in
        Resolved(node.row.fromItems.map { Int($0) })
      }
      type.field("result") { node, _ throws(FieldError) in .string(node.row.result.rawValue) }
      type.field("provenance") { node, _ throws(FieldError) in
        .list(node.row.provenance.inOrder.map { .string($0.description) })
      }
    }
  }
}

/// A published figure beside what the items add up to, with its claim.
final class ReconciliationNode {
  let row: ReconciliationRow
  let claim: ClaimNode

  init(_ row: ReconciliationRow, _ claim: ClaimNode) {
    self.row = row
    self.claim = claim
  }
}

extension View {
  /// Each figure published on a plan beside what the items add up to.
  func reconciliation(of plan: Identifier) throws(FieldError) -> Resolved {
    let rows = try read { reader throws(LedgerError) in try reader.reconciliation(of: plan) }
    let claims = try claims(of: plan)
    let nodes = rows.compactMap { row -> ReconciliationNode? in
      for provenance in row.provenance { basis.rest(on: provenance) }
      return claims.first { $0.state.id == row.claim }.map { ReconciliationNode(row, $0) }
    }
    return .list(of: nodes) { node throws(FieldError) in .object(node) }
  }
}
