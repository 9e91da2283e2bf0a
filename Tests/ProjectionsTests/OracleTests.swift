import EventStore
import Events
import Foundation
import Projections
import Testing

@Suite("Every read gives what the plainest reading of the rule gives")
struct OracleTests {
  /// How many histories are read: `PLANLEDGER_HISTORIES` of them, or the one of `PLANLEDGER_SEED`.
  private static let seeds: Range<UInt64> = {
    let environment = ProcessInfo.processInfo.environment
    if let seed = environment["PLANLEDGER_SEED"].flatMap(UInt64.init) { return seed..<(seed + 1) }
    return 0..<(environment["PLANLEDGER_HISTORIES"].flatMap(UInt64.init) ?? 10_000)
  }()

  @Test("on random histories, from the projection and from the records", arguments: [0, 1])
  func randomHistories(part: UInt64) throws {
    for seed in Self.seeds where seed % 2 == part {
      let history = OracleCase(seed: seed)
      if outcome(history) == nil { continue }
      let least = history.shrunk { candidate in outcome(candidate) != nil }
      let said = outcome(least) ?? ""
      Issue.record("replay with PLANLEDGER_SEED=\(seed); the least of it is\n\(least)\n\(said)")
      return
    }
  }

  @Test("a history that fails is made as small as it can be")
  func shrinking() {
    let history = OracleCase(seed: 199)
    let wanted = history.batches.joined().dropFirst(7).first?.id
    let least = history.shrunk { $0.batches.joined().contains { $0.id == wanted } }
    #expect(least.batches.count == 1 && least.batches.first?.map(\.id) == [wanted])
  }

  /// What a history shows otherwise than the oracle, or why it could not be read.
  private func outcome(_ history: OracleCase) -> String? {
    do {
      return try difference(history)
    } catch {
      return "\(error)"
    }
  }

  /// What a history shows otherwise than the oracle; `nil` where all is the same.
  private func difference(_ history: OracleCase) throws -> String? {
    let fixture = try TestLedger()
    var recorded: [RecordedEvent] = []
    var question = history.questions[0]
    var answer: HistoryAnswer?
    for (index, batch) in history.batches.enumerated() {
      // What is refused after it was staged leaves no trace.
      if history.seed % 4 == 3, index == history.batches.count - 1 { try fixture.refuse(batch) }
      let receipt = try fixture.append(batch)
      for (position, event) in zip(receipt.positions, batch) {
        recorded.append(
          RecordedEvent(
            position: position, revision: 0, recorded: receipt.recorded, event: event,
            commitment: nil))
      }
      if index == history.asked {
        question.position = receipt.positions.upperBound - 1
        answer = try fixture.answer(history.names, question, fromRecords: false)
      }
    }
    // Redacted text excepted: it is gone from earlier answers too.
    let isRedactedLater = history.batches.dropFirst(history.asked + 1).joined().contains {
      $0.type == .contentRedacted
    }
    if !isRedactedLater,
      try fixture.answer(history.names, question, fromRecords: false) != answer
    {
      return "what was recorded later changed an earlier answer: \(question)"
    }
    // What followed event by event is what is built of all at once.
    if history.seed % 4 == 3 || recorded.count > 60 {
      let report = try ProjectionRunner(fixture.ledger).verify("timelines")
      if !report.isSound { return "the projection: \(report)" }
    }
    let oracle = NaiveLedger(recorded: try NaiveLedger.redacting(recorded))
    for question in [question, history.questions[1]] {
      if let difference = try seriesDifference(fixture, oracle, history.names, question) {
        return difference
      }
      let expected = oracle.answer(history.names, question)
      for (fromRecords, withTexts) in [(false, true), (true, true), (false, false)] {
        let answer = try fixture.answer(
          history.names, question, fromRecords: fromRecords, withTexts: withTexts)
        let wanted = withTexts ? expected : expected.withoutTexts
        if answer != wanted {
          let source = fromRecords ? "the records" : "the projection"
          let texts = withTexts ? "" : ", without texts"
          return "\(question)\nfrom \(source)\(texts): \(answer)\nby the oracle: \(wanted)"
        }
      }
    }
    return nil
  }
}

extension OracleTests {
  /// Whether the running statuses of many days at once are those of each day; seldom asked, for the
  /// oracle answers day by day.
  fileprivate func seriesDifference(
    _ fixture: TestLedger, _ oracle: NaiveLedger, _ names: HistoryNames,
    _ question: NaiveLedger.Question
  ) throws -> String? {
    guard question.position % 5 == 0 else { return nil }
    let expected = names.window.map { day in
      var question = question
      question.effectiveAt = day
      return oracle.running(names.actions, question)
    }
    let point = ReadingPoint(
      effectiveAt: question.effectiveAt, publishedBy: question.publishedBy,
      position: question.position, provenance: question.provenance)
    for fromRecords in [false, true] {
      let found = try PointInTime(
        fixture.ledger.snapshot(), at: point, from: fromRecords ? .records : .projections
      )
      .runningCounts(of: code("P"), on: names.window)
      .map { counts in
        Dictionary(uniqueKeysWithValues: counts.map { ($0.key.rawValue, $0.value) })
      }
      if found != expected { return "\(question)\nstatuses: \(found)\nby the oracle: \(expected)" }
    }
    return nil
  }
}

extension TestLedger {
  func answer(
    _ names: HistoryNames, _ question: NaiveLedger.Question, fromRecords: Bool,
    withTexts: Bool = true
  ) throws -> HistoryAnswer {
    let point = ReadingPoint(
      effectiveAt: question.effectiveAt, publishedBy: question.publishedBy,
      position: question.position, provenance: question.provenance)
    return try PointInTime(
      ledger.snapshot(), at: point, withTexts: withTexts,
      from: fromRecords ? .records : .projections
    ).answer(names)
  }
}
