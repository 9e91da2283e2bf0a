import EventStore
import Events
import Lifecycle
import Projections
import Testing

@Suite struct CorrectionRuleTests {
  private func ledger() throws -> TestLedger {
    let ledger = try TestLedger()
    try ledger.append(
      beginning + [
        line("ActionStarted", "/1.2", "2022-03", id: uuid(5)),
        line("ActionDelivered", "/1.2", "2022-06", id: uuid(6)),
      ])
    return ledger
  }

  private func correct(_ target: Int, _ body: String, on subject: String = "/1.2") -> String {
    line("EventCorrected", subject, nil, #"{"target":"\#(uuid(target))",\#(body)}"#)
  }

  @Test("A correction is judged like any late event")
  func corrections() throws {
    let ledger = try ledger()
    #expect(
      try ledger.violation([correct(5, #""effective":"2022-09","data":{}"#)]) != nil,
      "a start after the delivery")
    #expect(try ledger.violation([correct(5, #""effective":"2022-05","data":{}"#)]) == nil)
    let action = try ledger.action(Identifier("1.2"), on: "2022-12-31")
    #expect(action?.state.startedOn?.value.description == "2022-05")
  }

  @Test("Retracting the delivery is legal, and retracting that again revives it")
  func retractions() throws {
    let ledger = try ledger()
    let retract = line(
      "EventRetracted", "/1.2", nil, #"{"target":"\#(uuid(6))"}"#, reason: "Typed by mistake",
      id: uuid(7))
    try ledger.append([retract])
    #expect(
      try ledger.action(Identifier("1.2"), on: "2022-12-31")?.state.running?.value == .inProgress)
    try ledger.append(
      [
        line(
          "EventRetracted", "/1.2", nil, #"{"target":"\#(uuid(7))"}"#, reason: "It was delivered")
      ])
    #expect(
      try ledger.action(Identifier("1.2"), on: "2022-12-31")?.state.running?.value == .delivered)
  }

  @Test("An event about an event stands on its target's stream, and the target is there")
  func targets() throws {
    let ledger = try ledger()
    let elsewhere = line(
      "EventRetracted", "plan/DEMO-2021", nil, #"{"target":"\#(uuid(6))"}"#, reason: "x")
    #expect(
      try ledger.violation([elsewhere])
        == .unknownTarget(id: try EventID(parsing: uuid(6))))
    let nobody = line("EventRetracted", "/1.2", nil, #"{"target":"\#(uuid(99))"}"#, reason: "x")
    #expect(
      try ledger.violation([nobody]) == .unknownTarget(id: try EventID(parsing: uuid(99))))
  }

  @Test("An official event cannot be corrected into one without a source")
  func officialWithoutSource() throws {
    let ledger = try ledger()
    guard
      case .invalid(.missing(field: "sources")) = try ledger.violation(
        [correct(5, #""provenance":"OFFICIAL","data":{}"#)])
    else {
      Issue.record("an official event without a source came about by a correction")
      return
    }
  }

  @Test("A published date cannot reach what is yet to be recorded")
  func reachesAhead() throws {
    let ledger = try ledger()
    let publish = line(
      "EventsPublished", "plan/DEMO-2021", nil,
      #"{"published":"2025-01-28","under":"plan/DEMO-2021","through":7}"#)
    guard case .reachesAhead = try ledger.violation([publish]) else {
      Issue.record("a published date reached itself")
      return
    }
  }
}
