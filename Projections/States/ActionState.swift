package import Events

/// Whether work on an action goes on (cf. IATI's activity status).
package enum RunningStatus: String, Sendable, CaseIterable {
  /// Not begun.
  case planned = "PLANNED"
  /// Begun.
  case inProgress = "IN_PROGRESS"
  /// Stopped for the time being.
  case suspended = "SUSPENDED"
  /// Delivered, by its owner's word.
  case delivered = "DELIVERED"
  /// Given up.
  case cancelled = "CANCELLED"
}

extension RunningStatus {
  /// The status to which an event of that type moves; `nil` where it moves none.
  init?(after type: EventType) {
    switch type {
    case .actionStarted, .actionResumed, .actionReopened: self = .inProgress
    case .actionSuspended: self = .suspended
    case .actionCancelled: self = .cancelled
    case .actionDelivered: self = .delivered
    default: return nil
    }
  }
}

/// An assessor's verdict as it stands.
package struct AssessmentState: Sendable, Hashable {
  /// The verdict.
  package var verdict: Verdict
  /// Whether it is the last word of its round.
  package var finality: Finality
  /// Its cut-off date.
  package var cutOff: CoarseDate
  /// The scale of the verdict.
  package var scale: AssessmentScale
  /// Who assessed.
  package var assessor: Identifier?
}

/// What became of an unfinished action in the next plan.
package enum Disposition: Sendable, Hashable {
  /// It goes on.
  case carriedOver(CarryOverRelation, [StreamID])
  /// It does not.
  case dropped
}

/// An action: one measure of a plan, on its three axes (`docs/domain.md`).
package struct ActionState: EntityState {
  /// Its code.
  package let code: Identifier
  /// Its plan.
  package var plan: Identifier { subject.plan ?? code }
  /// Its title.
  package private(set) var title: Fact<LangText>?
  /// What it is to bring about.
  package private(set) var expectedResult: LangText?
  /// Its area.
  package private(set) var area: Fact<Identifier?>?
  /// What sort of measure it is.
  package private(set) var kind: Fact<ActionKind?>?
  /// The institution that leads it.
  package private(set) var lead: Fact<Identifier?>?
  /// The other institutions involved.
  package private(set) var involved: Fact<[Identifier]>?
  /// Where it comes from.
  package private(set) var origin: StreamID?
  /// The position of the event that added it.
  package var addedBy: UInt64? { kind?.setBy }
  /// Whether work on it goes on.
  package private(set) var running: Fact<RunningStatus>?
  /// The verdict on it.
  package private(set) var assessment: Fact<AssessmentState>?
  /// The day by which it is to be delivered.
  package private(set) var deadline: Fact<CoarseDate>?
  /// The first deadline that it had.
  package private(set) var originalDeadline: CoarseDate?
  /// How often its deadline was moved.
  package private(set) var postponements = 0
  /// When work on it began.
  package private(set) var startedOn: Fact<CoarseDate>?
  /// When it was delivered, while it is.
  package private(set) var deliveredOn: Fact<CoarseDate>?
  /// How far it is, in per cent, by the last report that says so.
  package private(set) var percent: Fact<UInt8>?
  /// What became of it in the next plan.
  package private(set) var disposition: Fact<Disposition>?
  private let subject: StreamID
  private var isAdded = false

  package init(subject: StreamID) {
    self.subject = subject
    code = subject.code
  }

  package var exists: Bool { isAdded }

  /// What sort of measure it is; done once where nobody said.
  package var kindOrDefault: ActionKind { (kind?.value ?? nil) ?? .oneOff }

  /// Whether it needs a disposition when its plan is over.
  package var isUnfinished: Bool {
    let isCompleted =
      assessment.map { $0.value.verdict == .completed && $0.value.finality == .final } ?? false
    return !isCompleted && running?.value != .cancelled
  }

  package mutating func evolve(_ event: LiveEvent) {
    switch event.event.data {
    case .actionAdded(let body): add(body, setBy: event.bodyPosition)
    case .actionReworded(let body): reword(body, setBy: event.bodyPosition)
    case .actionReassigned(let body): reassign(body, setBy: event.bodyPosition)
    case .deadlineSet(let body): setDeadline(Fact(body.deadline, by: event))
    case .deadlinePostponed(let body):
      setDeadline(Fact(body.deadline, by: event))
      postponements += 1
    case .progressReported(let body):
      if let percent = body.percent { report(percent, setBy: event.bodyPosition) }
    case .actionAssessed(let body):
      assess(body.verdict, body.finality, body.scale, body.assessor, event.date)
    case .assessmentRevised(let body):
      assess(body.verdict, body.finality, body.scale, body.assessor, event.date)
    case .actionCarriedOver(let body):
      dispose(.carriedOver(body.relation, body.successors), setBy: event.bodyPosition)
    case .actionDropped: dispose(.dropped, setBy: event.bodyPosition)
    default: _ = run(event.event.type, event.date)
    }
  }

  package mutating func set(postponements: Int) { self.postponements = postponements }

  mutating func add(_ body: ActionAdded, setBy position: UInt64) {
    isAdded = true
    title = Fact(body.title, setBy: position)
    expectedResult = body.expectedResult
    area = Fact(body.area, setBy: position)
    kind = Fact(body.kind, setBy: position)
    lead = Fact(body.lead, setBy: position)
    involved = Fact(body.involved, setBy: position)
    origin = body.origin
    if running == nil { running = Fact(.planned, setBy: position) }
    if let deadline = body.deadline { setDeadline(Fact(deadline, setBy: position)) }
  }

  mutating func reword(_ body: ActionReworded, setBy position: UInt64) {
    title = Fact(body.title, setBy: position)
    expectedResult = body.expectedResult ?? expectedResult
  }

  mutating func reassign(_ body: ActionReassigned, setBy position: UInt64) {
    lead = Fact(body.lead, setBy: position)
    involved = Fact(body.involved, setBy: position)
  }

  mutating func report(_ percent: Percent, setBy position: UInt64) {
    self.percent = Fact(percent.number, setBy: position)
  }

  mutating func dispose(_ disposition: Disposition, setBy position: UInt64) {
    self.disposition = Fact(disposition, setBy: position)
  }

  /// Moves the running status on a date; returns whether the type does.
  ///
  /// A delivery lasts only as long as nothing moves the action on, whichever events are in sight.
  mutating func run(_ type: EventType, _ date: Fact<CoarseDate>) -> Bool {
    guard let status = RunningStatus(after: type) else { return false }
    running = Fact(status, setBy: date.setBy)
    deliveredOn = status == .delivered ? date : nil
    if type == .actionStarted, startedOn == nil { startedOn = date }
    return true
  }

  mutating func setDeadline(_ date: Fact<CoarseDate>) {
    deadline = date
    if originalDeadline == nil { originalDeadline = date.value }
  }

  mutating func assess(
    _ verdict: Verdict, _ finality: Finality, _ scale: AssessmentScale, _ assessor: Identifier?,
    _ cutOff: Fact<CoarseDate>
  ) {
    let state = AssessmentState(
      verdict: verdict, finality: finality, cutOff: cutOff.value, scale: scale,
      assessor: assessor)
    assessment = Fact(state, setBy: cutOff.setBy)
  }
}

extension LiveEvent {
  /// Its date, as a fact that it gives.
  fileprivate var date: Fact<CoarseDate> { Fact(event.effective ?? CoarseDate(day), by: self) }
}
