internal import Events
internal import MerkleLog

/// The events of a chunk that were given places, in the order of their positions.
struct PlacedEvents {
  /// Which events of the chunk they are.
  private(set) var indices: [Int] = []
  /// Their records.
  private(set) var records: [[UInt8]] = []
  /// The hashes of their records.
  private(set) var leaves: [Hash] = []
  private(set) var revisions: [UInt64] = []
  private var recorded: [Instant] = []

  /// How many they are.
  var count: Int { indices.count }

  mutating func reserveCapacity(_ count: Int) {
    indices.reserveCapacity(count)
    records.reserveCapacity(count)
    leaves.reserveCapacity(count)
    revisions.reserveCapacity(count)
    recorded.reserveCapacity(count)
  }

  mutating func add(
    _ index: Int, _ record: [UInt8], leaf: Hash, revision: UInt64, recorded instant: Instant
  ) {
    indices.append(index)
    records.append(record)
    leaves.append(leaf)
    revisions.append(revision)
    recorded.append(instant)
  }

  /// The events as participants see them.
  ///
  /// - Parameter last: the position before the first of them.
  func stagedEvents(_ events: [PreparedEvent], after last: UInt64) -> [StagedEvent] {
    records.indices.map { place in
      let prepared = events[indices[place]]
      var event = RecordedEvent(
        position: last + 1 + UInt64(place), revision: revisions[place],
        recorded: recorded[place], event: prepared.event, commitment: prepared.commitment)
      event.isRedacted = prepared.place?.redactedLength != nil
      return StagedEvent(event: event, record: records[place])
    }
  }
}
