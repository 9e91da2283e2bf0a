import Events
import Lifecycle
import Testing

/// A machine with its states as words, and how a ledger is brought to each of them.
struct Machine: Sendable {
  let name: String
  let about: String
  let stream: String
  let initial: String
  let states: [String]
  let transitions: [(move: Move, from: [String], to: String)]
  /// The events that bring the stream into being.
  let beginning: [String]
  /// The line of an event that makes a move, on a day.
  let line: @Sendable (Move, String) -> String

  init<State: MachineState>(
    _ name: String, _ about: String, on stream: String, _ machine: StateMachine<State>,
    beginning: [String], line: @escaping @Sendable (Move, String) -> String
  ) {
    self.name = name
    self.about = about
    self.stream = stream
    self.beginning = beginning
    self.line = line
    initial = machine.initial.rawValue
    states = State.allCases.map(\.rawValue)
    transitions = machine.transitions.map { ($0.move, $0.from.map(\.rawValue), $0.to.rawValue) }
  }

  /// Every move that the machine knows, once.
  var moves: [Move] {
    transitions.reduce(into: []) { if !$0.contains($1.move) { $0.append($1.move) } }
  }

  /// The moves that lead from the initial state to another by the shortest way.
  func path(to state: String) -> [Move]? {
    var paths: [String: [Move]] = [initial: []]
    var next = [initial]
    while !next.isEmpty, paths[state] == nil {
      let here = next.removeFirst()
      for step in transitions where step.from.contains(here) && paths[step.to] == nil {
        paths[step.to] = (paths[here] ?? []) + [step.move]
        next.append(step.to)
      }
    }
    return paths[state]
  }

  static let plan = [
    Lines.line("PlanDrafted", "plan/DEMO-2021", "2021", #"{"title":"x","period":"2021/2023"}"#)
  ]
  static let action = plan + [Lines.line("ActionAdded", "/1", "2021", #"{"title":"x"}"#)]

  /// All machines of the product.
  static let all = [
    Machine(
      "Running", "Whether work on an action goes on.", on: "plan/PLAN/action/CODE",
      StateMachines.running, beginning: action
    ) { Lines.line($0.event.name, "/1", $1, reason: "x") },
    Machine(
      "Assessment", "What assessors have said of an action.", on: "plan/PLAN/action/CODE",
      StateMachines.assessment, beginning: action
    ) {
      Lines.line(
        $0.event.name, "/1", $1,
        #"{"verdict":"COMPLETED","finality":"\#($0.finality?.description ?? "")"}"#)
    },
    Machine(
      "Deadline", "Whether an action has a deadline.", on: "plan/PLAN/action/CODE",
      StateMachines.deadline, beginning: action
    ) { Lines.line($0.event.name, "/1", $1, #"{"deadline":"\#($1)"}"#) },
    Machine(
      "Disposition", "What became of an unfinished action after its plan.",
      on: "plan/PLAN/action/CODE", StateMachines.disposition, beginning: action
    ) {
      let data = $0.event == .actionDropped ? "{}" : #"{"relation":"INSTITUTIONALISED"}"#
      return Lines.line($0.event.name, "/1", $1, data, reason: "x")
    },
    Machine("Plan", "A plan's life.", on: "plan/PLAN", StateMachines.plan, beginning: plan + next) {
      let data =
        switch $0.event {
        case .planApproved: #"{"act":"x"}"#
        case .planClosed: #"{"itemVerdictsNotHeld":true}"#
        default: #"{"successor":"DEMO-2025"}"#
        }
      return Lines.line($0.event.name, "plan/DEMO-2021", $1, data, reason: "x")
    },
    Machine(
      "Challenge", "Whether a challenge stands.", on: "challenge/ID", StateMachines.challenge,
      beginning: [Lines.line("ChallengeRaised", "challenge/C", "2021", #"{"title":"x"}"#)]
    ) { Lines.line($0.event.name, "challenge/C", $1) },
    Machine(
      "Recommendation", "Whether a recommendation was answered; an answer may be given anew.",
      on: "recommendation/ID", StateMachines.recommendation,
      beginning: [
        Lines.line(
          "RecommendationReceived", "recommendation/R", "2021", #"{"body":"X","text":"x"}"#)
      ]
    ) {
      let data =
        $0.event == .recommendationAnswered ? #"{"response":"NOTED"}"# : #"{"finding":"x"}"#
      return Lines.line($0.event.name, "recommendation/R", $1, data)
    },
    Machine(
      "Obligation", "Whether a legal duty was met.", on: "obligation/ID",
      StateMachines.obligation,
      beginning: [
        Lines.line(
          "ObligationRecorded", "obligation/O", "2021",
          #"{"title":"x","act":"x","deadline":"2026"}"#)
      ]
    ) { Lines.line($0.event.name, "obligation/O", $1) },
    Machine(
      "Link", "Whether a link holds.", on: "link/ID", StateMachines.link, beginning: action
    ) {
      let data =
        $0.event == .linkAsserted
        ? #"{"from":"plan/DEMO-2021","to":"plan/DEMO-2021/action/1","relation":"RELATES"}"# : "{}"
      return Lines.line($0.event.name, "link/L", $1, data)
    },
    Machine(
      "Count", "Whether a cell of the counts of victims has a count.", on: "victims/CC",
      StateMachines.count, beginning: []
    ) {
      Lines.line(
        $0.event.name, "victims/LV", $1,
        #"{"cell":{"basis":"IDENTIFIED","period":"2021"},"value":4}"#)
    },
  ]

  private static let next = [
    Lines.line("PlanDrafted", "plan/DEMO-2025", "2021", #"{"title":"x","period":"2025/2027"}"#)
  ]
}

extension Machine: CustomTestStringConvertible {
  var testDescription: String { name }
}

/// The free functions of `TestLedger`, which a member of the same name would hide.
enum Lines {
  static func line(
    _ type: String, _ subject: String, _ effective: String? = nil, _ data: String = "{}",
    reason: String? = nil
  ) -> String { LifecycleTests.line(type, subject, effective, data, reason: reason) }
}
