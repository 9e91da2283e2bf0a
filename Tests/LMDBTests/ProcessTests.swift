import LMDB
import Testing

@Suite("Beside another process")
struct ProcessTests {
  let fixture = Fixture()

  @Test("a reader that was killed no longer holds its snapshot once the environment is opened")
  func staleReader() throws {
    try fixture.fill(10)
    let probe = try Probe("hold-reader", fixture.path)
    var environment: Environment? = try fixture.open()
    #expect(try environment?.info.readers == 1)
    probe.kill()
    #expect(try environment?.info.readers == 1)
    environment = nil
    environment = try fixture.open()
    #expect(try environment?.info.readers == 0)
  }

  @Test("killed readers are cleared while the environment stays open")
  func clearedReaders() throws {
    try fixture.fill(10)
    let environment = try fixture.open()
    let probe = try Probe("hold-reader", fixture.path)
    #expect(try environment.clearStaleReaders() == 0)
    probe.kill()
    #expect(try environment.clearStaleReaders() == 1)
  }

  @Test("a writer that was killed leaves nothing, and gives the lock back")
  func killedWriter() throws {
    try fixture.fill(10)
    let probe = try Probe("hold-writer", fixture.path)
    probe.kill()
    let environment = try fixture.open()
    #expect(try environment.databaseIfAny("held") == nil)
    let database = try environment.database("records")
    try environment.write { try $0.put(database, key(10), value(10)) }
    #expect(try environment.read { try $0.statistics(database).entries } == 11)
  }

  @Test("a write waits for the other's, and sees it")
  func waitingWriter() throws {
    try fixture.fill(10)
    let probe = try Probe("hold-writer", fixture.path)
    let environment = try fixture.open()
    // Readers do not wait for a writer.
    #expect(try environment.databaseIfAny("held") == nil)
    probe.end()
    let database = try environment.database("held")
    #expect(try environment.read { try $0.get(database, [1]) } == [1])
  }
}
