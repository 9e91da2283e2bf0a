internal import Glibc
internal import Synchronization

/// Counts the live transactions of one environment in this process, so that the map can be moved
/// while there is none (`mdb_env_set_mapsize` demands it).
///
/// New transactions have the right of way for the first half of the waiting time, for a thread that
/// holds one transaction may be about to open a second, and would wait for itself. In the second
/// half they are held back, lest a stream of short readers starve the one who waits.
///
/// Long readers can offer to end their transactions when somebody waits (`YieldingReader`).
final class TransactionGate: Sendable {
  private struct State {
    var live = 0
    var isClosed = false
  }

  private struct Yielding {
    weak var reader: (any YieldingReader)?
  }

  private let yielding = Mutex<[ObjectIdentifier: Yielding]>([:])

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

  /// Asks a reader from now on to end its transaction when somebody waits; it is not kept.
  func add(_ reader: any YieldingReader) {
    yielding.withLock { $0[ObjectIdentifier(reader)] = Yielding(reader: reader) }
  }

  /// Asks a reader no more.
  func remove(_ reader: ObjectIdentifier) {
    yielding.withLock { _ = $0.removeValue(forKey: reader) }
  }

  private func askReaders() {
    // Outside the lock, for the last reference to one may end here.
    let readers = yielding.withLock { $0.values.compactMap(\.reader) }
    for reader in readers { reader.yield() }
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
      askReaders()
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

/// Who holds a transaction for long, and can do without it.
protocol YieldingReader: AnyObject, Sendable {
  /// Ends its transaction, unless it is being used.
  func yield()
}
