import Events

/// The reading rule of `docs/time.md` said once more, as plainly as can be: a list of all that was
/// recorded, and a question answered by looking through it from the start, again and again.
///
/// It shares nothing with what it is compared with but the vocabulary of events.
struct NaiveLedger {
  let recorded: [RecordedEvent]
  /// The corrections and retractions by what they name, as recorded: none may name another thing
  /// later. Only so that long histories need no hours.
  private let abouts: [EventID: [RecordedEvent]]
  private let publications: [RecordedEvent]

  init(recorded: [RecordedEvent]) {
    self.recorded = recorded
    publications = recorded.filter { $0.event.type == .eventsPublished }
    abouts = Dictionary(
      grouping: recorded.filter { $0.target != nil }, by: { $0.target ?? .placeholder })
  }

  /// What names an event, as far as is known.
  private func naming(_ event: RecordedEvent, _ known: [RecordedEvent]) -> [RecordedEvent] {
    guard let last = known.last else { return [] }
    return (abouts[event.id] ?? []).filter { $0.position <= last.position }
  }

  /// A question's three clocks and filter.
  struct Question {
    var effectiveAt: Day
    var publishedBy: Day?
    var position: UInt64
    var provenance: Set<Provenance>?
  }

  /// An event as it is believed.
  struct Believed {
    var position: UInt64
    var bodyPosition: UInt64
    var event: Event
    var published: CoarseDate?
    /// The day on which it takes effect.
    var day: Day { event.effective!.lastDay }
  }

  /// All that was recorded, without the texts that some of it removed: redaction ignores all clocks.
  static func redacting(_ recorded: [RecordedEvent]) throws -> [RecordedEvent] {
    let targets = recorded.compactMap { event -> EventID? in
      guard case .contentRedacted(let body) = event.event.data else { return nil }
      return body.target
    }
    return try recorded.map { event in
      guard targets.contains(event.id) else { return event }
      let encoded = RecordCodec.encode(event.event)
      let record = RecordCodec.record(
        encoded, position: event.position, revision: 1, recorded: event.recorded,
        commitment: encoded.texts.isEmpty ? nil : [UInt8](repeating: 0, count: 32))
      var redacted = event
      redacted.event = try RecordCodec.decode(record, texts: nil).event
      return redacted
    }
  }

  /// Step 1.
  private func known(_ question: Question) -> [RecordedEvent] {
    recorded.filter { $0.position <= question.position }
  }

  /// Step 2, first half: an event is live unless a live EventRetracted names it.
  func isLive(_ event: RecordedEvent, _ known: [RecordedEvent]) -> Bool {
    !naming(event, known).contains { other in
      // A correction changes neither type nor stream.
      guard other.event.type == .eventRetracted, other.position > event.position,
        case .eventRetracted(let body) = self.body(of: other, known).event.data
      else { return false }
      return body.target == event.event.id && isLive(other, known)
    }
  }

  /// Step 2, second half: the highest live EventCorrected replaces its target's body.
  func body(of event: RecordedEvent, _ known: [RecordedEvent]) -> Believed {
    var believed = Believed(
      position: event.position, bodyPosition: event.position, event: event.event,
      published: event.event.published)
    let correction = naming(event, known).last { other in
      guard other.event.type == .eventCorrected, other.position > event.position,
        case .eventCorrected(let body) = self.body(of: other, known).event.data
      else { return false }
      return body.target == event.event.id && isLive(other, known)
    }
    guard let correction else { return believed }
    let correct = self.body(of: correction, known)
    guard case .eventCorrected(let body) = correct.event.data else { return believed }
    believed.bodyPosition = correct.bodyPosition
    believed.event.data = body.data
    if let effective = body.effective { believed.event.effective = effective }
    if let published = body.published { believed.published = published }
    if let provenance = body.provenance { believed.event.provenance = provenance }
    return believed
  }

  /// Step 2, last sentence: of the live EventsPublished that reach an event without a date, the
  /// earliest recorded one gives it.
  func publication(of event: RecordedEvent, _ known: [RecordedEvent]) -> CoarseDate? {
    let name = event.event.subject.description
    for other in publications
    where other.position <= (known.last?.position ?? 0) && isLive(other, known) {
      guard case .eventsPublished(let body) = self.body(of: other, known).event.data else {
        continue
      }
      let prefix = body.under.description
      if name == prefix || name.hasPrefix(prefix + "/"),
        event.position <= UInt64(body.through.number)
      {
        return body.published
      }
    }
    return nil
  }

  /// Steps 3 to 5: what counts, in the order of time, and what may count or not.
  func timeline(
    of subject: StreamID, _ question: Question
  ) -> (counted: [Believed], unclear: [Believed]) {
    let known = known(question)
    var counted: [Believed] = []
    var unclear: [Believed] = []
    for event in known where event.event.subject == subject && isLive(event, known) {
      if [.eventCorrected, .eventRetracted, .contentRedacted, .eventsPublished]
        .contains(event.event.type)
      {
        continue
      }
      var believed = body(of: event, known)
      believed.published = believed.published ?? publication(of: event, known)
      if let wanted = question.provenance, !wanted.contains(believed.event.provenance) { continue }
      var answers = [NaiveLedger.has(believed.event.effective!, come: question.effectiveAt)]
      if let limit = question.publishedBy {
        guard let published = believed.published else { continue }
        answers.append(NaiveLedger.has(published, come: limit))
      }
      if answers.contains(.no) { continue }
      if answers.contains(.perhaps) { unclear.append(believed) } else { counted.append(believed) }
    }
    let order = { (left: Believed, right: Believed) in
      left.day == right.day ? left.position < right.position : left.day < right.day
    }
    return (counted.sorted(by: order), unclear.sorted(by: order))
  }

  enum Answer { case yes, perhaps, no }

  /// Whether a date has come on a day: on its last day it has, within its span perhaps.
  static func has(_ date: CoarseDate, come today: Day) -> Answer {
    if today >= date.lastDay { return .yes }
    if date.isOpen { return .perhaps }
    return today >= date.firstDay ? .perhaps : .no
  }
}

extension RecordedEvent {
  /// What a correction or retraction names.
  fileprivate var target: EventID? {
    switch event.data {
    case .eventCorrected(let body): body.target
    case .eventRetracted(let body): body.target
    default: nil
    }
  }
}
