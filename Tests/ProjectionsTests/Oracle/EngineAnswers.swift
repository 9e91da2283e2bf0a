import EventStore
import Events
import Projections

/// The same answers by the code that is tested.
extension PointInTime {
  func answer(_ names: HistoryNames) throws -> HistoryAnswer {
    func read<State, Answer>(
      _ subject: StreamID, _ make: (Entity<State>, EntityAnswer) -> Answer
    ) throws -> Answer? {
      guard let entity: Entity<State> = try entity(subject) else { return nil }
      return make(entity, EntityAnswer(entity, try events(of: subject)))
    }
    return HistoryAnswer(
      actions: try names.actions.map { try read($0, ActionAnswer.init) },
      together: try actions(of: code("P")).map { action in
        ActionAnswer(action, EntityAnswer(action, []))
      },
      plan: try read(names.plan, PlanAnswer.init),
      victims: try read(names.victims, VictimsAnswer.init),
      challenge: try read(names.challenge) { ChallengeAnswer($0, $1, names.window) },
      ties: try ties(names))
  }

  private func ties(_ names: HistoryNames) throws -> TiesAnswer {
    var answer = TiesAnswer()
    let plan = code("P")
    for subject in names.all { answer.links[subject] = try links(of: subject).map(\.subject) }
    answer.ofPlan += try challenges(of: plan).map(\.subject)
    answer.ofPlan += try achievements(of: plan).map(\.subject)
    answer.ofPlan += try indicators(of: plan, actions(of: plan)).map(\.subject)
    answer.answers = Set(try answers(to: names.challenge).map(\.action))
    for action in names.actions {
      answer.lineage[action] = [
        Set(try ancestors(of: action).map { "\($0.subject) \($0.depth)" }),
        Set(try descendants(of: action).map { "\($0.subject) \($0.depth)" }),
      ]
    }
    return answer
  }
}

extension EntityAnswer {
  init<State>(_ entity: Entity<State>, _ events: [LiveEvent]) {
    self.init(
      counted: events.map(\.position), bodies: events.map(\.bodyPosition),
      published: events.map(\.published), unclear: entity.imprecise.map(\.position),
      unclearBodies: entity.imprecise.map(\.bodyPosition),
      provenances: entity.provenances, weakest: entity.provenance)
  }
}

extension ActionAnswer {
  init(_ entity: Entity<ActionState>, _ answer: EntityAnswer) {
    let state = entity.state
    self.init(
      entity: answer, title: state.title?.value, expectedResult: state.expectedResult,
      area: state.area?.value, kind: state.kind?.value, origin: state.origin,
      lead: state.lead?.value, involved: state.involved?.value ?? [],
      running: state.running?.value.rawValue,
      setBy: [
        state.title?.setBy, state.area?.setBy, state.lead?.setBy, state.involved?.setBy,
        state.running?.setBy,
        state.assessment?.setBy, state.deadline?.setBy, state.startedOn?.setBy,
        state.deliveredOn?.setBy, state.percent?.setBy, state.disposition?.setBy,
      ],
      startedOn: state.startedOn?.value,
      deliveredOn: state.deliveredOn?.value, deadline: state.deadline?.value,
      originalDeadline: state.originalDeadline, postponements: state.postponements,
      percent: state.percent?.value, verdict: state.assessment?.value.verdict,
      finality: state.assessment?.value.finality, cutOff: state.assessment?.value.cutOff,
      scale: state.assessment?.value.scale, assessor: state.assessment?.value.assessor,
      isUnfinished: state.isUnfinished)
    switch state.disposition?.value {
    case .carriedOver(let relation, let actions):
      (disposition, successors) = (relation.description, actions)
    case .dropped: disposition = "DROPPED"
    case nil: break
    }
  }
}

extension PlanAnswer {
  init(_ entity: Entity<PlanState>, _ answer: EntityAnswer) {
    let state = entity.state
    self.init(
      entity: answer, title: state.title?.value, period: state.period?.value,
      status: state.status?.value.rawValue, act: state.act?.value,
      approvedOn: state.approvedOn, closedOn: state.closedOn,
      itemVerdictsNotHeld: state.itemVerdictsNotHeld, successor: state.successor?.value,
      reports: state.reports.map(\.setBy))
  }
}

extension VictimsAnswer {
  init(_ entity: Entity<VictimsState>, _ answer: EntityAnswer) {
    self.init(entity: answer)
    for (cell, count) in entity.state.counts {
      counts[cell] = count.value.value
      setBy[cell] = count.value.setBy
      if count.isRevised { revised.insert(cell) }
    }
  }
}

extension ChallengeAnswer {
  init(_ entity: Entity<ChallengeState>, _ answer: EntityAnswer, _ window: [Day]) {
    let state = entity.state
    self.init(
      entity: answer, title: state.title?.value, plan: state.plan,
      status: state.status?.value.rawValue, raisedOn: state.raisedOn,
      resolvedOn: state.resolvedOn, addressedBy: state.addressedBy)
    wasOpen = window.compactMap { day in
      Period(CoarseDate(day), CoarseDate(day)).map { state.wasOpen(during: $0) }
    }
    if let first = window.first, let last = window.last,
      let whole = Period(CoarseDate(first), CoarseDate(last))
    {
      wasOpen.append(state.wasOpen(during: whole))
    }
  }
}
