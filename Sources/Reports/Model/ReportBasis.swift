internal import EventStore
package import Events
package import MerkleLog
package import Projections

/// What a report rests on: enough to ask for it again and get the same bytes.
package struct ReportBasis: Sendable {
  /// The point on the three clocks.
  package let point: ReadingPoint
  /// The counts of victims that are of interest.
  package let options: ReportOptions
  /// When the event at the point's position was recorded.
  package let recorded: Instant?
  /// The root of the ledger's tree at that position.
  package let root: Hash
  /// The ledger.
  package let ledger: Hash
  /// Whether the recorded instants are another ledger's.
  package let isRestored: Bool
  /// The language of texts that are not there in the one asked for.
  package let fallback: String
  /// The classes of provenance among what is shown.
  package var provenance: Set<Provenance> = []
  /// Whether a coarse date leaves open what was true on the day.
  package var isImprecise = false

  init(
    _ snapshot: Snapshot, _ point: ReadingPoint, _ options: ReportOptions
  ) throws(LedgerError) {
    self.point = point
    self.options = options
    recorded = try snapshot.view.header(at: point.position, snapshot.transaction)?.recorded
    root = try snapshot.view.root(size: point.position, snapshot.transaction)
    let identity = snapshot.view.identity
    ledger = identity.id
    isRestored = identity.isRestored
    fallback = identity.language
  }
}

/// What a report is asked for beside its point.
package struct ReportOptions: Sendable, Hashable {
  /// The country whose counts of victims it shows.
  package var country: Identifier
  /// Counts from 1 up to below it are not shown; 0 shows all.
  package var suppressBelow: Int64

  /// What a report is asked for.
  package init(
    country: Identifier = Identifier("LV"), suppressBelow: Int64 = ReportOptions.usualLimit
  ) {
    self.country = country
    self.suppressBelow = suppressBelow
  }

  /// Counts from 1 to 4 are not shown, unless somebody says otherwise.
  package static let usualLimit: Int64 = 5
}
