import Events

/// Folds straight from `docs/domain.md`, each field a look through the whole list.
extension NaiveLedger {
  func answer(_ names: HistoryNames, _ question: Question) -> HistoryAnswer {
    let actions = names.actions.map { action($0, question) }
    return HistoryAnswer(
      actions: actions, together: actions.compactMap { $0?.withoutEvents },
      plan: plan(names.plan, question),
      victims: victims(names.victims, question),
      challenge: challenge(names.challenge, names.window, question),
      ties: ties(names, question))
  }

  private func ties(_ names: HistoryNames, _ question: Question) -> TiesAnswer {
    func last(_ subject: StreamID, _ types: [EventType]) -> EventData? {
      timeline(of: subject, question).0.last { types.contains($0.event.type) }?.event.data
    }
    var ends: [StreamID: [StreamID]] = [:]
    for link in names.tying {
      if case .linkAsserted(let body) = last(link, [.linkAsserted, .linkWithdrawn]) {
        ends[link] = [body.from, body.to]
      }
    }
    func isLinked(_ subject: StreamID, to others: [StreamID]) -> Bool {
      ends.values.contains { $0.contains(subject) && !Set($0).isDisjoint(with: others) }
    }
    var answer = TiesAnswer()
    for subject in names.all {
      answer.links[subject] = ends.filter { $0.value.contains(subject) }.keys.sorted()
    }
    let plan = code("P")
    if case .challengeRaised(let body) = last(names.challenge, [.challengeRaised]),
      body.plan == plan || isLinked(names.challenge, to: [.plan(plan)])
    {
      answer.ofPlan.append(names.challenge)
    }
    let actions = names.actions.compactMap { action in
      self.action(action, question).map { (subject: action, answer: $0) }
    }
    for subject in names.tying {
      switch last(subject, [.achievementRecorded, .indicatorDefined]) {
      case .achievementRecorded(let body) where body.plan == plan: answer.ofPlan.append(subject)
      case .indicatorDefined(let body):
        if body.plan == plan || body.action?.plan == plan
          || isLinked(subject, to: [.plan(plan)] + actions.map(\.subject))
          || actions.contains(where: { $0.answer.origin == subject })
        {
          answer.ofPlan.append(subject)
        }
      default: break
      }
    }
    for action in names.actions where isLinked(names.challenge, to: [action]) {
      answer.answers.insert(action)
    }
    for action in actions where action.answer.origin == names.challenge {
      answer.answers.insert(action.subject)
    }
    func became(_ action: StreamID) -> [StreamID] {
      actions.first { $0.subject == action }?.answer.successors ?? []
    }
    for action in names.actions {
      answer.lineage[action] = [
        reached(from: action) { last in names.actions.filter { became($0).contains(last) } },
        reached(from: action, became),
      ]
    }
    return answer
  }

  /// What is reached from an action by some steps, and by how few: each length of way tried in turn.
  private func reached(from start: StreamID, _ step: (StreamID) -> [StreamID]) -> Set<String> {
    var depths: [StreamID: Int] = [start: 0]
    var ends = [start]
    for depth in 1...4 {
      ends = ends.flatMap(step)
      for end in ends where depths[end] == nil { depths[end] = depth }
    }
    return Set(depths.filter { $0.value > 0 }.map { "\($0.key) \($0.value)" })
  }

  /// How many of some actions have which running status.
  func running(_ actions: [StreamID], _ question: Question) -> [String: Int] {
    var counts: [String: Int] = [:]
    for status in actions.compactMap({ action($0, question)?.running }) {
      counts[status, default: 0] += 1
    }
    return counts
  }

  private func entity(_ counted: [Believed], _ unclear: [Believed]) -> EntityAnswer {
    let classes = Set(counted.map(\.event.provenance))
    let weakest: Provenance? =
      if classes.contains(.illustrative) {
        .illustrative
      } else if classes.contains(.derived) {
        .derived
      } else if classes.contains(.reported) {
        .reported
      } else {
        classes.first
      }
    return EntityAnswer(
      counted: counted.map(\.position), bodies: counted.map(\.bodyPosition),
      published: counted.map(\.published), unclear: unclear.map(\.position),
      unclearBodies: unclear.map(\.bodyPosition), provenances: classes, weakest: weakest)
  }

  private func action(_ subject: StreamID, _ question: Question) -> ActionAnswer? {
    let (events, unclear) = timeline(of: subject, question)
    guard let added = events.first(where: { $0.event.type == .actionAdded }) else { return nil }
    var answer = ActionAnswer(entity: entity(events, unclear))
    let status: [EventType: String] = [
      .actionStarted: "IN_PROGRESS", .actionResumed: "IN_PROGRESS",
      .actionReopened: "IN_PROGRESS", .actionSuspended: "SUSPENDED",
      .actionCancelled: "CANCELLED", .actionDelivered: "DELIVERED",
    ]
    let moved = events.last { status[$0.event.type] != nil }
    answer.running = moved.flatMap { status[$0.event.type] } ?? "PLANNED"
    answer.startedOn = events.first { $0.event.type == .actionStarted }?.event.effective
    if answer.running == "DELIVERED" { answer.deliveredOn = moved?.event.effective }
    let deadlines = events.compactMap { event -> CoarseDate? in
      switch event.event.data {
      case .actionAdded(let body): body.deadline
      case .deadlineSet(let body): body.deadline
      case .deadlinePostponed(let body): body.deadline
      default: nil
      }
    }
    answer.deadline = deadlines.last
    answer.originalDeadline = deadlines.first
    answer.postponements = events.count { $0.event.type == .deadlinePostponed }
    for event in events {
      switch event.event.data {
      case .actionAdded(let body):
        (answer.title, answer.lead) = (body.title, body.lead)
        (answer.area, answer.kind, answer.origin) = (body.area, body.kind, body.origin)
        answer.expectedResult = body.expectedResult
      case .actionReworded(let body):
        answer.title = body.title
        if let result = body.expectedResult { answer.expectedResult = result }
      case .actionReassigned(let body): answer.lead = body.lead
      default: break
      }
    }
    answer.involved =
      events.compactMap { event -> [Identifier]? in
        switch event.event.data {
        case .actionAdded(let body): body.involved
        case .actionReassigned(let body): body.involved
        default: nil
        }
      }.last ?? []
    answer.percent =
      events.compactMap { event -> UInt8? in
        guard case .progressReported(let body) = event.event.data else { return nil }
        return body.percent?.number
      }.last
    assess(&answer, events)
    dispose(&answer, events)
    func last(_ types: Set<EventType>, _ counts: (Event) -> Bool = { _ in true }) -> UInt64? {
      events.last { types.contains($0.event.type) && counts($0.event) }?.bodyPosition
    }
    answer.setBy = [
      last([.actionAdded, .actionReworded]), last([.actionAdded]),
      last([.actionAdded, .actionReassigned]),
      last([.actionAdded, .actionReassigned]), moved?.bodyPosition ?? added.bodyPosition,
      last([.actionAssessed, .assessmentRevised]),
      last([.actionAdded, .deadlineSet, .deadlinePostponed]) { event in
        if case .actionAdded(let body) = event.data { body.deadline != nil } else { true }
      },
      events.first { $0.event.type == .actionStarted }?.bodyPosition,
      answer.running == "DELIVERED" ? moved?.bodyPosition : nil,
      last([.progressReported]) { event in
        if case .progressReported(let body) = event.data { body.percent != nil } else { true }
      },
      last([.actionDropped, .actionCarriedOver]),
    ]
    return answer
  }

  private func assess(_ answer: inout ActionAnswer, _ events: [Believed]) {
    for event in events {
      switch event.event.data {
      case .actionAssessed(let body):
        (answer.verdict, answer.finality) = (body.verdict, body.finality)
        (answer.scale, answer.assessor) = (body.scale, body.assessor)
        answer.cutOff = event.event.effective
      case .assessmentRevised(let body):
        (answer.verdict, answer.finality) = (body.verdict, body.finality)
        (answer.scale, answer.assessor) = (body.scale, body.assessor)
        answer.cutOff = event.event.effective
      default: break
      }
    }
    let isFinallyCompleted = answer.verdict == .completed && answer.finality == .final
    answer.isUnfinished = !isFinallyCompleted && answer.running != "CANCELLED"
  }

  private func dispose(_ answer: inout ActionAnswer, _ events: [Believed]) {
    let last = events.last { [.actionDropped, .actionCarriedOver].contains($0.event.type) }
    switch last?.event.data {
    case .actionCarriedOver(let body):
      (answer.disposition, answer.successors) = (body.relation.description, body.successors)
    case .actionDropped: answer.disposition = "DROPPED"
    default: break
    }
  }

  private func plan(_ subject: StreamID, _ question: Question) -> PlanAnswer? {
    let (events, unclear) = timeline(of: subject, question)
    let types = Set(events.map(\.event.type))
    guard types.contains(.planDrafted) else { return nil }
    var answer = PlanAnswer(entity: entity(events, unclear))
    answer.status =
      types.contains(.planSuccessorNamed)
      ? "SUCCEEDED"
      : types.contains(.planClosed)
        ? "CLOSED" : types.contains(.planApproved) ? "APPROVED" : "DRAFT"
    answer.approvedOn = events.last { $0.event.type == .planApproved }?.event.effective
    answer.closedOn = events.last { $0.event.type == .planClosed }?.event.effective
    answer.reports = events.filter { $0.event.type == .planReportNoted }.map(\.bodyPosition)
    for event in events {
      switch event.event.data {
      case .planDrafted(let body): (answer.title, answer.period) = (body.title, body.period)
      case .planApproved(let body): answer.act = body.act
      case .planAmended(let body):
        answer.title = body.title ?? answer.title
        answer.period = body.period ?? answer.period
        answer.act = body.act ?? answer.act
      case .planClosed(let body): answer.itemVerdictsNotHeld = body.itemVerdictsNotHeld
      case .planSuccessorNamed(let body): answer.successor = body.successor
      default: break
      }
    }
    return answer
  }

  private func victims(_ subject: StreamID, _ question: Question) -> VictimsAnswer? {
    let (events, unclear) = timeline(of: subject, question)
    if events.isEmpty { return nil }
    var answer = VictimsAnswer(entity: entity(events, unclear))
    for event in events {
      switch event.event.data {
      case .victimCountRecorded(let body):
        answer.counts[body.cell] = body.value
        answer.setBy[body.cell] = event.bodyPosition
        answer.revised.remove(body.cell)
      case .victimCountRevised(let body):
        answer.counts[body.cell] = body.value
        answer.setBy[body.cell] = event.bodyPosition
        answer.revised.insert(body.cell)
      default: break
      }
    }
    return answer
  }

  private func challenge(
    _ subject: StreamID, _ window: [Day], _ question: Question
  ) -> ChallengeAnswer? {
    let (events, unclear) = timeline(of: subject, question)
    guard events.contains(where: { $0.event.type == .challengeRaised }) else { return nil }
    var answer = ChallengeAnswer(entity: entity(events, unclear))
    let moves: Set<EventType> = [.challengeRaised, .challengeResolved, .challengeReopened]
    func last(by day: Day) -> Believed? {
      events.last { moves.contains($0.event.type) && $0.day <= day }
    }
    let now = last(by: .last)
    answer.status = now?.event.type == .challengeResolved ? "RESOLVED" : "OPEN"
    if answer.status == "RESOLVED" { answer.resolvedOn = now?.event.effective }
    for event in events {
      switch event.event.data {
      case .challengeRaised(let body):
        (answer.title, answer.plan) = (body.title, body.plan)
        answer.raisedOn = event.event.effective
      case .challengeAddressed(let body):
        if !answer.addressedBy.contains(body.by) { answer.addressedBy.append(body.by) }
      default: break
      }
    }
    answer.wasOpen = window.map { day in
      last(by: day).map { $0.event.type != .challengeResolved } ?? false
    }
    answer.wasOpen.append(answer.wasOpen.contains(true))
    return answer
  }
}
