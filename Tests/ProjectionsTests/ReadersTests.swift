import EventStore
import Glibc
import LMDB
import Testing

@testable import Projections

@Suite("Threads that read a ledger at once")
struct ReadersTests {
  @Test("what they make comes in its order, however much it is", arguments: [0, 1, 2, 1_000])
  func order(count: Int) throws {
    let fixture = try TestLedger()
    let made = try Readers(fixture.ledger).make(count) { index, _ throws(LedgerError) in
      index * index
    }
    #expect(made == (0..<count).map { $0 * $0 })
  }

  @Test("of several that fail the first one's error is thrown, and no more are begun")
  func failure() throws {
    let fixture = try TestLedger()
    let begun = SharedCount()
    let error = #expect(throws: LedgerError.self) {
      try Readers(fixture.ledger).make(1_000_000) { index, _ throws(LedgerError) in
        begun.add(1)
        if index % 10 == 7 { throw .damaged(position: UInt64(index), reason: "it was changed") }
      }
    }
    guard case .damaged(position: 7, _)? = error else {
      Issue.record("another error: \(String(describing: error))")
      return
    }
    #expect(begun.value < 1_000_000)
  }

  @Test("the thread that waits is called meanwhile, and sees what they counted")
  func counting() throws {
    let fixture = try TestLedger()
    let count = SharedCount()
    var seen: [Int] = []
    _ = try Readers(fixture.ledger).make(4) {
      seen.append(count.value)
    } _: { _, _ throws(LedgerError) in
      // Until it was called once more.
      usleep(60_000)
      count.add(1)
    }
    #expect(count.value == 4)
    #expect(!seen.isEmpty && seen == seen.sorted())
  }

  @Test("they read what there was when they were made, whatever is appended meanwhile")
  func appending() throws {
    let fixture = try TestLedger()
    try fixture.append(batch(9))
    let readers = try Readers(fixture.ledger)
    try fixture.append(batch(9, from: 9))
    let heads = try readers.make(100) { _, snapshot throws(LedgerError) in
      snapshot.view.head.position
    }
    #expect(Set(heads) == [9])
  }
}
