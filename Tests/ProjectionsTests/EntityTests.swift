import Events
import Projections
import Testing

@Suite("What an entity says of itself")
struct EntityTests {
  struct Weakest: Sendable {
    var classes: [Provenance]
    var expected: Provenance
  }

  @Test(
    "an entity is as weak as the weakest event that it rests on",
    arguments: [
      Weakest(classes: [.official], expected: .official),
      Weakest(classes: [.official, .reported], expected: .reported),
      Weakest(classes: [.reported, .derived, .official], expected: .derived),
      Weakest(classes: [.official, .illustrative, .derived], expected: .illustrative),
    ])
  func weakest(_ row: Weakest) throws {
    let fixture = try TestLedger()
    var events = [event("plan/P/action/1", "2022-01-01", .actionAdded(.init()))]
    events += row.classes.dropFirst().map { _ in
      event("plan/P/action/1", "2022-02-01", .actionStarted(.init()))
    }
    for (index, provenance) in row.classes.enumerated() { events[index].provenance = provenance }
    // Neither an event out of sight nor one about events is rested on.
    events.append(
      event(
        "plan/P/action/1", "2035-01-01", .actionDelivered(.init()), provenance: .illustrative))
    events.append(
      event(
        "plan/P/action/1", nil, .eventsPublished(.init()), provenance: .illustrative))
    try fixture.append(events)
    let entity = try #require(try fixture.at("2022-12-31").actions(of: code("P")).first)
    #expect(entity.provenance == row.expected)
    #expect(entity.provenances == Set(row.classes))
    let rested = try fixture.at("2022-12-31").events(of: stream("plan/P/action/1"))
    #expect(rested.count == row.classes.count)
  }

  @Test("a filter by provenance takes out events, not entities")
  func filter() throws {
    let fixture = try TestLedger()
    try fixture.append([
      event("plan/P/action/1", "2022-01-01", .actionAdded(.init()), provenance: .reported),
      event("plan/P/action/1", "2022-02-01", .actionStarted(.init()), provenance: .derived),
      event("plan/P/action/2", "2022-01-01", .actionAdded(.init()), provenance: .illustrative),
    ])
    let reported = try fixture.at(provenance: [.reported]).actions(of: code("P"))
    #expect(reported.map(\.state.code) == [code("1")])
    #expect(reported.first?.state.running?.value == .planned)
    #expect(try fixture.at(provenance: [.official]).actions(of: code("P")).isEmpty)
  }

  @Test("a day in the span of a coarse date, effective or published, makes an answer imprecise")
  func imprecise() throws {
    let fixture = try TestLedger()
    try fixture.append([
      event("plan/P/action/1", "2022-01-01", .actionAdded(.init()), published: "2022-01-01"),
      event("plan/P/action/1", "2022-Q3", .actionStarted(.init()), published: "2022-12"),
    ])
    func unclear(_ today: String, _ publishedBy: String?) throws -> [UInt64]? {
      try fixture.at(today, publishedBy: publishedBy).actions(of: code("P")).first?
        .imprecise.map(\.position)
    }
    #expect(try unclear("2022-06-30", nil) == [])
    #expect(try unclear("2022-07-01", nil) == [2])
    #expect(try unclear("2022-09-30", nil) == [])
    #expect(try unclear("2022-09-30", "2022-11-30") == [])
    #expect(try unclear("2022-09-30", "2022-12-01") == [2])
    #expect(try unclear("2022-07-01", "2022-12-31") == [2])
    #expect(try unclear("2022-06-30", "2022-12-15") == [])
  }

  struct Status: Sendable {
    var events: [EventType]
    var expected: PlanStatus?
  }

  @Test(
    "a plan moves on and never back",
    arguments: [
      Status(events: [.planDrafted], expected: .draft),
      Status(events: [.planDrafted, .planApproved], expected: .approved),
      Status(events: [.planDrafted, .planApproved, .planClosed], expected: .closed),
      Status(
        events: [.planDrafted, .planApproved, .planClosed, .planSuccessorNamed],
        expected: .succeeded),
      Status(events: [.planDrafted, .planSuccessorNamed, .planClosed], expected: .succeeded),
      Status(events: [.planDrafted, .planClosed, .planReportNoted], expected: .closed),
      Status(events: [.planApproved, .planAmended], expected: nil),
    ])
  func planStatus(_ row: Status) throws {
    let fixture = try TestLedger()
    try fixture.append(
      row.events.enumerated().map { index, type in
        var data = EventData.placeholder(of: type)
        if case .planAmended(var body) = data {
          body.title = title("Amended")
          data = .planAmended(body)
        }
        return event("plan/P", "2022-01-\(10 + index)", data)
      })
    let plan = try fixture.at().plan(code("P"))
    #expect(plan?.state.status?.value == row.expected)
    #expect((plan == nil) == (row.expected == nil))
  }

  @Test("an institution that was only renamed is not in sight")
  func renamedInstitution() throws {
    let fixture = try TestLedger()
    try fixture.append([
      event("institution/A", "2022-06-01", .institutionRenamed(.init())),
      event("institution/A", "2022-07-01", .institutionDefined(.init())),
    ])
    #expect(try fixture.at("2022-06-30").institution(code("A")) == nil)
    #expect(try fixture.at("2022-07-01").institution(code("A")) != nil)
  }

  @Test("zero, unknown and not collected are three values, and a revision is marked")
  func counts() throws {
    let fixture = try TestLedger()
    let cell = filled(VictimCell()) { $0.period = period("2021") }
    let values: [Known<Count>] = [.value(Count(0)), .unknown, .notCollected]
    for (index, value) in values.enumerated() {
      try fixture.append([
        event(
          "victims/LV", "2022-0\(index + 1)-01",
          index == 0
            ? .victimCountRecorded(filled(.init()) { ($0.cell, $0.value) = (cell, value) })
            : .victimCountRevised(filled(.init()) { ($0.cell, $0.value) = (cell, value) }))
      ])
      let count = try fixture.at().victims(of: code("LV"))?.state.counts[cell]
      #expect(count?.value.value == value)
      #expect(count?.isRevised == (index > 0))
    }
  }
}
