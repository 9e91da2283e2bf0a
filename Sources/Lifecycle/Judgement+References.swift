internal import EventStore
internal import Events
internal import LMDB
internal import Projections

/// What was found of things that events name, so that each is looked up once a batch.
struct References {
  var isThere: [StreamID: Bool] = [:]
}

extension Judgement {
  /// How many names are looked through for one that was meant.
  static let similarLimit = 500

  /// That what an event names is in the ledger, the batch included, on whatever day.
  mutating func checkReferences(
    _ event: LiveEvent, _ transaction: borrowing ReadTransaction
  ) throws(LedgerError) {
    try check(event.event.references, of: event, transaction)
  }

  /// That the plan is there within which a stream stands.
  mutating func checkPlan(
    of stream: TouchedStream, _ transaction: borrowing ReadTransaction
  ) throws(LedgerError) {
    guard let first = stream.changed.first, let plan = stream.subject.plan else { return }
    try check([("subject", .plan(plan))], of: first, transaction)
  }

  private mutating func check(
    _ references: [(field: String, StreamID)], of event: LiveEvent,
    _ transaction: borrowing ReadTransaction
  ) throws(LedgerError) {
    for (field, reference) in references where reference != event.event.subject {
      guard try !isThere(reference, transaction) else { continue }
      let similar = try similar(to: reference, transaction)
      throw .refused(
        Refusal(
          position: event.position, index: batch.index(of: event.bodyPosition),
          subject: event.event.subject,
          fact: RuleViolation.unknownReference(
            field: field, value: reference, similar: similar)))
    }
  }

  /// Whether the stream has come into being.
  mutating func isThere(
    _ subject: StreamID, _ transaction: borrowing ReadTransaction
  ) throws(LedgerError) -> Bool {
    if let known = references.isThere[subject] { return known }
    let isThere: Bool
    if subject.kind == .plan {
      isThere = try plan(of: subject, transaction) != nil
    } else {
      let timeline = try reader.timeline(of: subject, withTexts: false, transaction)
      isThere = timeline.contains { $0.event.type == subject.kind.definition }
    }
    references.isThere[subject] = isThere
    return isThere
  }

  /// Codes of the same kind that are there: what may have been meant.
  private func similar(
    to reference: StreamID, _ transaction: borrowing ReadTransaction
  ) throws(LedgerError) -> [String] {
    if reference.kind == .plan {
      return try batch.view.plans(transaction).map(\.description)
    }
    let prefix = String(reference.description.dropLast(reference.code.description.count))
    var codes: [String] = []
    try batch.view.streams(under: prefix, transaction) { subject in
      codes.append(subject.code.description)
      return codes.count < Self.similarLimit
    }
    return codes
  }

  /// That a stream which others stand on, or which goes on itself, has not lost its beginning.
  func checkStillDefined(
    _ stream: TouchedStream, _ transaction: borrowing ReadTransaction
  ) throws(LedgerError) {
    let subject = stream.subject
    guard subject.kind != .victims, stream.firstTouchedDay != nil,
      !stream.isDefined(by: [subject.kind.definition])
    else { return }
    if let orphan = stream.timeline.first(where: { $0.event.type != .eventsPublished }) {
      throw stream.refusal(
        of: orphan,
        .absent(
          event: orphan.event.type, subject: subject, wanted: subject.kind.definition,
          similar: try similar(to: subject, transaction)))
    }
    if subject.kind == .area { try checkNoActions(in: stream, transaction) }
    guard subject.kind == .plan else { return }
    try batch.view.streams(under: subject.description + "/", transaction) {
      child throws(LedgerError) in
      let timeline = try reader.timeline(of: child, withTexts: false, transaction)
      guard let event = timeline.first else { return true }
      throw stream.refusal(of: event, .stillReferenced(subject: subject, by: child))
    }
  }
}

extension Judgement {
  /// That no action stands in an area that has lost its beginning.
  private func checkNoActions(
    in area: TouchedStream, _ transaction: borrowing ReadTransaction
  ) throws(LedgerError) {
    guard let plan = area.subject.plan else { return }
    try batch.view.streams(under: "plan/\(plan)/action/", transaction) {
      subject throws(LedgerError) in
      let action: Entity<ActionState>? = try entity(subject, transaction)
      guard let action, action.state.area?.value == area.subject.code else { return true }
      throw .refused(
        Refusal(
          position: batch.first, index: 0, subject: area.subject,
          fact: RuleViolation.stillReferenced(subject: area.subject, by: subject)))
    }
  }
}

extension StreamKind {
  /// The event that brings a stream of the kind into being.
  var definition: EventType {
    switch self {
    case .plan: .planDrafted
    case .area: .areaDefined
    case .action: .actionAdded
    case .claim: .claimPublished
    case .victims: .victimCountRecorded
    case .indicator: .indicatorDefined
    case .challenge: .challengeRaised
    case .achievement: .achievementRecorded
    case .recommendation: .recommendationReceived
    case .obligation: .obligationRecorded
    case .link: .linkAsserted
    case .source: .sourceAdded
    case .institution: .institutionDefined
    }
  }
}

extension Event {
  /// What the event's body names that must be there: plans, areas, actions, challenges and other
  /// streams.
  ///
  /// Institutions and sources are codes that may be defined later, or never.
  var references: [(field: String, StreamID)] {
    data.references(on: subject).filter { _, stream in
      stream.kind != .institution && stream.kind != .source
    }
  }
}
