internal import Glibc
internal import Synchronization

/// Counts the live transactions of one environment in this process, so that the map can be moved
/// while there is none (`mdb_env_set_mapsize` demands it).
///
/// New transactions have the right of way for the first half of the waiting time, for a thread that
/// holds one transaction may be about to open a second, and would wait for itself. In the second
/// half they are held back, lest a stream of short readers starve the one who waits.
final class TransactionGate: Sendable {
  private struct State {
    var live = 0
    var isClosed = false
  }

  private let state = Mutex(State())
  private static let pollMicroseconds: UInt32 = 500

  /// Waits until the map stands still, and counts one transaction more.
  func enter() {
    while !state.withLock({ state in
      if !state.isClosed { state.live += 1 }
      return !state.isClosed
    }) {
      usleep(Self.pollMicroseconds)
    }
  }

  /// Counts one transaction less.
  func leave() {
    state.withLock { $0.live -= 1 }
  }

  /// Does something while no transaction of this process is live.
  ///
  /// - Parameter milliseconds: how long to wait for the live ones to end.
  /// - Throws: `transactionsStillOpen` when they did not; whatever `body` throws.
  func withNoneLive(
    waitingAtMost milliseconds: Int, _ body: () throws(LMDBError) -> Void
  ) throws(LMDBError) {
    try close(waitingAtMost: milliseconds)
    defer { state.withLock { $0.isClosed = false } }
    try body()
  }

  private func close(waitingAtMost milliseconds: Int) throws(LMDBError) {
    let polls = max(1, milliseconds * 1000 / Int(Self.pollMicroseconds))
    // Whether this caller is the one who holds new transactions back.
    var holds = false
    for poll in 0...polls {
      let isReached = state.withLock { state in
        let isFree = !state.isClosed || holds
        if isFree, state.live == 0 || poll > polls / 2 {
          state.isClosed = true
          holds = true
        }
        return holds && state.live == 0
      }
      if isReached { return }
      usleep(Self.pollMicroseconds)
    }
    if holds { state.withLock { $0.isClosed = false } }
    throw .transactionsStillOpen
  }
}
