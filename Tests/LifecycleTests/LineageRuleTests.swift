import EventStore
import Events
import Lifecycle
import Testing

@Suite struct LineageRuleTests {
  private let next = [
    line("PlanDrafted", "plan/DEMO-2025", "2025", #"{"title":"x","period":"2025/2027"}"#),
    line("ActionAdded", "plan/DEMO-2025/action/1", "2025", #"{"title":"x"}"#),
  ]

  private func carryOver(_ from: String, _ to: String) -> String {
    line(
      "ActionCarriedOver", from, "2025-12-31",
      #"{"relation":"CONTINUES","successors":["\#(to)"]}"#)
  }

  @Test("An unfinished action goes on in the next plan, and never as itself")
  func cycle() throws {
    let ledger = try TestLedger()
    try ledger.append(beginning + next)
    let there = "plan/DEMO-2025/action/1"
    let here = "plan/DEMO-2021/action/1.2"
    #expect(try ledger.violation([carryOver("/1.2", here)]) != nil)
    #expect(try ledger.violation([carryOver("/1.2", there)]) == nil)
    guard case .cyclicLineage = try ledger.violation([carryOver(there, here)]) else {
      Issue.record("an action became its own ancestor")
      return
    }
  }

  @Test("A completed or cancelled action needs no disposition")
  func finished() throws {
    let ledger = try TestLedger()
    let verdict = #"{"verdict":"COMPLETED","finality":"FINAL"}"#
    try ledger.append(
      beginning + next + [line("ActionAssessed", "/1.2", "2023-12-31", verdict)])
    guard
      case .finished(_, "COMPLETED") = try ledger.violation(
        [carryOver("/1.2", "plan/DEMO-2025/action/1")])
    else {
      Issue.record("a completed action was carried over")
      return
    }
  }

  @Test("A successor that is not there is refused")
  func unknownSuccessor() throws {
    let ledger = try TestLedger()
    try ledger.append(beginning + next)
    guard
      case .unknownReference(field: "successors", _, similar: ["1"]) = try ledger.violation(
        [carryOver("/1.2", "plan/DEMO-2025/action/11")])
    else {
      Issue.record("an unknown successor was taken")
      return
    }
  }
}
