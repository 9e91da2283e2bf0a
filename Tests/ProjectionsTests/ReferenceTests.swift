import EventStore
import Events
import LMDB
import Projections
import Testing

@Suite("What names a stream is found without going through all that there is")
struct ReferenceTests {
  private static func raised(_ name: String, _ effective: String, plan: String) -> Event {
    event(
      "challenge/\(name)", effective, .challengeRaised(filled(.init()) { $0.plan = code(plan) }))
  }

  private static func link(_ name: String, _ from: String, _ to: String) -> Event {
    event(
      "link/\(name)", "2022-01-01",
      .linkAsserted(filled(.init()) { ($0.from, $0.to) = (stream(from), stream(to)) }))
  }

  /// Challenges of two plans, and a link of each.
  private func ledger() throws -> TestLedger {
    let fixture = try TestLedger()
    try fixture.append([
      Self.raised("A", "2022-01-01", plan: "P"), Self.raised("B", "2022-02-01", plan: "Q"),
      Self.link("L", "challenge/A", "plan/P"), Self.link("M", "challenge/B", "plan/Q"),
    ])
    return fixture
  }

  /// The key under which it is kept that a stream names another.
  private func key(_ named: String, by naming: String) -> [UInt8] {
    [1] + named.utf8 + [0] + naming.utf8
  }

  private func codes(_ reading: PointInTime, _ plan: String) throws(LedgerError) -> [String] {
    try reading.challenges(of: code(plan)).map(\.state.id.description)
  }

  @Test("a correction moves a challenge to another plan, and its retraction moves it back")
  func corrected() throws {
    let fixture = try TestLedger()
    try fixture.append([
      event(
        "challenge/A", "2022-01-01", .challengeRaised(filled(.init()) { $0.plan = code("P") }),
        id: id(1))
    ])
    let correction = EventData.eventCorrected(
      filled(EventCorrected()) {
        $0.target = id(1)
        $0.data = worded(.challengeRaised(filled(.init()) { $0.plan = code("Q") }))
      })
    try fixture.append([event("challenge/A", nil, correction, id: id(2))])
    try fixture.append([
      event("challenge/A", nil, .eventRetracted(filled(.init()) { $0.target = id(2) }))
    ])
    for fromRecords in [false, true] {
      for (position, owner) in [(1, "P"), (2, "Q"), (3, "P")] as [(UInt64, String)] {
        let reading = try fixture.at(position: position, fromRecords: fromRecords)
        for plan in ["P", "Q"] {
          #expect(try codes(reading, plan) == (plan == owner ? ["A"] : []), "\(plan) @\(position)")
        }
      }
    }
  }

  @Test("what stands within a plan is not mistaken for what stands within one of a like name")
  func likeNames() throws {
    let fixture = try TestLedger()
    let plans = ["P", "P-2", "P.2", "P2"]
    for (index, plan) in plans.enumerated() {
      try fixture.append([
        event(
          "indicator/\(index)", "2022-01-01",
          .indicatorDefined(
            filled(.init()) {
              $0.title = title("I")
              $0.action = stream("plan/\(plan)/action/1")
              if let text = try? Text("t") { $0.definition = text }
            })),
        Self.raised("C\(index)", "2022-01-01", plan: plan),
      ])
    }
    for fromRecords in [false, true] {
      let reading = try fixture.at(fromRecords: fromRecords)
      for (index, plan) in plans.enumerated() {
        #expect(try codes(reading, plan) == ["C\(index)"])
        let indicators = try reading.indicators(of: code(plan), []).map(\.state.id.description)
        #expect(indicators == ["\(index)"])
      }
    }
  }

  @Test("another plan's challenges and links are not read")
  func others() throws {
    let fixture = try ledger()
    try fixture.damage { transaction, database throws(LMDBError) in
      for name in ["challenge/B", "link/M"] {
        try transaction.put(database, fixture.key(name), [0xFF])
      }
    }
    #expect(try codes(fixture.at(), "P") == ["A"])
    #expect(throws: LedgerError.self) { try codes(fixture.at(), "Q") }
    #expect(throws: LedgerError.self) { try fixture.at().challenges() }
  }

  @Test("while the projection lags, the records answer the same")
  func lagging() throws {
    let fixture = try ledger()
    try fixture.append([Self.raised("C", "2022-01-01", plan: "P")], inline: false)
    #expect(try fixture.status().state == .needsRebuild)
    #expect(try codes(fixture.at(), "P") == ["A", "C"])
    #expect(try codes(fixture.at(position: 4), "P") == ["A"])
    try fixture.runner.rebuild("timelines")
    #expect(try codes(fixture.at(), "P") == ["A", "C"])
  }

  struct Damage: Sendable {
    var kind: ProjectionDifference.Kind
    var position: UInt64?
    var subject: String?
    /// Whether a question that meets it is refused, rather than left with an answer too few.
    var isMet = true
    var body: @Sendable (inout WriteTransaction, Database, _ key: [UInt8]) throws(LMDBError) -> Void
  }

  static let damages = [
    Damage(kind: .altered, position: 1, subject: "challenge/A") {
      transaction, database, key throws(LMDBError) in
      var value = try transaction.reader.get(database, key) ?? []
      value[value.count - 1] ^= 1
      try transaction.put(database, key, value)
    },
    Damage(kind: .altered, position: 1, subject: "challenge/A") {
      transaction, database, key throws(LMDBError) in try transaction.put(database, key, [])
    },
    Damage(kind: .missing, position: 1, subject: "challenge/A", isMet: false) {
      transaction, database, key throws(LMDBError) in try transaction.delete(database, key)
    },
    // Whole, and in a wrong place.
    Damage(kind: .unexpected) { transaction, database, key throws(LMDBError) in
      let value = try transaction.reader.get(database, key) ?? []
      try transaction.put(database, [1] + "plan/P".utf8 + [0] + "challenge/B".utf8, value)
    },
  ]

  @Test(
    "verify finds what is wrong with it, reads refuse it, a rebuild mends it",
    arguments: damages.indices)
  func damage(index: Int) throws {
    let damage = Self.damages[index]
    let fixture = try ledger()
    let key = key("plan/P", by: "challenge/A")
    try fixture.damage { transaction, database throws(LMDBError) in
      try damage.body(&transaction, database, key)
    }
    if damage.isMet {
      #expect {
        try codes(fixture.at(), "P")
      } throws: { error in
        guard case LedgerError.projectionDamaged(name: "timelines", _) = error else { return false }
        return true
      }
      #expect(try fixture.status().state == .damaged)
    }
    let report = try fixture.runner.verify("timelines")
    #expect(report.difference?.kind == damage.kind)
    #expect(report.difference?.position == damage.position)
    #expect(report.difference?.subject?.description == damage.subject)
    guard
      case .different(let difference) = try fixture.runner.rebuild("timelines").comparison
    else {
      Issue.record("the rebuild saw no difference")
      return
    }
    #expect(difference.streams.map(\.description) == ["plan/P"] && difference.count == 1)
    #expect(try fixture.runner.verify("timelines").isSound)
    #expect(try codes(fixture.at(), "P") == ["A"])
  }

  @Test("a rebuild of what came in portions and in one is the same, and misses nothing appended")
  func rebuilt() throws {
    let fixture = try ledger()
    let runner = ProjectionRunner(fixture.ledger, chunkSize: 1)
    var isFirst = true
    let report = try runner.rebuild("timelines") { _ in
      guard isFirst else { return }
      isFirst = false
      #expect(throws: Never.self) {
        try fixture.append([Self.raised("0", "2022-01-01", plan: "P")])
      }
    }
    #expect(report.comparison == .same)
    #expect(try codes(fixture.at(), "P") == ["0", "A"])
    #expect(try fixture.runner.verify("timelines").isSound)
  }
}
