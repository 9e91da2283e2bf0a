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
}
