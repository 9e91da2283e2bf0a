package import Events

/// A field of an entity's state: its name, its value and the event that gave it.
package struct StateField: Hashable, Sendable {
  /// The name, as the schema has it: `running`, `deadline`, `observations[2022]`.
  package var name: String
  /// The value; `nil` where there is none.
  package var value: Datum?
  /// The position of the event that gave the value, where the state keeps it.
  package var setBy: UInt64?
  /// Whether no event gives the value, but a rule over other fields and the day.
  package var isDerived = false

  /// A field whose state does not keep which event gave it.
  init(_ name: String, _ value: Datum?) {
    self.name = name
    self.value = value
  }

  /// A field whose state keeps the event with the value.
  init<Value>(_ name: String, _ fact: Fact<Value>?, _ datum: (Value) -> Datum?) {
    self.name = name
    value = fact.flatMap { datum($0.value) }
    setBy = value == nil ? nil : fact?.setBy
  }

  /// Whether the value is what a field has before anything was said of it: none, no, or how often
  /// something happened that did not. A zero that an event gave is a figure like any other.
  package var saysNothing: Bool {
    switch value {
    case nil, .flag(false), .list([]): true
    case .number(0): setBy == nil
    default: false
    }
  }

  /// The field of the weakest class of provenance that an entity rests on.
  static let provenance = "provenance"

  /// Whether the value is told of a thing that comes or goes: not where it says nothing, nor what the
  /// thing rests on, which is told beside each of its fields.
  var isWorthAWord: Bool { !saysNothing && !(isDerived && name == StateField.provenance) }

  /// A field that a rule gives.
  static func derived(_ name: String, _ value: Datum?) -> StateField {
    var field = StateField(name, value)
    field.isDerived = true
    return field
  }
}

/// A state that can say what it holds, field by field.
///
/// This one description serves all that compares states: differences between two days, between two
/// states of knowledge, and between a ledger with and without a batch.
package protocol DescribedState: EntityState {
  /// Its fields, always the same ones in the same order but for those of a list; values that are
  /// absent included.
  var fields: [StateField] { get }
  /// The fields that a rule gives on a day.
  static func derivedFields(of entity: Entity<Self>, on day: Day) -> [StateField]
  /// The days, beside those of its events, on which a derived field may change by itself.
  static func turningDays(of state: Self) -> [Day]
}

extension Entity where State: DescribedState {
  /// What its state says of its fields on a day, and what it rests on, unless that is a field of its own.
  func describedFields(on day: Day) -> [StateField] {
    let fields = state.fields + State.derivedFields(of: self, on: day)
    if fields.contains(where: { $0.name == StateField.provenance }) { return fields }
    return fields + [.derived(StateField.provenance, .word(provenance.description))]
  }
}

extension DescribedState {
  package static func derivedFields(of entity: Entity<Self>, on day: Day) -> [StateField] { [] }
  package static func turningDays(of state: Self) -> [Day] { [] }
}
