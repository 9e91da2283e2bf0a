import LMDB
import Testing

@Suite("A named database")
struct DatabaseTests {
  let fixture = Fixture()

  @Test("is apart from the others, and there after a reopening")
  func named() throws {
    for round in 0..<2 {
      let environment = try fixture.open()
      let names = ["records", "texts", "ā"]
      for (index, name) in names.enumerated() {
        let database = try environment.database(name)
        #expect(
          try environment.read { try $0.get(database, [1]) } == (round == 0 ? nil : [UInt8(index)]))
        try environment.write { try $0.put(database, [1], [UInt8(index)]) }
      }
    }
  }

  @Test(
    "of an impossible name is refused", arguments: ["", "a\0b", String(repeating: "a", count: 512)])
  func names(name: String) throws {
    let environment = try fixture.open()
    #expect(throws: LMDBError.badValueSize) { try environment.database(name) }
  }

  @Test("beyond the number allowed is refused, and the transaction goes on")
  func full() throws {
    let environment = try Environment.open(
      path: fixture.path, mode: .readWrite, maximumDatabases: 2, create: true)
    _ = try environment.database("a")
    try environment.write { transaction in
      let b = try transaction.database("b")
      do throws(LMDBError) {
        _ = try transaction.database("c")
        Issue.record("a third was opened")
      } catch { #expect(error == .databasesFull) }
      try transaction.put(b, [1], [1])
    }
    #expect(try environment.databaseIfAny("b") != nil)
  }

  @Test("made in a transaction that is undone is gone")
  func undone() throws {
    let environment = try fixture.open()
    var leaked: Database?
    #expect(throws: LMDBError.io) {
      try environment.write { transaction throws(LMDBError) in
        leaked = try transaction.database("records")
        throw .io
      }
    }
    #expect(try environment.databaseIfAny("records") == nil)
    let database = try #require(leaked)
    #expect(throws: LMDBError.badDatabase) { try environment.read { try $0.get(database, [1]) } }
  }

  @Test("is unknown to a snapshot that began before it was opened")
  func openedLater() throws {
    let environment = try fixture.open()
    let snapshot = try environment.beginRead()
    let database = try environment.database("records")
    #expect(throws: LMDBError.badDatabase) { try snapshot.get(database, [1]) }
    _ = consume snapshot
  }

  @Test("is not made when a transaction asks for one that is there")
  func existing() throws {
    let environment = try fixture.open()
    #expect(throws: LMDBError.databaseNotFound(name: "none")) {
      try environment.write { transaction in _ = try transaction.database("none", create: false) }
    }
  }

  @Test("is emptied, or deleted with all it holds")
  func deleted() throws {
    try fixture.fill(1000)
    let environment = try fixture.open()
    let database = try environment.database("records")
    #expect(try environment.read { try $0.statistics(database).pages } > 20)
    try environment.write { try $0.drop(database) }
    #expect(try environment.read { try $0.statistics(database).bytes } == 0)
    #expect(try environment.deleteDatabase("records"))
    #expect(try !environment.deleteDatabase("records"))
    let other = try environment.database("other")
    try environment.write { try $0.put(other, [1], [1]) }
    // LMDB gave the old handle's number to the new name.
    #expect(throws: LMDBError.badDatabase) { try environment.read { try $0.get(database, [1]) } }
    #expect(try environment.databaseIfAny("records") == nil)
  }
}
