internal import EventStore
internal import Events
internal import GraphQL
internal import Projections

/// An action that answers to a recommendation or duty.
final class CoverageNode {
  let view: View
  let action: ActionNode
  let answer: AnsweringAction

  init(_ view: View, _ action: ActionNode, _ answer: AnsweringAction) {
    self.view = view
    self.action = action
    self.answer = answer
  }

  /// Whether it is enough: what is only related, and what was given up, is not.
  var covers: Bool { answer.covers && action.state.running?.value != .cancelled }
}

extension Resolvers<QueryContext> {
  /// What answers to recommendations and duties.
  mutating func addCoverage() {
    object("Coverage", of: CoverageNode.self) { type in
      type.field("action") { node, _ throws(FieldError) in .object(node.action) }
      type.field("how") { node, _ throws(FieldError) in
        .string(node.answer.relation?.description ?? "ORIGIN")
      }
      type.field("covers") { node, _ throws(FieldError) in .boolean(node.covers) }
      type.field("link") { node, _ throws(FieldError) in
        Resolved(object: node.answer.link.map { node.view.node($0) })
      }
      type.field("event") { node, _ throws(FieldError) in
        let position = node.answer.link?.state.link?.setBy ?? node.action.state.addedBy
        guard let position else { return .null }
        return Resolved(object: try node.view.eventNode(at: position))
      }
    }
  }
}

extension EntityNode {
  /// The actions in sight that answer to it, by name.
  func coverage() throws(FieldError) -> [CoverageNode] {
    var coverage: [CoverageNode] = []
    let subject = entity.subject
    let answers = try view.read { reader throws(LedgerError) in try reader.answers(to: subject) }
    for answer in answers {
      guard let action = try view.action(answer.action) else { continue }
      if let link = answer.link { view.basis.rest(on: link) }
      coverage.append(CoverageNode(view, action, answer))
    }
    return coverage
  }

  /// Whether an action covers it.
  func isCovered() throws(FieldError) -> Bool { try coverage().contains(where: \.covers) }

  /// The actions that cover it, as streams.
  func coveredBy() throws(FieldError) -> [String] {
    var streams: [String] = []
    for node in try coverage() where node.covers {
      let stream = node.action.entity.subject.description
      if !streams.contains(stream) { streams.append(stream) }
    }
    return streams
  }
}

extension ObjectResolvers where Context == QueryContext {
  /// What recommendations and duties have in common: what answers to them, links, provenance, history.
  mutating func addTies<State: EntityState>() where Source == EntityNode<State> {
    field("actions") { node, _ throws(FieldError) in
      .list(of: try node.coverage()) { coverage throws(FieldError) in .object(coverage) }
    }
    field("isCovered") { node, _ throws(FieldError) in .boolean(try node.isCovered()) }
    addLinks()
  }

  /// What all things above plans have in common.
  mutating func addLinks<State: EntityState>() where Source == EntityNode<State> {
    field("links") { node, _ throws(FieldError) in
      try node.view.links(of: node.entity.subject)
    }
    field("provenance") { node, _ throws(FieldError) in
      .string(node.entity.provenance.description)
    }
    field("imprecise") { node, _ throws(FieldError) in .boolean(node.entity.isImprecise) }
    field("history") { node, _ throws(FieldError) in
      try node.view.historyList(of: node.entity.subject)
    }
  }
}
