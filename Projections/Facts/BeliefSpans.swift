internal import Events

/// What is believed of an event from one position until another.
struct BeliefSpan {
  var from: UInt64
  var until: UInt64
  var belief: Belief

  /// Whether it is the event's own body, believed from its own position on.
  var isAsRecorded: Bool {
    let position = belief.recorded.position
    return belief.bodyPosition == position && from == position
  }
}

/// What was believed of an event from position to position, as far as some events about it say.
///
/// - Parameters:
///   - original: an event that is not about events.
///   - abouts: the corrections and retractions of it and of each other, by position.
/// - Complexity: O(*n*) where all are about the event itself, else O(*n*²).
func beliefSpans(
  of original: RecordedEvent, _ abouts: ArraySlice<RecordedEvent>
) -> [BeliefSpan] {
  var spans: [BeliefSpan] = []
  var current = belief(in: original, [])
  var from = original.position
  func close(at position: UInt64) {
    if current.isLive, from < position {
      spans.append(BeliefSpan(from: from, until: position, belief: current))
    }
  }
  let areDirect = abouts.allSatisfy { $0.event.data.aboutTarget == original.id }
  for (index, about) in zip(abouts.indices, abouts) {
    // Of corrections of one event the highest counts, and a retraction that nothing is said of stays.
    if areDirect, !current.isLive { break }
    let known = areDirect ? abouts[index...index] : abouts[...index]
    let next = belief(in: original, known)
    let isSame = next.isLive == current.isLive && next.bodyPosition == current.bodyPosition
    // A retraction changes what is live and leaves the body; nobody asks for the body then.
    if isSame || !next.isLive && !current.isLive {
      if !isSame { current = next }
      continue
    }
    close(at: about.position)
    current = next
    from = about.position
  }
  close(at: FactRow.forever)
  return spans
}

extension EventData {
  /// What a correction or retraction is about; `nil` for all else, redactions among it, which change
  /// no belief.
  var aboutTarget: EventID? {
    switch self {
    case .eventCorrected(let body): body.target
    case .eventRetracted(let body): body.target
    default: nil
    }
  }
}
