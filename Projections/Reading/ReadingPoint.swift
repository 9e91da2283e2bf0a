package import Events

/// Where one stands when one asks: a point on the three clocks (`docs/time.md`).
package struct ReadingPoint: Hashable, Sendable {
  /// When it was true: bodies that take effect later do not count.
  package var effectiveAt: Day
  /// When it was said in public: bodies published later, or never, do not count; `nil` is no limit.
  package var publishedBy: Day?
  /// What the ledger knew: events after this position do not count.
  package var position: UInt64
  /// Whose word counts; `nil` is everyone's.
  package var provenance: Set<Provenance>?

  /// A point on the three clocks.
  package init(
    effectiveAt: Day, publishedBy: Day? = nil, position: UInt64,
    provenance: Set<Provenance>? = nil
  ) {
    self.effectiveAt = effectiveAt
    self.publishedBy = publishedBy
    self.position = position
    self.provenance = provenance
  }

  /// Whether a live event's body counts here, its effective day aside.
  package func admits(_ event: LiveEvent) -> Bool {
    if let publishedBy {
      guard let published = event.published, published.lastDay <= publishedBy else { return false }
    }
    return provenance?.contains(event.event.provenance) ?? true
  }

  /// Whether a live event's body counts here: steps 3 and 4 of the reading rule.
  package func sight(of event: LiveEvent) -> Sight {
    guard provenance?.contains(event.event.provenance) ?? true else { return .hidden }
    var sight = Sight.of(event.event.effective ?? CoarseDate(event.day), on: effectiveAt)
    if let publishedBy {
      guard let published = event.published else { return .hidden }
      sight = max(sight, .of(published, on: publishedBy))
    }
    return sight
  }
}

/// How far a live event can be seen at a point, from best to worst.
package enum Sight: Comparable, Sendable {
  /// It counts.
  case inSight
  /// It may count or not: the day asked for lies in the span of a coarse date.
  case unclear
  /// It does not count.
  case hidden

  /// How far an event of that date can be seen on a day.
  static func of(_ date: CoarseDate, on day: Day) -> Sight {
    if date.lastDay <= day { return .inSight }
    return date.isImprecise(on: day) ? .unclear : .hidden
  }
}
