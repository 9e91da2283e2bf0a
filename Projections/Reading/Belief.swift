package import Events

/// What the ledger makes of a recorded event at a position: step 2 of the reading rule.
package struct Belief: Hashable, Sendable {
  /// The event as it was recorded.
  package var recorded: RecordedEvent
  /// The envelope and body believed: the event's own, or what a live correction put in their place.
  package var event: Event
  /// When it is believed to have been said in public, by its body or by an EventsPublished.
  package var published: CoarseDate?
  /// The position of the event that gave the body: its own, or the correction's.
  package var bodyPosition: UInt64
  /// The position of the live EventRetracted that names it; `nil` where it is live.
  package var retractedBy: UInt64?
  /// The position of the first ContentRedacted that names it, as far as the events at hand reach.
  package var redactedBy: UInt64?
  /// Whether the texts of the body believed were removed for good, whatever the position; known only
  /// where texts were read.
  package var isRedacted: Bool

  /// Whether it stands.
  package var isLive: Bool { retractedBy == nil }

  /// The position of the correction whose body stands for its own.
  package var correctedBy: UInt64? {
    bodyPosition == recorded.position ? nil : bodyPosition
  }
}

/// What the ledger makes of a stream's events, in the order of their positions.
///
/// From the highest position down, an event is live unless a live EventRetracted names it, and the
/// first correction met is the one that counts: whatever speaks about an event stands above it.
///
/// - Parameters:
///   - recorded: the stream's events up to the position of interest, in their order.
///   - publications: the EventsPublished that are live at that position, by position.
/// - Complexity: O(*n*), and O(publications) for each event without a published date.
package func beliefs(
  in recorded: [RecordedEvent], publications: [Publication]
) -> [Belief] {
  var about = Abouts()
  var beliefs: [Belief] = []
  for original in recorded.reversed() {
    var belief = Belief(
      recorded: original, event: original.event, bodyPosition: original.position,
      retractedBy: about.retractions[original.id], redactedBy: about.redactions[original.id],
      isRedacted: original.isRedacted)
    if let correction = about.corrections[original.id] {
      belief.event = original.event.corrected(by: correction.body)
      belief.bodyPosition = correction.position
      belief.isRedacted = correction.isRedacted
    }
    belief.published = belief.event.published
    if belief.published == nil, !belief.event.type.isAboutEvents {
      let subject = original.event.subject
      belief.published =
        publications.first { $0.reaches(subject, at: original.position) }?.published
    }
    about.take(belief)
    beliefs.append(belief)
  }
  return beliefs.reversed()
}

/// What was met so far that speaks about events further down.
private struct Abouts {
  var retractions: [EventID: UInt64] = [:]
  var corrections: [EventID: (body: EventCorrected, position: UInt64, isRedacted: Bool)] = [:]
  var redactions: [EventID: UInt64] = [:]

  mutating func take(_ belief: Belief) {
    let position = belief.recorded.position
    switch belief.event.data {
    // Nothing undoes a redaction.
    case .contentRedacted(let body): redactions[body.target] = position
    case .eventRetracted(let body) where belief.isLive:
      if retractions[body.target] == nil { retractions[body.target] = position }
    case .eventCorrected(let body) where belief.isLive:
      if corrections[body.target] == nil {
        corrections[body.target] = (body, belief.bodyPosition, belief.isRedacted)
      }
    default: break
    }
  }
}
