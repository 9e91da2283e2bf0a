internal import Events
internal import Projections

/// What counts add up to, or why they do not.
enum VictimSum: Equatable {
  case sum(Int64)
  case refused(Refusal)

  /// Why counts are not summed, by the names of the schema's `NotSummed`.
  enum Refusal: String {
    case basesDiffer = "BASES_DIFFER"
    case registersDiffer = "REGISTERS_DIFFER"
    case cellsOverlap = "CELLS_OVERLAP"
    case notAllKnown = "NOT_ALL_KNOWN"
    case suppressed = "SUPPRESSED"
  }

  /// The sum of counts of one basis and one register of which no two count the same person.
  ///
  /// - Complexity: O(*n*²) in the counts.
  init(of counts: [VictimCountNode]) {
    let cells = counts.map(\.cell)
    if Set(cells.map(\.basis)).count > 1 {
      self = .refused(.basesDiffer)
    } else if Set(cells.map(\.register)).count > 1 {
      self = .refused(.registersDiffer)
    } else if cells.indices.contains(where: { index in
      cells[..<index].contains { $0.mayShare(with: cells[index]) }
    }) {
      self = .refused(.cellsOverlap)
    } else if counts.contains(where: \.isSuppressed) {
      self = .refused(.suppressed)
    } else {
      var sum: Int64 = 0
      for count in counts {
        guard let value = count.value else {
          self = .refused(.notAllKnown)
          return
        }
        sum += value
      }
      self = .sum(sum)
    }
  }
}
