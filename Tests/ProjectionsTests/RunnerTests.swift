import EventStore
import Events
import Foundation
import LMDB
import Projections
import Synchronization
import Testing

/// Events on three streams, numbered so that no two are the same.
func batch(_ count: Int, from first: Int = 0) -> [Event] {
  (first..<(first + count)).map { index in
    event(
      "plan/P/action/\(index % 3)", "2022-01-01",
      .actionAdded(filled(.init()) { $0.title = title("Action \(index)") }),
      id: id(UInt64(index + 1)))
  }
}

extension ProjectionDefinition {
  /// What a newer build would keep.
  static var newer: ProjectionDefinition {
    ProjectionDefinition(name: timelines.name, version: timelines.version + 1)
  }
}

extension TestLedger {
  var runner: ProjectionRunner { ProjectionRunner(ledger, chunkSize: 50) }

  func status() throws -> ProjectionStatus { try #require(try runner.list().first) }

  static func databaseName(generation: UInt64) -> String {
    "timelines@\(ProjectionDefinition.timelines.version).\(generation)"
  }

  /// The database that serves, or one that was there.
  func database(generation: UInt64 = 1) throws -> Database? {
    try ledger.environment.databaseIfAny(Self.databaseName(generation: generation))
  }

  /// Writes into the database that serves as nothing of ours would.
  func damage(_ body: (inout WriteTransaction, Database) throws(LMDBError) -> Void) throws {
    let generation = try status().generation
    guard let database = try database(generation: generation) else { return }
    try ledger.environment.write { transaction throws(LMDBError) in
      try body(&transaction, database)
    }
  }

  /// The key of a stream's head, or of a block of it.
  func key(_ subject: String, block: UInt8? = nil) -> [UInt8] {
    Array(subject.utf8) + [0] + (block.map { [0, 0, 0, $0] } ?? [])
  }
}

/// A flag that one task raises and another sees.
private final class Flag: Sendable {
  private let value = Atomic(false)
  var isUp: Bool { value.load(ordering: .acquiring) }
  func raise() { value.store(true, ordering: .releasing) }
}

@Suite("Projections follow the ledger, and are rebuilt beside what serves")
struct RunnerTests {
  @Test("a projection that follows is in step, and sound")
  func inStep() throws {
    let fixture = try TestLedger()
    let empty = try fixture.status()
    #expect(empty.storedVersion == nil && empty.lag == 0 && empty.entries == 0)
    #expect(try fixture.runner.verify("timelines").isSound)
    try fixture.append(batch(10))
    try fixture.append(batch(5, from: 10))
    let status = try fixture.status()
    let version = ProjectionDefinition.timelines.version
    #expect(status.name == "timelines")
    #expect(status.version == version && status.storedVersion == version)
    #expect(status.position == 15 && status.lag == 0 && status.isServing)
    // A head and a block for each of three streams.
    #expect(status.entries == 6 && status.bytes > 0 && status.generation == 1)
    let report = try fixture.runner.verify("timelines")
    #expect(report.isSound && report.difference == nil)
    #expect(report.position == 15 && report.stored?.entries == 15)
    #expect(report.stored?.digest == status.digest)
    #expect(report.stored?.digest != empty.digest)
  }

  @Test("an unknown name is refused with those that are known")
  func unknownName() throws {
    let runner = try TestLedger().runner
    #expect {
      try runner.rebuild("timeline")
    } throws: { error in
      guard case ProjectionError.unknown(let name, let known) = error else { return false }
      return name == "timeline" && known == ["timelines"]
    }
    #expect(throws: ProjectionError.self) { try runner.verify("") }
  }

  @Test("a rebuild makes the next generation, says that nothing was wrong, and deletes the old one")
  func rebuild() throws {
    let fixture = try TestLedger()
    try fixture.append(batch(12))
    let before = try fixture.status()
    var seen: [RebuildProgress] = []
    let report = try fixture.runner.rebuild("timelines") { seen.append($0) }
    #expect(report.entry.generation == 2 && report.entry.position == 12)
    #expect(report.resumedFrom == 0 && report.comparison == .same)
    #expect(seen.map(\.position) == [12])
    #expect(seen.map(\.head) == [12])
    let after = try fixture.status()
    #expect(after.generation == 2 && after.isServing && after.rebuiltTo == nil)
    #expect(after.digest == before.digest && after.entries == before.entries)
    #expect(try fixture.database(generation: 1) == nil)
    // It goes on from there.
    try fixture.append(batch(3, from: 12))
    #expect(try fixture.runner.verify("timelines").isSound)
    #expect(try fixture.status().position == 15)
  }

  @Test("a projection that lags is passed by, and a rebuild brings it back")
  func lagging() throws {
    let fixture = try TestLedger()
    try fixture.append(batch(6))
    try fixture.append(batch(6, from: 6), inline: false)
    #expect(try fixture.status().lag == 6)
    #expect(try !fixture.status().isServing)
    #expect(try fixture.at().history(of: stream("plan/P/action/0")).count == 4)
    // What does not reach so far does not follow either, or there would be a gap.
    try fixture.append(batch(3, from: 12))
    #expect(try fixture.status().position == 6)
    let report = try fixture.runner.rebuild("timelines")
    #expect(report.comparison == .same && report.entry.position == 15)
    #expect(try fixture.status().isServing)
    #expect(try fixture.runner.verify("timelines").isSound)
  }

  @Test("a ledger that never had the projection gets it by a rebuild")
  func neverBuilt() throws {
    let fixture = try TestLedger()
    try fixture.append(batch(6), inline: false)
    #expect(try fixture.status().generation == 0)
    #expect(try fixture.runner.rebuild("timelines").comparison == .notComparable)
    #expect(try fixture.status().isServing)
    #expect(try fixture.at().history(of: stream("plan/P/action/0")).count == 2)
  }

  @Test("an interrupted rebuild goes on where it was", arguments: [1, 2, 3])
  func interrupted(steps: Int) throws {
    let fixture = try TestLedger()
    try fixture.append(batch(155))
    // As a process leaves it that was killed between two chunks: its files, copied then.
    let copy = fixture.path + "-killed"
    defer { try? FileManager.default.removeItem(atPath: copy) }
    var reached: [UInt64] = []
    try fixture.runner.rebuild("timelines") { progress in
      reached.append(progress.position)
      guard reached.count == steps else { return }
      #expect(throws: Never.self) {
        try FileManager.default.copyItem(atPath: fixture.path, toPath: copy)
      }
    }
    // One stream of 52 events a chunk, then one of 52, then one of 51.
    #expect(reached == [52, 104, 155])
    let killed = try Ledger.open(at: copy)
    let runner = ProjectionRunner(killed, chunkSize: 50)
    #expect(try runner.list().first?.rebuiltTo == reached[steps - 1])
    #expect(try runner.list().first?.state == .leftOff)
    var seen: [UInt64] = []
    let report = try runner.rebuild("timelines") { seen.append($0.position) }
    #expect(report.resumedFrom == reached[steps - 1] && report.comparison == .same)
    #expect(report.entry.generation == 2 && report.entry.position == 155)
    #expect(seen == Array(reached[steps...]))
    #expect(try runner.verify("timelines").isSound)
  }

  /// What a register may say that was damaged: up to an event behind the last one, up to the last that
  /// can be, and more taken in than there are. Last position, how many taken in, no name.
  private static let beyond: [[UInt8]] = [
    [0x9C, 1, 0, 0], [UInt8](repeating: 0xFF, count: 9) + [1, 0, 0], [0, 5, 0],
  ]

  @Test("a rebuild that was left off beyond the last event is begun anew", arguments: beyond)
  func registerBeyondHead(building: [UInt8]) throws {
    let fixture = try TestLedger()
    try fixture.append(batch(155))
    let copy = fixture.path + "-killed"
    defer { try? FileManager.default.removeItem(atPath: copy) }
    var isCopied = false
    try fixture.runner.rebuild("timelines") { _ in
      if isCopied { return }
      isCopied = true
      #expect(throws: Never.self) {
        try FileManager.default.copyItem(atPath: fixture.path, toPath: copy)
      }
    }
    let killed = try Ledger.open(at: copy)
    try killed.environment.write { transaction throws(LMDBError) in
      try transaction.put(
        killed.databases.meta, Array("projection-building/timelines".utf8), building)
    }
    let runner = ProjectionRunner(killed, chunkSize: 50)
    let report = try runner.rebuild("timelines")
    #expect(report.resumedFrom == 0 && report.entry.position == 155 && report.comparison == .same)
    #expect(try runner.verify("timelines").isSound)
  }

  @Test("records that are found in several walks are the same", arguments: [1, 50, 60, 110, 154])
  func severalWalks(recordsAtOnce: Int) throws {
    let fixture = try TestLedger()
    try fixture.append(batch(155))
    let runner = ProjectionRunner(
      fixture.ledger, chunkSize: 50, recordsAtOnce: recordsAtOnce)
    var reached: [UInt64] = []
    let report = try runner.rebuild("timelines") { reached.append($0.position) }
    #expect(reached == [52, 104, 155])
    #expect(report.comparison == .same)
    let verified = try runner.verify("timelines")
    #expect(verified.isSound && verified.recomputed.entries == 155)
    try fixture.damage { transaction, database throws(LMDBError) in
      _ = try transaction.delete(database, fixture.key("plan/P/action/2"))
    }
    #expect(try runner.verify("timelines").difference?.subject == stream("plan/P/action/2"))
  }

  @Test("where the map grows while records are kept in mind, they are found once more")
  func mapGrows() throws {
    let fixture = try TestLedger()
    try fixture.append(batch(155))
    let environment = fixture.ledger.environment
    let other = try environment.database("other")
    var sizes: [Int] = []
    let report = try fixture.runner.rebuild("timelines") { _ in
      #expect(throws: Never.self) {
        let bytes = [UInt8](repeating: 1, count: try environment.info.mapBytes)
        try environment.write { transaction throws(LMDBError) in
          try transaction.put(other, [1], bytes)
        }
        sizes.append(try environment.info.mapBytes)
      }
    }
    #expect(sizes.count == 3 && Set(sizes).count == 3)
    #expect(report.comparison == .same)
    #expect(try fixture.runner.verify("timelines").isSound)
  }

  @Test("a rebuild while others append ends in step with them")
  func whileOthersAppend() async throws {
    let fixture = try TestLedger()
    try fixture.append(batch(300))
    let isRebuilt = Flag()
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        var count = 300
        while !isRebuilt.isUp, count < 3_000 {
          try fixture.append(batch(7, from: count))
          count += 7
        }
      }
      while try fixture.head == 300 { try await Task.sleep(for: .milliseconds(1)) }
      for _ in 0..<4 {
        let report = try fixture.runner.rebuild("timelines")
        #expect(report.comparison == .same)
      }
      isRebuilt.raise()
      try await group.waitForAll()
    }
    #expect(try fixture.head > 300)
    #expect(try fixture.status().isServing)
    #expect(try fixture.status().generation == 5)
    #expect(try fixture.runner.verify("timelines").isSound)
  }

  @Test("what is appended between two chunks is caught up with")
  func appendedMeanwhile() throws {
    let fixture = try TestLedger()
    try fixture.append(batch(155))
    var appended = 155
    var heads: [UInt64] = []
    let report = try fixture.runner.rebuild("timelines") { progress in
      heads.append(progress.head)
      #expect(throws: Never.self) { try fixture.append(batch(1, from: appended)) }
      appended += 1
    }
    // Three chunks of streams, and what came meanwhile; the last event waits for the lock.
    #expect(heads == [155, 156, 157, 158])
    #expect(report.entry.position == 159)
    #expect(try fixture.status().isServing)
    #expect(try fixture.runner.verify("timelines").isSound)
  }

  @Test("a rebuild while another runs is refused, and goes on afterwards where one was left off")
  func twoAtOnce() throws {
    let fixture = try TestLedger()
    try fixture.append(batch(155))
    var states: [ProjectionStatus.State] = []
    var refusals = 0
    try fixture.runner.rebuild("timelines") { _ in
      do throws(ProjectionError) {
        try fixture.runner.rebuild("timelines")
      } catch .running(name: "timelines") {
        refusals += 1
      } catch {
        Issue.record("\(error)")
      }
      #expect(throws: Never.self) { states.append(try fixture.status().state) }
    }
    #expect(refusals == 3 && states == Array(repeating: .rebuilding, count: 3))
    #expect(try fixture.status().state == .serving)
    #expect(try fixture.runner.verify("timelines").isSound)
  }

  @Test("an older version's projection serves no more, and its database goes with the swap")
  func olderVersion() throws {
    let fixture = try TestLedger()
    try fixture.append(batch(9), inline: false)
    let older = ProjectionDefinition(name: "timelines", version: 1)
    let oldRunner = ProjectionRunner(fixture.ledger, [older])
    try oldRunner.rebuild("timelines")
    #expect(try fixture.status().state == .needsRebuild)
    #expect(try fixture.status().storedVersion == 1)
    // Reads fold from the records, and what is appended leaves the old one behind.
    #expect(try fixture.at().actions(of: code("P")).count == 3)
    try fixture.append(batch(3, from: 9))
    #expect(try oldRunner.list().first?.lag == 3)
    let report = try fixture.runner.rebuild("timelines")
    #expect(report.comparison == .notComparable && report.entry.generation == 2)
    #expect(try fixture.status().state == .serving)
    #expect(try fixture.ledger.environment.databaseIfAny("timelines@1.1") == nil)
  }

  @Test("a build of any age reads which version a rebuild under way is of")
  func shadowForm() throws {
    let fixture = try TestLedger()
    try fixture.append(batch(155))
    let meta = fixture.ledger.databases.meta
    var shadows: [[UInt8]?] = []
    try fixture.runner.rebuild("timelines") { _ in
      #expect(throws: Never.self) {
        let snapshot = try fixture.ledger.snapshot()
        shadows.append(
          try snapshot.transaction.get(meta, Array("projection-shadow/timelines".utf8)))
      }
    }
    // Version, generation 2, and the position once the streams are through: 155 as a varint.
    let version = UInt8(ProjectionDefinition.timelines.version)
    let through = [version, 2, 0]
    #expect(shadows == [through, through, [version, 2, 0x9B, 1]])
  }
}
