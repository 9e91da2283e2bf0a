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

  init(_ view: View, _ country: Identifier, _ count: VictimCount, isSuppressed: Bool) {
    self.view = view
    self.country = country
    self.count = count
    self.isSuppressed = isSuppressed
  }

  var cell: VictimCell { count.cell }

  /// The value as the answer shows it; `nil` where it is hidden or there is none.
  var value: Int64? { isSuppressed ? nil : count.value.value.value?.number }

  /// The cell written out, which no two counts of a country share.
  var key: String {
    let cell = count.cell
    return [
      cell.basis.description, cell.period.firstDay.description,
      cell.period.end.lastDay.description, cell.register.description, cell.sex.description,
      cell.ageGroup.description, cell.citizenship.description, cell.exploitation.description,
      cell.place.description,
    ].joined(separator: " ")
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
    let counts = (state?.counts.values.map { $0 } ?? []).filter { count in
      period.map { count.cell.period.overlaps($0) } ?? true
    }
    let hidden = limit.map { hiddenCells(of: counts, below: Int64($0)) } ?? []
    return counts.map { count in
      VictimCountNode(self, country, count, isSuppressed: hidden.contains(count.cell))
    }
  }
}

/// The cells that must not be shown, so that none from 1 up to below a limit can be told.
///
/// Beside the small cells these are all totals of one: what is left is no equation that a small cell
/// is part of. A cell that an official source has published is told already.
func hiddenCells(of counts: [VictimCount], below limit: Int64) -> Set<VictimCell> {
  let small = counts.filter { count in
    guard let value = count.value.value.value?.number else { return false }
    return value > 0 && value < limit && !count.isPublishedOfficially
  }
  var hidden = Set(small.map(\.cell))
  for count in counts where !count.isPublishedOfficially {
    if small.contains(where: { count.cell.isTotal(of: $0.cell) }) { hidden.insert(count.cell) }
  }
  return hidden
}

extension VictimCount {
  fileprivate var isPublishedOfficially: Bool { provenance == .official && published != nil }
}
