package import Events
package import Projections

/// What a rule has against an event, as facts; the sentence is made by whoever shows it.
package enum RuleViolation: Error, Equatable, Sendable {
  /// The stream has events, but not the one that brings it into being.
  case absent(event: EventType, subject: StreamID, wanted: EventType, similar: [String])
  /// The stream has come into being already.
  case exists(event: EventType, subject: StreamID)
  /// The event takes effect before what it is about has come into being.
  case tooEarly(
    event: EventType, subject: StreamID, on: CoarseDate?, begins: CoarseDate?)
  /// The event cannot follow the state that it meets; `since` is the event that made the state.
  case cannotFollow(
    event: EventType, subject: StreamID, on: CoarseDate?, state: String, since: CoarseDate?,
    allowed: [EventType])
  /// A deadline is set only where none is.
  case deadlineThere(subject: StreamID, deadline: CoarseDate)
  /// A deadline is postponed only where one is.
  case deadlineMissing(subject: StreamID)
  /// An assessment is revised only where one is.
  case assessmentMissing(subject: StreamID)
  /// A final verdict is changed by a revision.
  case assessmentThere(subject: StreamID, verdict: Verdict, cutOff: CoarseDate)
  /// A postponement moves a deadline later.
  case notLater(subject: StreamID, deadline: CoarseDate, proposed: CoarseDate)
  /// An action has one disposition.
  case disposed(subject: StreamID, disposition: Disposition)
  /// An action goes on in a plan that follows its own.
  case plansDoNotFollow(subject: StreamID, successor: StreamID)
  /// An action that continues goes on as one that comes from no other.
  case continuesTwice(successor: StreamID, one: StreamID, other: StreamID)
  /// A plan would be its own predecessor.
  case cyclicPlans(plan: Identifier)
  /// A plan has one successor.
  case succeeded(plan: Identifier, by: Identifier)
  /// An amount of money allocated is not negative.
  case negativeFunding(amount: Decimal)
  /// A currency that ISO 4217 does not have.
  case unknownCurrency(code: Currency, similar: [String])
  /// A derived event names what it was computed from.
  case derivedFromNothing
  /// A thing that is named is not in the ledger.
  case unknownReference(field: String, value: StreamID, similar: [String])
  /// A thing is taken away on which others stand.
  case stillReferenced(subject: StreamID, by: StreamID)
  /// A plan was closed, and the event takes effect after it.
  case planClosed(event: EventType, plan: Identifier, closedOn: CoarseDate?)
  /// A plan cannot close on a day after which something of it takes effect.
  case eventsAfterClosing(
    plan: Identifier, closing: CoarseDate?, event: EventType, subject: StreamID, on: CoarseDate?)
  /// A plan closes with at least one action, each with a final assessment.
  case notFinallyAssessed(plan: Identifier, actions: [Identifier])
  /// A plan without actions cannot close.
  case noActions(plan: Identifier)
  /// A cell has its count already.
  case countThere(cell: VictimCell, value: Known<Count>)
  /// A cell has no count to be revised.
  case countMissing(cell: VictimCell)
  /// A total is below one of its parts.
  case totalBelowPart(total: VictimCell, totalValue: Int64, part: VictimCell, partValue: Int64)
  /// An action that is finally completed or cancelled needs no disposition.
  case finished(subject: StreamID, state: String)
  /// A disposition would make an action its own ancestor.
  case cyclicLineage(subject: StreamID, successor: StreamID)
  /// An event about an event names one that the ledger does not hold.
  case unknownTarget(id: EventID)
  /// An event about an event stands on its target's stream.
  case wrongStream(target: EventID, subject: StreamID, expected: StreamID)
  /// A correction cannot change its target's type.
  case typeChanged(target: EventID, from: EventType, to: EventType)
  /// A correction of an event about an event cannot change what that is about.
  case targetChanged(target: EventID)
  /// Redaction cannot be undone or corrected.
  case cannotUndoRedaction(target: EventID)
  /// An event would not be valid in itself.
  case invalid(EventError)
  /// A published date reaches only what is recorded already.
  case reachesAhead(through: Int64, position: UInt64)
}
