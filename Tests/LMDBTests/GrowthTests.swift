import Foundation
import LMDB
import Synchronization
import Testing

/// A flag that two threads share.
private final class Flag: Sendable {
  private let value = Atomic(false)
  var isSet: Bool { value.load(ordering: .acquiring) }
  func set() { value.store(true, ordering: .releasing) }
}

@Suite("A map")
struct GrowthTests {
  let fixture = Fixture()

  @Test("grows as often as one transaction needs; the closure runs again from its beginning")
  func grows() throws {
    let environment = try fixture.open(initialMapBytes: 1 << 20)
    let database = try environment.database("records")
    try environment.write { try $0.put(database, key(0), [7]) }
    var runs = 0
    try environment.write { transaction in
      runs += 1
      // What an earlier run wrote is gone: the counter is as it was committed.
      let counter = try transaction.reader.get(database, key(0))
      #expect(counter == [7])
      #expect(try transaction.reader.statistics(database).entries == 1)
      try transaction.put(database, key(0), [8])
      for index in 1...50_000 { try transaction.put(database, key(index), value(index)) }
    }
    #expect(runs == 4)
    #expect(try environment.info.mapBytes == 8 << 20)
    #expect(try environment.read { try $0.get(database, key(50_000)) } == value(50_000))
  }

  @Test("grows also for a closure that catches the error, or throws another")
  func swallowed() throws {
    let environment = try fixture.open(initialMapBytes: 1 << 20)
    let database = try environment.database("records")
    let large = [UInt8](repeating: 1, count: 3 << 20)
    try environment.write { transaction in
      do throws(LMDBError) { try transaction.put(database, [1], large) } catch {
        #expect(error == .mapFull)
      }
    }
    try environment.write { transaction throws(CallerError) in
      do throws(LMDBError) { try transaction.put(database, [2], large) } catch { throw .own }
    }
    #expect(try environment.read { try $0.statistics(database).entries } == 2)
  }

  @Test("grows to its limit, and leaves nothing of what did not fit")
  func limit() throws {
    let environment = try Environment.open(
      path: fixture.path, mode: .readWrite, initialMapBytes: 1 << 20, maximumMapBytes: 3 << 20,
      create: true)
    let database = try environment.database("records")
    #expect(throws: LMDBError.mapFull) {
      try environment.write { transaction in
        try transaction.put(database, [1], [1])
        try transaction.put(database, [2], [UInt8](repeating: 1, count: 4 << 20))
      }
    }
    #expect(try environment.info.mapBytes == 3 << 20)
    #expect(try environment.read { try $0.statistics(database).entries } == 0)
    try environment.write { try $0.put(database, [1], [1]) }
  }

  @Test("waits for readers of this process, and keeps what they see in place")
  func waitsForReaders() async throws {
    let environment = try fixture.open(initialMapBytes: 1 << 20)
    let database = try environment.database("records")
    try environment.write { try $0.put(database, key(1), value(1)) }
    let isDone = Flag()
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        while !isDone.isSet {
          let same = try environment.read { reader in
            try reader.withValue(database, key(1).span) { span in
              usleep(200)
              return span.copied == value(1)
            }
          }
          #expect(same == true)
        }
      }
      group.addTask {
        defer { isDone.set() }
        try environment.write { transaction in
          try transaction.put(database, key(2), [UInt8](repeating: 2, count: 8 << 20))
        }
      }
      try await group.waitForAll()
    }
    #expect(try environment.info.mapBytes == 16 << 20)
  }

  @Test("gives up, in bounded time, on a reader that does not end")
  func readerStaysOpen() throws {
    let environment = try fixture.open(initialMapBytes: 1 << 20)
    let database = try environment.database("records")
    let snapshot = try environment.beginRead()
    #expect(throws: LMDBError.transactionsStillOpen) {
      try environment.write { transaction in
        try transaction.put(database, [1], [UInt8](repeating: 1, count: 2 << 20))
      }
    }
    #expect(try snapshot.get(database, [1]) == nil)
    _ = consume snapshot
    try environment.write { transaction in
      try transaction.put(database, [1], [UInt8](repeating: 1, count: 2 << 20))
    }
  }

  @Test(
    "that another process grew is taken over, by readers and by writers", arguments: [true, false])
  func grownElsewhere(reads: Bool) throws {
    let environment = try fixture.open(initialMapBytes: 1 << 20)
    let database = try environment.database("grown")
    let probe = try Probe("grow", fixture.path, "5000")
    probe.end()
    if !reads { try environment.write { try $0.put(database, [0], [1]) } }
    #expect(try environment.read { try $0.get(database, key(4999))?.count } == 1000)
    #expect(try environment.info.mapBytes > 5_000_000)
  }
}
