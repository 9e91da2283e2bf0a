import EventStore
import Events
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
    try Self.run("mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", path)
  }

  deinit {
    try? Self.run("umount", "-l", path)
    try? FileManager.default.removeItem(atPath: path)
  }

  func remount(_ option: String) throws { try Self.run("mount", "-o", "remount,\(option)", path) }

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
    if process.terminationStatus != 0 { throw Broken() }
  }
}

@Suite("On a medium", .enabled(if: Medium.canMount, "mounting a file system is not permitted here"))
struct MediumTests {
  @Test("that is full an append says so, and goes on when there is room", arguments: [50, 20_000])
  func full(chunk: Int) throws {
    let medium = try Medium()
    let home = Home(under: medium.path)
    var random = RandomEvents(seed: 41)
    let first = try random.events(100)
    do {
      let ledger = try home.create()
      try ledger.append(first)
      let large = try random.events(20_000)
      let refusal = failure { () throws(LedgerError) in try ledger.append(large, chunk: chunk) }
      guard case .storage(.noSpace) = refusal else {
        Issue.record("\(String(describing: refusal))")
        return
      }
      #expect(try ledger.all().map(\.event) == first)
      #expect(try ledger.fault() == nil)
    }
    try medium.remount("size=64m")
    let ledger = try Ledger.open(at: home.path)
    let more = try random.events(5000)
    try ledger.append(more, chunk: chunk)
    #expect(try ledger.all().map(\.event) == first + more)
    #expect(try ledger.fault() == nil)
  }

  @Test("for reading only a ledger is read, and not written")
  func readOnly() throws {
    let medium = try Medium()
    let home = Home(under: medium.path)
    var random = RandomEvents(seed: 42)
    let events = try random.events(30)
    do { try home.create().append(events) }
    try medium.remount("ro")
    defer { try? medium.remount("rw") }
    let refusal = failure { () throws(LedgerError) in try Ledger.open(at: home.path) }
    guard case .storage(.readOnly) = refusal else {
      Issue.record("opened for writing")
      return
    }
    let ledger = try Ledger.open(at: home.path, mode: .readOnly)
    #expect(try ledger.all().map(\.event) == events)
    #expect(try ledger.info().readers == 0)
    #expect(try ledger.fault() == nil)
  }
}
