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
      type.field("claimed") { node, _ throws(FieldError) in Resolved(figure: node.row.claimed) }
      type.field("fromItems") { node, _ throws(FieldError) in Resolved(figure: node.row.fromItems) }
      type.field("result") { node, _ throws(FieldError) in .string(node.row.result.rawValue) }
      type.field("drift") { node, _ throws(FieldError) in Resolved(object: try node.drift()) }
      type.field("provenance") { node, _ throws(FieldError) in
        .list(node.row.provenance.inOrder.map { .string($0.description) })
      }
    }
    object("Drift", of: DriftNode.self) { type in
      type.field("from") { node, _ throws(FieldError) in Resolved(node.drift.from) }
      type.field("then") { node, _ throws(FieldError) in Resolved(figure: node.drift.then) }
      type.field("now") { node, _ throws(FieldError) in Resolved(figure: node.now) }
      type.field("hasMoved") { node, _ throws(FieldError) in
        .boolean(node.drift.then != node.now)
      }
      type.field("moves") { node, _ throws(FieldError) in
        .list(of: node.drift.moves) { move throws(FieldError) in
          .object(FigureMoveNode(node.view, move))
        }
      }
    }
    object("FigureMove", of: FigureMoveNode.self) { type in
      type.field("effective") { node, _ throws(FieldError) in Resolved(node.move.effective) }
      type.field("before") { node, _ throws(FieldError) in Resolved(figure: node.move.before) }
      type.field("after") { node, _ throws(FieldError) in Resolved(figure: node.move.after) }
      type.field("subject") { node, _ throws(FieldError) in
        .string(node.move.subject.description)
      }
      type.field("event") { node, _ throws(FieldError) in
        Resolved(object: try node.view.eventNode(at: node.move.setBy))
      }
    }
  }
}

extension Resolved {
  /// A figure, or null.
  fileprivate init(figure: Int64?) { self.init(figure.map { Int($0) }) }
}

/// A published figure beside what the items add up to, with its claim.
final class ReconciliationNode {
  let row: ReconciliationRow
  let claim: ClaimNode

  init(_ row: ReconciliationRow, _ claim: ClaimNode) {
    self.row = row
    self.claim = claim
  }

  /// How the items have moved since the day of the claim.
  fileprivate func drift() throws(FieldError) -> DriftNode? {
    let figure = row.figure
    let entity = claim.entity
    let drift = try claim.view.read { reader throws(LedgerError) in
      try reader.drift(of: figure, in: entity)
    }
    return drift.map { DriftNode(claim.view, $0, now: row.fromItems) }
  }
}

/// How the items of a figure have moved, in a view.
final class DriftNode {
  let view: View
  let drift: Drift
  let now: Int64?

  init(_ view: View, _ drift: Drift, now: Int64?) {
    self.view = view
    self.drift = drift
    self.now = now
  }
}

/// An event that moved a figure, in a view.
final class FigureMoveNode {
  let view: View
  let move: FigureMove

  init(_ view: View, _ move: FigureMove) {
    self.view = view
    self.move = move
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
