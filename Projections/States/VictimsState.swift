package import Events

/// One count of victims as it stands.
package struct VictimCount: Sendable, Hashable {
  /// What is counted.
  package var cell: VictimCell
  /// How many.
  package var value: Fact<Known<Count>>
  /// Registers that may count some of the same persons.
  package var overlapWith: [Identifier]
  /// Whether the source restated it.
  package var isRevised: Bool
  /// Whose word it is.
  package var provenance: Provenance
  /// When it took effect.
  package var effective: CoarseDate
  /// When it was said in public.
  package var published: CoarseDate?
}

/// All counts of victims of one country.
package struct VictimsState: EntityState {
  /// The country.
  package let country: Identifier
  /// The counts, by cell.
  package private(set) var counts: [VictimCell: VictimCount] = [:]

  package init(subject: StreamID) { country = subject.code }

  package var exists: Bool { !counts.isEmpty }

  package mutating func evolve(_ event: LiveEvent) {
    switch event.event.data {
    case .victimCountRecorded(let body):
      set(body.cell, body.value, body.overlapWith, isRevised: false, event)
    case .victimCountRevised(let body):
      set(body.cell, body.value, body.overlapWith, isRevised: true, event)
    default: break
    }
  }

  private mutating func set(
    _ cell: VictimCell, _ value: Known<Count>, _ overlapWith: [Identifier], isRevised: Bool,
    _ event: LiveEvent
  ) {
    counts[cell] = VictimCount(
      cell: cell, value: Fact(value, by: event), overlapWith: overlapWith, isRevised: isRevised,
      provenance: event.event.provenance, effective: event.event.effective ?? CoarseDate(event.day),
      published: event.published)
  }
}

extension VictimCell {
  /// Whether this cell is a total of which the other is a part: equal in basis, register and period,
  /// and ALL wherever they differ.
  package func isTotal(of part: VictimCell) -> Bool {
    guard basis == part.basis, register == part.register, period == part.period, self != part else {
      return false
    }
    return (sex == part.sex || sex == .all) && (ageGroup == part.ageGroup || ageGroup == .all)
      && (citizenship == part.citizenship || citizenship == .all)
      && (exploitation == part.exploitation || exploitation == .all)
      && (place == part.place || place == .all)
  }
}
