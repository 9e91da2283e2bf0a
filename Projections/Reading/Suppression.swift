package import Events

/// Which counts of an answer are hidden, so that no small one can be told from those that are shown.
///
/// A small count is protected by a change that nobody could see: were one person of it in another
/// category, or not there at all, every count shown would be the same. So for each small cell a
/// dimension and another category are chosen, and hidden is whatever tells the two apart; totals of
/// both can be shown. Where no category will do, everything that overlaps the cell is hidden, its
/// totals too. This holds however counts are added and subtracted, over dimensions, periods and
/// registers. Of what would do, the choice falls on what hides the fewest counts more.
///
/// What an official source has published is told already, and is never hidden. Where such figures alone
/// tell a small cell, nothing protects it; no other count then helps to.
package struct Suppression: Sendable {
  /// A figure that an answer may show.
  package struct Figure: Sendable {
    /// What is counted.
    package var cell: VictimCell
    /// How many.
    package var number: Int64
    /// Whether an official source has published it.
    package var isPublished: Bool

    /// A figure.
    package init(_ cell: VictimCell, _ number: Int64, isPublished: Bool) {
      self.cell = cell
      self.number = number
      self.isPublished = isPublished
    }
  }

  /// The cells that are not shown.
  package private(set) var hidden: Set<VictimCell> = []
  /// The small cells that are shown, because an official source has published them.
  package private(set) var exempt: Set<VictimCell> = []
  private let figures: [Figure]

  /// Hides counts from 1 up to below a limit, and whatever would tell them.
  ///
  /// - Complexity: O(small cells × cells × categories).
  package init(of counts: [VictimCount], below limit: Int64) {
    self.init(of: counts.compactMap(\.figure), below: limit)
  }

  /// Hides figures from 1 up to below a limit, and whatever would tell them; of several on one cell, a
  /// published one counts.
  ///
  /// - Complexity: O(small cells × cells × categories).
  package init(of all: [Figure], below limit: Int64) {
    var byCell: [VictimCell: Figure] = [:]
    for figure in all where byCell[figure.cell] == nil || figure.isPublished {
      byCell[figure.cell] = figure
    }
    figures = byCell.values.sorted { $0.cell.key < $1.cell.key }
    let small = figures.filter { $0.number > 0 && $0.number < limit }
    exempt = Set(small.filter(\.isPublished).map(\.cell))
    let protected = small.map(\.cell).filter { !exempt.contains($0) }
    hidden = Set(protected)
    for cell in protected { protect(cell) }
  }

  private mutating func protect(_ cell: VictimCell) {
    var best: Set<VictimCell>?
    var fewest = Int.max
    for screen in screens(for: cell) {
      let more = screen.count { !hidden.contains($0) }
      if more < fewest { (best, fewest) = (screen, more) }
    }
    // Where official figures stand in every way, all else that is counted on that basis is hidden.
    let rest = figures.filter { $0.cell.basis == cell.basis && !$0.isPublished }
    hidden.formUnion(best ?? Set(rest.map(\.cell)))
  }

  /// The sets of cells of which each, hidden, protects a cell.
  private func screens(for cell: VictimCell) -> [Set<VictimCell>] {
    var screens: [Set<VictimCell>] = []
    for dimension in CellDimension.allCases {
      guard let own = dimension.value(of: cell) else { continue }
      let near = figures.filter { $0.cell.mayShare(with: cell, beside: dimension) }
      let others = Set(near.compactMap { dimension.value(of: $0.cell) }).subtracting([own])
      for other in others.sorted() {
        let apart = near.filter {
          let value = dimension.value(of: $0.cell)
          return value == own || value == other
        }
        // A category that is not counted wherever the cell's own is would be taken for an empty one.
        let isCounted = apart.allSatisfy { count in
          dimension.value(of: count.cell) == other
            || near.contains { $0.cell.isTwin(of: count.cell, in: dimension, value: other) }
        }
        if isCounted, !apart.contains(where: \.isPublished) {
          screens.append(Set(apart.map(\.cell)))
        }
      }
    }
    let overlapping = figures.filter { $0.cell.mayShare(with: cell) }
    if !overlapping.contains(where: \.isPublished) {
      screens.append(Set(overlapping.map(\.cell)))
    }
    return screens
  }
}

extension VictimCount {
  /// The count as a figure of an answer; `nil` where it has no number.
  package var figure: Suppression.Figure? {
    value.value.value.map { count in
      Suppression.Figure(
        cell, count.number, isPublished: provenance == .official && published != nil)
    }
  }
}

/// A dimension of a cell that tells persons apart; a period does too, but nobody moves to another year.
package enum CellDimension: CaseIterable {
  case sex, ageGroup, citizenship, exploitation, place, register

  /// The category that a cell fixes; `nil` where it is ALL.
  package func value(of cell: VictimCell) -> String? {
    let value =
      switch self {
      case .sex: cell.sex.description
      case .ageGroup: cell.ageGroup.description
      case .citizenship: cell.citizenship.description
      case .exploitation: cell.exploitation.description
      case .place: cell.place.description
      case .register: cell.register.description
      }
    return value == "ALL" ? nil : value
  }
}

extension VictimCell {
  /// Whether a person may stand in both cells, one dimension aside: they are of one basis, their periods
  /// share a day, and no dimension has two different categories in them.
  package func mayShare(with other: VictimCell, beside aside: CellDimension? = nil) -> Bool {
    basis == other.basis && period.overlaps(other.period)
      && CellDimension.allCases.allSatisfy { dimension in
        guard dimension != aside, let own = dimension.value(of: self),
          let others = dimension.value(of: other)
        else { return true }
        return own == others
      }
  }

  /// Whether the cell is the other one with that category in one dimension.
  fileprivate func isTwin(
    of other: VictimCell, in dimension: CellDimension, value: String
  ) -> Bool {
    basis == other.basis && period == other.period
      && CellDimension.allCases.allSatisfy {
        $0.value(of: self) == ($0 == dimension ? value : $0.value(of: other))
      }
  }

  /// The cell written out, which no two counts of a country share.
  package var key: String {
    [
      basis.description, period.firstDay.description, period.end.lastDay.description,
      register.description, sex.description, ageGroup.description, citizenship.description,
      exploitation.description, place.description,
    ].joined(separator: " ")
  }
}
