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
    let belief = about.belief(in: original, publications)
    about.take(belief)
    beliefs.append(belief)
  }
  return beliefs.reversed()
}

/// What the ledger makes of one event, of those about it and about each other, which stand behind it in
/// the order of their positions: what `beliefs(in:publications:)` says of it.
func belief(
  in original: RecordedEvent, _ abouts: ArraySlice<RecordedEvent>
) -> Belief {
  var known = Abouts()
  for about in abouts.reversed() { known.take(known.belief(in: about, [])) }
  return known.belief(in: original, [])
}

/// The live events among a stream's that are not about events, from the highest position down: of
/// the beliefs, only what a timeline shows.
func liveEvents(
  in recorded: [RecordedEvent], publications: [Publication]
) -> [LiveEvent] {
  var about = Abouts()
  var live: [LiveEvent] = []
  live.reserveCapacity(recorded.count)
  // By index: an event is a large value, and is copied only where it is shown.
  for index in recorded.indices.reversed() {
    let id = recorded[index].id
    if recorded[index].event.type.isAboutEvents {
      about.take(about.belief(in: recorded[index], publications))
    } else if about.corrections[id] != nil {
      let belief = about.belief(in: recorded[index], publications)
      if belief.isLive { live.append(LiveEvent(belief)) }
    } else if about.retractions[id] == nil {
      let published = recorded[index].published(by: publications)
      live.append(LiveEvent(recorded[index], published: published))
    }
  }
  return live
}

extension RecordedEvent {
  /// When it was said in public, by its own body or by an EventsPublished.
  fileprivate func published(by publications: [Publication]) -> CoarseDate? {
    if let published = event.published { return published }
    return publications.first { $0.reaches(event.subject, at: position) }?.published
  }
}

extension LiveEvent {
  /// What a belief shows of its event.
  fileprivate init(_ belief: Belief) {
    self.init(
      position: belief.recorded.position, bodyPosition: belief.bodyPosition,
      revision: belief.recorded.revision, recorded: belief.recorded.recorded,
      event: belief.event, published: belief.published, isRedacted: belief.isRedacted)
  }

  /// An event of which nothing speaks: it is believed as it was recorded.
  fileprivate init(_ original: RecordedEvent, published: CoarseDate?) {
    self.init(
      position: original.position, bodyPosition: original.position, revision: original.revision,
      recorded: original.recorded, event: original.event, published: published,
      isRedacted: original.isRedacted)
  }
}

/// What was met so far that speaks about events further down.
private struct Abouts {
  var retractions: [EventID: UInt64] = [:]
  var corrections: [EventID: (body: EventCorrected, position: UInt64, isRedacted: Bool)] = [:]
  var redactions: [EventID: UInt64] = [:]

  /// What is believed of an event, given what speaks of it further up.
  func belief(in original: RecordedEvent, _ publications: [Publication]) -> Belief {
    var belief = Belief(
      recorded: original, event: original.event, bodyPosition: original.position,
      retractedBy: retractions[original.id], redactedBy: redactions[original.id],
      isRedacted: original.isRedacted)
    if let correction = corrections[original.id] {
      belief.event = original.event.corrected(by: correction.body)
      belief.bodyPosition = correction.position
      belief.isRedacted = correction.isRedacted
    }
    belief.published = belief.event.published
    if belief.published == nil, !belief.event.type.isAboutEvents {
      belief.published = original.published(by: publications)
    }
    return belief
  }

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
