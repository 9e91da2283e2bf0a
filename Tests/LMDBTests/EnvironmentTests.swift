import Foundation
import LMDB
import Testing

@Suite("An environment")
struct EnvironmentTests {
  @Test("opened twice in a process is one object, by whatever path")
  func openedTwice() throws {
    let fixture = Fixture()
    let first = try fixture.open()
    let second = try Environment.open(path: fixture.path + "/.", mode: .readOnly)
    #expect(first === second)
  }

  @Test("opened from many threads at once is one object")
  func openedByThreads() async throws {
    let fixture = Fixture()
    try fixture.fill(1)
    let opened = try await withThrowingTaskGroup(of: Environment.self) { group in
      for _ in 0..<16 { group.addTask { try fixture.open() } }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(Set(opened.map(ObjectIdentifier.init)).count == 1)
  }

  @Test("closes with its last reference, and can be opened anew")
  func reopened() throws {
    let fixture = Fixture()
    for count in 1...20 {
      try fixture.fill(count)
      let environment = try Environment.open(path: fixture.path, mode: .readOnly)
      let database = try environment.database("records")
      #expect(try environment.read { try $0.statistics(database).entries } == count)
    }
  }

  @Test("open for reading refuses to write, also through a second opening")
  func readOnly() throws {
    let fixture = Fixture()
    try fixture.fill(3)
    let environment = try Environment.open(path: fixture.path, mode: .readOnly)
    #expect(throws: LMDBError.readOnly) { try environment.write { _ in } }
    #expect(throws: LMDBError.readOnly) { try fixture.open() }
    #expect(throws: LMDBError.databaseNotFound(name: "none")) { try environment.database("none") }
    #expect(throws: LMDBError.readOnly) { try environment.sync() }
    let database = try environment.database("records")
    #expect(try environment.read { try $0.get(database, key(2)) } == value(2))
  }

  @Test("is not made unless that is asked")
  func missing() throws {
    let fixture = Fixture()
    #expect(throws: LMDBError.notFound(path: fixture.path)) {
      try Environment.open(path: fixture.path, mode: .readWrite)
    }
    try FileManager.default.createDirectory(
      atPath: fixture.path, withIntermediateDirectories: true)
    for mode in [Environment.Mode.readOnly, .readWrite] {
      #expect(throws: LMDBError.notFound(path: fixture.dataPath)) {
        try Environment.open(path: fixture.path, mode: mode)
      }
    }
    #expect(throws: LMDBError.notFound(path: fixture.dataPath)) {
      try Environment.open(path: fixture.path, mode: .readOnly, create: true)
    }
    #expect(throws: LMDBError.notFound(path: fixture.path + "/a/b")) {
      try Environment.open(path: fixture.path + "/a/b", mode: .readWrite, create: true)
    }
  }

  @Test("cannot stand on a file")
  func file() throws {
    let fixture = Fixture()
    _ = FileManager.default.createFile(atPath: fixture.path, contents: nil)
    for create in [false, true] {
      #expect(throws: LMDBError.notADirectory(path: fixture.path + "/data.mdb")) {
        try Environment.open(path: fixture.path, mode: .readWrite, create: create)
      }
    }
  }

  @Test("notices that its data file was replaced")
  func replaced() throws {
    let fixture = Fixture()
    try fixture.fill(1)
    let environment = try fixture.open()
    let bytes = try fixture.data()
    try FileManager.default.removeItem(atPath: fixture.dataPath)
    try fixture.setData(bytes)
    #expect(throws: LMDBError.replaced(path: fixture.dataPath)) { try fixture.open() }
    _ = environment.path
  }

  @Test("tells its state")
  func info() throws {
    let fixture = Fixture()
    let environment = try fixture.open(initialMapBytes: 4 << 20)
    let before = try environment.info
    #expect(before.mapBytes == 4 << 20)
    #expect(before.readers == 0 && before.oldestReader == nil && before.readerSlots == 126)
    _ = try environment.database("records")
    let snapshot = try environment.beginRead()
    _ = try environment.database("texts")
    let after = try environment.info
    #expect(after.lastTransaction == before.lastTransaction + 2)
    #expect(after.readers == 1 && after.oldestReader == snapshot.id)
    #expect(after.lastPage > before.lastPage)
    _ = consume snapshot
  }

  @Test("is copied, compacted or not, into an empty directory only", arguments: [false, true])
  func copied(compacting: Bool) throws {
    let fixture = Fixture()
    let target = Fixture()
    try fixture.fill(1000)
    let environment = try fixture.open()
    #expect(throws: LMDBError.notFound(path: target.path)) {
      try environment.copy(to: target.path, compacting: compacting)
    }
    try FileManager.default.createDirectory(atPath: target.path, withIntermediateDirectories: true)
    try environment.copy(to: target.path, compacting: compacting)
    #expect(throws: LMDBError.alreadyExists(path: target.dataPath)) {
      try environment.copy(to: target.path, compacting: compacting)
    }
    let copy = try Environment.open(path: target.path, mode: .readOnly)
    let database = try copy.database("records")
    #expect(try copy.read { try $0.get(database, key(999)) } == value(999))
    #expect(try copy.read { try $0.statistics(database).entries } == 1000)
  }
}
