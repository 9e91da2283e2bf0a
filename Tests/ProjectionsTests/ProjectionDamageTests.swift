import EventStore
import Events
import LMDB
import Projections
import Testing

@Suite("Damage to a projection is found and mended")
struct ProjectionDamageTests {
  struct Damage: Sendable {
    var kind: ProjectionDifference.Kind
    var position: UInt64?
    var subject: String?
    /// How many streams a rebuild finds different, and of how many it can tell the name.
    var count = 1
    var named = 1
    /// The first that it names, where `verify` has no event to name it by.
    var alone: String?
    var listed: String? { subject ?? alone }
    var body: @Sendable (TestLedger, inout WriteTransaction, Database) throws(LMDBError) -> Void
  }

  static let damages: [Damage] = [
    // The last byte of the block is of the last row's body.
    Damage(kind: .altered, position: 8, subject: "plan/P/action/1") {
      fixture, transaction, database throws(LMDBError) in
      let key = fixture.key("plan/P/action/1", block: 0)
      var value = try transaction.reader.get(database, key) ?? []
      value[value.count - 1] ^= 1
      try transaction.put(database, key, value)
    },
    Damage(kind: .missing, position: 3, subject: "plan/P/action/2") {
      fixture, transaction, database throws(LMDBError) in
      try transaction.delete(database, fixture.key("plan/P/action/2", block: 0))
    },
    Damage(kind: .missing, position: 3, subject: "plan/P/action/2") {
      fixture, transaction, database throws(LMDBError) in
      try transaction.delete(database, fixture.key("plan/P/action/2"))
    },
    // Another stream's block of the same shape: whole, and in a wrong place.
    Damage(kind: .missing, position: 3, subject: "plan/P/action/2") {
      fixture, transaction, database throws(LMDBError) in
      let key = fixture.key("plan/P/action/1", block: 0)
      let value = try transaction.reader.get(database, key) ?? []
      try transaction.put(database, fixture.key("plan/P/action/2", block: 0), value)
    },
    // A block that no head knows: all rows are there, and the stream is not as it should be.
    Damage(kind: .altered, position: nil, subject: "plan/P/action/1") {
      fixture, transaction, database throws(LMDBError) in
      try transaction.put(database, fixture.key("plan/P/action/1", block: 9), [0, 0])
    },
    Damage(kind: .unexpected, position: nil, subject: nil, alone: "plan/P/action/7") {
      fixture, transaction, database throws(LMDBError) in
      let key = fixture.key("plan/P/action/1")
      let head = try transaction.reader.get(database, key) ?? []
      try transaction.put(database, fixture.key("plan/P/action/7"), head)
    },
    Damage(kind: .unexpected, position: nil, subject: nil, named: 0) {
      _, transaction, database throws(LMDBError) in
      try transaction.put(database, [1], [])
    },
    Damage(kind: .missing, position: 1, subject: "plan/P/action/0", count: 3, named: 3) {
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
      case .different(let difference) = try fixture.runner.rebuild("timelines").comparison
    else {
      Issue.record("the rebuild saw no difference")
      return
    }
    #expect(difference.served == report.stored && difference.rebuilt == report.recomputed)
    #expect(difference.count == damage.count)
    #expect(difference.streams.first?.description == damage.listed)
    #expect(difference.streams.count == damage.named)
    #expect(try fixture.runner.verify("timelines").isSound)
  }

  @Test(
    "every flipped byte is found, and refused where it is met", arguments: [nil, 0] as [UInt8?])
  func everyByte(block: UInt8?) throws {
    let fixture = try TestLedger()
    try fixture.append(batch(5))
    let key = fixture.key("plan/P/action/1", block: block)
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
      #expect(report.isSound == isPastTheEnd, "byte \(flipped)")
      for limit in [nil, "2022-02-01"] as [String?] {
        do throws(LedgerError) {
          _ = try fixture.actions("2022-02-01", publishedBy: limit)
          #expect(isPastTheEnd, "byte \(flipped)")
        } catch .projectionDamaged {
          #expect(!isPastTheEnd)
        }
      }
      if isPastTheEnd { break }
      flipped += 1
    }
    #expect(flipped > 40)
    #expect(try fixture.runner.verify("timelines").isSound)
  }

  @Test(
    "what does not read in the projection is refused until it was rebuilt",
    arguments: [nil, 0] as [UInt8?])
  func refused(block: UInt8?) throws {
    let fixture = try TestLedger()
    try fixture.append(batch(9))
    try fixture.damage { transaction, database throws(LMDBError) in
      try transaction.put(database, fixture.key("plan/P/action/1", block: block), [0xFF])
    }
    #expect(throws: LedgerError.self) {
      try fixture.at().entity(stream("plan/P/action/1"), as: ActionState.self)
    }
    #expect {
      try fixture.at().actions(of: code("P"))
    } throws: { error in
      guard case LedgerError.projectionDamaged(name: "timelines", _) = error else { return false }
      return true
    }
    #expect(try fixture.status().state == .damaged)
    // Records are read as ever, and a write beneath the damage says what is damaged.
    #expect(try fixture.at().history(of: stream("plan/P/action/1")).count == 3)
    #expect {
      try fixture.append(batch(2, from: 9))
    } throws: { error in
      guard case LedgerError.projectionDamaged = error else { return false }
      return true
    }
    #expect(try fixture.head == 9)
    try fixture.runner.rebuild("timelines")
    try fixture.append(batch(2, from: 9))
    #expect(try fixture.at().actions(of: code("P")).count == 3)
    #expect(try fixture.status().state == .serving)
  }

  @Test("what a verification found is refused by reads, until a rebuild or a sound verification")
  func noted() throws {
    let fixture = try TestLedger()
    try fixture.append(batch(9))
    let key = fixture.key("plan/P/action/1", block: 0)
    func flip() throws {
      try fixture.damage { transaction, database throws(LMDBError) in
        var value = try transaction.reader.get(database, key) ?? []
        // The last byte of a title: it reads as another.
        value[value.count - 1] ^= 1
        try transaction.put(database, key, value)
      }
    }
    try flip()
    let report = try fixture.runner.verify("timelines")
    #expect(try fixture.runner.isNews(report))
    #expect(try fixture.runner.note(report))
    #expect(try !fixture.runner.isNews(report))
    #expect(throws: LedgerError.self) { try fixture.at() }
    #expect(try fixture.status().state == .damaged)
    #expect(try fixture.at(fromRecords: true).actions(of: code("P")).count == 3)
    try flip()
    #expect(try fixture.runner.note(fixture.runner.verify("timelines")))
    #expect(try fixture.at().actions(of: code("P")).count == 3)
    try flip()
    #expect(try fixture.runner.note(fixture.runner.verify("timelines")))
    #expect(throws: LedgerError.self) { try fixture.at() }
    try fixture.runner.rebuild("timelines")
    #expect(try fixture.at().actions(of: code("P")).count == 3)
    // What was verified no longer serves.
    #expect(try !fixture.runner.note(report))
    #expect(try fixture.status().state == .serving)
  }

  @Test("a batch that was killed is taken out of the ledger, though its projection is damaged")
  func damagedBeneathStaged() throws {
    let fixture = try TestLedger()
    try fixture.append(batch(9))
    let runner = InlineRunner(fixture.ledger)
    try fixture.damage { transaction, database throws(LMDBError) in
      try transaction.put(database, fixture.key("plan/P/action/2"), [0xFF])
    }
    let snapshot = try fixture.ledger.snapshot()
    let event = try #require(
      try snapshot.view.event(at: 9, withTexts: false, snapshot.transaction))
    let record = try #require(try snapshot.view.record(at: 9, snapshot.transaction))
    try fixture.ledger.environment.write { transaction throws(LedgerError) in
      try runner.unstage(
        StagedChunk(from: 9, [(subject: event.event.subject, record: record)]), &transaction)
    }
    #expect(try fixture.status().state == .needsRebuild)
    #expect(try fixture.at().actions(of: code("P")).count == 3)
  }

  @Test("a newer build's projection is neither read, nor written beneath, nor rebuilt")
  func newerVersion() throws {
    let fixture = try TestLedger()
    try fixture.append(batch(4))
    let newer = ProjectionDefinition.newer
    let (new, old) = (newer.version, ProjectionDefinition.timelines.version)
    let newRunner = ProjectionRunner(fixture.ledger, [newer])
    // A newer build first sees what an older one left, which it cannot compare with its own.
    #expect(try newRunner.list().first?.isServing == false)
    #expect(throws: ProjectionError.self) { try newRunner.verify("timelines") }
    #expect(try newRunner.rebuild("timelines").comparison == .notComparable)
    #expect(try newRunner.verify("timelines").isSound)
    // From here on this build can read, and no more.
    #expect(try fixture.status().state == .newer)
    #expect(try fixture.at().history(of: stream("plan/P/action/0")).count == 2)
    #expect(try !fixture.status().isServing)
    #expect {
      try fixture.append(batch(1, from: 4))
    } throws: { error in
      guard case LedgerError.projectionNewer("timelines", found: new, supported: old) = error else {
        return false
      }
      return true
    }
    #expect(try fixture.head == 4)
    #expect {
      try fixture.runner.rebuild("timelines")
    } throws: { error in
      guard case ProjectionError.ledger(.projectionNewer(_, found: new, supported: old)) = error
      else { return false }
      return true
    }
    #expect {
      try fixture.runner.verify("timelines")
    } throws: { error in
      guard case ProjectionError.otherVersion(_, found: new, expected: old) = error else {
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
    #expect(try fixture.at().actions(of: code("P")).count == 3)
  }

  @Test(
    "a record that was changed and still reads is told by its number, not as the projection's fault"
  )
  func changedRecord() throws {
    let fixture = try TestLedger()
    try fixture.append(batch(30))
    let before = try fixture.at().actions(of: code("P"))
    let records = fixture.ledger.databases.records
    try fixture.ledger.environment.write { transaction throws(LMDBError) in
      var record = try transaction.reader.get(records, [0, 0, 0, 0, 0, 0, 0, 5]) ?? []
      // Its effective day: another one that there is.
      record[51] ^= 1
      try transaction.put(records, [0, 0, 0, 0, 0, 0, 0, 5], record)
    }
    func isTold(_ error: any Error) -> Bool {
      guard case ProjectionError.ledger(.damaged(position: 5, let reason)) = error else {
        return false
      }
      return reason.contains("tree")
    }
    for _ in 0..<2 {
      #expect { try fixture.runner.verify("timelines") } throws: { isTold($0) }
      // Again and again, for what was rebuilt is never put in place.
      #expect { try fixture.runner.rebuild("timelines") } throws: { isTold($0) }
    }
    #expect(try fixture.status().generation == 1)
    #expect(
      try fixture.at().actions(of: code("P")).map { "\($0.state)" } == before.map { "\($0.state)" })
  }

  @Test("the first rebuild after an upgrade, which compares with nothing, finds a changed record")
  func changedRecordAfterUpgrade() throws {
    let fixture = try TestLedger()
    try fixture.append(batch(30), inline: false)
    let older = ProjectionDefinition(name: "timelines", version: 1)
    try ProjectionRunner(fixture.ledger, [older]).rebuild("timelines")
    let records = fixture.ledger.databases.records
    try fixture.ledger.environment.write { transaction throws(LMDBError) in
      var record = try transaction.reader.get(records, [0, 0, 0, 0, 0, 0, 0, 5]) ?? []
      record[51] ^= 1
      try transaction.put(records, [0, 0, 0, 0, 0, 0, 0, 5], record)
    }
    #expect {
      try fixture.runner.rebuild("timelines")
    } throws: { error in
      guard case ProjectionError.ledger(.damaged(position: 5, let reason)) = error else {
        return false
      }
      return reason.contains("tree")
    }
    #expect(try fixture.status().storedVersion == 1)
  }

  @Test(
    "an index of streams that was changed is told as the ledger's damage", arguments: [0, 1, 2])
  func changedIndex(kind: Int) throws {
    let fixture = try TestLedger()
    try fixture.append(batch(30))
    let streams = fixture.ledger.databases.streams
    let key = Array("plan/P/action/1".utf8) + [0, 0, 0, 0, 0, 0, 0, 0, 4]
    try fixture.ledger.environment.write { transaction throws(LMDBError) in
      let value = try transaction.reader.get(streams, key) ?? []
      _ = try transaction.delete(streams, key)
      var other = key
      switch kind {
      // On a stream that there is not, in another order, or nowhere.
      case 0: other[6] ^= 16
      case 1: other[16] = 1
      default: return
      }
      try transaction.put(streams, other, value)
    }
    for _ in 0..<2 {
      for work in [
        { _ = try fixture.runner.verify("timelines") },
        { _ = try fixture.runner.rebuild("timelines") },
      ] {
        #expect { try work() } throws: { error in
          guard case ProjectionError.ledger(.damaged(let position, let reason)) = error else {
            return false
          }
          return (reason.contains("index") || reason.contains("missing"))
            && (kind > 0 || position == 11)
        }
      }
    }
    #expect(try fixture.status().generation == 1)
  }

  @Test("what an older build left half rebuilt is thrown away by a newer one")
  func olderShadow() throws {
    let fixture = try TestLedger()
    try fixture.append(batch(4))
    _ = try fixture.ledger.environment.database(TestLedger.databaseName(generation: 2))
    let meta = fixture.ledger.databases.meta
    let version = UInt8(ProjectionDefinition.timelines.version)
    try fixture.ledger.environment.write { transaction throws(LMDBError) in
      try transaction.put(meta, Array("projection-shadow/timelines".utf8), [version, 2, 0])
    }
    let newer = ProjectionDefinition.newer
    let report = try ProjectionRunner(fixture.ledger, [newer]).rebuild("timelines")
    #expect(report.entry.generation == 3 && report.resumedFrom == 0)
    #expect(try fixture.database(generation: 2) == nil)
    #expect(try fixture.database(generation: 1) == nil)
  }

  @Test("a database that a killed rebuild left to be deleted is deleted by the next")
  func leftBehind() throws {
    let fixture = try TestLedger()
    try fixture.append(batch(3))
    try fixture.runner.rebuild("timelines")
    let meta = fixture.ledger.databases.meta
    try fixture.ledger.environment.write { transaction throws(LMDBError) in
      try transaction.put(
        meta, Array("projection-retired/\(TestLedger.databaseName(generation: 9))".utf8), [])
    }
    _ = try fixture.ledger.environment.database(TestLedger.databaseName(generation: 9))
    try fixture.runner.rebuild("timelines")
    #expect(try fixture.database(generation: 9) == nil)
    #expect(try fixture.status().generation == 3)
  }
}
