package import EventStore
package import Events
internal import LMDB
internal import Projections

/// The one way into a ledger: a batch is judged by the rules on the state that it makes, and recorded
/// whole or not at all. A single command and a file of a million events take the same path.
package enum Lifecycle {
  /// What is gathered of a batch's impact, and who is told.
  package typealias Preview = (scope: ImpactScope, take: (Impact) -> Void)

  /// Appends a batch under the rules, projections in step.
  ///
  /// - Parameters:
  ///   - inputs: clock and randomness.
  ///   - isDecided: whether `next` decides on what the ledger holds: it is asked under the writer's
  ///     lock then, and nobody else can record anything between its reading and its writing.
  ///   - preview: told what the batch would change, once it was judged: nothing is recorded then, and
  ///     what breaks a rule is refused as it would be. It may be told again, as the map grows, and the
  ///     last word counts.
  ///   - progress: told how many events were taken in, every 20,000.
  ///   - next: the events in order; `nil` at the end. The function that it is given tells the type of
  ///     an event by its id, as reading a correction wants it.
  /// - Throws: `LedgerError.refused`, whose fact is a `RuleViolation`, where a rule is broken; else
  ///   what `Ledger.append` throws. Nothing is recorded then.
  @discardableResult
  package static func append(
    to ledger: Ledger, inputs: WriteInputs, isDecided: Bool = false,
    previewing preview: Preview? = nil, progress: (Int) -> Void = { _ in },
    next: @escaping (_ typeOf: @escaping (EventID) -> EventType?) throws(LedgerError) -> Event?
  ) throws(LedgerError) -> AppendReceipt {
    try ProjectionRegistry.prepare(ledger)
    var index = 0
    return try ledger.append(
      inputs: inputs, participants: [InlineRunner(ledger)], isDryRun: preview != nil,
      isDecided: isDecided,
      judge: { batch, transaction throws(LedgerError) in
        var judgement = try Judgement(batch, transaction)
        try judgement.judge(transaction)
        if let preview {
          var reading = try ImpactReading(batch, preview.scope, transaction)
          preview.take(try reading.read(transaction))
        }
      },
      progress: progress
    ) { typeOf throws(LedgerError) in
      let event = try withoutActuallyEscaping(typeOf) { typeOf throws(LedgerError) in
        try next(typeOf)
      }
      guard let event else { return nil }
      do throws(RuleViolation) {
        try check(event)
      } catch {
        throw .refused(Refusal(position: 0, index: index, subject: event.subject, fact: error))
      }
      index += 1
      return event
    }
  }

  /// What can be held against an event by itself.
  private static func check(_ event: Event) throws(RuleViolation) {
    do throws(EventError) {
      try event.check()
    } catch {
      throw .invalid(error)
    }
    try EventRules.check(event)
  }

  /// Appends events that are decided on what the ledger holds, under the writer's lock.
  ///
  /// - Parameters:
  ///   - preview: told what the events would change; nothing is recorded then.
  ///   - decide: the events; it may take a snapshot and must let go of it.
  @discardableResult
  package static func decide(
    in ledger: Ledger, inputs: WriteInputs, previewing preview: Preview? = nil,
    _ decide: @escaping () throws(LedgerError) -> [Event]
  ) throws(LedgerError) -> AppendReceipt {
    var rest: IndexingIterator<[Event]>?
    return try append(to: ledger, inputs: inputs, isDecided: true, previewing: preview) {
      _ throws(LedgerError) in
      if rest == nil { rest = try decide().makeIterator() }
      return rest?.next()
    }
  }

  /// Appends the events of one command under the rules.
  @discardableResult
  package static func append(
    _ events: [Event], to ledger: Ledger, inputs: WriteInputs, previewing preview: Preview? = nil
  ) throws(LedgerError) -> AppendReceipt {
    var rest = events.makeIterator()
    return try append(to: ledger, inputs: inputs, previewing: preview) { _ in rest.next() }
  }
}
