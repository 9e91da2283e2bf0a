package import EventStore
package import Events

/// A ledger at a point on the three clocks: the entities that there are, asked for one by one.
///
/// It reads in one snapshot, so that all its answers agree; it belongs to one thread, and is held for
/// one answer.
package final class PointInTime {
  /// The snapshot that it reads in.
  package let snapshot: Snapshot
  /// Where it stands.
  package let point: ReadingPoint
  let reader: TimelineReader
  let withTexts: Bool
  /// The facts of streams, where the projection is in step with the ledger and states are not folded.
  let facts: FactReader?
  /// What names what, where the projection is in step with the ledger.
  let references: FactReader?
  /// What names what by the records, once it was asked for.
  var knownReferences: [StreamID: Set<StreamID>]?

  /// A ledger at a point.
  ///
  /// - Parameters:
  ///   - withTexts: whether to read free texts: titles, reasons, narratives.
  ///   - source: what to read it from.
  /// - Throws: `projectionDamaged` where the projection was found to be damaged, as its reads do.
  package init(
    _ snapshot: Snapshot, at point: ReadingPoint, withTexts: Bool = true,
    from source: Source = .projections
  ) throws(LedgerError) {
    self.snapshot = snapshot
    self.point = point
    self.withTexts = withTexts
    let reader = try TimelineReader(
      snapshot.view, position: point.position, snapshot.transaction)
    let serving =
      source == .records
      ? nil : try ProjectionRegistry.serving(.timelines, snapshot.view, snapshot.transaction)
    references = serving.map {
      FactReader(
        snapshot.view, $0.database, point, reader.publications, withTexts: withTexts)
    }
    facts = source == .projections ? references : nil
    self.reader = reader
  }

  /// What a ledger at a point is read from.
  package enum Source: Sendable {
    /// Projections where they are in step with the ledger, records where they are not.
    case projections
    /// States are folded from the records, so that they have their events; what names what is asked of
    /// projections.
    case events
    /// The records alone, be projections in step or not.
    case records
  }

  /// The entity of a stream; `nil` where there is none in sight.
  package func entity<State: EntityState>(
    _ subject: StreamID, as: State.Type = State.self
  ) throws(LedgerError) -> Entity<State>? {
    guard let facts else { return try folded(subject) }
    return try asking { () throws(LedgerError) in
      try facts.entity(subject, snapshot.transaction)
    }
  }

  /// Asks the projection, whose damage is not the ledger's.
  ///
  /// The records could answer instead. They are not asked: a projection of which one entry is wrong
  /// may have others that are wrong and look right.
  func asking<Value>(_ body: () throws(LedgerError) -> Value) throws(LedgerError) -> Value {
    do throws(LedgerError) {
      return try body()
    } catch .damaged(position: nil, let reason) {
      throw .projectionDamaged(name: ProjectionDefinition.timelines.name, reason: reason)
    } catch {
      throw error
    }
  }

  private func folded<State: EntityState>(
    _ subject: StreamID
  ) throws(LedgerError) -> Entity<State>? {
    let timeline = try reader.timeline(
      of: subject, withTexts: withTexts, snapshot.transaction)
    return fold(timeline, of: subject, at: point)
  }

  /// The live events of a stream in sight, in the order of time.
  package func events(of subject: StreamID) throws(LedgerError) -> [LiveEvent] {
    try reader.timeline(of: subject, withTexts: withTexts, snapshot.transaction)
      .filter { point.admits($0) && $0.day <= point.effectiveAt }
  }

  /// The event that gave a fact to the entity of a stream; `nil` where it is not in sight.
  package func event<Value>(
    of fact: Fact<Value>, on subject: StreamID
  ) throws(LedgerError) -> LiveEvent? {
    try events(of: subject).last { $0.bodyPosition == fact.setBy }
  }

  /// The entities in sight whose streams begin so and are of that kind, in the order of their names.
  package func entities<State: EntityState>(
    _ kind: StreamKind, under prefix: String, as: State.Type = State.self
  ) throws(LedgerError) -> [Entity<State>] {
    if let facts {
      return try asking { () throws(LedgerError) in
        try facts.entities(kind, under: prefix, snapshot.transaction)
      }
    }
    var subjects: [StreamID] = []
    try snapshot.view.streams(under: prefix, snapshot.transaction) { subject in
      if subject.kind == kind { subjects.append(subject) }
      return true
    }
    var entities: [Entity<State>] = []
    for subject in subjects {
      if let entity = try entity(subject, as: State.self) { entities.append(entity) }
    }
    return entities
  }
}

extension PointInTime {
  /// A plan.
  package func plan(_ id: Identifier) throws(LedgerError) -> Entity<PlanState>? {
    try entity(.plan(id))
  }

  /// All plans, by id.
  package func plans() throws(LedgerError) -> [Entity<PlanState>] {
    try plansByLeaping()
  }

  /// A plan's areas, by code.
  package func areas(of plan: Identifier) throws(LedgerError) -> [Entity<AreaState>] {
    try entities(.area, under: "plan/\(plan)/area/")
  }

  /// A plan's actions, by code.
  package func actions(of plan: Identifier) throws(LedgerError) -> [Entity<ActionState>] {
    try entities(.action, under: "plan/\(plan)/action/")
  }

  /// A plan's claims, by id.
  package func claims(of plan: Identifier) throws(LedgerError) -> [Entity<ClaimState>] {
    try entities(.claim, under: "plan/\(plan)/claim/")
  }

  /// All challenges, by id.
  package func challenges() throws(LedgerError) -> [Entity<ChallengeState>] {
    try entities(.challenge, under: "challenge/")
  }

  /// All achievements, by id.
  package func achievements() throws(LedgerError) -> [Entity<AchievementState>] {
    try entities(.achievement, under: "achievement/")
  }

  /// The counts of victims of a country.
  package func victims(of country: Identifier) throws(LedgerError) -> Entity<VictimsState>? {
    try entity(.above(.victims, country))
  }

  /// An institution.
  package func institution(_ id: Identifier) throws(LedgerError) -> Entity<InstitutionState>? {
    try entity(.above(.institution, id))
  }

  /// A source document.
  package func source(_ id: Identifier) throws(LedgerError) -> Entity<SourceState>? {
    try entity(.above(.source, id))
  }

  /// All links, by id.
  package func links() throws(LedgerError) -> [Entity<LinkState>] {
    try entities(.link, under: "link/")
  }

  /// All recommendations, by id.
  package func recommendations() throws(LedgerError) -> [Entity<RecommendationState>] {
    try entities(.recommendation, under: "recommendation/")
  }

  /// All obligations, by id.
  package func obligations() throws(LedgerError) -> [Entity<ObligationState>] {
    try entities(.obligation, under: "obligation/")
  }

  /// All indicators, by id.
  package func indicators() throws(LedgerError) -> [Entity<IndicatorState>] {
    try entities(.indicator, under: "indicator/")
  }

  /// Plans stand among their own actions in the order of streams; each is leapt to, not scanned for.
  private func plansByLeaping() throws(LedgerError) -> [Entity<PlanState>] {
    var plans: [Entity<PlanState>] = []
    for id in try snapshot.view.plans(snapshot.transaction) {
      if let plan = try plan(id) { plans.append(plan) }
    }
    return plans
  }
}
