import LMDB
import Testing

@Suite("Values found in one order are looked at in another")
struct FoundValueTests {
  @Test("each value is shown where it was noted; one that was not noted is empty")
  func shown() throws {
    let fixture = Fixture()
    try fixture.fill(100)
    let environment = try fixture.open()
    let database = try environment.database("records")
    try environment.read { transaction throws(LMDBError) in
      var found = FoundValues(count: 101, in: transaction)
      try transaction.withCursor(database) { cursor throws(LMDBError) in
        var index = 0
        while try cursor.next() {
          found.note(cursor, at: 99 - index)
          index += 1
        }
        // It stands nowhere now, and what was noted stays.
        found.note(cursor, at: 0)
      }
      found.bringNear(0..<101, in: transaction)
      for index in 0..<100 {
        found.show(index, in: transaction) { bytes in
          let found = bytes.indices.map { bytes[$0] }
          #expect(found == value(99 - index))
        }
      }
      found.show(100, in: transaction) { bytes in
        let count = bytes.count
        #expect(count == 0)
      }
    }
  }

  @Test("to look at them in another transaction is a programmer's mistake")
  func elsewhere() async throws {
    let fixture = Fixture()
    try fixture.fill(1)
    await #expect(processExitsWith: .failure) { [path = fixture.path as String] in
      let environment = try Environment.open(path: path, mode: .readWrite)
      let first = try environment.beginRead()
      let found = FoundValues(count: 1, in: first)
      let second = try environment.beginRead()
      found.show(0, in: second) { _ in }
    }
  }
}
