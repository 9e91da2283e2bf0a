internal import Events

extension ItemTotal {
  /// The country whose counts are meant where several countries hold the same cell.
  private static let home = Identifier("LV")

  /// The count of a cell: as it was recorded, else as the sum of cells that differ in their periods
  /// alone and cover the cell's own without gap or overlap.
  static func victims(_ cell: VictimCell, _ countries: [Entity<VictimsState>]) -> ItemTotal {
    let found = countries.map { (country: $0.state.country, total: victims(cell, in: $0.state)) }
      .filter { $0.total.hasItems }
    if let own = found.first(where: { $0.country == home }) { return own.total }
    return found.count > 1 ? .notComparable : found.first?.total ?? .none
  }

  private static func victims(_ cell: VictimCell, in state: VictimsState) -> ItemTotal {
    if let count = state.counts[cell] { return sum([count]) }
    let parts = state.counts.values.filter { $0.cell.isPart(ofPeriodOf: cell) }
    if parts.isEmpty { return .none }
    let known = parts.filter { $0.value.value.value != nil }
    return cover(of: cell.period, by: known).map(sum) ?? .notComparable
  }

  private static func sum(_ counts: [VictimCount]) -> ItemTotal {
    var total = ItemTotal(number: 0, hasItems: true, isIllustrative: true)
    for count in counts {
      total.provenance.insert(count.provenance)
      if count.provenance != .illustrative { total.isIllustrative = false }
      guard let number = total.number, let value = count.value.value.value else {
        total.number = nil
        continue
      }
      let (sum, overflows) = number.addingReportingOverflow(value.number)
      total.number = overflows ? nil : sum
    }
    return total
  }

  /// Counts whose periods follow one another from a period's first day to its last; the coarsest that
  /// there are. `nil` where none do.
  ///
  /// Going backwards over the days on which a period begins, what covers the rest from that day on is
  /// the longest part behind which the rest is covered.
  private static func cover(of period: Period, by counts: [VictimCount]) -> [VictimCount]? {
    var next: [Day: VictimCount] = [:]
    let fromTheEnd = counts.sorted {
      ($1.cell.period.firstDay, $0.cell.period.dayAfter)
        < ($0.cell.period.firstDay, $1.cell.period.dayAfter)
    }
    for count in fromTheEnd {
      let end = count.cell.period.dayAfter
      // Of those that begin on one day, a longer one comes later and takes the place.
      if end == period.dayAfter || next[end] != nil { next[count.cell.period.firstDay] = count }
    }
    var chosen: [VictimCount] = []
    var day = period.firstDay
    while day != period.dayAfter {
      guard let count = next[day] else { return nil }
      chosen.append(count)
      day = count.cell.period.dayAfter
    }
    return chosen
  }
}

extension VictimCell {
  /// Whether the cell counts a part of another's days, of at most a year, and the same in all else.
  fileprivate func isPart(ofPeriodOf whole: VictimCell) -> Bool {
    var same = self
    same.period = whole.period
    return same == whole && period.firstDay.days(to: period.dayAfter) <= 366
      && whole.period.firstDay <= period.firstDay && period.dayAfter <= whole.period.dayAfter
  }
}
