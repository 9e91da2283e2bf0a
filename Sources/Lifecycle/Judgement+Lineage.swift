internal import EventStore
internal import Events
internal import LMDB
internal import Projections

extension Judgement {
  /// That no action goes on, by way of others, as itself.
  func judgeLineage(
    _ event: LiveEvent, _ transaction: borrowing ReadTransaction
  ) throws(LedgerError) {
    guard case .actionCarriedOver(let body) = event.event.data else { return }
    let subject = event.event.subject
    var seen: Set<StreamID> = []
    var next = body.successors
    while let successor = next.popLast() {
      if successor == subject {
        throw .refused(
          Refusal(
            position: event.position, index: batch.index(of: event.bodyPosition),
            subject: subject,
            fact: RuleViolation.cyclicLineage(
              subject: subject, successor: body.successors.first ?? subject)))
      }
      guard seen.insert(successor).inserted,
        let action: Entity<ActionState> = try entity(successor, transaction),
        case .carriedOver(_, let further) = action.state.disposition?.value
      else { continue }
      next += further
    }
  }
}
