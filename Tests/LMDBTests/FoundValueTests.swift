import Dispatch
import LMDB
import Testing

@Suite("Values found in one order are looked at in another")
struct FoundValueTests {
  /// Runs what notes and shows values, which are there.
  private func using(_ found: FoundValues, _ body: () throws -> Void) throws {
    let isRun: Bool? = try found.use { () throws -> Bool in
      try body()
      return true
    }
    #expect(isRun == true)
  }

  @Test("each value is shown where it was noted; one that was not noted is empty")
  func shown() throws {
    let fixture = Fixture()
    try fixture.fill(100)
    let environment = try fixture.open()
    let database = try environment.database("records")
    let found = try FoundValues(in: environment)
    found.removeAll(makingRoomFor: 101)
    try using(found) {
      try environment.read { transaction throws(LMDBError) in
        try transaction.withCursor(database) { cursor throws(LMDBError) in
          let notes = found.notes(of: cursor)
          var index = 0
          while try cursor.next() {
            notes.note(cursor, at: 99 - index)
            index += 1
          }
          // It stands nowhere now, and what was noted stays.
          notes.note(cursor, at: 0)
        }
      }
    }
    // Pages that are no longer used are not used again while it lives.
    for _ in 0..<20 {
      try environment.write { transaction throws(LMDBError) in
        for index in 0..<100 { try transaction.put(database, key(index), [0]) }
      }
    }
    try using(found) {
      found.bringNear(Array(0..<101)[...])
      for index in 0..<100 {
        found.show(index) { bytes in
          let found = bytes.indices.map { bytes[$0] }
          #expect(found == value(99 - index))
        }
      }
      found.show(100) { bytes in
        let count = bytes.count
        #expect(count == 0)
      }
    }
  }

  @Test("several threads may note what they find, each at its places")
  func together() throws {
    let fixture = Fixture()
    try fixture.fill(1_000)
    let environment = try fixture.open()
    let database = try environment.database("records")
    let found = try FoundValues(in: environment)
    found.removeAll(makingRoomFor: 1_000)
    try using(found) {
      DispatchQueue.concurrentPerform(iterations: 10) { part in
        try? environment.read { transaction throws(LMDBError) in
          try transaction.withCursor(database) { cursor throws(LMDBError) in
            let notes = found.notes(of: cursor)
            for index in (part * 100)..<(part * 100 + 100) {
              _ = try cursor.seek(to: key(index).span)
              notes.note(cursor, at: index)
            }
          }
        }
      }
      for index in 0..<1_000 {
        found.show(index) { bytes in
          let found = bytes.indices.map { bytes[$0] }
          #expect(found == value(index))
        }
      }
    }
  }

  @Test("to note what an earlier transaction finds is a programmer's mistake")
  func elsewhere() async throws {
    let fixture = Fixture()
    try fixture.fill(1)
    await #expect(processExitsWith: .failure) { [path = fixture.path as String] in
      let environment = try Environment.open(path: path, mode: .readWrite)
      let database = try environment.database("records")
      let first = try environment.beginRead()
      try environment.write { transaction throws(LMDBError) in
        try transaction.put(database, [1], [2])
      }
      let found = try FoundValues(in: environment)
      found.removeAll(makingRoomFor: 1)
      try first.withCursor(database) { cursor throws(LMDBError) in
        _ = try cursor.first()
        _ = found.use { found.notes(of: cursor).note(cursor, at: 0) }
      }
    }
  }

  @Test("a value longer than most is shown whole, and one of no bytes as it is")
  func long() throws {
    let fixture = Fixture()
    let environment = try fixture.open()
    let database = try environment.database("records")
    let lengths = [0, 1, 65_534, 65_535, 65_536, 200_000]
    try environment.write { transaction throws(LMDBError) in
      for (index, length) in lengths.enumerated() {
        try transaction.put(database, key(index), [UInt8](repeating: 7, count: length))
      }
    }
    let found = try FoundValues(in: environment)
    found.removeAll(makingRoomFor: lengths.count)
    try using(found) {
      try environment.read { transaction throws(LMDBError) in
        try transaction.withCursor(database) { cursor throws(LMDBError) in
          for index in lengths.indices where try cursor.next() {
            found.notes(of: cursor).note(cursor, at: index)
          }
        }
      }
      for (index, length) in lengths.enumerated() {
        var count = -1
        found.show(index) { count = $0.count }
        #expect(count == length)
      }
    }
    found.removeAll(makingRoomFor: lengths.count)
    var count = -1
    found.show(5) { count = $0.count }
    #expect(count == 0)
  }

  @Test("they are given up where the map must grow, and not while they are used")
  func givenUp() throws {
    let fixture = Fixture()
    try fixture.fill(1)
    let environment = try fixture.open(initialMapBytes: 1 << 20)
    let database = try environment.database("records")
    func grow(_ number: Int) throws(LMDBError) {
      let bytes = [UInt8](repeating: 2, count: try environment.info.mapBytes)
      try environment.write { transaction throws(LMDBError) in
        try transaction.put(database, key(number), bytes)
      }
    }
    let found = try FoundValues(in: environment)
    func isThere(_ found: FoundValues) -> Bool { found.use { () in true } ?? false }
    var refused: LMDBError?
    let isRun: Bool? = found.use {
      do throws(LMDBError) { try grow(2) } catch { refused = error }
      return true
    }
    #expect(isRun == true && refused == .transactionsStillOpen)
    #expect(isThere(found))
    try grow(3)
    #expect(!isThere(found))
    #expect(try environment.info.readers == 0)
    // New ones see what there is now.
    #expect(isThere(try FoundValues(in: environment)))
  }
}
