package import EventStore
package import Events
internal import LMDB
internal import Projections

/// The one way into a ledger: a batch is judged by the rules on the state that it makes, and recorded
/// whole or not at all. A single command and a file of a million events take the same path.
package enum Lifecycle {
  /// Appends a batch under the rules, projections in step.
  ///
  /// - Parameters:
  ///   - inputs: clock and randomness.
  ///   - isDryRun: whether only to try.
  ///   - previewing: told what the batch would change, once it was judged; it may be told again, as
  ///     the map grows, and the last word counts.
  ///   - progress: told how many events were taken in, every 20,000.
  ///   - next: the events in order; `nil` at the end. The function that it is given tells the type of
  ///     an event by its id, as reading a correction wants it.
  /// - Throws: `LedgerError.refused`, whose fact is a `RuleViolation`, where a rule is broken; else
  ///   what `Ledger.append` throws. Nothing is recorded then.
  @discardableResult
  package static func append(
    to ledger: Ledger, inputs: WriteInputs, isDryRun: Bool = false,
    previewing preview: (scope: ImpactScope, take: (Impact) -> Void)? = nil,
    progress: (Int) -> Void = { _ in },
    next: @escaping (_ typeOf: @escaping (EventID) -> EventType?) throws(LedgerError) -> Event?
  ) throws(LedgerError) -> AppendReceipt {
    try ProjectionRegistry.prepare(ledger)
    var index = 0
    return try ledger.append(
      inputs: inputs, participants: [InlineRunner(ledger)], isDryRun: isDryRun,
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
      do throws(EventError) {
        try event.check()
      } catch {
        throw .refused(
          Refusal(
            position: 0, index: index, subject: event.subject, fact: RuleViolation.invalid(error)))
      }
      index += 1
      return event
    }
  }

  /// What a batch would change in the answers, were it recorded: judged as if it were, under the same
  /// lock, and taken back. Nothing is recorded.
  ///
  /// - Throws: what `append` would throw: a batch that breaks a rule is refused here as there.
  package static func preview(
    of scope: ImpactScope, to ledger: Ledger, inputs: WriteInputs,
    progress: (Int) -> Void = { _ in },
    next: @escaping (_ typeOf: @escaping (EventID) -> EventType?) throws(LedgerError) -> Event?
  ) throws(LedgerError) -> (receipt: AppendReceipt, impact: Impact) {
    var impact = Impact()
    let receipt = try append(
      to: ledger, inputs: inputs, isDryRun: true,
      previewing: (scope, { impact = $0 }), progress: progress, next: next)
    return (receipt, impact)
  }

  /// Appends the events of one command under the rules.
  @discardableResult
  package static func append(
    _ events: [Event], to ledger: Ledger, inputs: WriteInputs, isDryRun: Bool = false
  ) throws(LedgerError) -> AppendReceipt {
    var rest = events.makeIterator()
    return try append(to: ledger, inputs: inputs, isDryRun: isDryRun) { _ in rest.next() }
  }
}
