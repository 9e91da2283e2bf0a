import EventStore
import Events
import Projections

/// The same answers by the code that is tested.
extension PointInTime {
  func answer(_ names: HistoryNames) throws -> HistoryAnswer {
    HistoryAnswer(
      actions: try names.actions.map { try entity($0).map(ActionAnswer.init) },
      plan: try entity(names.plan).map(PlanAnswer.init),
      victims: try entity(names.victims).map(VictimsAnswer.init),
      challenge: try entity(names.challenge).map { ChallengeAnswer($0, names.window) })
  }
}

extension EntityAnswer {
  init<State>(_ entity: Entity<State>) {
    self.init(
      counted: entity.events.map(\.position), bodies: entity.events.map(\.bodyPosition),
      published: entity.events.map(\.published), unclear: entity.imprecise.map(\.position),
      provenances: entity.provenances, weakest: entity.provenance)
  }
}

extension ActionAnswer {
  init(_ entity: Entity<ActionState>) {
    let state = entity.state
    self.init(
      entity: EntityAnswer(entity), title: state.title?.value, lead: state.lead?.value,
      involved: state.involved?.value ?? [], running: state.running?.value.rawValue,
      runningSetBy: state.running?.setBy, startedOn: state.startedOn?.value,
      deliveredOn: state.deliveredOn?.value, deadline: state.deadline?.value,
      originalDeadline: state.originalDeadline, postponements: state.postponements,
      percent: state.percent?.value, verdict: state.assessment?.value.verdict,
      finality: state.assessment?.value.finality, cutOff: state.assessment?.value.cutOff,
      isUnfinished: state.isUnfinished)
    switch state.disposition?.value {
    case .carriedOver(let relation, _): disposition = relation.description
    case .dropped: disposition = "DROPPED"
    case nil: break
    }
  }
}

extension PlanAnswer {
  init(_ entity: Entity<PlanState>) {
    let state = entity.state
    self.init(
      entity: EntityAnswer(entity), title: state.title?.value, period: state.period?.value,
      status: state.status?.value.rawValue, act: state.act?.value,
      approvedOn: state.approvedOn, closedOn: state.closedOn,
      itemVerdictsNotHeld: state.itemVerdictsNotHeld, successor: state.successor?.value,
      reports: state.reports.map(\.setBy))
  }
}

extension VictimsAnswer {
  init(_ entity: Entity<VictimsState>) {
    self.init(entity: EntityAnswer(entity))
    for (cell, count) in entity.state.counts {
      counts[cell] = count.value.value
      setBy[cell] = count.value.setBy
      if count.isRevised { revised.insert(cell) }
    }
  }
}

extension ChallengeAnswer {
  init(_ entity: Entity<ChallengeState>, _ window: [Day]) {
    let state = entity.state
    self.init(
      entity: EntityAnswer(entity), title: state.title?.value, plan: state.plan,
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
