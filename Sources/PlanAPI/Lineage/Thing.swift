internal import EventStore
internal import Events
internal import GraphQL
internal import Projections

/// Anything that has a stream, be it in sight or not: one end of a link, the origin of an action.
final class ThingNode {
  let view: View
  let stream: StreamID

  init(_ view: View, _ stream: StreamID) {
    self.view = view
    self.stream = stream
  }
}

extension Resolvers<QueryContext> {
  /// Whatever can be linked.
  mutating func addThings() {
    object("Thing", of: ThingNode.self) { type in
      type.field("stream") { thing, _ throws(FieldError) in .string(thing.stream.description) }
      type.field("kind") { thing, _ throws(FieldError) in
        .string(thing.stream.kind.rawValue.uppercased())
      }
      type.field("id") { thing, _ throws(FieldError) in Resolved(thing.stream.code) }
      type.field("plan") { thing, _ throws(FieldError) in Resolved(thing.stream.plan) }
      type.words("title") { thing throws(FieldError) in
        try thing.view.title(of: thing.stream)
      }
      type.field("action") { thing, _ throws(FieldError) in
        Resolved(object: try thing.view.action(thing.stream))
      }
    }
  }
}

extension View {
  /// The title of whatever has a stream; `nil` where it is not in sight, or has none.
  func title(of stream: StreamID) throws(FieldError) -> LangText? {
    switch stream.kind {
    case .plan: try entity(stream, PlanState.self)?.title?.value
    case .area: try entity(stream, AreaState.self)?.title?.value
    case .action: try entity(stream, ActionState.self)?.title?.value
    case .claim: try entity(stream, ClaimState.self)?.label?.value
    case .indicator: try entity(stream, IndicatorState.self)?.defined?.value.title
    case .challenge: try entity(stream, ChallengeState.self)?.title?.value
    case .achievement: try entity(stream, AchievementState.self)?.title?.value
    case .recommendation: try entity(stream, RecommendationState.self)?.received?.value.text
    case .obligation: try entity(stream, ObligationState.self)?.obligation?.value.title
    case .source: try entity(stream, SourceState.self)?.document?.value.title
    case .institution: try entity(stream, InstitutionState.self)?.name?.value
    case .victims, .link: nil
    }
  }

  /// The state of an entity with its texts, which the answer rests on.
  private func entity<State: EntityState>(
    _ stream: StreamID, _: State.Type
  ) throws(FieldError) -> State? {
    let entity = try readTexts { reader throws(LedgerError) in
      try reader.entity(stream, as: State.self)
    }
    if let entity { basis.rest(on: entity) }
    return entity?.state
  }
}
