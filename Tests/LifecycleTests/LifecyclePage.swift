import Events
import Lifecycle

/// `docs/lifecycle.md`, made from the tables of the state machines.
enum LifecyclePage {
  static func text(_ machines: [Machine]) -> String {
    var lines = [beginning]
    for machine in machines {
      lines += [
        "## \(machine.name)", "",
        "\(machine.about) Stream `\(machine.stream)`; begins "
          + "`\(machine.initial)`.", "",
        "| in | " + machine.moves.map(heading).joined(separator: " | ") + " |",
        "|---|" + machine.moves.map { _ in "---|" }.joined(),
      ]
      for state in machine.states {
        let cells = machine.moves.map { move in
          machine.transitions.first { $0.move == move && $0.from.contains(state) }
            .map { "→ `\($0.to)`" } ?? "–"
        }
        lines.append("| `\(state)` | " + cells.joined(separator: " | ") + " |")
      }
      lines.append("")
    }
    return lines.joined(separator: "\n") + end
  }

  private static func heading(_ move: Move) -> String {
    move.event.name + (move.finality.map { " (\($0))" } ?? "")
  }

  private static let beginning = """
    # What may follow what

    Made from the tables in `Sources/Lifecycle/StateMachines.swift`; a test holds this page to them, and
    `PLANLEDGER_RERECORD=1 swift test --filter StateMachineTests` writes it anew. A dash is a refusal,
    which names the rule, the state that it meets and what may follow.

    An event is judged on the timeline that stands after its whole batch, by effective day and then by
    number, from the first day that the batch changes on. The axes of an action do not hang on each
    other: an action may be assessed, worded anew or funded in any state.


    """

  private static let end = """
    ## Rules beside the tables

    - A thing comes into being once: a second `PlanDrafted`, `ActionAdded`, … on its stream is refused, and
      so is any other event on a stream that has none.
    - To suspend, cancel or reopen an action, and to drop one, needs a reason.
    - A postponement moves the deadline to a later day.
    - Only what is unfinished is disposed of: neither finally completed nor cancelled.
    - An action goes on in a plan that follows its own, and never, by way of others, as itself. What
      continues comes from one action; several become one by a merger.
    - A plan closes with at least one action, each with a final assessment by that day; or, said with a
      reason, with its item verdicts not held. It closes once, before or after its successor is named.
    - Once it is closed, what takes effect later in it is refused, but for revised assessments, notes of
      reports, claims, the naming of its successor, dispositions, and events about events. Late facts of
      earlier days pass the ordinary rule.
    - A total of victims is not below one of its parts.
    - Money allocated is not negative, and of a currency that ISO 4217 has.
    - A derived event names what it was computed from; an official one where it is written.

    """
}
