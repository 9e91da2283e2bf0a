internal import EventStore
internal import Events
internal import GraphQL
internal import LMDB
internal import Projections

/// Where everything below one entry field stands: a point on the three clocks, read in the question's
/// snapshot, and the basis of the answer.
final class View {
  let context: QueryContext
  let point: ReadingPoint
  let basis: Basis
  private let plain: PointInTime
  private var texts: PointInTime?
  // Nodes hold their view, and so a view that held nodes would never go away, nor its snapshot.
  private var actionsByPlan: [Identifier: [Entity<ActionState>]] = [:]
  private var names: [Identifier: (name: LangText?, provenance: Provenance?)] = [:]

  init(_ context: QueryContext, at point: ReadingPoint, basis: Basis) throws(FieldError) {
    self.context = context
    self.point = point
    self.basis = basis
    plain = try reading { () throws(LedgerError) in
      try PointInTime(context.snapshot, at: point, withTexts: false)
    }
  }

  /// Reads entities without their texts: most rows are only counted.
  func read<Value>(
    _ body: (PointInTime) throws(LedgerError) -> Value
  ) throws(FieldError) -> Value {
    try reading { () throws(LedgerError) in try body(plain) }
  }

  /// Reads with texts.
  func readTexts<Value>(
    _ body: (PointInTime) throws(LedgerError) -> Value
  ) throws(FieldError) -> Value {
    try reading { () throws(LedgerError) in
      try body(try readerOfTexts())
    }
  }

  private func readerOfTexts() throws(LedgerError) -> PointInTime {
    if let texts { return texts }
    let reader = try PointInTime(context.snapshot, at: point)
    texts = reader
    return reader
  }

  /// A plan that the answer rests on; `nil` where there is none in sight.
  func plan(_ id: Identifier) throws(FieldError) -> PlanNode? {
    let plan = try read { reader throws(LedgerError) in try reader.plan(id) }
    return plan.map { entity in
      basis.rest(on: entity)
      return PlanNode(self, entity)
    }
  }

  /// A plan's actions, by code.
  func actions(of plan: Identifier) throws(FieldError) -> [ActionNode] {
    let actions =
      if let known = actionsByPlan[plan] { known } else {
        try read { reader throws(LedgerError) in try reader.actions(of: plan) }
      }
    actionsByPlan[plan] = actions
    return actions.map { EntityNode(self, $0) }
  }

  /// An action that the answer rests on; `nil` where there is none in sight.
  func action(_ subject: StreamID) throws(FieldError) -> ActionNode? {
    guard subject.kind == .action else { return nil }
    let action = try read { reader throws(LedgerError) in
      try reader.entity(subject, as: ActionState.self)
    }
    return action.map { node($0) }
  }

  /// An entity as a node that the answer rests on.
  func node<State>(_ entity: Entity<State>) -> EntityNode<State> {
    basis.rest(on: entity)
    return EntityNode(self, entity)
  }

  /// An institution, be only its id in sight.
  func institution(_ id: Identifier) throws(FieldError) -> InstitutionNode {
    if let known = names[id] {
      return InstitutionNode(self, id: id, name: known.name, provenance: known.provenance)
    }
    let entity = try readTexts { reader throws(LedgerError) in try reader.institution(id) }
    if let entity { basis.rest(on: entity) }
    let name = entity?.state.name?.value
    names[id] = (name, entity?.provenance)
    return InstitutionNode(self, id: id, name: name, provenance: entity?.provenance)
  }

  /// Entities as nodes.
  func nodes<State>(
    _ body: (PointInTime) throws(LedgerError) -> [Entity<State>]
  ) throws(FieldError) -> [EntityNode<State>] {
    try read(body).map { EntityNode(self, $0) }
  }
}

/// An entity in a view.
final class EntityNode<State: EntityState> {
  let view: View
  let entity: Entity<State>
  private var stateWithTexts: State?

  init(_ view: View, _ entity: Entity<State>) {
    self.view = view
    self.entity = entity
  }

  var state: State { entity.state }

  /// The state with its texts, which are read when they are first wanted.
  func withTexts() throws(FieldError) -> State {
    if let stateWithTexts { return stateWithTexts }
    let subject = entity.subject
    let found = try view.readTexts { reader throws(LedgerError) in
      try reader.entity(subject, as: State.self)
    }
    let state = found?.state ?? entity.state
    stateWithTexts = state
    return state
  }

  /// When a fact took effect, as the event says that gave it.
  func effective<Value>(of fact: Fact<Value>?) throws(FieldError) -> CoarseDate? {
    guard let fact else { return nil }
    let subject = entity.subject
    return try view.read { reader throws(LedgerError) in
      try reader.event(of: fact, on: subject)?.event.effective
    }
  }
}

typealias PlanNode = EntityNode<PlanState>
typealias ActionNode = EntityNode<ActionState>
typealias ChallengeNode = EntityNode<ChallengeState>
typealias AchievementNode = EntityNode<AchievementState>
typealias ClaimNode = EntityNode<ClaimState>
typealias RecommendationNode = EntityNode<RecommendationState>
typealias ObligationNode = EntityNode<ObligationState>
typealias IndicatorNode = EntityNode<IndicatorState>
typealias LinkNode = EntityNode<LinkState>
typealias SourceNode = EntityNode<SourceState>

/// An institution, be only its id in sight.
final class InstitutionNode {
  let view: View
  let id: Identifier
  let name: LangText?
  /// The weakest class that it rests on; `nil` where only its id is in sight.
  let provenance: Provenance?

  init(_ view: View, id: Identifier, name: LangText?, provenance: Provenance?) {
    self.view = view
    self.id = id
    self.name = name
    self.provenance = provenance
  }
}
