import EventStore
import Events
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

extension TestLedger {
  var runner: ProjectionRunner { ProjectionRunner(ledger, chunkSize: 50) }

  func status() throws -> ProjectionStatus { try #require(try runner.list().first) }

  /// The database that serves, or one that was there.
  func database(generation: UInt64 = 1) throws -> Database? {
    try ledger.environment.databaseIfAny("timelines@1.\(generation)")
  }

  /// Writes into the database that serves as nothing of ours would.
  func damage(_ body: (inout WriteTransaction, Database) throws(LMDBError) -> Void) throws {
    let generation = try status().generation
    guard let database = try database(generation: generation) else { return }
    try ledger.environment.write { transaction throws(LMDBError) in
      try body(&transaction, database)
    }
  }

  /// The key of an event's entry.
  func key(_ subject: String, _ position: UInt64) -> [UInt8] {
    Array(subject.utf8) + [0]
      + (0..<8).map { UInt8(truncatingIfNeeded: position >> (56 - 8 * UInt64($0))) }
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
    #expect(status.name == "timelines" && status.version == 1 && status.storedVersion == 1)
    #expect(status.position == 15 && status.lag == 0 && status.isServing)
    #expect(status.entries == 15 && status.bytes > 0 && status.generation == 1)
    let report = try fixture.runner.verify("timelines")
    #expect(report.isSound && report.difference == nil)
    #expect(report.position == 15 && report.stored.entries == 15)
    #expect(report.stored.digest == status.digest)
    #expect(report.stored.digest != empty.digest)
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

  @Test("an interrupted rebuild goes on where it was", arguments: [1, 50, 51, 155])
  func interrupted(position: Int) throws {
    let fixture = try TestLedger()
    try fixture.append(batch(155))
    // As a process leaves it that was killed between two chunks.
    let shadow = try ledgerAfterKill(fixture, position)
    var seen: [UInt64] = []
    let report = try fixture.runner.rebuild("timelines") { seen.append($0.position) }
    #expect(report.resumedFrom == UInt64(position) && report.comparison == .same)
    #expect(report.entry.generation == shadow)
    #expect(seen.last == 155)
    #expect(try fixture.runner.verify("timelines").isSound)
  }

  /// Copies the first entries into a shadow of the next generation, with its checkpoint.
  private func ledgerAfterKill(_ fixture: TestLedger, _ position: Int) throws -> UInt64 {
    let environment = fixture.ledger.environment
    let served = try #require(try fixture.database())
    var entries: [(key: [UInt8], value: [UInt8])] = []
    try environment.read { transaction throws(LMDBError) in
      try transaction.forEach(served) { key, value throws(LMDBError) in
        let key = key.indices.map { key[$0] }
        let number = key.suffix(8).reduce(0) { $0 << 8 | Int($1) }
        if number <= position { entries.append((key, value.indices.map { value[$0] })) }
        return .more
      }
    }
    let shadow = try environment.database("timelines@1.2")
    try environment.write { transaction throws(LMDBError) in
      for (key, value) in entries { try transaction.put(shadow, key, value) }
      // Version, generation and position as varints.
      let low = UInt8(position & 0x7F)
      let high = UInt8(position >> 7)
      let checkpoint: [UInt8] = [1, 2] + (high == 0 ? [low] : [low | 0x80, high])
      try transaction.put(
        fixture.ledger.databases.meta, Array("projection-shadow/timelines".utf8), checkpoint)
    }
    #expect(try fixture.status().rebuiltTo == UInt64(position))
    return 2
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
    try fixture.append(batch(51))
    var appended = 51
    var heads: [UInt64] = []
    let report = try fixture.runner.rebuild("timelines") { progress in
      heads.append(progress.head)
      guard appended < 54 else { return }
      #expect(throws: Never.self) { try fixture.append(batch(1, from: appended)) }
      appended += 1
    }
    #expect(heads == [51, 52])
    #expect(report.entry.position == 53)
    #expect(try fixture.status().isServing)
    #expect(try fixture.runner.verify("timelines").isSound)
  }

  @Test("two rebuilds at once do each other's work")
  func twoAtOnce() async throws {
    let fixture = try TestLedger()
    try fixture.append(batch(900))
    try await withThrowingTaskGroup(of: UInt64.self) { group in
      for _ in 0..<2 {
        group.addTask { try fixture.runner.rebuild("timelines").entry.position }
      }
      for try await position in group { #expect(position == 900) }
    }
    #expect(try fixture.status().isServing)
    #expect(try fixture.status().rebuiltTo == nil)
    #expect(try fixture.runner.verify("timelines").isSound)
  }
}

@Suite("Damage to a projection is found and mended")
struct ProjectionDamageTests {
  struct Damage: Sendable {
    var kind: ProjectionDifference.Kind
    var position: UInt64?
    var subject: String?
    var body: @Sendable (TestLedger, inout WriteTransaction, Database) throws(LMDBError) -> Void
  }

  static let damages: [Damage] = [
    Damage(kind: .altered, position: 5, subject: "plan/P/action/1") {
      fixture, transaction, database throws(LMDBError) in
      let key = fixture.key("plan/P/action/1", 5)
      var value = try transaction.reader.get(database, key) ?? []
      value[value.count - 1] ^= 1
      try transaction.put(database, key, value)
    },
    Damage(kind: .missing, position: 6, subject: "plan/P/action/2") {
      fixture, transaction, database throws(LMDBError) in
      try transaction.delete(database, fixture.key("plan/P/action/2", 6))
    },
    Damage(kind: .unexpected, position: 5, subject: nil) {
      fixture, transaction, database throws(LMDBError) in
      try transaction.put(database, fixture.key("plan/P/action/7", 5), [1, 2, 3])
    },
    Damage(kind: .unexpected, position: 99, subject: nil) {
      fixture, transaction, database throws(LMDBError) in
      try transaction.put(database, fixture.key("plan/P/action/1", 99), [1, 2, 3])
    },
    Damage(kind: .unexpected, position: nil, subject: nil) {
      _, transaction, database throws(LMDBError) in
      try transaction.put(database, [1], [])
    },
    Damage(kind: .missing, position: 1, subject: "plan/P/action/0") {
      _, transaction, database throws(LMDBError) in try transaction.drop(database)
    },
  ]

  @Test("verify names the first difference, and a rebuild mends it", arguments: damages.indices)
  func damage(index: Int) throws {
    let damage = Self.damages[index]
    let fixture = try TestLedger()
    try fixture.append(batch(9))
    try fixture.damage { transaction, database throws(LMDBError) in
      try damage.body(fixture, &transaction, database)
    }
    let report = try fixture.runner.verify("timelines")
    #expect(!report.isSound)
    #expect(report.difference?.kind == damage.kind)
    #expect(report.difference?.position == damage.position)
    #expect(report.difference?.subject?.description == damage.subject)
    guard
      case .different(let served, let rebuilt) = try fixture.runner.rebuild("timelines").comparison
    else {
      Issue.record("the rebuild saw no difference")
      return
    }
    #expect(served == report.stored && rebuilt == report.recomputed)
    #expect(try fixture.runner.verify("timelines").isSound)
  }

  @Test("every flipped byte of an entry is found")
  func everyByte() throws {
    let fixture = try TestLedger()
    try fixture.append(batch(2))
    let key = fixture.key("plan/P/action/1", 2)
    var flipped = 0
    while true {
      var isPastTheEnd = false
      try fixture.damage { transaction, database throws(LMDBError) in
        var value = try transaction.reader.get(database, key) ?? []
        if flipped > 0 { value[flipped - 1] ^= 0x10 }
        if flipped < value.count { value[flipped] ^= 0x10 } else { isPastTheEnd = true }
        try transaction.put(database, key, value)
      }
      let report = try fixture.runner.verify("timelines")
      #expect(report.isSound == isPastTheEnd)
      if isPastTheEnd { break }
      #expect(report.difference?.position == 2)
      flipped += 1
    }
    #expect(flipped > 40)
  }

  @Test("an entry that does not decode is read from the records")
  func fallsBack() throws {
    let fixture = try TestLedger()
    try fixture.append(batch(9))
    try fixture.damage { transaction, database throws(LMDBError) in
      try transaction.put(database, fixture.key("plan/P/action/1", 5), [0xFF])
    }
    #expect(try fixture.at().history(of: stream("plan/P/action/1")).count == 3)
  }

  @Test("a newer build's projection is neither read, nor written beneath, nor rebuilt")
  func newerVersion() throws {
    let fixture = try TestLedger()
    try fixture.append(batch(4))
    let newer = ProjectionDefinition(
      name: "timelines", version: 2,
      entry: { event, record in ([UInt8(truncatingIfNeeded: event.position)], record) },
      position: { $0.first.map(UInt64.init) })
    let newRunner = ProjectionRunner(fixture.ledger, [newer])
    // A newer build first sees what an older one left, which it cannot compare with its own.
    #expect(try newRunner.list().first?.isServing == false)
    #expect(throws: ProjectionError.self) { try newRunner.verify("timelines") }
    #expect(try newRunner.rebuild("timelines").comparison == .notComparable)
    #expect(try newRunner.verify("timelines").isSound)
    // From here on this build can read, and no more.
    #expect(try fixture.at().history(of: stream("plan/P/action/0")).count == 2)
    #expect(try !fixture.status().isServing)
    #expect {
      try fixture.append(batch(1, from: 4))
    } throws: { error in
      guard case LedgerError.newerFormat(found: 2, supported: 1) = error else { return false }
      return true
    }
    #expect(try fixture.head == 4)
    #expect {
      try fixture.runner.rebuild("timelines")
    } throws: { error in
      guard case ProjectionError.ledger(.newerFormat(found: 2, supported: 1)) = error else {
        return false
      }
      return true
    }
    #expect {
      try fixture.runner.verify("timelines")
    } throws: { error in
      guard case ProjectionError.otherVersion(_, found: 2, expected: 1) = error else {
        return false
      }
      return true
    }
  }

  @Test("a record that does not decode ends a rebuild with its position, and what serves goes on")
  func badRecord() throws {
    let fixture = try TestLedger()
    try fixture.append(batch(9))
    try fixture.ledger.environment.write { transaction throws(LMDBError) in
      try transaction.put(
        fixture.ledger.databases.records, [0, 0, 0, 0, 0, 0, 0, 5], [0xFF])
    }
    #expect {
      try fixture.runner.rebuild("timelines")
    } throws: { error in
      guard case ProjectionError.ledger(.damaged(position: 5, _)) = error else { return false }
      return true
    }
    #expect(try fixture.status().generation == 1)
    #expect(try fixture.at().history(of: stream("plan/P/action/1")).count == 3)
  }

  @Test("a database that a killed rebuild left to be deleted is deleted by the next")
  func leftBehind() throws {
    let fixture = try TestLedger()
    try fixture.append(batch(3))
    try fixture.runner.rebuild("timelines")
    let meta = fixture.ledger.databases.meta
    try fixture.ledger.environment.write { transaction throws(LMDBError) in
      try transaction.put(meta, Array("projection-retired/timelines@1.9".utf8), [])
    }
    _ = try fixture.ledger.environment.database("timelines@1.9")
    try fixture.runner.rebuild("timelines")
    #expect(try fixture.database(generation: 9) == nil)
    #expect(try fixture.status().generation == 3)
  }
}
