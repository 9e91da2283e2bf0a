import EventStore
import Events
import Projections
import Testing

/// Which events did it, and which did not.
extension DifferenceTests {
  /// What gives the first event the date on which it was said.
  private var publication: Event {
    event(
      "plan/P", nil,
      .eventsPublished(
        filled(EventsPublished()) {
          $0.published = date("2021-02-01")
          $0.under = (try? StreamPrefix(parsing: "plan/P")) ?? .placeholder
          $0.through = Count(1)
        }))
  }

  @Test("an event that was given its published date later is named with what gave it")
  func publishedLater() throws {
    let ledger = try TestLedger()
    try ledger.append([event("plan/P/action/1", "2021-01-01", added, id: id(1))])
    try ledger.append([publication])
    let found = try changes(
      ledger, at("2022-01-01", 1, by: "2021-12-31"), at("2022-01-01", 2, by: "2021-12-31"))
    #expect(found.first?.presence == .appeared)
    #expect(found.allSatisfy { $0.responsible == [2] || $0.isDerived })
  }

  @Test("what corrected another field, or gave a date that nobody asks for, did not do it")
  func bystanders() throws {
    let ledger = try TestLedger()
    let subject = "plan/P/action/1"
    try ledger.append([event(subject, "2021-01-01", added, id: id(1))])
    try ledger.append([
      event(
        subject, nil,
        .eventCorrected(
          filled(EventCorrected()) {
            $0.target = id(1)
            $0.data = .actionAdded(
              filled(ActionAdded()) {
                $0.title = title("Train the police and prosecutors")
                $0.deadline = date("2022-06")
              })
          })),
      publication,
      event(subject, "2022-05-10", .actionDelivered(ActionDelivered())),
    ])
    #expect(
      lines(try changes(ledger, at("2022-06-15", 1), at("2022-06-15", 4))) == [
        "title: Train the police → Train the police and prosecutors by 2 from 2021-01-01",
        "running: PLANNED → DELIVERED by 4 from 2022-05-10",
        "deliveredOn: – → 2022-05-10 by 4 from 2022-05-10",
        "timeliness: DUE → ON_TIME by 4 from 2022-05-10",
      ])
  }

  @Test("what a thing rests on is told where it changes, with the event that did it")
  func provenance() throws {
    let ledger = try TestLedger()
    let subject = "plan/P/action/1"
    try ledger.append([
      event(subject, "2021-01-01", added, id: id(1)),
      event(subject, "2022-03", .actionStarted(ActionStarted()), id: id(2)),
    ])
    try ledger.append([
      event(
        subject, nil,
        .eventCorrected(
          filled(EventCorrected()) {
            $0.target = id(2)
            $0.provenance = .illustrative
            $0.data = .actionStarted(ActionStarted())
          }))
    ])
    #expect(
      lines(try changes(ledger, at("2022-12-31", 2), at("2022-12-31", 3))) == [
        "provenance: REPORTED → ILLUSTRATIVE by 3 from 2022-03"
      ])
    #expect(
      lines(try changes(ledger, at("2022-01-01", 3), at("2022-12-31", 3))).last
        == "provenance: REPORTED → ILLUSTRATIVE by 3 from 2022-03")
  }
}
