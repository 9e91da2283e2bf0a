internal import EventStore
internal import Events
internal import GraphQL
internal import Projections

/// A count of victims in a view.
final class VictimCountNode {
  let view: View
  let country: Identifier
  let count: VictimCount
  let isSuppressed: Bool
  /// Whether it would be hidden, had not an official source published it.
  let isExempt: Bool

  init(
    _ view: View, _ country: Identifier, _ count: VictimCount, _ suppression: Suppression?
  ) {
    self.view = view
    self.country = country
    self.count = count
    isSuppressed = suppression?.hidden.contains(count.cell) ?? false
    isExempt = suppression?.exempt.contains(count.cell) ?? false
  }

  var cell: VictimCell { count.cell }

  /// The value as the answer shows it; `nil` where it is hidden or there is none.
  var value: Int64? { isSuppressed ? nil : count.value.value.value?.number }

  /// The cell written out, which no two counts of a country share.
  var key: String { cell.key }

  /// The event that gave it, whose body shows no value where the count is hidden.
  func setBy() throws(FieldError) -> EventNode? {
    try view.context.eventNode(
      at: count.value.setBy, seenFrom: view.point.position, hidesValues: isSuppressed)
  }
}

/// A country's counts as a field asks for them, those of a period only where one is given.
func victimCounts(
  _ info: Info, in view: View, during period: Period? = nil
) throws(FieldError) -> Connection<VictimCountNode> {
  let country = info.id("country")
  let limit = info.arguments["suppressBelow"]?.int
  if let limit, limit < 0 { throw FieldError("suppressBelow: \(limit) is below 0") }
  return try Connection(
    info, .victimCounts, at: view.point,
    of: "victims/\(country?.description ?? "") \(period?.description ?? "")",
    rest: { view.basis.rest(on: $0.count.provenance) },
    .list { () throws(FieldError) in
      try country.map { country throws(FieldError) in
        try view.victimCounts(of: country, during: period, suppressBelow: limit)
      } ?? []
    })
}

extension View {
  fileprivate func victimCounts(
    of country: Identifier, during period: Period?, suppressBelow limit: Int?
  ) throws(FieldError) -> [VictimCountNode] {
    let state = try read { reader throws(LedgerError) in
      try reader.victims(of: country)?.state
    }
    let all = state?.counts.values.map { $0 } ?? []
    // What is hidden does not hang on the period asked for: two fields of one answer agree.
    let suppression = limit.map { Suppression(of: all, below: Int64($0)) }
    return all.filter { count in period.map { count.cell.period.overlaps($0) } ?? true }
      .map { VictimCountNode(self, country, $0, suppression) }
  }
}
