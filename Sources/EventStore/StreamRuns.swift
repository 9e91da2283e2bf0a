internal import Events

/// The events of a chunk by their streams.
struct StreamRuns {
  /// What a chunk adds to one stream.
  struct Run {
    let subject: StreamID
    /// The stream's last revision before the batch.
    let before: UInt64
    /// The revision of the first event of the chunk.
    let first: UInt64
    /// The positions of the chunk's events, in order.
    fileprivate(set) var positions: [UInt64] = []

    /// The stream's last revision with what of the chunk has its place.
    var last: UInt64 { first + UInt64(positions.count) - 1 }
  }

  private var runs: [Run] = []
  private var indices: [StreamID: Int] = [:]

  subscript(index: Int) -> Run { runs[index] }

  /// Where a stream's run is; `nil` where none was begun.
  func index(of subject: StreamID) -> Int? {
    // Events of one stream often follow upon each other.
    if let last = runs.last, last.subject == subject { return runs.count - 1 }
    return indices[subject]
  }

  /// Begins the run of a stream with those revisions.
  mutating func begin(_ subject: StreamID, _ revisions: Batch.Revisions) -> Int {
    indices[subject] = runs.count
    runs.append(Run(subject: subject, before: revisions.before, first: revisions.last + 1))
    return runs.count - 1
  }

  /// Adds an event to a run; returns its revision.
  mutating func add(_ position: UInt64, to index: Int) -> UInt64 {
    runs[index].positions.append(position)
    return runs[index].last
  }

  /// The streams' revisions, of those to which anything was added.
  var revisions: [StreamID: Batch.Revisions] {
    var revisions: [StreamID: Batch.Revisions] = [:]
    revisions.reserveCapacity(runs.count)
    for run in runs where !run.positions.isEmpty {
      revisions[run.subject] = Batch.Revisions(before: run.before, last: run.last)
    }
    return revisions
  }

  /// The runs in the order of their streams' names.
  var sorted: [Run] { runs.sorted { $0.subject < $1.subject } }
}
