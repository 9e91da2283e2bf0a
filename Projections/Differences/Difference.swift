package import Events

/// What became of an entity between two states of it.
package enum Presence: String, Sendable, CaseIterable {
  /// It is there in the later state only.
  case appeared = "APPEARED"
  /// It is there in both, and differs.
  case changed = "CHANGED"
  /// It is there in the earlier state only.
  case disappeared = "DISAPPEARED"
}

/// How an entity differs between two states.
package struct EntityDifference: Sendable {
  /// Which entity.
  package let key: EntityKey
  /// What it is called, in the later state where it is there.
  package let name: LangText?
  /// What became of it.
  package let presence: Presence
  /// The fields that differ, in the order of its state.
  package let fields: [FieldDifference]
  /// The events that count in the later state only, in the order of time.
  package let brought: [LiveEvent]
  /// The events that count in the earlier state only, in the order of time.
  package let dropped: [LiveEvent]
}

/// How a field of an entity differs between two states.
package struct FieldDifference: Sendable {
  /// The field's name, as the schema has it.
  package let field: String
  /// The value in the earlier state; `nil` where it has none.
  package let old: Datum?
  /// The value in the later state; `nil` where it has none.
  package let new: Datum?
  /// The position of the event that gave the earlier value.
  package let oldBy: UInt64?
  /// The position of the event that gave the later value, or took the earlier one away.
  package let newBy: UInt64?
  /// Whether no event gives the value, but a rule over other fields and the day.
  package let isDerived: Bool
  /// The events that moved the field and count in the later state only, in the order of time.
  package let brought: [LiveEvent]
  /// The events that moved the field and count in the earlier state only, in the order of time.
  package let dropped: [LiveEvent]
}

/// How two states of an entity differ, field by field; `nil` where they do not.
///
/// A pure function: what is compared is what the two states say of their fields (`DescribedState`).
///
/// - Parameters:
///   - before: the earlier state; `nil` where the entity was not there.
///   - after: the later state.
package func difference(from before: Portrait?, to after: Portrait?) -> EntityDifference? {
  guard let key = after?.key ?? before?.key else { return nil }
  precondition(before == nil || before?.key == key, "two states of one entity are compared")
  let isChange = before != nil && after != nil
  let names = fieldNames(before, after).filter { name in
    let (old, new) = (before?.field(name), after?.field(name))
    // Of what comes or goes, a field that says nothing is not worth a word.
    return old?.value != new?.value && (isChange || (new ?? old)?.isWorthAWord == true)
  }
  if names.isEmpty { return nil }
  let comparison = Comparison(key, before, after)
  return EntityDifference(
    key: key, name: after?.name ?? before?.name,
    presence: isChange ? .changed : after == nil ? .disappeared : .appeared,
    fields: names.map(comparison.difference), brought: comparison.brought,
    dropped: comparison.dropped)
}

/// The names of the fields of either state, in their order.
func fieldNames(_ before: Portrait?, _ after: Portrait?) -> [String] {
  var names = (after ?? before)?.fields.map(\.name) ?? []
  for field in before?.fields ?? [] where !names.contains(field.name) { names.append(field.name) }
  return names
}

/// Two states that differ, and the events that only one of them rests on.
private struct Comparison {
  let before: Portrait?
  let after: Portrait?
  let movesBefore: [String: [Move]]
  let movesAfter: [String: [Move]]
  let brought: [LiveEvent]
  let dropped: [LiveEvent]

  init(_ key: EntityKey, _ before: Portrait?, _ after: Portrait?) {
    self.before = before
    self.after = after
    movesBefore = key.moves(before?.events ?? [])
    movesAfter = key.moves(after?.events ?? [])
    let then = Set((before?.events ?? []).map(\.sameness))
    let now = Set((after?.events ?? []).map(\.sameness))
    brought = (after?.events ?? []).filter { !then.contains($0.sameness) }
    dropped = (before?.events ?? []).filter { !now.contains($0.sameness) }
  }

  func difference(of name: String) -> FieldDifference {
    let (old, new) = (before?.field(name), after?.field(name))
    let isDerived = (new ?? old)?.isDerived ?? false
    // What a rule makes of other fields was moved by what moved those.
    let movers = isDerived ? ["running", "deadline", "deliveredOn"] : [name]
    var came = events(brought, in: movesAfter, not: movesBefore, of: movers)
    var went = events(dropped, in: movesBefore, not: movesAfter, of: movers)
    if isDerived, name == StateField.provenance {
      came = brought.filter { $0.event.provenance == after?.provenances.weakest }
      went = dropped.filter { $0.event.provenance == before?.provenances.weakest }
    }
    // A value may hang on more than the event that gave it, such as how often a deadline was moved.
    if came.isEmpty && went.isEmpty && !isDerived { (came, went) = (brought, dropped) }
    return FieldDifference(
      field: name, old: old?.value, new: new?.value,
      oldBy: isDerived ? nil : old?.setBy ?? movesBefore[name]?.last?.event.bodyPosition,
      newBy: isDerived ? nil : new?.setBy ?? movesAfter[name]?.last?.event.bodyPosition,
      isDerived: isDerived, brought: came, dropped: went)
  }

  /// Those of some events that moved one of the fields, and did not likewise by the other timeline.
  private func events(
    _ events: [LiveEvent], in moves: [String: [Move]], not others: [String: [Move]],
    of names: [String]
  ) -> [LiveEvent] {
    var moving: Set<UInt64> = []
    for name in names {
      for move in moves[name] ?? []
      where others[name]?.contains(where: move.isSame) != true {
        moving.insert(move.event.position)
      }
    }
    return events.filter { moving.contains($0.position) }
  }
}

/// What two beliefs in an event have in common where they are the same.
package struct Sameness: Hashable, Sendable {
  private let position: UInt64
  private let bodyPosition: UInt64
  private let published: CoarseDate?

  fileprivate init(_ event: LiveEvent) {
    position = event.position
    bodyPosition = event.bodyPosition
    published = event.published
  }
}

extension LiveEvent {
  /// By which it is told whether the event is believed as it was before.
  package var sameness: Sameness { Sameness(self) }
}
