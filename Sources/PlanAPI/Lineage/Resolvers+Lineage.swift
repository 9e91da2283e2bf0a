internal import EventStore
internal import Events
internal import GraphQL
internal import Projections

extension Resolvers<QueryContext> {
  /// What became of actions, and what they came from.
  mutating func addLineage() {
    object("Lineage", of: LineageNode.self) { type in
      type.field("relation") { node, _ throws(FieldError) in Resolved(word: node.step.relation) }
      type.field("depth") { node, _ throws(FieldError) in .int(node.step.depth) }
      type.field("subject") { node, _ throws(FieldError) in
        .string(node.step.subject.description)
      }
      type.field("by") { node, _ throws(FieldError) in .string(node.step.by.description) }
      type.field("plan") { node, _ throws(FieldError) in
        guard let plan = node.step.subject.plan else { return .null }
        return Resolved(object: try node.view.plan(plan))
      }
      type.field("action") { node, _ throws(FieldError) in
        Resolved(object: try node.view.action(node.step.subject))
      }
      type.field("event") { node, _ throws(FieldError) in
        Resolved(object: try node.view.eventNode(at: node.step.setBy))
      }
    }
    object("Disposition", of: ActionNode.self) { type in type.addDisposition() }
    object("CarryOver", of: CarryOverNode.self) { type in type.addCarryOver() }
    object("CarryOverCounts", of: CarryOverNode.self) { type in
      type.field("unfinished") { node, _ throws(FieldError) in
        .int(node.carryOver.unfinished.count)
      }
      for kind in DispositionKind.allCases {
        type.field(kind.rawValue.lowercased()) { node, _ throws(FieldError) in
          .int(node.carryOver.count(kind))
        }
      }
      type.field("new") { node, _ throws(FieldError) in .int(node.carryOver.new.count) }
    }
  }
}

extension ObjectResolvers<ActionNode, QueryContext> {
  fileprivate mutating func addDisposition() {
    field("action") { action, _ throws(FieldError) in .object(action) }
    field("relation") { action, _ throws(FieldError) in
      .string(DispositionKind(action.state.disposition?.value).rawValue)
    }
    field("successors") { action, _ throws(FieldError) in
      let view = action.view
      guard case .carriedOver(_, let successors) = action.state.disposition?.value else {
        return .list([])
      }
      return .list(of: successors) { stream throws(FieldError) in .object(ThingNode(view, stream)) }
    }
    field("reason") { action, _ throws(FieldError) in
      guard let fact = action.state.disposition else { return .null }
      let subject = action.entity.subject
      let event = try action.view.readTexts { reader throws(LedgerError) in
        try reader.event(of: fact, on: subject)
      }
      return Resolved(event?.event.reason?.shown)
    }
    field("effective") { action, _ throws(FieldError) in
      Resolved(try action.effective(of: action.state.disposition))
    }
    field("event") { action, _ throws(FieldError) in
      guard let fact = action.state.disposition else { return .null }
      return Resolved(object: try action.view.eventNode(at: fact.setBy))
    }
  }

  /// Where an action comes from and what became of it.
  mutating func addLineage() {
    field("disposition") { action, _ throws(FieldError) in
      Resolved(object: action.state.disposition == nil ? nil : action)
    }
    field("ancestors") { action, _ throws(FieldError) in
      let subject = action.entity.subject
      return action.view.resolved(
        try action.view.read { reader throws(LedgerError) in try reader.ancestors(of: subject) })
    }
    field("descendants") { action, _ throws(FieldError) in
      let subject = action.entity.subject
      return action.view.resolved(
        try action.view.read { reader throws(LedgerError) in try reader.descendants(of: subject) })
    }
    field("originThing") { action, _ throws(FieldError) in
      Resolved(object: action.state.origin.map { ThingNode(action.view, $0) })
    }
    field("links") { action, _ throws(FieldError) in
      try action.view.links(of: action.entity.subject)
    }
  }
}

extension ObjectResolvers<CarryOverNode, QueryContext> {
  fileprivate mutating func addCarryOver() {
    field("determinable") { node, _ throws(FieldError) in
      .boolean(node.carryOver.undeterminable == nil)
    }
    field("notDeterminable") { node, _ throws(FieldError) in
      Resolved(node.carryOver.undeterminable?.rawValue)
    }
    field("sentence") { node, _ throws(FieldError) in
      Resolved(node.carryOver.undeterminable == nil ? nil : CarryOver.sentence)
    }
    field("into") { node, _ throws(FieldError) in
      Resolved(object: node.carryOver.successor.map { node.view.node($0) })
    }
    field("dispositions") { node, _ throws(FieldError) in
      let view = node.view
      return .list(of: node.carryOver.unfinished) { action throws(FieldError) in
        .object(view.node(action))
      }
    }
    field("counts") { node, _ throws(FieldError) in
      Resolved(object: node.carryOver.undeterminable == nil ? node : nil)
    }
    field("undisposedAtApproval") { node, _ throws(FieldError) in
      Resolved(node.carryOver.undisposedAtApproval)
    }
    field("undisposedNow") { node, _ throws(FieldError) in
      Resolved(node.carryOver.undisposedNow)
    }
    field("newActions") { node, _ throws(FieldError) in
      let view = node.view
      return .list(of: node.carryOver.new) { action throws(FieldError) in
        .object(view.node(action))
      }
    }
  }
}

/// An action at some distance from another.
final class LineageNode {
  let view: View
  let step: LineageStep

  init(_ view: View, _ step: LineageStep) {
    self.view = view
    self.step = step
  }
}

/// What became of a plan's unfinished actions, in a view.
final class CarryOverNode {
  let view: View
  let carryOver: CarryOver

  init(_ view: View, _ carryOver: CarryOver) {
    self.view = view
    self.carryOver = carryOver
  }
}

extension View {
  /// What became of a plan's unfinished actions.
  ///
  /// All actions of both plans bear on it: that one is unfinished, or new, rests on the others too.
  func carryOver(of plan: Entity<PlanState>) throws(FieldError) -> CarryOverNode {
    let carryOver = try read { reader throws(LedgerError) in try reader.carryOver(of: plan) }
    for action in try actions(of: plan.state.id) { basis.rest(on: action.entity) }
    if let successor = carryOver.successor {
      basis.rest(on: successor)
      for action in try actions(of: successor.state.id) { basis.rest(on: action.entity) }
    }
    return CarryOverNode(self, carryOver)
  }

  fileprivate func resolved(_ steps: [LineageStep]) -> Resolved {
    .list(of: steps) { step throws(FieldError) in .object(LineageNode(self, step)) }
  }
}

extension Resolved {
  /// Codes, or null.
  fileprivate init(_ codes: [Identifier]?) {
    self = codes.map { codes in .list(codes.map { .string($0.description) }) } ?? .null
  }
}
