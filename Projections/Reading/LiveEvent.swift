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
  /// Whether the texts of the body were removed for good; known only where texts were read.
  package var isRedacted = false

  /// The day on which it takes effect.
  package var day: Day { event.effective?.lastDay ?? .first }
}

/// The live events of a stream in the order of time.
///
/// Events about events are not among them: they have no day of their own.
///
/// - Parameter recorded: the stream's events up to the position of interest, in their order.
/// - Parameter publications: the EventsPublished that are live at that position.
/// - Complexity: O(*n* log *n*).
package func timeline(
  of recorded: [RecordedEvent], publications: [Publication]
) -> [LiveEvent] {
  var live = liveEvents(in: recorded, publications: publications)
  live.reverse()
  // Most events are recorded in the order in which they take effect.
  let isInOrder = live.indices.dropFirst().allSatisfy { live[$0 - 1].day <= live[$0].day }
  if isInOrder { return live }
  // An event is a large value: what is sorted is where each one stands.
  var order = live.indices.map { (day: live[$0].day, position: live[$0].position, index: $0) }
  order.sort { ($0.day, $0.position) < ($1.day, $1.position) }
  return order.map { live[$0.index] }
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
