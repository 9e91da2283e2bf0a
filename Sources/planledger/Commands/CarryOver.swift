internal import Arguments
internal import Coding
internal import EventStore
internal import Events

extension Session {
  /// `carry-over continue|merge|split|institutionalise`.
  func carryOver(
    _ relation: CarryOverRelation, _ command: ParsedCommand, from: ClosedRange<Int>,
    to: ClosedRange<Int>
  ) throws(Failure) -> ExitStatus {
    let sources = try command.actions(of: .positional("PLAN/CODE"), expecting: from)
    let successors =
      to.upperBound > 0 ? try command.actions(of: .option("to"), expecting: to) : []
    return try record(command) { identity, today throws(Failure) in
      var body = ActionCarriedOver()
      body.relation = relation
      body.successors = successors
      var events: [Event] = []
      for source in sources {
        let data = EventData.actionCarriedOver(body)
        events.append(try command.event(on: source, data, identity, today: today))
      }
      return events
    }
  }

  /// `carry-over drop`.
  func drop(_ command: ParsedCommand) throws(Failure) -> ExitStatus {
    let sources = try command.actions(of: .positional("PLAN/CODE"), expecting: 1...100)
    return try record(command) { identity, today throws(Failure) in
      var events: [Event] = []
      for source in sources {
        let data = EventData.actionDropped(ActionDropped())
        events.append(try command.event(on: source, data, identity, today: today))
      }
      return events
    }
  }
}

extension ParsedCommand {
  /// The actions that an argument names, `PLAN/CODE` each.
  fileprivate func actions(
    of name: ArgumentName, expecting count: ClosedRange<Int>
  ) throws(Failure) -> [StreamID] {
    var actions: [StreamID] = []
    for typed in values(of: name) {
      guard let stream = try? StreamID(parsing: StreamID.expanded(typed)),
        stream.kind == .action
      else {
        throw .value(name, typed, takes: "an action as PLAN/CODE", in: self)
      }
      guard !actions.contains(stream) else {
        throw .value(name, typed, takes: "each action once", in: self)
      }
      actions.append(stream)
    }
    guard count.contains(actions.count) else {
      let wanted =
        count.lowerBound == count.upperBound
        ? "one action" : count.lowerBound == 1 ? "at least one action" : "at least two actions"
      throw .value(
        name, values(of: name).joined(separator: " "), takes: wanted + " here", in: self)
    }
    for option in ["id", "expected-revision"] where actions.count > 1 {
      guard let value = value(option) else { continue }
      throw .value(
        .option(option), value, takes: "what is said of one event, and these are several",
        in: self)
    }
    return actions
  }

  /// An event of that body with the envelope that the common options say.
  func event(
    on subject: StreamID, _ data: EventData, _ identity: LedgerIdentity, today: Day?,
    reason: Text? = nil
  ) throws(Failure) -> Event {
    // Read with a body that needs nothing; the real one then takes its place.
    var envelope = Envelope(self)
    let stand = StreamID.within(subject.plan ?? Identifier("x"), .action, subject.code)
    envelope.set("type", "planledger.ActionResumed")
    envelope.set("subject", stand.description)
    envelope.set(
      "effective", today.map { gives("on") ? value("on") ?? "" : $0.description } ?? "2000")
    let row = Recording(.actionResumed, "", "", on: .within(.action))
    do throws(EventError) {
      var event = try CloudEvents.read(
        envelope.object, JSONReading(defaultLanguage: identity.language)
      ).event
      event.subject = subject
      event.data = data
      if let reason { event.reason = reason }
      if today == nil { event.effective = nil }
      try event.check()
      return event
    } catch {
      throw row.failure(error, self)
    }
  }
}
