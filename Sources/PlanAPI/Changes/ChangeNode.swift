internal import Coding
internal import EventStore
internal import Events
internal import GraphQL
internal import Projections

/// A change between two points, with its place among all of them.
final class ChangeNode {
  let context: QueryContext
  let change: Change
  let place: Int
  private let seenFrom: UInt64

  init(_ context: QueryContext, _ change: Change, place: Int, seenFrom: UInt64) {
    self.context = context
    self.change = change
    self.place = place
    self.seenFrom = seenFrom
  }

  /// An event, as the later point sees it.
  func event(_ position: UInt64?) throws(FieldError) -> Resolved {
    guard let position else { return .null }
    return Resolved(object: try context.eventNode(at: position, seenFrom: seenFrom))
  }

  /// A value in words, in a language.
  func shown(_ value: Datum?, in language: String) -> String? {
    value?.shown(in: language, fallback: context.identity.language)
  }

  /// The weakest class of provenance that the change rests on.
  var provenance: Provenance {
    let weakestFirst: [Provenance] = [.illustrative, .derived, .reported, .official]
    return weakestFirst.first { change.provenances.contains($0) } ?? .reported
  }

  /// The types of the events that did it, by their names.
  func eventTypes() throws(FieldError) -> [String] {
    var types: [String] = []
    for position in change.responsible {
      if let type = try context.event(at: position, withTexts: false)?.event.type.name {
        types.append(type)
      }
    }
    return types
  }
}

/// What changed between the two points that a field asks for.
func changes(_ info: Info) throws(FieldError) -> Connection<ChangeNode> {
  let context = info.context
  let span = try ChangeSpan(info)
  let basis = try context.basis(at: span.after, hasEffective: true)
  basis.from = try context.basis(at: span.before, hasEffective: true)
  context.add(basis, for: info.responseKey)
  let plan = info.arguments["plan"]?.string
  let id = try plan.map { text throws(FieldError) in
    guard let id = info.id("plan"), try context.isInSight(id, at: span) else {
      throw FieldError("plan: there is no plan \(text) in sight at either end")
    }
    return id
  }
  return try Connection(info, span, of: id, on: basis)
}

extension Connection<ChangeNode> {
  /// The changes of a plan, or of everything, as a connection.
  convenience init(
    _ info: Info, _ span: ChangeSpan, of plan: Identifier?, on basis: Basis
  ) throws(FieldError) {
    let context = info.context
    let start = "\(span.before.effectiveAt) @\(span.before.position)"
    try self.init(
      info, .changes, at: span.after, clocks: span.clockNames,
      of: "changes \(plan?.description ?? "") \(start)",
      rest: { node in for provenance in node.change.provenances { basis.rest(on: provenance) } },
      .list { () throws(FieldError) in
        let changes = try reading { () throws(LedgerError) in
          let changes = try Changes(context.snapshot, from: span.before, to: span.after)
          guard let plan else { return try changes.ofEverything() }
          return try changes.ofPlan(plan)
        }
        return changes.enumerated().map { place, change in
          ChangeNode(context, change, place: place, seenFrom: span.after.position)
        }
      })
  }
}

extension QueryContext {
  /// Whether a plan is in sight at one of the two points.
  fileprivate func isInSight(_ plan: Identifier, at span: ChangeSpan) throws(FieldError) -> Bool {
    try reading { () throws(LedgerError) in
      for point in [span.after, span.before] {
        let reading = try PointInTime(snapshot, at: point, withTexts: false)
        if try reading.plan(plan) != nil { return true }
      }
      return false
    }
  }
}
