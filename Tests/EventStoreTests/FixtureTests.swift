import EventStore
import Events
import Foundation
import LMDB
import MerkleLog
import Testing

/// A ledger of format 1, as it was written once: it must open, and read the same, for ever.
///
/// `RECORD_FIXTURES=1 swift test --filter FixtureTests` writes it anew. That is for a format that has
/// not been released; a later format gets a folder of its own beside this one.
@Suite("The ledger of format 1")
struct FixtureTests {
  private static let folder = FixtureEvents.folder.appending(path: "ledger-v1")
  private static let isRecording = ProcessInfo.processInfo.environment["RECORD_FIXTURES"] == "1"

  /// Batches of events of all types, with gaps between their instants, and a redacted one.
  private static let recorded: Bool = {
    do {
      if isRecording { try record() }
      return true
    } catch {
      Issue.record(error)
      return false
    }
  }()

  private static func record() throws {
    try? FileManager.default.removeItem(at: folder)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let home = Home()
    let ledger = try home.create()
    for (number, batch) in try FixtureEvents.batches().enumerated() {
      try ledger.append(
        batch, at: .noon.advanced(bySeconds: Int64(number) * 86_400), seed: UInt64(number))
    }
    try ledger.environment.copy(to: folder.path, compacting: true)
    try Data(ledger.exported()).write(to: folder.appending(path: "export.ndjson"))
    try Data("\(ledger.root().hex)\n".utf8).write(to: folder.appending(path: "root.txt"))
  }

  private static func expected(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: folder.appending(path: name)))
  }

  /// A copy, for opening a ledger writes its lock file, and clears readers.
  private static func copy() throws -> Home {
    try #require(recorded)
    let home = Home()
    try FileManager.default.createDirectory(atPath: home.path, withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      atPath: folder.appending(path: "data.mdb").path, toPath: home.dataPath)
    return home
  }

  @Test("opens, is whole, and says what it said")
  func reads() throws {
    let home = try Self.copy()
    let ledger = try Ledger.open(at: home.path, mode: .readOnly)
    #expect(ledger.identity.id == LedgerIdentity.test.id)
    #expect(ledger.identity.created == .noon)
    #expect(try ledger.fault() == nil)
    #expect(try Array("\(ledger.root().hex)\n".utf8) == Self.expected("root.txt"))
    #expect(try ledger.exported() == Self.expected("export.ndjson"))
    #expect(try ledger.all().count { $0.isRedacted } == 1)
  }

  @Test("goes on where it ended")
  func appends() throws {
    let home = try Self.copy()
    let ledger = try Ledger.open(at: home.path)
    let size = try ledger.head().position
    var random = RandomEvents(seed: 99)
    let receipt = try ledger.append(
      random.events(40), at: .noon.advanced(bySeconds: 1_000_000), chunk: 9)
    #expect(receipt.positions == size + 1..<size + 41)
    #expect(try ledger.fault() == nil)
    #expect(try ledger.exported(to: size) == Self.expected("export.ndjson"))
  }

  @Test("is written today as it was then")
  func writes() throws {
    let home = Home()
    let ledger = try home.create()
    for (number, batch) in try FixtureEvents.batches().enumerated() {
      try ledger.append(
        batch, at: .noon.advanced(bySeconds: Int64(number) * 86_400), seed: UInt64(number))
    }
    let copy = try Self.copy()
    let stored = try Ledger.open(at: copy.path).dump()
    #expect(Set(try ledger.all().map(\.event.type)) == Set(EventType.allCases))
    #expect(try ledger.dump() == stored)
  }
}
