/// The type of an event: its name in files, its number in records.
///
/// Numbers are part of the file format and never used again.
public enum EventType: UInt16, Sendable, CaseIterable, Hashable {
  /// A plan was drafted.
  case planDrafted = 1
  /// A plan was approved.
  case planApproved = 2
  /// A plan was amended.
  case planAmended = 3
  /// A report on a plan was noted.
  case planReportNoted = 4
  /// A plan was closed.
  case planClosed = 5
  /// The plan after this one was named.
  case planSuccessorNamed = 6
  /// A direction of work was defined.
  case areaDefined = 11
  /// Figures on a plan were published.
  case claimPublished = 41
  /// An action was added to a plan.
  case actionAdded = 21
  /// An action was worded anew.
  case actionReworded = 22
  /// An action was given to another institution.
  case actionReassigned = 23
  /// A deadline was set where there was none.
  case deadlineSet = 24
  /// A deadline was moved.
  case deadlinePostponed = 25
  /// Money was allocated to an action.
  case fundingAllocated = 26
  /// Work on an action began.
  case actionStarted = 27
  /// Work on an action went on.
  case actionResumed = 28
  /// Work on an action stopped; the envelope says why.
  case actionSuspended = 29
  /// A delivered action was taken up again; the envelope says why.
  case actionReopened = 30
  /// An action was given up; the envelope says why.
  case actionCancelled = 31
  /// The owner says that an action is delivered.
  case actionDelivered = 32
  /// Progress on an action was reported.
  case progressReported = 33
  /// An assessor gave a verdict on an action, effective on its cut-off date.
  case actionAssessed = 34
  /// An assessor changed the verdict.
  case assessmentRevised = 35
  /// An unfinished action goes on in another plan.
  case actionCarriedOver = 36
  /// An unfinished action does not go on; the envelope says why.
  case actionDropped = 37
  /// A count of victims was recorded.
  case victimCountRecorded = 51
  /// The source restated a count of victims.
  case victimCountRevised = 52
  /// An indicator was defined.
  case indicatorDefined = 61
  /// An indicator was defined anew.
  case indicatorRedefined = 62
  /// A target was set.
  case targetSet = 63
  /// An observation was recorded.
  case observationRecorded = 64
  /// A challenge was raised.
  case challengeRaised = 71
  /// A challenge was described anew.
  case challengeUpdated = 72
  /// Something works on a challenge.
  case challengeAddressed = 73
  /// A challenge was resolved.
  case challengeResolved = 74
  /// A resolved challenge is one again.
  case challengeReopened = 75
  /// An achievement was recorded.
  case achievementRecorded = 81
  /// A body recommended something.
  case recommendationReceived = 91
  /// A recommendation was answered.
  case recommendationAnswered = 92
  /// A later round found how far a recommendation was followed.
  case recommendationFollowedUp = 93
  /// A legal duty with a deadline was recorded.
  case obligationRecorded = 101
  /// A legal duty was met.
  case obligationMet = 102
  /// Two things were linked.
  case linkAsserted = 111
  /// A link was withdrawn.
  case linkWithdrawn = 112
  /// A source document was added.
  case sourceAdded = 121
  /// An institution was defined.
  case institutionDefined = 131
  /// An institution has a new name.
  case institutionRenamed = 132
  /// An event was typed wrong: this body stands in its place. What is left out is inherited.
  case eventCorrected = 201
  /// An event never happened; the envelope says why.
  case eventRetracted = 202
  /// The free text of an event was removed for good; the envelope says why.
  case contentRedacted = 203
  /// Events that had no published date have one now.
  case eventsPublished = 204
}

extension EventType {
  /// The name in files, such as `ActionStarted`.
  public var name: String { EventType.names[self] ?? "" }

  /// The type of that name.
  public init?(name: String) {
    guard let type = EventType.byName[name] else { return nil }
    self = type
  }

  /// What its events stand on; `nil` for events about events, which stand on their target's stream.
  public var streamKind: StreamKind? {
    switch self {
    case .planDrafted, .planApproved, .planAmended, .planReportNoted, .planClosed,
      .planSuccessorNamed:
      .plan
    case .areaDefined: .area
    case .claimPublished: .claim
    case .actionAdded, .actionReworded, .actionReassigned, .deadlineSet, .deadlinePostponed,
      .fundingAllocated, .actionStarted, .actionResumed, .actionSuspended, .actionReopened,
      .actionCancelled, .actionDelivered, .progressReported, .actionAssessed,
      .assessmentRevised, .actionCarriedOver, .actionDropped:
      .action
    case .victimCountRecorded, .victimCountRevised: .victims
    case .indicatorDefined, .indicatorRedefined, .targetSet, .observationRecorded: .indicator
    case .challengeRaised, .challengeUpdated, .challengeAddressed, .challengeResolved,
      .challengeReopened:
      .challenge
    case .achievementRecorded: .achievement
    case .recommendationReceived, .recommendationAnswered, .recommendationFollowedUp:
      .recommendation
    case .obligationRecorded, .obligationMet: .obligation
    case .linkAsserted, .linkWithdrawn: .link
    case .sourceAdded: .source
    case .institutionDefined, .institutionRenamed: .institution
    case .eventCorrected, .eventRetracted, .contentRedacted, .eventsPublished: nil
    }
  }

  /// Whether its events are about other events.
  public var isAboutEvents: Bool { streamKind == nil }

  /// Whether its events must say in their envelope why they happened.
  public var needsReason: Bool {
    switch self {
    case .actionSuspended, .actionReopened, .actionCancelled, .actionDropped, .eventRetracted,
      .contentRedacted:
      true
    default: false
    }
  }

  /// The type of that number, where it takes one byte.
  ///
  /// What is read by the dozen finds it in a table: the numbers come in no order that could be foretold.
  package init?(number: UInt8) {
    guard let type = EventType.byNumber[Int(number)] else { return nil }
    self = type
  }

  private static let byNumber = (UInt16.min...255).map { EventType(rawValue: $0) }

  /// The version of its body that this build writes.
  public var schemaVersion: Int { 1 }

  private static let names = Dictionary(
    uniqueKeysWithValues: allCases.map { type in
      let name = "\(type)"
      return (type, name.prefix(1).uppercased() + name.dropFirst())
    })

  private static let byName = Dictionary(uniqueKeysWithValues: names.map { ($1, $0) })
}
