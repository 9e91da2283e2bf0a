internal import Events

/// What is believed of a stream's events at two positions of the ledger, and what changed it.
struct BeliefChanges {
  private let then: [UInt64: Belief]
  private let now: [UInt64: Belief]
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
    self.then = BeliefChanges.byPosition(beliefs(in: earlier, publications: then))
    self.now = BeliefChanges.byPosition(beliefs(in: recorded, publications: now))
  }

  private static func byPosition(_ beliefs: [Belief]) -> [UInt64: Belief] {
    Dictionary(beliefs.map { ($0.recorded.position, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The positions of the events, recorded since, that changed what is believed of an event: the
  /// event itself, its correction, its retraction, what retracted one of those, or what published it.
  ///
  /// - Complexity: O(events about events): what speaks about an event stands above it.
  func causes(of position: UInt64) -> [UInt64] {
    guard let now = now[position] else { return [] }
    guard let then = then[position] else {
      return now.bodyPosition == position ? [position] : [position, now.bodyPosition]
    }
    switch (then.retractedBy, now.retractedBy) {
    case (nil, let retraction?), (.some, let retraction?):
      return retraction > since ? [retraction] : causes(of: retraction)
    case (let retraction?, nil): return causes(of: retraction)
    case (nil, nil): break
    }
    if then.bodyPosition != now.bodyPosition {
      return now.bodyPosition > since ? [now.bodyPosition] : causes(of: then.bodyPosition)
    }
    return then.published == now.published ? [] : publications(of: now)
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
