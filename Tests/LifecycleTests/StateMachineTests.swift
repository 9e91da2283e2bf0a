import Events
import Foundation
import Lifecycle
import Testing

@Suite struct StateMachineTests {
  /// A day in the plan's period, later with each number.
  private func day(_ number: Int) -> String { "2022-01-\(number < 10 ? "0" : "")\(number)" }

  @Test(
    "Every move is tried from every state: recorded where the table has it, refused where not",
    arguments: Machine.all)
  func everyMove(_ machine: Machine) throws {
    var allowed = 0
    for state in machine.states {
      let path = try #require(machine.path(to: state), "\(state) cannot be reached")
      for move in machine.moves {
        let ledger = try TestLedger()
        for step in [machine.beginning].filter({ !$0.isEmpty }) { try ledger.append(step) }
        for (number, step) in path.enumerated() {
          try ledger.append([machine.line(step, day(number + 1))])
        }
        let violation = try ledger.violation([machine.line(move, day(20))])
        let isAllowed = machine.transitions.contains { $0.move == move && $0.from.contains(state) }
        allowed += isAllowed ? 1 : 0
        #expect(
          (violation == nil) == isAllowed,
          "\(machine.name): \(move.event.name) in \(state): \(String(describing: violation))")
        if let violation { check(violation, move, state, machine) }
      }
    }
    #expect(allowed == machine.transitions.reduce(0) { $0 + $1.from.count })
  }

  /// That the refusal names the state, or the value that makes the state.
  private func check(
    _ violation: RuleViolation, _ move: Move, _ state: String, _ machine: Machine
  ) {
    switch violation {
    case .cannotFollow(let event, _, _, let found, _, let allowed):
      #expect(event == move.event && found == state)
      let wanted = machine.transitions.filter { $0.from.contains(state) }.map(\.move.event)
      #expect(Set(allowed) == Set(wanted), "\(machine.name) in \(state)")
    case .assessmentThere: #expect(state == "FINAL")
    case .assessmentMissing: #expect(machine.name == "Assessment" && state == "NONE")
    case .deadlineThere: #expect(machine.name == "Deadline" && state == "SET")
    case .deadlineMissing: #expect(machine.name == "Deadline" && state == "NONE")
    case .disposed: #expect(state == "CARRIED_OVER" || state == "DROPPED")
    case .succeeded: #expect(machine.name == "Plan" && state == "SUCCEEDED")
    case .exists: #expect(machine.name == "Link" && state == "ASSERTED")
    case .countThere: #expect(state == "COUNTED")
    case .countMissing: #expect(machine.name == "Count" && state == "NONE")
    default: Issue.record("\(machine.name): \(violation)")
    }
  }

  @Test("docs/lifecycle.md shows the tables as they are")
  func page() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let path = root.appending(path: "docs/lifecycle.md")
    let page = LifecyclePage.text(Machine.all)
    if ProcessInfo.processInfo.environment["PLANLEDGER_RERECORD"] == "1" {
      try page.write(to: path, atomically: true, encoding: .utf8)
    }
    let found = try String(contentsOf: path, encoding: .utf8)
    #expect(found == page, "PLANLEDGER_RERECORD=1 writes it anew")
  }
}
