import Events

/// The streams of a history, and the days on which its challenge is looked at.
struct HistoryNames {
  let plan: StreamID
  let actions: [StreamID]
  let victims: StreamID
  let challenge: StreamID
  /// Those that tie others together.
  let tying: [StreamID]
  let window: [Day]

  var all: [StreamID] { [plan] + actions + [victims, challenge] }
}

/// A history that a seed makes: no rule is held to, since reading must take whatever was recorded.
///
/// Few days, few cells and few streams, so that ties, overlaps and changes of changes are common. One
/// in a hundred is long and mostly about one action, so that its facts fill many blocks.
struct RandomHistory {
  private(set) var random: SeededGenerator
  private(set) var batches: [[Event]] = []
  /// All events so far, by position from 1.
  private var events: [Event] = []
  /// Where the history begins in its ledger.
  private let base: UInt64
  private let idSpace: UInt64
  private let isLong: Bool

  let names = HistoryNames(
    plan: stream("plan/P"), actions: [stream("plan/P/action/1"), stream("plan/P/action/2")],
    victims: stream("victims/LV"), challenge: stream("challenge/C"),
    tying: ["link/L", "link/M", "achievement/H", "indicator/N"].map(stream),
    window: (0..<12).map { day("2022-06-24").advanced(by: $0) })

  init(seed: UInt64, base: UInt64 = 0) {
    random = SeededGenerator(state: seed)
    self.base = base
    idSpace = seed
    isLong = seed % 100 == 99
    for _ in 0..<(1 + random.next() % (isLong ? 8 : 4)) {
      let start = events.count
      for _ in 0..<(1 + random.next() % (isLong ? 120 : 9)) { add() }
      batches.append(Array(events[start...]))
    }
  }

  static let dates = [
    "2022-01-31", "2022-03-15", "2022-06-25", "2022-06-28", "2022-06-30", "2022-07-01",
    "2022-12-31", "2023-06-30", "2035-01-01", "2022-03", "2022-06", "2022-Q2", "2022-Q3",
    "2022-H1", "2022-H2", "2022", "2023", "/2022-06-30", "/2022-Q2", "/2023-06-30",
  ].map(date)

  /// A question about the history.
  mutating func question() -> NaiveLedger.Question {
    let today = random.pick(Self.dates)
    let nearby = Int(random.next() % 40) - 20
    return NaiveLedger.Question(
      effectiveAt: random.chance(40) ? today.lastDay : today.lastDay.advanced(by: nearby),
      publishedBy: random.chance(50)
        ? nil : random.pick(Self.dates).lastDay.advanced(by: Int(random.next() % 9) - 4),
      position: random.chance(40)
        ? base + UInt64(events.count) : base + random.next() % UInt64(events.count + 1),
      provenance: random.chance(65)
        ? nil : Set((0..<(1 + random.next() % 3)).map { _ in random.pick(Provenance.allCases) }))
  }

  private mutating func add() {
    let subject =
      isLong && random.chance(85)
      ? names.actions[0] : random.pick(random.chance(15) ? names.tying : names.all)
    let earlier = events.filter { $0.subject == subject && $0.type != .contentRedacted }
    var made: Event
    if !earlier.isEmpty, random.chance(isLong ? 20 : 38) {
      made = about(random.pick(earlier))
    } else if random.chance(8) {
      made = Event(subject: names.plan, effective: nil, data: publication())
    } else {
      made = Event(
        subject: subject, effective: effective(), data: body(of: subject))
      if random.chance(50) { made.published = random.pick(Self.dates) }
    }
    made.provenance = random.pick(Provenance.allCases)
    made.sources = made.provenance == .official ? [.placeholder] : []
    made.reason = try? Text("Reason \(events.count)")
    made.id = EventID(high: idSpace, low: UInt64(events.count + 1))
    events.append(made)
  }

  /// One of few dates, and in a long history mostly a day of some years as it goes on.
  private mutating func effective() -> CoarseDate {
    if !isLong || random.chance(20) { return random.pick(Self.dates) }
    let late = random.chance(20) ? Int(random.next() % 600) : 0
    return CoarseDate(day("2022-01-01").advanced(by: events.count - late))
  }

  private mutating func about(_ target: Event) -> Event {
    var made = Event(subject: target.subject, effective: nil, data: target.data)
    let id = target.id ?? .placeholder
    if random.chance(45) {
      made.data = .eventRetracted(filled(EventRetracted()) { $0.target = id })
    } else if random.chance(6) {
      made.data = .contentRedacted(filled(ContentRedacted()) { $0.target = id })
    } else {
      made.data = .eventCorrected(correction(of: target))
    }
    return made
  }

  private mutating func correction(of target: Event) -> EventCorrected {
    var body = EventCorrected()
    body.target = target.id ?? .placeholder
    if !target.type.isAboutEvents {
      if random.chance(70) { body.effective = random.pick(Self.dates) }
      if random.chance(40) { body.published = random.pick(Self.dates) }
    }
    if random.chance(50) { body.provenance = random.pick(Provenance.allCases) }
    switch target.data {
    case .eventCorrected(let inner):
      let original = events.first { $0.id == inner.target }
      body.data = .eventCorrected(original.map { correction(of: $0) } ?? inner)
    case .eventRetracted: body.data = target.data
    case .eventsPublished: body.data = publication()
    default: body.data = self.body(of: target.subject, target.type)
    }
    return body
  }

  private mutating func publication() -> EventData {
    let prefixes = ["plan", "plan/P", "plan/P/action", "plan/P/action/1", "victims", "challenge/C"]
    return .eventsPublished(
      filled(EventsPublished()) {
        $0.published = random.pick(Self.dates)
        if let under = try? StreamPrefix(parsing: random.pick(prefixes)) { $0.under = under }
        $0.through = Count(Int64(base + random.next() % UInt64(events.count + 1)))
      })
  }

  /// A body of that type, or of any type of its stream, anew.
  private mutating func body(of subject: StreamID, _ type: EventType? = nil) -> EventData {
    var types = EventType.allCases.filter { $0.streamKind == subject.kind }
    // What brings a thing into being is likelier than the rest, or little could be seen.
    let first: [StreamKind: EventType] = [
      .plan: .planDrafted, .action: .actionAdded, .challenge: .challengeRaised,
      .link: .linkAsserted, .indicator: .indicatorDefined,
    ]
    if let first = first[subject.kind], random.chance(subject.kind == .link ? 70 : 35) {
      types = [first]
    }
    let word = try? Text("Text \(random.next() % 1000)")
    let title = title("Title \(random.next() % 1000)")
    let date = random.pick(Self.dates)
    let code = code("I\(random.next() % 4)")
    let type = type ?? random.pick(types)
    switch EventData.placeholder(of: type) {
    case .planDrafted(var body):
      (body.title, body.period) = (title, period(random.pick(["2021/2023", "2022"])))
      return .planDrafted(body)
    case .planAmended(var body):
      if random.chance(50) { body.title = title }
      if random.chance(50) { body.period = period("2022/2024") }
      return .planAmended(body)
    case .planClosed(var body):
      body.itemVerdictsNotHeld = random.chance(50)
      return .planClosed(body)
    case .planSuccessorNamed(var body):
      body.successor = code
      return .planSuccessorNamed(body)
    case .actionAdded(var body):
      (body.title, body.lead, body.involved) = (title, code, random.chance(50) ? [code] : [])
      if random.chance(50) { body.area = anyCode() }
      if random.chance(50) { body.kind = random.pick(ActionKind.allCases) }
      if random.chance(20) { body.lead = nil }
      if random.chance(20) { body.involved.append(anyCode()) }
      if random.chance(20) { body.origin = random.pick(names.all) }
      if random.chance(50) { body.deadline = date }
      if random.chance(30) { body.expectedResult = RandomHistory.words(&random) }
      return .actionAdded(body)
    case .actionReworded(var body):
      body.title = title
      if random.chance(40) { body.expectedResult = RandomHistory.words(&random) }
      return .actionReworded(body)
    case .actionReassigned(var body):
      body.lead = code
      if random.chance(50) { body.involved = [anyCode(), code] }
      return .actionReassigned(body)
    case .deadlineSet(var body):
      body.deadline = date
      return .deadlineSet(body)
    case .deadlinePostponed(var body):
      body.deadline = date
      return .deadlinePostponed(body)
    case .actionAssessed(var body):
      (body.verdict, body.finality, body.scale) = verdict()
      if random.chance(50) { body.assessor = code }
      return .actionAssessed(body)
    case .assessmentRevised(var body):
      (body.verdict, body.finality, body.scale) = verdict()
      if random.chance(50) { body.assessor = anyCode() }
      return .assessmentRevised(body)
    case .actionCarriedOver(var body):
      body.relation = random.pick(CarryOverRelation.allCases)
      if random.chance(50) { body.successors = [random.pick(names.actions)] }
      return .actionCarriedOver(body)
    case .progressReported(var body):
      if let word { body.narrative = word }
      var percent = Percent.placeholder
      percent.number = UInt8(random.next() % 101)
      if random.chance(70) { body.percent = percent }
      return .progressReported(body)
    case .victimCountRecorded(var body):
      (body.cell, body.value) = count()
      return .victimCountRecorded(body)
    case .victimCountRevised(var body):
      (body.cell, body.value) = count()
      return .victimCountRevised(body)
    case .challengeRaised(var body):
      (body.title, body.plan) = (title, anyPlan())
      return .challengeRaised(body)
    case .achievementRecorded(var body):
      (body.title, body.plan) = (title, anyPlan())
      return .achievementRecorded(body)
    case .indicatorDefined(var body):
      body.title = title
      if let word { body.definition = word }
      if random.chance(50) {
        body.plan = anyPlan()
      } else {
        body.action = random.pick(names.actions)
      }
      return .indicatorDefined(body)
    case .linkAsserted(var body):
      (body.from, body.to) = (random.pick(names.all), random.pick(names.all + names.tying))
      return .linkAsserted(body)
    case .challengeAddressed(var body):
      body.by = random.pick(names.actions)
      return .challengeAddressed(body)
    case .indicatorRedefined(var body):
      if let word { body.definition = word }
      return .indicatorRedefined(body)
    case let other: return worded(other)
    }
  }

  private static func words(_ random: inout SeededGenerator) -> LangText {
    ProjectionsTests.title("Result \(random.next() % 1000)")
  }

  /// A code, now and then one that is too long to be kept without an allocation.
  private mutating func anyCode() -> Identifier {
    let name = "I\(random.next() % 4)"
    return code(
      random.chance(20) ? "OF-THE-INSTITUTION-FOR-" + String(repeating: name, count: 12) : name)
  }

  /// The plan of the history, or one that is not there.
  private mutating func anyPlan() -> Identifier { code(random.chance(60) ? "P" : "Q") }

  private mutating func verdict() -> (Verdict, Finality, AssessmentScale) {
    let scale = try? AssessmentScale(parsing: "OTHER-\(random.next() % 3)@2")
    return (
      random.pick(Verdict.allCases), random.pick(Finality.allCases),
      random.chance(70) ? .plan3 : scale ?? .plan3
    )
  }

  private mutating func count() -> (VictimCell, Known<Count>) {
    var cell = VictimCell()
    cell.period = period(random.pick(["2021", "2022"]))
    cell.sex = random.pick([.all, .female])
    let value = random.next() % 12
    return (cell, value == 0 ? .unknown : value == 1 ? .notCollected : .value(Count(Int64(value))))
  }
}
