import EventStore
import Testing

@testable import Projections

@Suite("Several things made at once")
struct ConcurrentlyTests {
  @Test("they come in their order, however many there are", arguments: [0, 1, 2, 1_000])
  func order(count: Int) throws {
    let made = try concurrently(count) {
    } _: { index throws(LedgerError) in
      index * index
    }
    #expect(made == (0..<count).map { $0 * $0 })
  }

  @Test("of several that fail the first one's error is thrown, whichever failed first in time")
  func failure() {
    let error = #expect(throws: LedgerError.self) {
      try concurrently(100) {
      } _: { index throws(LedgerError) in
        if index % 10 == 7 { throw .damaged(position: UInt64(index), reason: "it was changed") }
      }
    }
    guard case .damaged(position: 7, _)? = error else {
      Issue.record("another error: \(String(describing: error))")
      return
    }
  }

  @Test("what they count together is seen meanwhile, by the thread that waits")
  func counting() throws {
    let count = SharedCount()
    var seen: [Int] = []
    let made = try concurrently(200) {
      seen.append(count.value)
    } _: { _ throws(LedgerError) in
      var sum = 0
      for number in 0..<200_000 { sum &+= number &* sum | 1 }
      count.add(1)
      return sum
    }
    #expect(count.value == made.count)
    #expect(seen == seen.sorted())
  }
}
