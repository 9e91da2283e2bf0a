import EventStore
import Events
import Lifecycle
import Projections
import Testing

private let verdict = #"{"verdict":"COMPLETED","finality":"FINAL"}"#
private let close = line("PlanClosed", "plan/DEMO-2021", "2024-01-31")

@Suite struct PlanRuleTests {
  @Test("A plan is approved once")
  func approvedOnce() throws {
    let ledger = try TestLedger()
    try ledger.append(beginning)
    let again = line("PlanApproved", "plan/DEMO-2021", "2022-01-01", #"{"act":"Order 1"}"#)
    guard case .cannotFollow(_, _, _, let state, let since, _) = try ledger.violation([again])
    else {
      Issue.record("a plan was approved twice")
      return
    }
    #expect(state == "APPROVED" && since?.description == "2021-09-28")
  }

  @Test("A plan closes when each of its actions has a final verdict; those without are listed")
  func closing() throws {
    let ledger = try TestLedger()
    try ledger.append(Array(beginning.dropLast()))
    #expect(try ledger.violation([close]) == .noActions(plan: Identifier("DEMO-2021")))
    try ledger.append([line("ActionAdded", "/1.2", "2021-09-28", #"{"title":"x"}"#)])
    #expect(
      try ledger.violation([close])
        == .notFinallyAssessed(plan: Identifier("DEMO-2021"), actions: [Identifier("1.2")]))
    let interim = #"{"verdict":"COMPLETED","finality":"INTERIM"}"#
    try ledger.append([line("ActionAssessed", "/1.2", "2023-06-30", interim)])
    #expect(try ledger.violation([close]) != nil)
    try ledger.append([line("ActionAssessed", "/1.2", "2023-12-31", verdict)])
    #expect(try ledger.violation([close]) == nil)
  }

  @Test("A plan closes without verdicts on its items where that is said with a reason")
  func closingWithoutVerdicts() throws {
    let ledger = try TestLedger()
    try ledger.append(beginning)
    let close = line(
      "PlanClosed", "plan/DEMO-2021", "2024-01-31", #"{"itemVerdictsNotHeld":true}"#,
      reason: "Only totals were published")
    #expect(try ledger.violation([close]) == nil)
  }

  @Test("After closing, later events of the plan are refused but for those that look back")
  func afterClosing() throws {
    let ledger = try TestLedger()
    try ledger.append(beginning + [line("ActionAssessed", "/1.2", "2023-12-31", verdict), close])
    guard
      case .planClosed = try ledger.violation(
        [line("ProgressReported", "/1.2", "2024-02-01", #"{"narrative":"x"}"#)])
    else {
      Issue.record("progress was reported after the plan was closed")
      return
    }
    #expect(
      try ledger.violation(
        [line("ProgressReported", "/1.2", "2023-02-01", #"{"narrative":"x"}"#)]) == nil)
    #expect(try ledger.violation([line("AssessmentRevised", "/1.2", "2024-03-01", verdict)]) == nil)
    let note = line("PlanReportNoted", "plan/DEMO-2021", "2025-01-28", #"{"by":"CABINET"}"#)
    #expect(try ledger.violation([note]) == nil)
  }

  @Test("A closed plan's last final verdict cannot be taken away")
  func verdictBehindClosing() throws {
    let ledger = try TestLedger()
    try ledger.append(
      beginning + [line("ActionAssessed", "/1.2", "2023-12-31", verdict, id: uuid(5)), close])
    let retract = line(
      "EventRetracted", "/1.2", nil, #"{"target":"\#(uuid(5))"}"#, reason: "A mistake")
    guard case .notFinallyAssessed = try ledger.violation([retract]) else {
      Issue.record("a verdict was retracted behind a closed plan")
      return
    }
  }

  @Test("A plan on which actions stand cannot be retracted")
  func retractedPlan() throws {
    let ledger = try TestLedger()
    try ledger.append(
      [
        line(
          "PlanDrafted", "plan/P", "2021", #"{"title":"x","period":"2021"}"#, id: uuid(1)),
        line("ActionAdded", "plan/P/action/1", "2021", #"{"title":"x"}"#),
      ])
    let retract = line(
      "EventRetracted", "plan/P", nil, #"{"target":"\#(uuid(1))"}"#, reason: "A mistake")
    guard case .stillReferenced = try ledger.violation([retract]) else {
      Issue.record("a plan was retracted under its actions")
      return
    }
  }

  @Test("A challenge is resolved while it stands, and reopened while it does not")
  func challenge() throws {
    let ledger = try TestLedger()
    try ledger.append([line("ChallengeRaised", "challenge/C", "2021", #"{"title":"x"}"#)])
    #expect(try ledger.violation([line("ChallengeReopened", "challenge/C", "2022")]) != nil)
    #expect(try ledger.violation([line("ChallengeResolved", "challenge/C", "2022")]) == nil)
    #expect(try ledger.violation([line("ChallengeResolved", "challenge/C", "2023")]) != nil)
    #expect(try ledger.violation([line("ChallengeReopened", "challenge/C", "2023")]) == nil)
  }

  @Test("A challenge is not resolved before it was raised, nor an institution renamed before it is")
  func tooEarly() throws {
    let ledger = try TestLedger()
    try ledger.append(
      [
        line("ChallengeRaised", "challenge/C", "2023", #"{"title":"x"}"#),
        line("InstitutionDefined", "institution/I", "2023", #"{"name":"x"}"#),
      ])
    for early in [
      line("ChallengeResolved", "challenge/C", "2022"),
      line("InstitutionRenamed", "institution/I", "2022", #"{"name":"y"}"#),
    ] {
      guard case .tooEarly(_, _, _, let begins) = try ledger.violation([early]) else {
        Issue.record("something happened to what was not there yet")
        return
      }
      #expect(begins?.description == "2023")
    }
  }

  @Test("A plan does not close before what happened in it, and the message names that")
  func closingTooEarly() throws {
    let ledger = try TestLedger()
    let late = line("ProgressReported", "/1.2", "2025-02-01", #"{"narrative":"x"}"#)
    try ledger.append(beginning + [line("ActionAssessed", "/1.2", "2023-12-31", verdict), late])
    guard case .eventsAfterClosing(_, _, let event, _, let on) = try ledger.violation([close])
    else {
      Issue.record("a plan was closed before what happened in it")
      return
    }
    #expect(event == .progressReported && on?.description == "2025-02-01")
  }

  @Test("An area in which actions stand cannot be retracted")
  func retractedArea() throws {
    let ledger = try TestLedger()
    let area = line(
      "AreaDefined", "plan/DEMO-2021/area/B", "2021-09-28", #"{"title":"x"}"#, id: uuid(9))
    try ledger.append(beginning + [area])
    let retract = line(
      "EventRetracted", "plan/DEMO-2021/area/B", nil, #"{"target":"\#(uuid(9))"}"#, reason: "x")
    try ledger.append([line("ActionAdded", "/7", "2022", #"{"title":"x","area":"B"}"#)])
    guard case .stillReferenced = try ledger.violation([retract]) else {
      Issue.record("an area was retracted under its actions")
      return
    }
  }
}
