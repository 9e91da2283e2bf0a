internal import Arguments
internal import Events
internal import Lifecycle

extension RuleViolation {
  /// What a rule has against an event: what is, and what would do.
  var sentence: String {
    switch self {
    case .absent(let event, let subject, let wanted, let similar):
      "there is no \(subject.kind.noun) \(subject.short) by then that could be \(event.verb): it "
        + "has to be \(wanted.verb) first." + meant(subject, similar)
    case .exists(_, let subject):
      "there is a\(vowel(subject.kind.noun)) \(subject.kind.noun) \(subject.short) already. "
        + "'planledger history \(subject.short)' shows it."
    case .cannotFollow(let event, let subject, let on, let state, let since, let allowed):
      "\(subject.short) is \(state)\(since.map { " since \($0)" } ?? ""), so that it cannot be "
        + "\(event.verb)\(on.map { " on \($0)" } ?? "")." + successors(allowed)
    case .deadlineThere(let subject, let deadline):
      "\(subject.short) has a deadline already, \(deadline). To move it: 'planledger action "
        + "postpone \(subject.short) --new-deadline DATE'."
    case .deadlineMissing(let subject):
      "\(subject.short) has no deadline that could be moved. To set one: 'planledger action "
        + "set-deadline \(subject.short) --new-deadline DATE'."
    case .assessmentMissing(let subject):
      "\(subject.short) has no assessment by then that could be revised. To give one: 'planledger "
        + "action assess \(subject.short)'."
    case .unknownReference(_, let value, let similar):
      "there is no \(value.kind.noun) \(value.kind == .area ? value.inPlan : value.short)."
        + meant(value, similar)
    case .tooEarly(let event, let subject, let on, let begins):
      "\(subject.short) begins only\(begins.map { " on \($0)" } ?? " later"), so that it cannot be "
        + "\(event.verb)\(on.map { " on \($0)" } ?? " before")."
    case .eventsAfterClosing(let plan, let closing, let event, let subject, let on):
      "the plan \(plan) cannot be closed\(closing.map { " on \($0)" } ?? ""): \(subject.short) was "
        + "\(event.verb)\(on.map { " on \($0)" } ?? "") after that. Give a later day with '--on'."
    case .stillReferenced(let subject, let other):
      "\(subject.short) is named by \(other.short), and cannot be taken away while it is."
    case .planClosed(let event, let plan, let closedOn):
      "the plan \(plan) was closed\(closedOn.map { " on \($0)" } ?? ""), and what happened after "
        + "it cannot be recorded in it (\(event.name)). Give the day on which it happened with "
        + "'--on', if that was before."
    case .notFinallyAssessed(let plan, let actions):
      "the plan \(plan) cannot be closed: \(list(actions)) \(actions.count == 1 ? "has" : "have") "
        + "no final assessment. Assess them, or say '--item-verdicts-not-held' with '--reason'."
    case .noActions(let plan):
      "the plan \(plan) has no actions, so that it cannot be closed on their verdicts. Say "
        + "'--item-verdicts-not-held' with '--reason', if they are kept elsewhere."
    case .countThere(let cell, let value):
      "\(cell.shown) has its count already, \(value.shown). If the source restated it: 'planledger victims "
        + "revise'; if it was typed wrong: 'planledger event correct'."
    case .countMissing(let cell):
      "\(cell.shown) has no count that could be revised. To record one: 'planledger victims record'."
    case .totalBelowPart(let total, let totalValue, let part, let partValue):
      "the total \(total.shown) would be \(totalValue), less than its part \(part.shown), which is "
        + "\(partValue)."
    case .finished(let subject, let state):
      "\(subject.short) is \(state), and only what is unfinished is carried over or dropped."
    case .cyclicLineage(let subject, let successor):
      "\(successor.short) comes from \(subject.short) already: an action cannot come from itself."
    default: aboutEvents
    }
  }

  private var aboutEvents: String {
    switch self {
    case .wrongStream(let target, let subject, let expected):
      "what is said about the event \(target) stands on \(expected), not on \(subject)."
    case .unknownTarget(let id): "no event has the id \(id)."
    case .typeChanged(let target, let from, let to):
      "the event \(target) is a \(from.name), and a correction cannot make a \(to.name) of it. "
        + "Retract it, and record the other."
    case .targetChanged(let target):
      "the event \(target) is about another event, and a correction cannot change which. Retract "
        + "it, and record the other."
    case .cannotUndoRedaction: "a redaction cannot be undone or corrected."
    case .invalid(let error): error.sentence
    case .reachesAhead(let through, let position):
      "a published date reaches what is recorded already, and no. \(through) is not: it would be "
        + "no. \(position) itself that says so."
    default: "a rule refuses it: \(self)."
    }
  }

  /// The one of those there are that was most likely meant; else what else to do.
  private func meant(_ wanted: StreamID, _ similar: [String]) -> String {
    let near = didYouMean(wanted.code.description, similar.filter { $0 != wanted.code.description })
    return near.isEmpty ? defining(wanted) : near
  }

  /// How to bring into being what is named.
  private func defining(_ stream: StreamID) -> String {
    switch stream.kind {
    case .area:
      " To define it: 'planledger area define \(stream.plan.map { "\($0)/" } ?? "")"
        + "\(stream.code)'."
    case .plan: " 'planledger plan list' shows the plans."
    case .action:
      " 'planledger show \(stream.plan?.description ?? "PLAN")' shows the actions."
    default: ""
    }
  }

  private func successors(_ allowed: [EventType]) -> String {
    allowed.isEmpty
      ? " Nothing can follow."
      : " What can follow: \(allowed.map(\.verb).joined(separator: ", "))."
  }

  private func list(_ actions: [Identifier]) -> String {
    let named = actions.prefix(5).map(\.description).joined(separator: ", ")
    return actions.count > 5 ? "\(named) and \(actions.count - 5) more" : named
  }

  private func vowel(_ noun: String) -> String {
    "aeiou".contains(noun.prefix(1)) ? "n" : ""
  }
}

extension StreamID {
  /// `PREVENTION in DEMO-2021`.
  fileprivate var inPlan: String { plan.map { "\(code) in \($0)" } ?? code.description }
}

extension StreamKind {
  /// How people call what the stream is about.
  var noun: String { self == .victims ? "count of victims" : rawValue }
}
