import EventStore
import Events
import Lifecycle
import Testing

@Suite struct LineageRuleTests {
  private let next = [
    line(
      "PlanDrafted", "plan/DEMO-2025", "2025",
      #"{"title":"x","period":"2025/2027","predecessor":"DEMO-2021"}"#),
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
    guard case .cyclicLineage = try ledger.violation([carryOver("/1.2", here)]) else {
      Issue.record("an action became its own ancestor at once")
      return
    }
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

  @Test("An action goes on only in a plan that follows its own, over a gap or two plans on too")
  func otherPlans() throws {
    let ledger = try TestLedger()
    let elsewhere = [
      line("PlanDrafted", "plan/OTHER", "2025", #"{"title":"x","period":"2025/2027"}"#),
      line("ActionAdded", "plan/OTHER/action/1", "2025", #"{"title":"x"}"#),
    ]
    try ledger.append(beginning + next + elsewhere)
    let there = "plan/OTHER/action/1"
    guard case .plansDoNotFollow(_, successor: _) = try ledger.violation([carryOver("/1.2", there)])
    else {
      Issue.record("an action went on in a plan that does not follow")
      return
    }
    // Named by the plan before it, and reached over the plan between.
    let named = line("PlanSuccessorNamed", "plan/DEMO-2025", "2025", #"{"successor":"OTHER"}"#)
    #expect(try ledger.violation([named, carryOver("/1.2", there)]) == nil)
  }

  @Test("A plan does not come before itself, whoever says so")
  func cyclicPlans() throws {
    let ledger = try TestLedger()
    try ledger.append(beginning + next)
    let back = line("PlanSuccessorNamed", "plan/DEMO-2021", "2025", #"{"successor":"DEMO-2021"}"#)
    #expect(try ledger.violation([back]) == .cyclicPlans(plan: Identifier("DEMO-2021")))
    let itself = line(
      "PlanDrafted", "plan/X", "2025", #"{"title":"x","period":"2025","predecessor":"X"}"#)
    #expect(try ledger.violation([itself]) == .cyclicPlans(plan: Identifier("X")))
  }

  @Test("What continues comes from one action; several become one by a merger")
  func continuesTwice() throws {
    let ledger = try TestLedger()
    try ledger.append(beginning + next + [line("ActionAdded", "/1.3", "2022", #"{"title":"x"}"#)])
    let there = "plan/DEMO-2025/action/1"
    try ledger.append([carryOver("/1.2", there)])
    guard case .continuesTwice = try ledger.violation([carryOver("/1.3", there)]) else {
      Issue.record("two actions continued as one")
      return
    }
    func merged(_ from: String) -> String {
      line(
        "ActionCarriedOver", from, "2025-12-31",
        #"{"relation":"MERGED","successors":["\#(there)"]}"#)
    }
    #expect(try ledger.violation([merged("/1.3")]) != nil)
    let other = try TestLedger()
    try other.append(beginning + next + [line("ActionAdded", "/1.3", "2022", #"{"title":"x"}"#)])
    #expect(try other.violation([merged("/1.2"), merged("/1.3")]) == nil)
  }

  @Test("An approval says what its predecessor leaves without a disposition, and is told once")
  func undisposed() throws {
    let ledger = try TestLedger()
    try ledger.append(beginning + next + [line("ActionAdded", "/1.3", "2022", #"{"title":"x"}"#)])
    try ledger.append([carryOver("/1.2", "plan/DEMO-2025/action/1")])
    var body = PlanApproved()
    body.act = try Designation(parsing: "Order No 1")
    var event = Event(
      subject: .plan(Identifier("DEMO-2025")), effective: try CoarseDate(parsing: "2026-01-01"),
      data: .planApproved(body))
    event.id = try EventID(parsing: uuid(77))
    let approval = try ledger.approve(event)
    #expect(approval.lineage?.undisposed == [Identifier("1.3")])
    #expect(approval.lineage?.withoutOrigin == [])
    guard case .planApproved(let told) = approval.event.data else { return }
    #expect(told.undisposed == [Identifier("1.3")])
    // Disposed of since, the same approval is the same event.
    try ledger.append([line("ActionDropped", "/1.3", "2026", reason: "x")])
    #expect(try ledger.approve(event).receipt.count == 0)
  }
}
