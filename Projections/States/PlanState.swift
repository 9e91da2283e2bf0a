package import Events

/// Where a plan stands in its life.
package enum PlanStatus: String, Sendable, CaseIterable {
  /// Written, not in force.
  case draft = "DRAFT"
  /// In force.
  case approved = "APPROVED"
  /// At its end, with its verdicts.
  case closed = "CLOSED"
  /// Followed by another plan.
  case succeeded = "SUCCEEDED"
}

/// A plan: a policy planning document with its period, act and predecessor.
package struct PlanState: EntityState {
  /// Its id.
  package let id: Identifier
  /// Its title.
  package private(set) var title: Fact<LangText>?
  /// The days it is for.
  package private(set) var period: Fact<Period>?
  /// Where it stands.
  package private(set) var status: Fact<PlanStatus>?
  /// The act that approved it.
  package private(set) var act: Fact<Designation>?
  /// The plan before it.
  package private(set) var predecessor: Identifier?
  /// The plan after it.
  package private(set) var successor: Fact<Identifier>?
  /// The institution responsible.
  package private(set) var responsible: Identifier?
  /// When it was approved.
  package private(set) var approvedOn: CoarseDate?
  /// When it was closed.
  package private(set) var closedOn: CoarseDate?
  /// Whether it was closed without verdicts on single actions.
  package private(set) var itemVerdictsNotHeld = false
  /// The reports noted, in the order of time.
  package private(set) var reports: [Fact<PlanReportNoted>] = []
  /// The predecessor's unfinished actions without a disposition when it was approved.
  package private(set) var undisposed: [Identifier] = []
  private var isDrafted = false

  package init(subject: StreamID) { id = subject.code }

  package var exists: Bool { isDrafted }

  package mutating func evolve(_ event: LiveEvent) {
    switch event.event.data {
    case .planDrafted(let body):
      isDrafted = true
      title = Fact(body.title, by: event)
      period = Fact(body.period, by: event)
      predecessor = body.predecessor
      responsible = body.responsible
      if status == nil { status = Fact(.draft, by: event) }
    case .planApproved(let body):
      act = Fact(body.act, by: event)
      approvedOn = event.event.effective
      undisposed = body.undisposed
      raise(to: .approved, event)
    case .planAmended(let body):
      if let title = body.title { self.title = Fact(title, by: event) }
      if let period = body.period { self.period = Fact(period, by: event) }
      if let act = body.act { self.act = Fact(act, by: event) }
    case .planReportNoted(let body): reports.append(Fact(body, by: event))
    case .planClosed(let body):
      itemVerdictsNotHeld = body.itemVerdictsNotHeld
      closedOn = event.event.effective
      raise(to: .closed, event)
    case .planSuccessorNamed(let body):
      successor = Fact(body.successor, by: event)
      raise(to: .succeeded, event)
    default: break
    }
  }

  /// Moves on to a status; none is gone back to.
  private mutating func raise(to next: PlanStatus, _ event: LiveEvent) {
    let order = PlanStatus.allCases
    let now = status.flatMap { order.firstIndex(of: $0.value) } ?? 0
    if let wanted = order.firstIndex(of: next), wanted >= now { status = Fact(next, by: event) }
  }
}

/// An area: a direction of a plan's work.
package struct AreaState: EntityState {
  /// Its code.
  package let code: Identifier
  /// Its title.
  package private(set) var title: Fact<LangText>?
  /// What it is for.
  package private(set) var aim: LangText?

  package init(subject: StreamID) { code = subject.code }

  package var exists: Bool { title != nil }

  package mutating func evolve(_ event: LiveEvent) {
    guard case .areaDefined(let body) = event.event.data else { return }
    title = Fact(body.title, by: event)
    aim = body.aim
  }
}

/// A claim: figures that were published on a plan, apart from what its items add up to.
package struct ClaimState: EntityState {
  /// Its id.
  package let id: Identifier
  /// What the figures are said to be.
  package private(set) var label: Fact<LangText>?
  /// The figures.
  package private(set) var figures: [ClaimFigure] = []
  /// The day up to which they speak.
  package private(set) var cutOff: CoarseDate?
  /// When they took effect.
  package private(set) var effective: CoarseDate?
  /// When they were said in public.
  package private(set) var published: CoarseDate?

  package init(subject: StreamID) { id = subject.code }

  package var exists: Bool { label != nil }

  package mutating func evolve(_ event: LiveEvent) {
    guard case .claimPublished(let body) = event.event.data else { return }
    label = Fact(body.label, by: event)
    figures = body.figures
    cutOff = body.cutOff
    effective = event.event.effective
    published = event.published
  }
}
