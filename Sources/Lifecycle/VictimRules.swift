internal import EventStore
internal import Events
internal import Projections

/// What may be recorded of victims: a cell has one count, which is revised; no total is below a part.
enum VictimRules {
  /// Cells that can be totals and parts of each other: equal in basis, register and period.
  private struct Family: Hashable {
    let basis: VictimCell.Basis
    let register: OrAll<Identifier>
    let period: Period

    init(_ cell: VictimCell) {
      basis = cell.basis
      register = cell.register
      period = cell.period
    }
  }

  /// Sums are compared at the end of each day, so that a total and its parts may be restated together.
  static func check(_ stream: TouchedStream) throws(LedgerError) {
    guard let firstTouchedDay = stream.firstTouchedDay else { return }
    var values: [VictimCell: Known<Count>] = [:]
    var families: [Family: Set<VictimCell>] = [:]
    var changed: [(cell: VictimCell, event: LiveEvent)] = []
    for (index, event) in stream.timeline.enumerated() {
      guard let (cell, value) = count(event) else { continue }
      if event.day >= firstTouchedDay {
        do throws(RuleViolation) {
          try checkSingle(cell, event, values[cell])
        } catch {
          throw stream.refusal(of: event, error)
        }
        changed.append((cell, event))
      }
      values[cell] = value
      families[Family(cell), default: []].insert(cell)
      let isDayOver =
        index + 1 == stream.timeline.count || stream.timeline[index + 1].day > event.day
      guard isDayOver else { continue }
      for (cell, event) in changed {
        do throws(RuleViolation) {
          try checkSums(cell, values, families[Family(cell)] ?? [])
        } catch {
          throw stream.refusal(of: event, error)
        }
      }
      changed.removeAll()
    }
  }

  private static func count(_ event: LiveEvent) -> (VictimCell, Known<Count>)? {
    switch event.event.data {
    case .victimCountRecorded(let body): (body.cell, body.value)
    case .victimCountRevised(let body): (body.cell, body.value)
    default: nil
    }
  }

  private static func checkSingle(
    _ cell: VictimCell, _ event: LiveEvent, _ present: Known<Count>?
  ) throws(RuleViolation) {
    let standing: CountStanding = present == nil ? .none : .counted
    guard !StateMachines.count.allows(Move(event.event.data), in: standing) else { return }
    guard let present else { throw .countMissing(cell: cell) }
    throw .countThere(cell: cell, value: present)
  }

  private static func checkSums(
    _ cell: VictimCell, _ values: [VictimCell: Known<Count>], _ family: Set<VictimCell>
  ) throws(RuleViolation) {
    for other in family {
      for (total, part) in [(cell, other), (other, cell)] where total.isTotal(of: part) {
        guard let whole = values[total]?.value, let piece = values[part]?.value,
          whole.number < piece.number
        else { continue }
        throw .totalBelowPart(
          total: total, totalValue: whole.number, part: part, partValue: piece.number)
      }
    }
  }
}
