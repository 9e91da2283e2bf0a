internal import EventStore
internal import Events
internal import GraphQL
internal import Projections

extension Resolvers<QueryContext> {
  /// An action and its assessment.
  mutating func addAction() {
    object("Action", of: ActionNode.self) { type in
      type.addFacts()
      type.addInstitutions()
      type.addDates()
      type.addEvents()
      type.addLineage()
    }
    object("Assessment", of: AssessmentNode.self) { type in
      type.field("verdict") { node, _ throws(FieldError) in .string(node.state.verdict.description)
      }
      type.field("finality") { node, _ throws(FieldError) in
        .string(node.state.finality.description)
      }
      type.field("cutOff") { node, _ throws(FieldError) in Resolved(node.state.cutOff) }
      type.field("scale") { node, _ throws(FieldError) in .string(node.state.scale.description) }
      type.field("assessor") { node, _ throws(FieldError) in
        try node.view.resolved(node.state.assessor)
      }
      type.field("setBy") { node, _ throws(FieldError) in
        Resolved(object: try node.view.eventNode(at: node.setBy))
      }
    }
    addConnection(
      "Action", of: ActionNode.self,
      keys: [
        "area", "kind", "lead", "running", "assessment", "finality", "timeliness", "provenance",
      ])
  }
}

extension ObjectResolvers<ActionNode, QueryContext> {
  fileprivate mutating func addFacts() {
    field("code") { action, _ throws(FieldError) in Resolved(action.state.code) }
    words("title") { action throws(FieldError) in
      try action.withTexts().title?.value
    }
    words("expectedResult") { action throws(FieldError) in
      try action.withTexts().expectedResult
    }
    field("plan") { action, _ throws(FieldError) in Resolved(action.state.plan) }
    field("kind") { action, _ throws(FieldError) in Resolved(word: action.state.kindOrDefault) }
    field("origin") { action, _ throws(FieldError) in Resolved(action.state.origin?.description) }
    field("running") { action, _ throws(FieldError) in
      Resolved(action.state.running?.value.rawValue)
    }
    field("assessment") { action, _ throws(FieldError) in
      Resolved(object: action.state.assessment.map { AssessmentNode(action.view, $0) })
    }
    field("percent") { action, _ throws(FieldError) in
      Resolved(action.state.percent.map { Int($0.value) })
    }
    field("isUnfinished") { action, _ throws(FieldError) in .boolean(action.state.isUnfinished) }
    field("provenance") { action, _ throws(FieldError) in
      .string(action.entity.provenance.description)
    }
    field("imprecise") { action, _ throws(FieldError) in .boolean(action.entity.isImprecise) }
  }

  fileprivate mutating func addInstitutions() {
    field("area") { action, _ throws(FieldError) in
      guard let area = action.state.area?.value else { return .null }
      return .object(try action.view.area(area, of: action.state.plan))
    }
    field("lead") { action, _ throws(FieldError) in
      try action.view.resolved(action.state.lead?.value)
    }
    field("involved") { action, _ throws(FieldError) in
      .list(of: action.state.involved?.value ?? []) { id throws(FieldError) in
        .object(try action.view.institution(id))
      }
    }
  }

  fileprivate mutating func addDates() {
    field("timeliness") { action, info throws(FieldError) in
      let kind = info.arguments["against"]?.string.flatMap { DeadlineKind(rawValue: $0) }
      return .string(
        action.entity.timeliness(on: action.view.point.effectiveAt, against: kind ?? .current)
          .rawValue)
    }
    field("deadline") { action, _ throws(FieldError) in Resolved(action.state.deadline?.value) }
    field("originalDeadline") { action, _ throws(FieldError) in
      Resolved(action.state.originalDeadline)
    }
    field("postponements") { action, _ throws(FieldError) in .int(action.state.postponements) }
    field("startedOn") { action, _ throws(FieldError) in Resolved(action.state.startedOn?.value) }
    field("deliveredOn") { action, _ throws(FieldError) in
      Resolved(action.state.deliveredOn?.value)
    }
  }

  fileprivate mutating func addEvents() {
    field("setBy") { action, info throws(FieldError) in
      guard let name = info.arguments["field"]?.string,
        let position = action.state.setter(of: name)
      else { return .null }
      return Resolved(object: try action.view.eventNode(at: position))
    }
    field("history") { action, _ throws(FieldError) in
      try action.view.historyList(of: action.entity.subject)
    }
  }
}

extension ActionState {
  /// The position of the event that gave a field of the schema's `ActionField` its value; `nil` where
  /// the field has none.
  fileprivate func setter(of field: String) -> UInt64? {
    switch field {
    case "TITLE": title?.setBy
    case "AREA": area?.setterOfSome()
    case "KIND": kind?.setterOfSome()
    case "LEAD": lead?.setterOfSome()
    case "INVOLVED": involved.flatMap { $0.value.isEmpty ? nil : $0.setBy }
    case "RUNNING": running?.setBy
    case "ASSESSMENT": assessment?.setBy
    case "DEADLINE": deadline?.setBy
    case "STARTED_ON": startedOn?.setBy
    case "DELIVERED_ON": deliveredOn?.setBy
    case "PERCENT": percent?.setBy
    case "DISPOSITION": disposition?.setBy
    default: preconditionFailure("the schema has an ActionField \(field)")
    }
  }
}

extension Fact {
  /// The event that gave the value, where there is a value.
  fileprivate func setterOfSome<Wrapped>() -> UInt64? where Value == Wrapped? {
    value == nil ? nil : setBy
  }
}

/// A verdict on an action, in a view.
final class AssessmentNode {
  let view: View
  let state: AssessmentState
  let setBy: UInt64

  init(_ view: View, _ fact: Fact<AssessmentState>) {
    self.view = view
    state = fact.value
    setBy = fact.setBy
  }
}
