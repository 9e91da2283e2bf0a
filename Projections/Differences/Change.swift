package import Events

/// A field of an entity that has another value at one point on the clocks than at another.
package struct Change: Sendable {
  /// Which entity.
  package var key: EntityKey
  /// What it is called.
  package var name: LangText?
  /// The code of its area, or of the area that it is; `nil` where it has none.
  package var area: Identifier?
  /// What became of the entity.
  package var presence: Presence
  /// The field's name, as the schema has it.
  package var field: String
  /// The value at the earlier point; `nil` where it has none.
  package var old: Datum?
  /// The value at the later point; `nil` where it has none.
  package var new: Datum?
  /// Whether no event gives the value, but a rule over other fields and the day.
  package var isDerived: Bool
  /// The position of the event that gave the earlier value.
  package var oldBy: UInt64?
  /// The position of the event that gave the later value, or took the earlier one away.
  package var newBy: UInt64?
  /// The date from which the answer is another one.
  package var effective: CoarseDate?
  /// The positions of the events that did it, ascending; none where it was time alone.
  package var responsible: [UInt64]
  /// The classes of provenance that the two values rest on.
  package var provenances: Set<Provenance>
}
