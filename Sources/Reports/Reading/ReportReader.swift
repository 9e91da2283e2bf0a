package import EventStore
internal import Events
package import Projections

extension Report {
  /// The report on a plan at the point where a reading stands.
  ///
  /// - Parameters:
  ///   - plan: the plan, as the reading has it.
  ///   - reading: reads with texts.
  /// - Complexity: O(events of the plan and of what stands above plans).
  package static func read(
    on plan: Entity<PlanState>, in reading: PointInTime, _ options: ReportOptions = ReportOptions()
  ) throws(LedgerError) -> Report {
    // A report tells of events: it wants entities that were folded from them.
    let events = try PointInTime(reading.snapshot, at: reading.point, from: .events)
    guard let plan = try events.plan(plan.state.id) else {
      throw .damaged(position: nil, reason: "the records hold no plan \(plan.state.id)")
    }
    let reader = try ReportReader(plan, events, options)
    var sections: [Section] = [reader.status()]
    let (changes, annex) = try reader.changes()
    sections.append(changes)
    sections.append(try reader.deadlines())
    sections.append(try reader.unfinished())
    sections.append(reader.victims())
    sections.append(try reader.challengesSection())
    sections.append(try reader.recommendations())
    sections.append(try reader.obligations())
    sections.append(try reader.claims())
    sections.append(try reader.restatements())
    sections.append(try reader.timeline())
    if let annex { sections.append(annex) }
    sections.append(try reader.sources())
    var report = Report(plan.state.id, title: plan.state.title?.value, reader.basis)
    report.facts = try reader.facts()
    report.figures = reader.figures()
    report.sections = sections.map { section in
      var section = section
      section.tables = section.tables.map(\.withoutEmptyColumns)
      return section
    }
    return report
  }
}

/// A report under way: what its parts are read from, and what they rest on.
final class ReportReader {
  let plan: Entity<PlanState>
  let reading: PointInTime
  let areas: [Entity<AreaState>]
  let actions: [Entity<ActionState>]
  let challenges: [Entity<ChallengeState>]
  let victimCounts: [VictimCount]
  /// Which counts are not shown.
  let suppression: Suppression
  /// The counts that stand, by cell.
  let countByCell: [VictimCell: VictimCount]
  /// The cells that are hidden, and those of which a small count was ever recorded: what was restated
  /// could tell it.
  private let guarded: [VictimCell]
  /// The EventsPublished that stand.
  let publications: [Publication]
  /// What the parts read so far rest on.
  private(set) var basis: ReportBasis
  /// Where what they rest on is written.
  private(set) var cited: Set<SourceReference> = []
  private var names: [Identifier: LangText?] = [:]

  /// The day that the report is of.
  var day: Day { reading.point.effectiveAt }
  var id: Identifier { plan.state.id }

  init(
    _ plan: Entity<PlanState>, _ reading: PointInTime, _ options: ReportOptions
  ) throws(LedgerError) {
    self.plan = plan
    self.reading = reading
    basis = try ReportBasis(reading.snapshot, reading.point, options)
    let id = plan.state.id
    areas = try reading.areas(of: id)
    actions = try reading.actions(of: id).inNaturalOrder
    challenges = try reading.challenges(of: id)
    let victims = try reading.victims(of: options.country)
    let period = plan.state.period?.value
    let counts = victims?.state.counts.values.map { $0 } ?? []
    victimCounts = counts.filter { count in
      period.map { count.cell.period.overlaps($0) } ?? true
    }
    let claims = try reading.claims(of: id)
    suppression = Suppression(
      of: counts.compactMap(\.figure) + claims.flatMap { $0.published(beside: counts) },
      below: options.suppressBelow)
    let said = try reading.history(of: .above(.victims, options.country))
    let everSmall = said.compactMap { $0.small(below: options.suppressBelow) }
    guarded = Array(suppression.hidden.union(everSmall))
    countByCell = Dictionary(
      victimCounts.map { ($0.cell, $0) }, uniquingKeysWith: { first, _ in first })
    let snapshot = reading.snapshot
    publications = try TimelineReader(
      snapshot.view, position: reading.point.position, snapshot.transaction
    ).publications
    rest(on: plan)
    for area in areas { rest(on: area) }
    for action in actions { rest(on: action) }
  }

  /// The report rests on an entity.
  func rest<State>(on entity: Entity<State>) {
    basis.provenance.formUnion(entity.provenances)
    if entity.isImprecise { basis.isImprecise = true }
    for event in entity.foldedEvents { cited.formUnion(event.event.sources) }
  }

  /// The report rests on a word of that class.
  func rest(on provenance: Set<Provenance>, _ sources: [SourceReference] = []) {
    basis.provenance.formUnion(provenance)
    cited.formUnion(sources)
  }

  /// An institution by its name and code.
  func institution(_ id: Identifier?) throws(LedgerError) -> Value {
    guard let id else { return .none }
    if let known = names[id] { return .titled(known, id) }
    let found = try reading.institution(id)
    if let found { rest(on: found) }
    names[id] = .some(found?.state.name?.value)
    return .titled(found?.state.name?.value, id)
  }

  /// An area by its title and code.
  func area(_ code: Identifier?) -> Value {
    guard let code else { return .none }
    return .titled(areas.first { $0.state.code == code }?.state.title?.value, code)
  }
}

extension Value {
  /// A thing by its name alone, if it has one in sight; else by its code.
  static func titled(_ name: LangText?, _ code: Identifier) -> Value {
    name.map { .titled($0, code.description) } ?? .code(code.description)
  }

  /// A thing by its name, if it has one in sight, and its code.
  static func named(_ name: LangText?, _ code: Identifier) -> Value {
    guard let name else { return .code(code.description) }
    return .with(.text(name), .code(code.description))
  }
}

extension ReportReader {
  /// Whether something hidden, now or once, has to do with a cell: of what was said of them in the
  /// past, one could be told from the other.
  func hidesKin(of cell: VictimCell) -> Bool {
    guarded.contains {
      $0.basis == cell.basis && $0.period.overlaps(cell.period)
    }
  }
}

extension Entity<ClaimState> {
  /// The counts of victims that the claim publishes. Of a cell that the record counts otherwise, the
  /// record's own figure has to be guarded.
  fileprivate func published(beside counts: [VictimCount]) -> [Suppression.Figure] {
    let isPublished = provenance == .official && state.published != nil
    return state.figures.compactMap { figure in
      guard let cell = figure.cell, let number = figure.value?.number else { return nil }
      let recorded = counts.first { $0.cell == cell }?.figure
      if let recorded, recorded.number != number { return nil }
      return Suppression.Figure(cell, number, isPublished: isPublished)
    }
  }
}

extension HistoryEntry {
  /// The cell of which the event said a small count that no official source published.
  fileprivate func small(below limit: Int64) -> VictimCell? {
    var data = recorded.event.data
    if case .eventCorrected(let body) = data { data = body.data }
    let (cell, value): (VictimCell, Known<Count>)
    switch data {
    case .victimCountRecorded(let body): (cell, value) = (body.cell, body.value)
    case .victimCountRevised(let body): (cell, value) = (body.cell, body.value)
    default: return nil
    }
    guard let number = value.value?.number, number > 0, number < limit else { return nil }
    return event.provenance == .official && published != nil ? nil : cell
  }
}
