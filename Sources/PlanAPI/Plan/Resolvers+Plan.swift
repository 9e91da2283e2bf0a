internal import EventStore
internal import Events
internal import GraphQL
internal import Projections

extension Resolvers<QueryContext> {
  /// A plan and what belongs to it alone.
  mutating func addPlan() {
    object("Plan", of: PlanNode.self) { type in
      type.addFacts()
      type.addLists()
      type.addTies()
    }
    object("Area", of: AreaNode.self) { type in
      type.field("code") { area, _ throws(FieldError) in Resolved(area.code) }
      type.words("title") { area throws(FieldError) in
        area.state?.title?.value
      }
      type.words("aim") { area throws(FieldError) in
        area.state?.aim
      }
    }
    object("Institution", of: InstitutionNode.self) { type in
      type.field("id") { institution, _ throws(FieldError) in Resolved(institution.id) }
      type.words("name") { institution throws(FieldError) in
        institution.name
      }
      type.field("provenance") { institution, _ throws(FieldError) in
        Resolved(word: institution.provenance)
      }
    }
    object("Period", of: Node<Period>.self) { type in
      type.field("text") { period, _ throws(FieldError) in .string(period.value.description) }
      type.field("from") { period, _ throws(FieldError) in
        .string(period.value.firstDay.description)
      }
      type.field("through") { period, _ throws(FieldError) in
        .string(period.value.end.lastDay.description)
      }
    }
    addConnection("Plan", of: PlanNode.self, keys: ["status", "provenance"])
  }
}

extension ObjectResolvers<PlanNode, QueryContext> {
  fileprivate mutating func addFacts() {
    field("id") { plan, _ throws(FieldError) in Resolved(plan.state.id) }
    words("title") { plan throws(FieldError) in
      try plan.withTexts().title?.value
    }
    field("period") { plan, _ throws(FieldError) in
      Resolved(object: plan.state.period.map { Node($0.value) })
    }
    field("status") { plan, _ throws(FieldError) in Resolved(plan.state.status?.value.rawValue) }
    field("act") { plan, _ throws(FieldError) in Resolved(plan.state.act?.value.description) }
    field("responsible") { plan, _ throws(FieldError) in
      try plan.view.resolved(plan.state.responsible)
    }
    field("approvedOn") { plan, _ throws(FieldError) in Resolved(plan.state.approvedOn) }
    field("closedOn") { plan, _ throws(FieldError) in Resolved(plan.state.closedOn) }
    field("itemVerdictsNotHeld") { plan, _ throws(FieldError) in
      .boolean(plan.state.itemVerdictsNotHeld)
    }
    field("predecessor") { plan, _ throws(FieldError) in
      guard let id = plan.state.predecessor else { return .null }
      return Resolved(object: try plan.view.plan(id))
    }
    field("successor") { plan, _ throws(FieldError) in
      let entity = plan.entity
      let successor = try plan.view.read { reader throws(LedgerError) in
        try reader.successor(of: entity)
      }
      return Resolved(object: successor.map { plan.view.node($0) })
    }
    field("provenance") { plan, _ throws(FieldError) in
      .string(plan.entity.provenance.description)
    }
  }

  fileprivate mutating func addLists() {
    field("areas") { plan, _ throws(FieldError) in
      .list(of: try plan.view.areas(of: plan.state.id)) { area throws(FieldError) in .object(area) }
    }
    field("actions") { plan, info throws(FieldError) in
      let view = plan.view
      let id = plan.state.id
      return .object(
        try Connection(info, .actions, in: view, of: "plan/\(id)") { () throws(FieldError) in
          try view.actions(of: id)
        })
    }
    field("victimCounts") { plan, info throws(FieldError) in
      .object(try victimCounts(info, in: plan.view, during: plan.state.period?.value))
    }
    field("challenges") { plan, info throws(FieldError) in
      let view = plan.view
      let id = plan.state.id
      return .object(
        try Connection(info, .challenges, in: view, of: "plan/\(id)") {
          () throws(FieldError) in
          try view.nodes { reader throws(LedgerError) in try reader.challenges(of: id) }
        })
    }
    field("achievements") { plan, info throws(FieldError) in
      let view = plan.view
      let id = plan.state.id
      return .object(
        try Connection(info, .achievements, in: view, of: "plan/\(id)") {
          () throws(FieldError) in
          try view.nodes { reader throws(LedgerError) in try reader.achievements(of: id) }
        })
    }
    field("claims") { plan, _ throws(FieldError) in
      .list(of: try plan.view.claims(of: plan.state.id)) { claim throws(FieldError) in
        .object(claim)
      }
    }
    field("reconciliation") { plan, _ throws(FieldError) in
      try plan.view.reconciliation(of: plan.state.id)
    }
    field("series") { plan, info throws(FieldError) in
      try plan.view.series(info, of: plan.state.id)
    }
    field("changes") { plan, info throws(FieldError) in
      let span = try ChangeSpan(info, through: plan.view)
      return .object(
        try Connection(info, span, of: plan.state.id, on: plan.view.basis))
    }
    field("history") { plan, _ throws(FieldError) in
      try plan.view.historyList(of: plan.entity.subject)
    }
  }
}

/// An area of a plan, be only its code in sight.
final class AreaNode {
  let view: View
  let code: Identifier
  let state: AreaState?

  init(_ view: View, _ code: Identifier, _ state: AreaState?) {
    self.view = view
    self.code = code
    self.state = state
  }
}

extension View {
  /// A plan's areas, by code.
  func areas(of plan: Identifier) throws(FieldError) -> [AreaNode] {
    let areas = try readTexts { reader throws(LedgerError) in try reader.areas(of: plan) }
    return areas.map { area in
      basis.rest(on: area)
      return AreaNode(self, area.state.code, area.state)
    }
  }

  /// An area, be only its code in sight.
  func area(_ code: Identifier, of plan: Identifier) throws(FieldError) -> AreaNode {
    let area = try readTexts { reader throws(LedgerError) in
      try reader.entity(.within(plan, .area, code), as: AreaState.self)
    }
    if let area { basis.rest(on: area) }
    return AreaNode(self, code, area?.state)
  }

  /// An institution by its id, or null.
  func resolved(_ id: Identifier?) throws(FieldError) -> Resolved {
    guard let id else { return .null }
    return .object(try institution(id))
  }

  /// A plan's claims, by id, with their texts.
  func claims(of plan: Identifier) throws(FieldError) -> [ClaimNode] {
    let claims = try readTexts { reader throws(LedgerError) in try reader.claims(of: plan) }
    return claims.map { claim in
      basis.rest(on: claim)
      return ClaimNode(self, claim)
    }
  }
}

extension RowKind<PlanNode> {
  static let plans = RowKind(
    "Plan", key: "id",
    [
      Column("id", .code) { plan throws(FieldError) in ColumnValue(plan.state.id) },
      Column("title", .text) { plan throws(FieldError) in
        plan.view.column(try plan.withTexts().title?.value)
      },
      Column("status", .word) { plan throws(FieldError) in
        ColumnValue(status: plan.state.status?.value)
      },
      Column("period", .period) { plan throws(FieldError) in
        plan.state.period.map { .period($0.value) } ?? .missing
      },
      Column("approvedOn", .date) { plan throws(FieldError) in ColumnValue(plan.state.approvedOn) },
      Column("closedOn", .date) { plan throws(FieldError) in ColumnValue(plan.state.closedOn) },
      Column("provenance", .word) { plan throws(FieldError) in
        ColumnValue(word: plan.entity.provenance)
      },
    ])
}
