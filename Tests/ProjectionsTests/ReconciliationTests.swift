import Events
import Projections
import Testing

@Suite("A published figure beside what the items add up to")
struct ReconciliationTests {
  private func claim(_ figures: [ClaimFigure]) -> Event {
    var made = event(
      "plan/P/claim/outcome", "2025-01-28",
      .claimPublished(filled(.init()) { $0.figures = figures }), provenance: .official)
    made.sources = [.placeholder]
    return made
  }

  private func figure(_ measure: Measure, _ value: Int64?, _ cell: VictimCell? = nil) -> ClaimFigure
  {
    filled(ClaimFigure()) {
      $0.measure = measure
      $0.value = value.map(Count.init)
      $0.cell = cell
    }
  }

  private func action(_ name: String, _ provenance: Provenance = .reported) -> Event {
    event("plan/P/action/\(name)", "2021-01-01", .actionAdded(.init()), provenance: provenance)
  }

  private func verdict(
    _ name: String, _ verdict: Verdict, _ finality: Finality = .final,
    _ provenance: Provenance = .reported
  ) -> Event {
    event(
      "plan/P/action/\(name)", "2023-12-31",
      .actionAssessed(filled(.init()) { ($0.verdict, $0.finality) = (verdict, finality) }),
      provenance: provenance)
  }

  private func rows(
    _ figures: [ClaimFigure], _ events: [Event], on today: String = "2030-01-01"
  ) throws -> [ReconciliationRow] {
    let fixture = try TestLedger()
    try fixture.append([claim(figures)] + events)
    return try fixture.at(today).reconciliation(of: code("P"))
  }

  private let all: [Measure] = [.actions, .completed, .partiallyCompleted, .notCompleted]

  @Test("actions and final verdicts are counted")
  func counted() throws {
    let figures = zip(all, [3, 1, 2, 0] as [Int64]).map { figure($0, $1) }
    let rows = try rows(
      figures,
      [
        action("1"), action("2"), action("3"), action("4"), verdict("1", .completed),
        verdict("2", .partiallyCompleted), verdict("3", .completed, .interim),
        verdict("4", .notAssessable),
      ])
    #expect(rows.map(\.measure) == all)
    #expect(rows.map(\.claimed) == [3, 1, 2, 0])
    #expect(rows.map(\.fromItems) == [4, 1, 1, 0])
    #expect(rows.map(\.result) == [.differs, .agrees, .differs, .agrees])
    #expect(rows.allSatisfy { $0.provenance == [.official, .reported] })
  }

  @Test("items that take effect after the point do not count")
  func atAPoint() throws {
    let events = [action("1"), verdict("1", .completed)]
    let claimed = try rows([figure(.completed, 1)], events, on: "2025-01-27")
    #expect(claimed.isEmpty)
    let after = try rows([figure(.completed, 1)], events, on: "2025-01-28")
    #expect(after.map(\.result) == [.agrees])
  }

  @Test("without actions, or without a final verdict, there are no items")
  func noItems() throws {
    let none = try rows(all.map { figure($0, 0) }, [])
    #expect(none.map(\.result) == [.noItems, .noItems, .noItems, .noItems])
    #expect(none.allSatisfy { $0.fromItems == nil && $0.provenance == [.official] })
    let unjudged = try rows(
      all.map { figure($0, 1) }, [action("1"), verdict("1", .completed, .interim)])
    #expect(unjudged.map(\.result) == [.agrees, .noItems, .noItems, .noItems])
  }

  @Test("items that are all invented say nothing of the figure, and are still added up")
  func illustrative() throws {
    let figures = [figure(.actions, 2), figure(.completed, 1)]
    let invented = [
      action("1", .illustrative), action("2", .illustrative),
      verdict("1", .completed, .final, .illustrative),
    ]
    let rows1 = try rows(figures, invented)
    #expect(rows1.map(\.result) == [.illustrativeOnly, .illustrativeOnly])
    #expect(rows1.map(\.fromItems) == [2, 1])
    // An invented part makes the whole of an action illustrative; one that is real makes a sum.
    let mixed = try rows(
      figures, [action("1"), action("2"), verdict("1", .completed, .final, .illustrative)])
    #expect(mixed.map(\.result) == [.agrees, .illustrativeOnly])
    #expect(mixed.allSatisfy { $0.provenance == [.official, .reported, .illustrative] })
  }

  @Test("a statement is no number")
  func statement() throws {
    #expect(try rows([figure(.statement, nil)], []).map(\.result) == [.notComparable])
  }

  struct Victims: Sendable {
    var counts: [(stream: String, days: String, value: Known<Count>)]
    var days = "2021/2023"
    var fromItems: Int64?
    var result: ReconciliationResult
    var why: String
  }

  private static func number(_ number: Int64) -> Known<Count> { .value(Count(number)) }

  static let victimsRows: [Victims] = [
    Victims(counts: [], result: .noItems, why: "nothing recorded"),
    Victims(
      counts: [("LV", "2021/2023", number(111))], fromItems: 111, result: .agrees,
      why: "the same cell"),
    Victims(
      counts: [("LV", "2021/2023", number(110))], fromItems: 110, result: .differs,
      why: "the same cell, another number"),
    Victims(
      counts: [("LV", "2021/2023", .unknown), ("LV", "2021", number(1))], result: .notComparable,
      why: "the same cell, not known"),
    Victims(
      counts: [("LV", "2021/2023", .notCollected)], result: .notComparable, why: "not collected"),
    Victims(
      counts: [
        ("LV", "2021", number(61)), ("LV", "2022", number(26)), ("LV", "2023", number(24)),
      ], fromItems: 111, result: .agrees, why: "years that cover the period"),
    Victims(
      counts: [("LV", "2021", number(61)), ("LV", "2022", number(26))], result: .notComparable,
      why: "a year is missing"),
    Victims(
      counts: [("LV", "2021", number(61)), ("LV", "2022", .unknown), ("LV", "2023", number(24))],
      result: .notComparable, why: "a year is not known"),
    Victims(
      counts: [
        ("LV", "2021", number(61)), ("LV", "2022-H1", number(20)), ("LV", "2022-H2", number(6)),
        ("LV", "2022-Q1", number(9)), ("LV", "2023", number(24)),
      ], fromItems: 111, result: .agrees,
      why: "halves where there is no year, the coarsest there are"
    ),
    Victims(
      counts: [
        ("LV", "2021", number(61)), ("LV", "2021-07-01/2022-06-30", number(40)),
        ("LV", "2022-07-01/2023-06-30", number(30)), ("LV", "2023-H2", number(9)),
        ("LV", "2021-H1", number(30)),
      ], fromItems: 109, result: .differs, why: "only these follow one another without overlap"),
    Victims(
      counts: [("LV", "2021/2022", number(87)), ("LV", "2023", number(24))],
      result: .notComparable, why: "two years at once are not yearly"),
    Victims(
      counts: [("LV", "2024", number(5))], result: .noItems, why: "outside the period"),
    Victims(
      counts: [("EE", "2021/2023", number(111))], fromItems: 111, result: .agrees,
      why: "one other country holds it"),
    Victims(
      counts: [("EE", "2021/2023", number(111)), ("LT", "2021/2023", number(9))],
      result: .notComparable, why: "several hold it"),
    Victims(
      counts: [("EE", "2021/2023", number(7)), ("LV", "2021/2023", number(111))],
      fromItems: 111, result: .agrees, why: "several hold it, and one is home"),
    Victims(
      counts: [
        ("LV", "2021", number(.max)), ("LV", "2022", number(.max)), ("LV", "2023", number(1)),
      ], result: .notComparable, why: "more than can be counted"),
  ]

  @Test("victims are the same cell, or periods that make it up", arguments: victimsRows)
  func victims(_ row: Victims) throws {
    func cell(_ days: String) -> VictimCell {
      filled(VictimCell()) { $0.period = period(days) }
    }
    var events = row.counts.map { count in
      event(
        "victims/\(count.stream)", "2024-01-01",
        .victimCountRecorded(
          filled(.init()) { ($0.cell, $0.value) = (cell(count.days), count.value) }))
    }
    // A cell that differs in more than its period is of another population.
    let presumed = filled(cell(row.days)) { $0.basis = .presumed }
    events.append(
      event(
        "victims/PL", "2024-01-01",
        .victimCountRecorded(filled(.init()) { ($0.cell, $0.value) = (presumed, .unknown) })))
    let found = try rows([figure(.victims, 111, cell(row.days))], events)
    #expect(found.map(\.fromItems) == [row.fromItems], "\(row.why)")
    #expect(found.map(\.result) == [row.result], "\(row.why)")
  }
}
