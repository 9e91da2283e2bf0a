import EventStore
import Events
import LMDB
import Projections
import Testing

@Suite("What the medium changed in a projection is refused, and gives no other answer")
struct FlippedByteTests {
  @Test("random bytes of random entries of random histories", arguments: 0..<12 as Range<UInt64>)
  func randomFlips(seed: UInt64) throws {
    let history = OracleCase(seed: seed)
    let fixture = try TestLedger()
    for batch in history.batches { try fixture.append(batch) }
    let answers = try history.questions.map { question in
      try Answers(fixture, history, question)
    }
    let entries = try fixture.projectionEntries()
    var random = SeededGenerator(state: seed)
    var refused = 0
    for round in 0..<150 {
      let (key, value) = random.pick(entries)
      var changed = value
      for _ in 0...(round % 3) {
        changed[Int(random.next() % UInt64(value.count))] ^= UInt8(1 << (random.next() % 8))
      }
      if changed == value { continue }
      try fixture.put(key, changed)
      for (question, answer) in zip(history.questions, answers) {
        do {
          let found = try Answers(fixture, history, question)
          #expect(found == answer, "seed \(seed), round \(round), \(key)")
        } catch LedgerError.projectionDamaged {
          refused += 1
        }
      }
      #expect(try fixture.status().state == .damaged)
      #expect(try !fixture.runner.verify("timelines").isSound)
      try fixture.put(key, value)
    }
    #expect(refused > 20)
    for (question, answer) in zip(history.questions, answers) {
      #expect(try Answers(fixture, history, question) == answer)
    }
  }

  /// All that a question is answered by the projection.
  private struct Answers: Equatable {
    var history: HistoryAnswer
    var counts: [[RunningStatus: Int]]

    init(
      _ fixture: TestLedger, _ history: OracleCase, _ question: NaiveLedger.Question
    ) throws {
      self.history = try fixture.answer(history.names, question, fromRecords: false)
      let point = ReadingPoint(
        effectiveAt: question.effectiveAt, publishedBy: question.publishedBy,
        position: question.position, provenance: question.provenance)
      counts = try PointInTime(fixture.ledger.snapshot(), at: point)
        .runningCounts(of: code("P"), on: history.names.window)
    }
  }
}

extension TestLedger {
  fileprivate func projectionEntries() throws -> [(key: [UInt8], value: [UInt8])] {
    var entries: [(key: [UInt8], value: [UInt8])] = []
    guard let database = try database() else { return [] }
    let snapshot = try ledger.snapshot()
    try snapshot.transaction.forEach(database) { key, value throws(LedgerError) in
      entries.append((key.copied, value.copied))
      return .more
    }
    return entries
  }

  fileprivate func put(_ key: [UInt8], _ value: [UInt8]) throws {
    try damage { transaction, database throws(LMDBError) in
      try transaction.put(database, key, value)
    }
  }
}
