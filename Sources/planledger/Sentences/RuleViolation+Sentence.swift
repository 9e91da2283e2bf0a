internal import Arguments
internal import Events
internal import Lifecycle
internal import Projections

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
    case .assessmentThere(let subject, let verdict, let cutOff):
      "\(subject.short) has a final assessment already, \(verdict) by \(cutOff). If the assessor "
        + "changed it: 'planledger action revise-assessment \(subject.short)'; if it was typed "
        + "wrong: 'planledger event correct'."
    case .notLater(let subject, let deadline, let proposed):
      "\(subject.short) has the deadline \(deadline), and \(proposed) is not later: a postponement "
        + "moves a deadline later. If the deadline was typed wrong: 'planledger event correct'."
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
      "the plan \(plan) cannot be closed: \(actions.listed) \(actions.count == 1 ? "has" : "have") "
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
    default: aboutLineage
    }
  }

  /// From one plan to the next, and what an event is refused for by itself.
  private var aboutLineage: String {
    switch self {
    case .cyclicLineage(let subject, let successor):
      "\(successor.short) comes from \(subject.short) already: an action cannot come from itself."
    case .disposed(let subject, let disposition):
      "\(subject.short) is \(disposition.words) already. If that was typed wrong: 'planledger event "
        + "correct' or 'planledger event retract', with the number that 'planledger history "
        + "\(subject.short)' shows."
    case .plansDoNotFollow(let subject, let successor):
      "\(subject.short) cannot go on as \(successor.short): \(following(subject, successor))"
    case .continuesTwice(let successor, let one, let other):
      "\(successor.short) would come from \(one.short) and from \(other.short): what continues comes "
        + "from one action. Where several become one: 'planledger carry-over merge'."
    case .cyclicPlans(let plan): "the plan \(plan) would come before itself."
    case .succeeded(let plan, let successor):
      "the plan \(plan) is succeeded by \(successor) already. If that was typed wrong: 'planledger "
        + "event correct', with the number that 'planledger history \(plan)' shows."
    case .negativeFunding(let amount):
      "money allocated is 0 or more, not \(amount). If an amount was typed wrong: 'planledger event "
        + "correct'."
    case .unknownCurrency(let code, let similar):
      "ISO 4217 has no currency \(code).\(didYouMean(code.description, similar)) Example: EUR."
    case .derivedFromNothing:
      "a derived event names what it was computed from: '--source @57' for event no. 57, or a source."
    default: aboutEvents
    }
  }

  private func following(_ subject: StreamID, _ successor: StreamID) -> String {
    guard let plan = subject.plan, let next = successor.plan, plan != next else {
      return "both are of one plan, and an action goes on in a later one."
    }
    return "\(next) does not follow \(plan). A plan names the one before it when it is drafted; "
      + "otherwise 'planledger plan hand-over \(plan) --to \(next)' says so."
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

  private func vowel(_ noun: String) -> String {
    "aeiou".contains(noun.prefix(1)) ? "n" : ""
  }
}

extension StreamID {
  /// `PREVENTION in DEMO-2021`.
  fileprivate var inPlan: String { plan.map { "\(code) in \($0)" } ?? code.description }
}

extension Disposition {
  /// What became of an action: `carried over (CONTINUES DEMO-2025/1.1)`.
  var words: String {
    switch self {
    case .carriedOver(let relation, let successors):
      let names = [relation.description] + successors.map(\.short)
      return "carried over (\(names.joined(separator: " ")))"
    case .dropped: return "dropped"
    }
  }
}

extension StreamKind {
  /// How people call what the stream is about.
  var noun: String { self == .victims ? "count of victims" : rawValue }
}
