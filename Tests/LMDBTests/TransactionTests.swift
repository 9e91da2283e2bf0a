import Foundation
import LMDB
import Testing

@Suite("A transaction")
struct TransactionTests {
  let fixture = Fixture()

  @Test("that returns is kept, one that throws is undone")
  func commitAndAbort() throws {
    let environment = try fixture.open()
    let database = try environment.database("records")
    try environment.write { try $0.put(database, [1], [1]) }
    #expect(throws: CallerError.own) {
      try environment.write { transaction throws(CallerError) in
        do throws(LMDBError) {
          try transaction.put(database, [1], [2])
          try transaction.put(database, [2], [2])
        } catch { throw CallerError(error) }
        throw .own
      }
    }
    let kept = try environment.read { reader throws(LMDBError) in
      [try reader.get(database, [1]), try reader.get(database, [2])]
    }
    #expect(kept == [[1], nil])
  }

  @Test("reads its own changes; a snapshot sees only what was committed before it")
  func isolation() throws {
    let environment = try fixture.open()
    let database = try environment.database("records")
    let snapshot = try environment.beginRead()
    try environment.write { transaction in
      try transaction.put(database, [1], [1])
      #expect(try transaction.reader.get(database, [1]) == [1])
      #expect(try snapshot.get(database, [1]) == nil)
      #expect(transaction.id == snapshot.id + 1)
    }
    #expect(try snapshot.get(database, [1]) == nil)
    #expect(try environment.read { try $0.get(database, [1]) } == [1])
    _ = consume snapshot
  }

  @Test("gives the caller's own error room for LMDB's")
  func convertedErrors() throws {
    try fixture.fill(1)
    let environment = try Environment.open(path: fixture.path, mode: .readOnly)
    #expect(throws: CallerError.store(.readOnly)) {
      try environment.write { (_: inout WriteTransaction) throws(CallerError) in }
    }
    let database = try environment.database("records")
    #expect(throws: CallerError.store(.badValueSize)) {
      try environment.read { reader throws(CallerError) in
        _ = try reader.withValue(database, [UInt8]().span) { _ throws(CallerError) in }
      }
    }
  }

  @Test("refuses keys that LMDB cannot hold", arguments: [0, 512, 4096])
  func keyLengths(count: Int) throws {
    let environment = try fixture.open()
    let database = try environment.database("records")
    let key = [UInt8](repeating: 1, count: count)
    try environment.write { transaction in
      #expect(throws: LMDBError.badValueSize) { try transaction.reader.get(database, key) }
      do throws(LMDBError) {
        try transaction.put(database, key, [])
        Issue.record("put a key of \(count) bytes")
      } catch { #expect(error == .badValueSize) }
      do throws(LMDBError) {
        try transaction.delete(database, key)
        Issue.record("deleted a key of \(count) bytes")
      } catch { #expect(error == .badValueSize) }
      // A refusal leaves the transaction whole.
      try transaction.put(database, [UInt8](repeating: 1, count: 511), [])
    }
    #expect(try environment.read { try $0.statistics(database).entries } == 1)
  }

  @Test("puts as the options say")
  func options() throws {
    let environment = try fixture.open()
    let database = try environment.database("records")
    let refused: [(key: [UInt8], options: PutOptions)] = [
      ([5], .noOverwrite), ([5], .append), ([4], .append),
    ]
    try environment.write { transaction in
      try transaction.put(database, [5], [1], options: .noOverwrite)
      for (key, options) in refused {
        do throws(LMDBError) {
          try transaction.put(database, key, [2], options: options)
          Issue.record("\(key) was put")
        } catch { #expect(error == .keyExists) }
      }
      try transaction.put(database, [6], [], options: .append)
      #expect(try transaction.reader.get(database, [5]) == [1])
      #expect(try transaction.reader.get(database, [6]) == [])
      #expect(try transaction.delete(database, [5]))
      #expect(try !transaction.delete(database, [5]))
    }
  }

  @Test("lets a value be written where it will stand")
  func reserve() throws {
    let environment = try fixture.open()
    let database = try environment.database("records")
    try environment.write { transaction in
      try transaction.put(database, key(1).span, reserving: 100) { output in
        for byte in value(1) { output.append(byte) }
      }
      do throws(CallerError) {
        try transaction.put(database, key(2).span, reserving: 3) { output throws(CallerError) in
          output.append(9)
          throw .own
        }
      } catch { #expect(error == .own) }
    }
    #expect(try environment.read { try $0.get(database, key(1)) } == value(1))
    #expect(try environment.read { try $0.get(database, key(2)) } == [9, 0, 0])
  }

  @Test("appends in order only")
  func appender() throws {
    let environment = try fixture.open()
    let database = try environment.database("records")
    try environment.write { transaction in
      try transaction.withAppender(database) { appender in
        for index in 0..<5000 { try appender.append(key(index), value(index)) }
        do throws(LMDBError) {
          try appender.append(key(7), [])
          Issue.record("appended out of order")
        } catch { #expect(error == .keyExists) }
      }
    }
    #expect(try environment.read { try $0.statistics(database).entries } == 5000)
    #expect(try environment.read { try $0.get(database, key(7)) } == value(7))
  }

  @Test("inside another of the same thread traps instead of hanging")
  func nestedWriter() async {
    await #expect(processExitsWith: .failure) { [path = fixture.path as String] in
      // An error would be a failure too: only the trap is to count.
      do {
        let environment = try Environment.open(path: path, mode: .readWrite, create: true)
        try environment.write { _ in
          try environment.write { _ in }
        }
      } catch {
        exit(EXIT_SUCCESS)
      }
    }
  }

  @Test("of many threads come one after another")
  func threads() async throws {
    let environment = try fixture.open()
    let database = try environment.database("records")
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<4 {
        group.addTask {
          for _ in 0..<25 {
            try environment.write { transaction in
              let count = try transaction.reader.get(database, [1])?[0] ?? 0
              try transaction.put(database, [1], [count + 1])
            }
          }
        }
      }
      try await group.waitForAll()
    }
    #expect(try environment.read { try $0.get(database, [1]) } == [100])
  }
}
