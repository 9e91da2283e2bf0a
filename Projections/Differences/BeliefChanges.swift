internal import Events

/// What is believed of a stream's events at two positions of the ledger, and what changed it.
struct BeliefChanges {
  private let then: Beliefs
  private let now: Beliefs
  private let since: UInt64
  private let publicationsNow: [Publication]
  private let publicationsThen: [Publication]

  /// - Parameters:
  ///   - recorded: the stream's events up to the later position.
  ///   - since: the earlier position.
  init(
    _ recorded: [RecordedEvent], since: UInt64, _ then: [Publication], _ now: [Publication]
  ) {
    let earlier = recorded.filter { $0.position <= since }
    self.since = since
    publicationsThen = then
    publicationsNow = now
    self.then = Beliefs(beliefs(in: earlier, publications: then))
    self.now = Beliefs(beliefs(in: recorded, publications: now))
  }

  /// The positions of the events, recorded since, that changed what is believed of an event: the
  /// event itself, its correction, its retraction, what retracted one of those, or what published it.
  ///
  /// - Complexity: O(events about events): what speaks about an event stands above it.
  func causes(of position: UInt64) -> [UInt64] {
    guard let now = now.of[position] else { return [] }
    guard let then = then.of[position] else {
      return now.bodyPosition == position ? [position] : [position, now.bodyPosition]
    }
    switch (then.retractedBy, now.retractedBy) {
    case (nil, let retraction?), (.some, let retraction?):
      return retraction > since ? [retraction] : causes(of: retraction)
    case (let retraction?, nil): return causes(of: retraction)
    case (nil, nil): break
    }
    if then.bodyPosition != now.bodyPosition {
      return now.bodyPosition > since ? [now.bodyPosition] : causes(ofBodyOf: now.recorded)
    }
    return then.published == now.published ? [] : publications(of: now)
  }

  /// Why an event has another body than it had, given by nothing that was recorded since: the
  /// correction that stood highest was taken back, or a higher one was revived, or what corrects the
  /// one that stands was.
  private func causes(ofBodyOf event: RecordedEvent) -> [UInt64] {
    let standing = [then.correction[event.id], now.correction[event.id]].compactMap { $0 }
    return standing.max().map(causes) ?? []
  }

  /// The EventsPublished that gave an event its date since, or gave it before and no longer stands.
  private func publications(of belief: Belief) -> [UInt64] {
    let event = belief.recorded
    func giver(_ publications: [Publication]) -> Publication? {
      publications.first { $0.reaches(event.event.subject, at: event.position) }
    }
    let (then, now) = (giver(publicationsThen), giver(publicationsNow))
    if let now, now.position > since || then == nil { return [now.position] }
    return (then?.position).map { [$0] } ?? []
  }
}

/// Beliefs in a stream's events, by position, and which correction stands for which event.
private struct Beliefs {
  private(set) var of: [UInt64: Belief] = [:]
  /// The position of the live correction that names an event: of several, the highest.
  private(set) var correction: [EventID: UInt64] = [:]

  init(_ beliefs: [Belief]) {
    for belief in beliefs {
      of[belief.recorded.position] = belief
      guard belief.isLive, case .eventCorrected(let body) = belief.event.data else { continue }
      correction[body.target] = belief.recorded.position
    }
  }
}
