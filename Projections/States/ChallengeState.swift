package import Events

/// Whether a challenge still stands.
package enum ChallengeStatus: String, Sendable, CaseIterable {
  /// It stands.
  case open = "OPEN"
  /// It was resolved.
  case resolved = "RESOLVED"
}

/// A challenge, which outlives plans.
package struct ChallengeState: EntityState {
  /// Its id.
  package let id: Identifier
  /// Its title.
  package private(set) var title: Fact<LangText>?
  /// What it is about.
  package private(set) var text: LangText?
  /// The plan under which it was raised.
  package private(set) var plan: Identifier?
  /// The area.
  package private(set) var area: Identifier?
  /// When it is to be met.
  package private(set) var scope: ChallengeScope?
  /// The challenge that it follows.
  package private(set) var follows: Identifier?
  /// Whether it stands.
  package private(set) var status: Fact<ChallengeStatus>?
  /// When it was raised.
  package private(set) var raisedOn: CoarseDate?
  /// When it was resolved, while it is.
  package private(set) var resolvedOn: CoarseDate?
  /// What works on it.
  package private(set) var addressedBy: [StreamID] = []
  /// The spans of days on which it stood, the last one open while it does.
  package private(set) var openSpans: [(from: Day, to: Day?)] = []

  package init(subject: StreamID) { id = subject.code }

  package var exists: Bool { title != nil }

  package mutating func evolve(_ event: LiveEvent) {
    switch event.event.data {
    case .challengeRaised(let body):
      title = Fact(body.title, by: event)
      text = body.text
      plan = body.plan
      area = body.area
      scope = body.scope
      follows = body.follows
      raisedOn = event.event.effective
      open(event)
    case .challengeUpdated(let body): text = body.text
    case .challengeAddressed(let body):
      if !addressedBy.contains(body.by) { addressedBy.append(body.by) }
    case .challengeResolved:
      status = Fact(.resolved, by: event)
      resolvedOn = event.event.effective
      if let last = openSpans.indices.last, openSpans[last].to == nil {
        openSpans[last].to = event.day
      }
    case .challengeReopened: open(event)
    default: break
    }
  }

  private mutating func open(_ event: LiveEvent) {
    status = Fact(.open, by: event)
    resolvedOn = nil
    if let last = openSpans.last, last.to == nil { return }
    openSpans.append((event.day, nil))
  }

  /// Whether it stood on a day of the period.
  ///
  /// - Parameter day: the last day that counts; by default what stands is taken to stand for ever.
  package func wasOpen(during period: Period, through day: Day = .last) -> Bool {
    let end = min(period.dayAfter, day.advanced(by: 1))
    return openSpans.contains { span in
      max(span.from, period.firstDay) < min(span.to ?? end, end)
    }
  }
}

/// An achievement under a plan.
package struct AchievementState: EntityState {
  /// Its id.
  package let id: Identifier
  /// Its title.
  package private(set) var title: Fact<LangText>?
  /// What was achieved.
  package private(set) var text: LangText?
  /// The plan.
  package private(set) var plan: Identifier?
  /// The area.
  package private(set) var area: Identifier?

  package init(subject: StreamID) { id = subject.code }

  package var exists: Bool { title != nil }

  package mutating func evolve(_ event: LiveEvent) {
    guard case .achievementRecorded(let body) = event.event.data else { return }
    title = Fact(body.title, by: event)
    text = body.text
    plan = body.plan
    area = body.area
  }
}
