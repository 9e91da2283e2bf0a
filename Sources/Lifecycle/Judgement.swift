internal import EventStore
internal import Events
internal import LMDB
internal import Projections

/// A batch before its judge: the rules, on the timelines that stand after the whole batch.
///
/// Each stream that the batch touches is folded once, and every event from the first day that the
/// batch changes is held against the state that it meets: so a late event is refused where a later
/// one no longer follows, and two late events that only make sense together pass.
struct Judgement {
  let batch: StagedBatch
  let reader: TimelineReader
  var references = References()
  /// The plans that the batch touches the dispositions of.
  var plansWithDispositions: Set<Identifier> = []
  /// The plan last asked for: the streams of a plan follow each other, and each asks for it.
  private var lastPlan: (id: Identifier, entity: Entity<PlanState>?)?

  init(_ batch: StagedBatch, _ transaction: borrowing ReadTransaction) throws(LedgerError) {
    self.batch = batch
    reader = try TimelineReader(
      batch.view, position: batch.view.head.position, transaction)
  }

  /// After how many streams the pages read are given back, to bound memory by the stream.
  static let streamsBetweenReleases = 250

  /// Refuses the batch by the first rule that it breaks.
  mutating func judge(_ transaction: borrowing ReadTransaction) throws(LedgerError) {
    var plans: Set<Identifier> = []
    for (index, subject) in batch.touched.sorted().enumerated() {
      if index % Self.streamsBetweenReleases == Self.streamsBetweenReleases - 1 {
        transaction.environment.releasePages()
      }
      let recorded = try reader.events(of: subject, withTexts: false, transaction)
      try judgeTargets(recorded)
      let stream = TouchedStream(
        subject: subject, recorded: recorded, batch: batch, publications: reader.publications)
      try judge(stream, transaction)
      if let plan = subject.plan, subject.kind == .action || subject.kind == .plan {
        plans.insert(plan)
      }
    }
    for plan in plans.sorted() {
      try judgeClosing(plan, transaction)
      try judgeContinuing(plan, transaction)
    }
  }

  private mutating func judge(
    _ stream: TouchedStream, _ transaction: borrowing ReadTransaction
  ) throws(LedgerError) {
    try checkPlan(of: stream, transaction)
    for event in stream.changed {
      try checkReferences(event, transaction)
      try judgeLineage(event, transaction)
      try judgePlans(event, transaction)
    }
    switch stream.subject.kind {
    case .plan:
      try stream.fold(PlanState.self, definedBy: [.planDrafted]) {
        state, event throws(RuleViolation) in try PlanRules.check(state, event)
      }
    case .area:
      let plan = try plan(of: stream.subject, transaction)
      try stream.fold(AreaState.self, definedBy: [.areaDefined]) {
        _, event throws(RuleViolation) in try PlanRules.checkNotClosed(plan, event)
      }
    case .claim: try stream.fold(ClaimState.self, definedBy: [.claimPublished])
    case .action:
      let plan = try plan(of: stream.subject, transaction)
      try stream.fold(ActionState.self, definedBy: [.actionAdded]) {
        state, event throws(RuleViolation) in
        try ActionRules.check(state, event)
        try PlanRules.checkNotClosed(plan, event)
      }
    case .victims: try VictimRules.check(stream)
    case .challenge:
      try stream.fold(ChallengeState.self, definedBy: [.challengeRaised], mayPrecede: false) {
        state, event throws(RuleViolation) in try ChallengeRules.check(state, event)
      }
    case .achievement: try stream.fold(AchievementState.self, definedBy: [.achievementRecorded])
    case .recommendation:
      try stream.fold(RecommendationState.self, definedBy: [.recommendationReceived]) {
        state, event throws(RuleViolation) in try ReferenceRules.check(state, event)
      }
    case .obligation:
      try stream.fold(ObligationState.self, definedBy: [.obligationRecorded]) {
        state, event throws(RuleViolation) in try ReferenceRules.check(state, event)
      }
    case .indicator: try stream.fold(IndicatorState.self, definedBy: [.indicatorDefined])
    case .link:
      try stream.fold(LinkState.self, definedBy: []) {
        state, event throws(RuleViolation) in try ReferenceRules.check(state, event)
      }
    case .source: try stream.fold(SourceState.self, definedBy: [.sourceAdded])
    case .institution:
      try stream.fold(
        InstitutionState.self, definedBy: [.institutionDefined], mayPrecede: false)
    }
    try checkStillDefined(stream, transaction)
  }

  /// The plan that a stream stands within, as its events add up without end.
  mutating func plan(
    of subject: StreamID, _ transaction: borrowing ReadTransaction
  ) throws(LedgerError) -> Entity<PlanState>? {
    guard let id = subject.plan else { return nil }
    if let lastPlan, lastPlan.id == id { return lastPlan.entity }
    let entity: Entity<PlanState>? = try entity(.plan(id), transaction)
    lastPlan = (id, entity)
    return entity
  }

  /// What a stream adds up to without end, the batch included.
  func entity<State: EntityState>(
    _ subject: StreamID, at day: Day = .last, _ transaction: borrowing ReadTransaction
  ) throws(LedgerError) -> Entity<State>? {
    let timeline = try reader.timeline(of: subject, withTexts: false, transaction)
    let point = ReadingPoint(effectiveAt: day, position: reader.position)
    return fold(timeline, of: subject, at: point)
  }
}
