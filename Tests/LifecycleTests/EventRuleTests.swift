import Events
import Lifecycle
import Testing

@Suite struct EventRuleTests {
  private func fund(_ amount: String, _ currency: String) -> String {
    line(
      "FundingAllocated", "/1.2", "2022", #"{"amount":"\#(amount)","currency":"\#(currency)"}"#,
      id: uuid(5))
  }

  @Test("Money is allocated in a currency of ISO 4217, and never less than none")
  func funding() throws {
    let ledger = try TestLedger()
    try ledger.append(beginning)
    guard case .unknownCurrency = try ledger.violation([fund("5", "EUX")]),
      case .negativeFunding = try ledger.violation([fund("-0.01", "EUR")])
    else {
      Issue.record("a wrong amount was allocated")
      return
    }
    #expect(try ledger.violation([fund("0", "LVL")]) == nil)
    let correction = line(
      "EventCorrected", "/1.2", nil,
      #"{"target":"\#(uuid(5))","data":{"amount":"-5","currency":"EUR"}}"#)
    guard case .negativeFunding = try ledger.violation([correction]) else {
      Issue.record("an amount was corrected to less than none")
      return
    }
  }

  @Test("A derived event names what it was computed from: a source, or the event that led to it")
  func derived() throws {
    let ledger = try TestLedger()
    try ledger.append(beginning)
    let derived = #","provenance":"DERIVED""#
    #expect(
      try ledger.violation([line("ActionStarted", "/1.2", "2022", more: derived)])
        == .derivedFromNothing)
    let from = derived + #","sources":"urn:uuid:\#(uuid(1))""#
    #expect(try ledger.violation([line("ActionStarted", "/1.2", "2022", more: from)]) == nil)
    let caused = derived + #","causation":"\#(uuid(1))""#
    #expect(try ledger.violation([line("ActionDelivered", "/1.2", "2023", more: caused)]) == nil)
  }

  @Test("A postponement moves the deadline later, by the last day that each date has")
  func postponed() throws {
    let ledger = try TestLedger()
    try ledger.append(beginning + [line("DeadlineSet", "/1.2", "2022", #"{"deadline":"2022-Q3"}"#)])
    for earlier in ["2022-09-30", "2022-08", "2022-Q3"] {
      let event = line("DeadlinePostponed", "/1.2", "2022", #"{"deadline":"\#(earlier)"}"#)
      guard case .notLater = try ledger.violation([event]) else {
        Issue.record("\(earlier) was taken for later than 2022-Q3")
        continue
      }
    }
    let later = line("DeadlinePostponed", "/1.2", "2022", #"{"deadline":"2022"}"#)
    #expect(try ledger.violation([later]) == nil)
  }

  @Test("An area that is defined after its plan was closed is refused, one before it not")
  func areaAfterClosing() throws {
    let ledger = try TestLedger()
    try ledger.append(beginning)
    try ledger.append([
      line(
        "PlanClosed", "plan/DEMO-2021", "2023-12-31", #"{"itemVerdictsNotHeld":true}"#, reason: "x")
    ])
    func area(_ day: String) -> String {
      line("AreaDefined", "plan/DEMO-2021/area/N", day, #"{"title":"x"}"#)
    }
    guard case .planClosed = try ledger.violation([area("2024-01-01")]) else {
      Issue.record("an area was defined in a closed plan")
      return
    }
    #expect(try ledger.violation([area("2023-12-31")]) == nil)
  }

  @Test("A plan does not close before an area that was defined in it")
  func closingBeforeArea() throws {
    let ledger = try TestLedger()
    try ledger.append(
      beginning + [line("AreaDefined", "plan/DEMO-2021/area/N", "2024-06-01", #"{"title":"x"}"#)])
    let close = line(
      "PlanClosed", "plan/DEMO-2021", "2023-12-31", #"{"itemVerdictsNotHeld":true}"#, reason: "x")
    guard case .eventsAfterClosing(_, _, .areaDefined, _, _) = try ledger.violation([close]) else {
      Issue.record("a plan was closed before its area")
      return
    }
  }

  @Test("What is decided on the ledger's state is decided under the writer's lock, and no other is")
  func underLock() throws {
    let ledger = try TestLedger()
    try ledger.append(beginning)
    #expect(try ledger.isLockedWhileDeciding())
    #expect(try !ledger.isLockedWhileReading())
  }
}
