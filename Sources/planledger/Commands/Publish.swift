internal import Arguments
internal import EventStore
internal import Events
internal import Projections

extension Session {
  /// `publish`: gives a published date to events that have none.
  func publish(_ command: ParsedCommand) throws(Failure) -> ExitStatus {
    try command.checkSources()
    let ledger = try openToWrite(command)
    let typed = command.positional("PREFIX") ?? ""
    var body = EventsPublished()
    do throws(EventError) {
      let isKind = StreamKind(rawValue: typed) != nil
      body.under = try StreamPrefix(parsing: isKind ? typed : StreamID.expanded(typed))
    } catch {
      throw .value(
        .positional("PREFIX"), typed, takes: "a stream or the beginning of streams' names",
        in: command)
    }
    let date = command.value("on") ?? ""
    do throws(EventError) {
      body.published = try CoarseDate(parsing: date)
    } catch {
      throw .value(.option("on"), date, takes: CoarseDate.expected, in: command)
    }
    let snapshot = try ledgerCall(ledger.path) { () throws(LedgerError) in try ledger.snapshot() }
    let head = snapshot.view.head.position
    do throws(ArgumentsError) {
      let through = try command.integer("through", in: 1...Int(clamping: max(1, head)))
      body.through = Count(through.map(Int64.init) ?? Int64(clamping: head))
    } catch {
      throw .arguments(error)
    }
    guard let subject = try subject(of: body.under, snapshot) else {
      throw .told("Nothing is recorded under \(body.under).", .badData)
    }
    let event = try command.event(
      on: subject, .eventsPublished(body), ledger.identity, today: nil)
    let notes =
      try reaches(body, snapshot)
      ? []
      : [
        "No event there was without a published date, so that this changes no answer: of several dates "
          + "the one recorded first counts. 'planledger log --type EventsPublished' shows which gave it; "
          + "'planledger event correct' mends one."
      ]
    return try record([event], in: ledger, command, notes: notes)
  }

  /// Whether any event gets a published date that had none.
  ///
  /// - Complexity: O(streams through the first that has such an event).
  private func reaches(_ body: EventsPublished, _ snapshot: Snapshot) throws(Failure) -> Bool {
    try ledgerCall { () throws(LedgerError) in
      let reader = try TimelineReader(
        snapshot.view, position: snapshot.view.head.position, snapshot.transaction)
      var isReached = false
      try snapshot.view.streams(under: body.under.description, snapshot.transaction) {
        stream throws(LedgerError) in
        guard body.under.reaches(stream) else { return true }
        let timeline = try reader.timeline(
          of: stream, withTexts: false, snapshot.transaction)
        isReached = timeline.contains { event in
          event.published == nil && event.position <= UInt64(clamping: body.through.number)
        }
        return !isReached
      }
      return isReached
    }
  }

  /// The stream that the event stands on: the plan that the prefix is within, else the first stream
  /// that it reaches.
  private func subject(
    of prefix: StreamPrefix, _ snapshot: Snapshot
  ) throws(Failure) -> StreamID? {
    try ledgerCall { () throws(LedgerError) in
      var found: StreamID?
      try snapshot.view.streams(under: prefix.description, snapshot.transaction) { stream in
        if prefix.reaches(stream) { found = stream }
        return found == nil
      }
      return found.map { stream in stream.plan.map { .plan($0) } ?? stream }
    }
  }
}
