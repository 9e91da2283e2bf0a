/// What there is of a projection.
package struct ProjectionStatus: Sendable, Hashable {
  /// What state it is in, of several the one that matters most.
  package enum State: Sendable, Hashable {
    /// It is rebuilt just now, by some process.
    case rebuilding
    /// It does not hold what the records make: reads refuse it until it was rebuilt.
    case damaged
    /// It was made by an older version of the rules, lags, or was never made: reads are made from the
    /// records.
    case needsRebuild
    /// A newer build made it: reads are made from the records.
    case newer
    /// It serves, and a rebuild was left off.
    case leftOff
    /// It serves.
    case serving
  }

  /// Its name.
  package var name: String
  /// The version of the fold in this build.
  package var version: Int
  /// The version of the fold that made what is stored; `nil` where nothing is.
  package var storedVersion: Int?
  /// Which of its databases serves: each rebuild makes the next one; 0 where none does.
  package var generation: UInt64
  /// The last position taken in.
  package var position: UInt64
  /// How many positions it is behind the ledger.
  package var lag: UInt64
  /// How many entries it has.
  package var entries = 0
  /// How many bytes its pages take.
  package var bytes = 0
  /// The digest of its entries (`ProjectionTally`), where it was asked for.
  package var digest: [UInt8]?
  /// How far a rebuild has come, in events; `nil` where none is under way or was left off.
  package var rebuiltTo: UInt64?
  /// Whether a process is at that rebuild now.
  package var isBeingRebuilt = false
  /// What was found damaged: by a verification, or by reading all entries for the digest.
  package var damage: String?

  /// Whether reads use it; where not, they fold from the records.
  package var isServing: Bool { storedVersion == version && lag == 0 }

  /// How many events the ledger has.
  package var head: UInt64 { position + lag }

  /// What state it is in.
  package var state: State {
    if isBeingRebuilt { return .rebuilding }
    if let storedVersion, storedVersion > version { return .newer }
    // A ledger's first events make it.
    let isInStep = isServing || head == 0
    if damage != nil, isInStep { return .damaged }
    if !isInStep { return .needsRebuild }
    return rebuiltTo == nil ? .serving : .leftOff
  }
}
