package import Events

/// What a rule has against an event, as facts; the sentence is made by whoever shows it.
package enum RuleViolation: Error, Hashable, Sendable {
  /// The stream has not come into being by the day on which the event takes effect.
  case absent(event: EventType, subject: StreamID, day: Day, similar: [String])
  /// The stream has come into being already.
  case exists(event: EventType, subject: StreamID, since: CoarseDate?)
  /// The event cannot follow the state that it meets.
  case cannotFollow(
    event: EventType, subject: StreamID, on: CoarseDate?, state: String, since: CoarseDate?,
    allowed: [EventType])
  /// A deadline is set only where none is.
  case deadlineThere(subject: StreamID, deadline: CoarseDate)
  /// A deadline is postponed only where one is.
  case deadlineMissing(subject: StreamID)
  /// An assessment is revised only where one is.
  case assessmentMissing(subject: StreamID)
  /// A thing that is named is not in the ledger.
  case unknownReference(field: String, value: String, kind: String, similar: [String])
  /// A plan was closed, and the event takes effect after it.
  case planClosed(event: EventType, plan: Identifier, closedOn: CoarseDate?)
  /// A plan closes with at least one action, each with a final assessment.
  case notFinallyAssessed(plan: Identifier, actions: [Identifier])
  /// A plan without actions cannot close.
  case noActions(plan: Identifier)
  /// A cell has its count already.
  case countThere(cell: String, value: String)
  /// A cell has no count to be revised.
  case countMissing(cell: String)
  /// A total is below one of its parts.
  case totalBelowPart(total: String, totalValue: Int64, part: String, partValue: Int64)
  /// An action that is finally completed or cancelled needs no disposition.
  case finished(subject: StreamID, state: String)
  /// A disposition would make an action its own ancestor.
  case cyclicLineage(subject: StreamID, successor: StreamID)
  /// An event about an event stands on its target's stream.
  case wrongStream(target: EventID, subject: StreamID, expected: StreamID)
  /// An event about an event names one that the ledger does not hold.
  case unknownTarget(id: EventID)
  /// A correction cannot change its target's type.
  case typeChanged(target: EventID, from: EventType, to: EventType)
  /// An event that stands by a correction would not be valid in itself.
  case invalidCorrection(target: EventID, field: String)
  /// An event that is no longer live is retracted or corrected.
  case notLive(target: EventID, position: UInt64)
  /// Redaction is not among the things that can be undone.
  case cannotUndoRedaction(target: EventID)
}
