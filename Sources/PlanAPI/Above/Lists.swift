internal import EventStore
internal import Events
internal import GraphQL
internal import Projections

extension ObjectResolvers<QueryContext, QueryContext> {
  /// The lists of what stands above plans, as entry fields.
  mutating func addListsAbove() {
    field("recommendations") { _, info throws(FieldError) in
      .object(try recommendations(info, in: try View(info)))
    }
    field("obligations") { _, info throws(FieldError) in
      .object(try obligations(info, in: try View(info)))
    }
    field("indicators") { _, info throws(FieldError) in
      .object(try indicators(info, in: try View(info)))
    }
    field("agenda") { _, info throws(FieldError) in .object(try agenda(info)) }
    field("links") { _, info throws(FieldError) in
      let view = try View(info)
      return .object(
        try Connection(info, .links, in: view, of: "links") { () throws(FieldError) in
          try view.nodes { reader throws(LedgerError) in try reader.links() }
        })
    }
    field("sources") { _, info throws(FieldError) in
      let view = try View(info)
      return .object(
        try Connection(info, .sources, in: view, of: "sources") { () throws(FieldError) in
          try view.nodes { reader throws(LedgerError) in
            try reader.entities(.source, under: "source/")
          }
        })
    }
    field("institutions") { _, info throws(FieldError) in
      let view = try View(info)
      return .object(
        try Connection(
          info, .institutions, at: view.point, of: "institutions",
          rest: { $0.provenance.map(view.basis.rest(on:)) },
          .list { () throws(FieldError) in try view.institutions() }))
    }
  }
}

extension ObjectResolvers<PlanNode, QueryContext> {
  /// What stands above a plan and is tied to it.
  mutating func addTies() {
    field("carryOver") { plan, _ throws(FieldError) in
      .object(try plan.view.carryOver(of: plan.entity))
    }
    field("recommendations") { plan, info throws(FieldError) in
      .object(try recommendations(info, in: plan.view, of: plan.state.id))
    }
    field("obligations") { plan, info throws(FieldError) in
      .object(try obligations(info, in: plan.view, of: plan.state.id))
    }
    field("indicators") { plan, info throws(FieldError) in
      .object(try indicators(info, in: plan.view, of: plan.state.id))
    }
    field("links") { plan, _ throws(FieldError) in try plan.view.links(of: plan.entity.subject) }
  }
}

private func recommendations(
  _ info: Info, in view: View, of plan: Identifier? = nil
) throws(FieldError) -> Connection<RecommendationNode> {
  try Connection(info, .recommendations, in: view, of: place("recommendations", plan)) {
    () throws(FieldError) in
    let actions = try view.entities(of: plan)
    return try view.nodes { reader throws(LedgerError) in
      try reader.recommendations(of: plan, actions)
    }
  }
}

private func obligations(
  _ info: Info, in view: View, of plan: Identifier? = nil
) throws(FieldError) -> Connection<ObligationNode> {
  try Connection(info, .obligations, in: view, of: place("obligations", plan)) {
    () throws(FieldError) in
    let actions = try view.entities(of: plan)
    return try view.nodes { reader throws(LedgerError) in
      try reader.obligations(of: plan, actions)
    }
  }
}

private func indicators(
  _ info: Info, in view: View, of plan: Identifier? = nil
) throws(FieldError) -> Connection<IndicatorNode> {
  try Connection(info, .indicators, in: view, of: place("indicators", plan)) {
    () throws(FieldError) in
    let actions = try view.entities(of: plan)
    return try view.nodes { reader throws(LedgerError) in
      try reader.indicators(of: plan, actions)
    }
  }
}

/// What a list is of: all, or those of a plan.
private func place(_ name: String, _ plan: Identifier?) -> String {
  plan.map { "plan/\($0) \(name)" } ?? name
}

extension View {
  /// A plan's actions as entities; none of no plan.
  fileprivate func entities(of plan: Identifier?) throws(FieldError) -> [Entity<ActionState>] {
    guard let plan else { return [] }
    return try actions(of: plan).map(\.entity)
  }

  /// All institutions in sight, by id.
  fileprivate func institutions() throws(FieldError) -> [InstitutionNode] {
    let all: [Entity<InstitutionState>] = try readTexts { reader throws(LedgerError) in
      try reader.entities(.institution, under: "institution/")
    }
    return all.map { entity in
      InstitutionNode(
        self, id: entity.state.id, name: entity.state.name?.value, provenance: entity.provenance)
    }
  }
}
