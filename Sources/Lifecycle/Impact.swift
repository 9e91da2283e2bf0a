package import Events
internal import LMDB
package import Projections

/// What a batch would change in the answers, were it recorded: all of it at the ledger's newest
/// knowledge and without a published limit, but for `published` and `redacted`.
package struct Impact: Sendable {
  /// Answers about days before today that would be others.
  package internal(set) var past = ImpactPart()
  /// Answers that would be others from today or a later day on.
  package internal(set) var later = ImpactPart()
  /// Events that would count by another published date.
  package internal(set) var published: [PublishedImpact] = []
  /// The positions of events whose texts would be removed for good, from every answer.
  package internal(set) var redacted: [UInt64] = []

  /// No change.
  package init() {}

  /// Whether no answer would be another one.
  package var isNone: Bool {
    past.spans.isEmpty && later.spans.isEmpty && published.isEmpty && redacted.isEmpty
  }
}

/// Some of the answers that would be others.
package struct ImpactPart: Sendable {
  /// What would change, by entity, then by day.
  package private(set) var spans: [ChangedSpan] = []
  /// How many changes there are; what comes or goes as a whole is one.
  package private(set) var count = 0
  /// How many changes are not among `spans`.
  package private(set) var countBeyond = 0
  /// What came or went last.
  private var lastWhole: EntityKey?

  /// Takes in a change, and keeps it where there is room.
  mutating func keep(_ span: ChangedSpan, _ limit: Int) {
    let isWhole = span.presence != .changed
    let goesOn = isWhole && lastWhole == span.key
    lastWhole = isWhole ? span.key : nil
    if !goesOn {
      count += 1
      if count > limit { countBeyond += 1 }
    }
    if count <= limit { spans.append(span) }
  }
}

/// Events that would be said in public on another date, or on one at all.
package struct PublishedImpact: Sendable {
  /// The date that counted before; `nil` where there was none.
  package let old: CoarseDate?
  /// The date that would count; `nil` where there would be none.
  package let new: CoarseDate?
  /// How many events.
  package internal(set) var events = 0
  /// The streams that they stand on, the first few.
  package internal(set) var streams: [StreamID] = []
  /// How many streams.
  package internal(set) var streamCount = 0

  /// From which `publishedBy` on answers would be others.
  package var from: Day {
    [old, new].compactMap { $0?.lastDay }.min() ?? .last
  }
}

/// What is gathered of a batch's impact.
package struct ImpactScope: Sendable {
  /// The day that divides past answers from later ones.
  package var today: Day
  /// How many changes of each part are kept.
  package var limit: Int

  /// What is gathered.
  package init(today: Day, limit: Int = .max) {
    self.today = today
    self.limit = limit
  }
}
