import EventStore
import Events
import Lifecycle
import Projections
import Testing

/// How to bring a planned action into each state.
private let paths: [RunningStatus: [String]] = [
  .planned: [],
  .inProgress: [line("ActionStarted", "/1.2", "2022-01-10")],
  .suspended: [
    line("ActionStarted", "/1.2", "2022-01-10"),
    line("ActionSuspended", "/1.2", "2022-02-10", reason: "Budget"),
  ],
  .delivered: [
    line("ActionStarted", "/1.2", "2022-01-10"), line("ActionDelivered", "/1.2", "2022-02-10"),
  ],
  .cancelled: [line("ActionCancelled", "/1.2", "2022-02-10", reason: "Budget")],
]

private let moves: [EventType: RunningStatus] = [
  .actionStarted: .inProgress, .actionSuspended: .suspended, .actionResumed: .inProgress,
  .actionDelivered: .delivered, .actionReopened: .inProgress, .actionCancelled: .cancelled,
]

/// What domain.md allows, written down apart from the code.
private let legal: Set<String> = [
  "PLANNED ActionStarted", "PLANNED ActionCancelled", "PLANNED ActionDelivered",
  "IN_PROGRESS ActionSuspended", "IN_PROGRESS ActionDelivered", "IN_PROGRESS ActionCancelled",
  "SUSPENDED ActionResumed", "SUSPENDED ActionCancelled", "DELIVERED ActionReopened",
]

@Suite struct ActionRuleTests {
  @Test(
    "Every event is tried from every running state",
    arguments: RunningStatus.allCases, Array(moves.keys))
  func transitions(state: RunningStatus, event: EventType) throws {
    let ledger = try TestLedger()
    try ledger.append(beginning + (paths[state] ?? []))
    #expect(try ledger.action(Identifier("1.2"), on: "2022-03-01")?.state.running?.value == state)
    let violation = try ledger.violation(
      [line(event.name, "/1.2", "2022-03-10", reason: "Because")])
    if legal.contains("\(state.rawValue) \(event.name)") {
      #expect(violation == nil)
      let after = try ledger.action(Identifier("1.2"), on: "2022-04-01")
      #expect(after?.state.running?.value == moves[event])
    } else {
      guard case .cannotFollow(let refused, _, _, let met, _, _) = violation else {
        Issue.record("\(event.name) was not refused in \(state)")
        return
      }
      #expect(refused == event && met == state.rawValue)
    }
  }

  @Test("A late start before an existing start and delivery is refused, naming the existing start")
  func lateStart() throws {
    let ledger = try TestLedger()
    try ledger.append(
      beginning + [
        line("ActionStarted", "/1.2", "2022-03"), line("ActionDelivered", "/1.2", "2022-06"),
      ])
    let refusal = try ledger.culprit([line("ActionStarted", "/1.2", "2022-01")])
    #expect(refusal?.position == 5)
    #expect(refusal?.index == nil)
  }

  @Test("A late suspension and resumption pass together, and not the suspension alone")
  func latePair() throws {
    let ledger = try TestLedger()
    try ledger.append(
      beginning + [
        line("ActionStarted", "/1.2", "2022-03"), line("ActionDelivered", "/1.2", "2022-12"),
      ])
    let suspend = line("ActionSuspended", "/1.2", "2022-05-01", reason: "Budget")
    let resume = line("ActionResumed", "/1.2", "2022-07-01")
    #expect(try ledger.violation([suspend]) != nil)
    #expect(try ledger.violation([suspend, resume]) == nil)
    #expect(
      try ledger.action(Identifier("1.2"), on: "2022-06-01")?.state.running?.value == .suspended)
  }

  @Test("An action that was added today may have begun two years ago")
  func addedLater() throws {
    let ledger = try TestLedger()
    try ledger.append(Array(beginning.dropLast()))
    try ledger.append([line("ActionAdded", "/9", "2026-01-01", #"{"title":"Pasākums"}"#)])
    #expect(try ledger.violation([line("ActionStarted", "/9", "2024-03")]) == nil)
  }

  @Test("A second deadline is a postponement, never a reset")
  func deadlines() throws {
    let ledger = try TestLedger()
    try ledger.append(beginning)
    let postpone = line("DeadlinePostponed", "/1.2", "2022-02-01", #"{"deadline":"2023"}"#)
    #expect(
      try ledger.violation([postpone])
        == .deadlineMissing(subject: .within(Identifier("DEMO-2021"), .action, Identifier("1.2"))))
    try ledger.append([line("DeadlineSet", "/1.2", "2022-01-01", #"{"deadline":"2022-Q3"}"#)])
    let second = [line("DeadlineSet", "/1.2", "2022-02-01", #"{"deadline":"2023"}"#)]
    guard case .deadlineThere(_, let deadline) = try ledger.violation(second) else {
      Issue.record("a second deadline was set")
      return
    }
    #expect(deadline.description == "2022-Q3")
    #expect(try ledger.violation([postpone]) == nil)
    let action = try ledger.action(Identifier("1.2"), on: "2022-03-01")
    #expect(action?.state.postponements == 1)
    #expect(action?.state.originalDeadline?.description == "2022-Q3")
    #expect(action?.state.deadline?.value.description == "2023")
  }

  @Test("A verdict is revised only where there is one")
  func revision() throws {
    let ledger = try TestLedger()
    try ledger.append(beginning)
    let verdict = #"{"verdict":"COMPLETED","finality":"FINAL"}"#
    let revise = line("AssessmentRevised", "/1.2", "2024-02-01", verdict)
    guard case .assessmentMissing = try ledger.violation([revise]) else {
      Issue.record("a verdict was revised that is not there")
      return
    }
    #expect(
      try ledger.violation([line("ActionAssessed", "/1.2", "2023-12-31", verdict), revise]) == nil)
  }

  @Test("What an event names must be there, and what may have been meant is said")
  func references() throws {
    let ledger = try TestLedger()
    try ledger.append(beginning)
    let area = line("ActionAdded", "/1.3", "2022", #"{"title":"x","area":"B"}"#)
    guard case .unknownReference(let field, let value, let similar) = try ledger.violation([area])
    else {
      Issue.record("an unknown area was taken")
      return
    }
    #expect(field == "area" && value.description == "plan/DEMO-2021/area/B" && similar == ["A"])
    guard case .absent = try ledger.violation([line("ActionStarted", "/1.22", "2022-03")]) else {
      Issue.record("an unknown action was started")
      return
    }
    let elsewhere = line("ActionAdded", "plan/DEMO-2012/action/1", "2022", #"{"title":"x"}"#)
    guard case .unknownReference(_, _, let plans) = try ledger.violation([elsewhere]) else {
      Issue.record("an unknown plan was taken")
      return
    }
    #expect(plans.contains("DEMO-2021"))
  }

  @Test("The same action is not added twice")
  func twice() throws {
    let ledger = try TestLedger()
    try ledger.append(beginning)
    guard
      case .exists = try ledger.violation(
        [line("ActionAdded", "/1.2", "2022-01-01", #"{"title":"x"}"#)])
    else {
      Issue.record("an action was added twice")
      return
    }
  }
}
