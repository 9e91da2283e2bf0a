internal import Dispatch
internal import EventStore
internal import Glibc
internal import LMDB
internal import Synchronization

/// Threads that read a ledger at once, as many as there are processors, each in a snapshot of its own.
///
/// All snapshots are begun here, and none later: where another process has made the map larger, one can
/// only be begun while this process has no other.
final class Readers: @unchecked Sendable {
  let ledger: Ledger
  /// What the thread reads in that waits for the others.
  let snapshot: Snapshot
  /// A thread's each, and used by no other.
  private let snapshots: [Snapshot]

  /// The most threads: readers are few that all processes together may have.
  private static let most = 16

  init(_ ledger: Ledger) throws(LedgerError) {
    self.ledger = ledger
    snapshot = try ledger.snapshot()
    var snapshots: [Snapshot] = []
    for _ in 0..<min(max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))), Self.most) {
      snapshots.append(try ledger.snapshot())
    }
    self.snapshots = snapshots
  }

  /// Makes several things, and returns them in their order. Where one fails, no more are begun.
  ///
  /// - Parameter meanwhile: called now and then, by the thread that waits.
  /// - Throws: what was thrown for the first of them, in their order, for which something was.
  func make<Made: Sendable>(
    _ count: Int, meanwhile: () -> Void = {},
    _ make: @escaping @Sendable (Int, Snapshot) throws(LedgerError) -> Made
  ) throws(LedgerError) -> [Made] {
    let work = Work<Made>(count)
    let group = DispatchGroup()
    for thread in 0..<min(count, snapshots.count) {
      DispatchQueue.global().async(group: group) {
        while let index = work.next() {
          work.note(
            Result { () throws(LedgerError) in try make(index, self.snapshots[thread]) }, index)
        }
      }
    }
    while group.wait(timeout: .now() + .milliseconds(20)) == .timedOut { meanwhile() }
    return try work.all()
  }
}

/// Things of which several threads take the next.
private final class Work<Made: Sendable>: Sendable {
  private struct State {
    var next = 0
    var hasFailed = false
    var made: [Result<Made, LedgerError>?]
  }

  private let state: Mutex<State>

  init(_ count: Int) { state = Mutex(State(made: Array(repeating: nil, count: count))) }

  /// The next one's number. They are given out in order: before one that failed, none is left out.
  func next() -> Int? {
    state.withLock { state in
      if state.hasFailed || state.next == state.made.count { return nil }
      state.next += 1
      return state.next - 1
    }
  }

  func note(_ result: Result<Made, LedgerError>, _ index: Int) {
    state.withLock { state in
      if case .failure = result { state.hasFailed = true }
      state.made[index] = result
    }
  }

  func all() throws(LedgerError) -> [Made] {
    var all: [Made] = []
    for case let result? in state.withLock({ $0.made }) { all.append(try result.get()) }
    return all
  }
}

/// What several threads count together.
final class SharedCount: Sendable {
  private let count = Atomic(0)

  var value: Int { count.load(ordering: .relaxed) }

  func add(_ more: Int) { count.add(more, ordering: .relaxed) }
}
