import Foundation
import LMDB
import Testing

/// A small file system in memory, for the tests that fill one up or make it read-only.
private final class Medium {
  let path: String

  /// Throws where one cannot be mounted.
  init() throws {
    path = NSTemporaryDirectory() + "medium-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    try Self.run("mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", path)
  }

  deinit {
    try? Self.run("umount", "-l", path)
    try? FileManager.default.removeItem(atPath: path)
  }

  func remountReadOnly() throws { try Self.run("mount", "-o", "remount,ro", path) }

  /// Whether this user may mount: a trial tells more than a user id.
  static let canMount: Bool = {
    do {
      let medium = try Medium()
      return FileManager.default.fileExists(atPath: medium.path)
    } catch {
      return false
    }
  }()

  static func run(_ arguments: String...) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = arguments
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    if process.terminationStatus != 0 { throw CallerError.own }
  }
}

@Suite("On a medium", .enabled(if: Medium.canMount, "mounting a file system is not permitted here"))
struct MediumTests {
  @Test("that is full, a write says so, leaves nothing, and works again when there is room")
  func full() throws {
    let medium = try Medium()
    let path = medium.path + "/ledger"
    let environment = try Environment.open(path: path, mode: .readWrite, create: true)
    let database = try environment.database("records")
    try environment.write { try $0.put(database, [1], [1]) }
    for count in [3 << 20, 5 << 20] {
      #expect(throws: LMDBError.noSpace) {
        try environment.write { transaction in
          try transaction.put(database, [1], [2])
          try transaction.put(database, [2], [UInt8](repeating: 1, count: count))
        }
      }
    }
    #expect(try environment.read { try $0.get(database, [1]) } == [1])
    #expect(try environment.read { try $0.statistics(database).entries } == 1)
    try environment.write { try $0.put(database, [1], [3]) }
    #expect(try environment.read { try $0.get(database, [1]) } == [3])
  }

  @Test("that is full, a copy says so and leaves no part of itself")
  func fullCopy() throws {
    let medium = try Medium()
    let fixture = Fixture()
    try fixture.fill(50_000)
    let environment = try fixture.open()
    for compacting in [false, true] {
      #expect(throws: LMDBError.noSpace) {
        try environment.copy(to: medium.path, compacting: compacting)
      }
      #expect(try FileManager.default.contentsOfDirectory(atPath: medium.path) == [])
    }
  }

  @Test("for reading only, an environment can be read, and not written", arguments: [true, false])
  func readOnly(hasLockFile: Bool) throws {
    let medium = try Medium()
    let path = medium.path + "/ledger"
    do {
      let environment = try Environment.open(path: path, mode: .readWrite, create: true)
      let database = try environment.database("records")
      try environment.write { try $0.put(database, [1], [1]) }
    }
    if !hasLockFile { try FileManager.default.removeItem(atPath: path + "/lock.mdb") }
    try medium.remountReadOnly()
    #expect(throws: LMDBError.readOnly) { try Environment.open(path: path, mode: .readWrite) }
    let environment = try Environment.open(path: path, mode: .readOnly)
    let database = try environment.database("records")
    #expect(try environment.read { try $0.get(database, [1]) } == [1])
  }
}
