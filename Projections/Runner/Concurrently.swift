internal import Dispatch
internal import EventStore
internal import Synchronization

/// Makes several things at once, by as many threads as there are processors, and returns them in their
/// order. A thread that reads the ledger has a snapshot of its own.
///
/// - Parameter meanwhile: called now and then, by the thread that waits.
/// - Throws: what was thrown for the first of them, in their order, for which something was.
func concurrently<Made: Sendable>(
  _ count: Int, meanwhile: () -> Void,
  _ make: @escaping @Sendable (Int) throws(LedgerError) -> Made
) throws(LedgerError) -> [Made] {
  let made = MadeThings<Made>(count)
  let group = DispatchGroup()
  DispatchQueue.global().async(group: group) {
    DispatchQueue.concurrentPerform(iterations: count) { index in
      let result = Result { () throws(LedgerError) in try make(index) }
      made.all.withLock { $0[index] = result }
    }
  }
  while group.wait(timeout: .now() + .milliseconds(20)) == .timedOut { meanwhile() }
  var all: [Made] = []
  for case let result? in made.all.withLock({ $0 }) { all.append(try result.get()) }
  return all
}

private final class MadeThings<Made: Sendable>: Sendable {
  let all: Mutex<[Result<Made, LedgerError>?]>

  init(_ count: Int) { all = Mutex([Result<Made, LedgerError>?](repeating: nil, count: count)) }
}

/// What several threads count together.
final class SharedCount: Sendable {
  private let count = Atomic(0)

  var value: Int { count.load(ordering: .relaxed) }

  func add(_ more: Int) { count.add(more, ordering: .relaxed) }
}
