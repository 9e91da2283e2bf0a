package import Events

/// An event as it is believed at a position of the ledger: its own body, or the one that the highest
/// live correction put in its place.
package struct LiveEvent: Hashable, Sendable {
  /// The event's own position, which breaks ties between events of one day.
  package var position: UInt64
  /// The position of the event that gave the body: its own, or the correction's.
  package var bodyPosition: UInt64
  /// The event's own revision.
  package var revision: UInt64
  /// When the event itself was recorded.
  package var recorded: Instant
  /// The envelope and body believed.
  package var event: Event
  /// When it was said in public, by its body or by an EventsPublished.
  package var published: CoarseDate?

  /// The day on which it takes effect.
  package var day: Day { event.effective?.lastDay ?? .first }

  /// Whether it comes before another on a timeline.
  package static func precedes(_ left: LiveEvent, _ right: LiveEvent) -> Bool {
    (left.day, left.position) < (right.day, right.position)
  }
}

/// The live events of a stream in the order of time.
///
/// - Parameter recorded: the stream's events up to the position of interest, in their order.
/// - Parameter publications: the EventsPublished that are live at that position.
/// - Complexity: O(*n* log *n*).
package func timeline(
  of recorded: [RecordedEvent], publications: [Publication]
) -> [LiveEvent] {
  var live = liveEvents(of: recorded)
  for index in live.indices where live[index].published == nil {
    let event = live[index]
    live[index].published =
      publications.first { $0.reaches(event.event.subject, at: event.position) }?.published
  }
  return live.sorted(by: LiveEvent.precedes)
}

/// The events of a stream that stand, with the bodies that stand for them: step 2 of the reading rule.
///
/// From the highest position down, an event is live unless a live EventRetracted names it, and the
/// first correction met is the one that counts: whatever speaks about an event stands above it.
/// Events about events are live or not like others, and are not part of the result, but for
/// EventsPublished.
func liveEvents(of recorded: [RecordedEvent]) -> [LiveEvent] {
  var retracted: Set<EventID> = []
  var corrections: [EventID: (body: EventCorrected, position: UInt64)] = [:]
  var live: [LiveEvent] = []
  for original in recorded.reversed() where !retracted.contains(original.id) {
    var event = original.event
    var bodyPosition = original.position
    if let correction = corrections[original.id] {
      event = event.corrected(by: correction.body)
      bodyPosition = correction.position
    }
    switch event.data {
    case .eventRetracted(let body): retracted.insert(body.target)
    case .eventCorrected(let body):
      if corrections[body.target] == nil { corrections[body.target] = (body, bodyPosition) }
    case .contentRedacted: break
    default:
      live.append(
        LiveEvent(
          position: original.position, bodyPosition: bodyPosition, revision: original.revision,
          recorded: original.recorded, event: event, published: event.published))
    }
  }
  return live.reversed()
}

extension Event {
  /// The event with the body of a correction in its place; what the correction leaves out is inherited.
  package func corrected(by correction: EventCorrected) -> Event {
    var event = self
    event.effective = correction.effective ?? effective
    event.published = correction.published ?? published
    event.provenance = correction.provenance ?? provenance
    if !correction.sources.isEmpty { event.sources = correction.sources }
    event.reason = correction.reason ?? reason
    event.data = correction.data
    return event
  }
}

/// A live EventsPublished: gives a published date to what it reaches and has none.
package struct Publication: Hashable, Sendable {
  /// Its position: of several, the earliest recorded one counts.
  package var position: UInt64
  /// The date that it gives.
  package var published: CoarseDate
  /// The streams that it reaches.
  package var under: StreamPrefix
  /// The last position that it reaches.
  package var through: UInt64

  /// Whether an event of that stream at that position is in its reach.
  package func reaches(_ subject: StreamID, at position: UInt64) -> Bool {
    position <= through && under.reaches(subject)
  }
}
