/// What happened: the body of an event of any type.
public indirect enum EventData: Hashable, Sendable {
  /// A plan was drafted.
  case planDrafted(PlanDrafted)
  /// A plan was approved.
  case planApproved(PlanApproved)
  /// A plan was amended.
  case planAmended(PlanAmended)
  /// A report on a plan was noted.
  case planReportNoted(PlanReportNoted)
  /// A plan was closed.
  case planClosed(PlanClosed)
  /// The plan after this one was named.
  case planSuccessorNamed(PlanSuccessorNamed)
  /// A direction of work was defined.
  case areaDefined(AreaDefined)
  /// Figures on a plan were published.
  case claimPublished(ClaimPublished)
  /// An action was added to a plan.
  case actionAdded(ActionAdded)
  /// An action was worded anew.
  case actionReworded(ActionReworded)
  /// An action was given to another institution.
  case actionReassigned(ActionReassigned)
  /// A deadline was set where there was none.
  case deadlineSet(DeadlineSet)
  /// A deadline was moved.
  case deadlinePostponed(DeadlinePostponed)
  /// Money was allocated to an action.
  case fundingAllocated(FundingAllocated)
  /// Work on an action began.
  case actionStarted(ActionStarted)
  /// Work on an action went on.
  case actionResumed(ActionResumed)
  /// Work on an action stopped; the envelope says why.
  case actionSuspended(ActionSuspended)
  /// A delivered action was taken up again; the envelope says why.
  case actionReopened(ActionReopened)
  /// An action was given up; the envelope says why.
  case actionCancelled(ActionCancelled)
  /// The owner says that an action is delivered.
  case actionDelivered(ActionDelivered)
  /// Progress on an action was reported.
  case progressReported(ProgressReported)
  /// An assessor gave a verdict on an action, effective on its cut-off date.
  case actionAssessed(ActionAssessed)
  /// An assessor changed the verdict.
  case assessmentRevised(AssessmentRevised)
  /// An unfinished action goes on in another plan.
  case actionCarriedOver(ActionCarriedOver)
  /// An unfinished action does not go on; the envelope says why.
  case actionDropped(ActionDropped)
  /// A count of victims was recorded.
  case victimCountRecorded(VictimCountRecorded)
  /// The source restated a count of victims.
  case victimCountRevised(VictimCountRevised)
  /// An indicator was defined.
  case indicatorDefined(IndicatorDefined)
  /// An indicator was defined anew.
  case indicatorRedefined(IndicatorRedefined)
  /// A target was set.
  case targetSet(TargetSet)
  /// An observation was recorded.
  case observationRecorded(ObservationRecorded)
  /// A challenge was raised.
  case challengeRaised(ChallengeRaised)
  /// A challenge was described anew.
  case challengeUpdated(ChallengeUpdated)
  /// Something works on a challenge.
  case challengeAddressed(ChallengeAddressed)
  /// A challenge was resolved.
  case challengeResolved(ChallengeResolved)
  /// A resolved challenge is one again.
  case challengeReopened(ChallengeReopened)
  /// An achievement was recorded.
  case achievementRecorded(AchievementRecorded)
  /// A body recommended something.
  case recommendationReceived(RecommendationReceived)
  /// A recommendation was answered.
  case recommendationAnswered(RecommendationAnswered)
  /// A later round found how far a recommendation was followed.
  case recommendationFollowedUp(RecommendationFollowedUp)
  /// A legal duty with a deadline was recorded.
  case obligationRecorded(ObligationRecorded)
  /// A legal duty was met.
  case obligationMet(ObligationMet)
  /// Two things were linked.
  case linkAsserted(LinkAsserted)
  /// A link was withdrawn.
  case linkWithdrawn(LinkWithdrawn)
  /// A source document was added.
  case sourceAdded(SourceAdded)
  /// An institution was defined.
  case institutionDefined(InstitutionDefined)
  /// An institution has a new name.
  case institutionRenamed(InstitutionRenamed)
  /// An event was typed wrong: this body stands in its place. What is left out is inherited.
  case eventCorrected(EventCorrected)
  /// An event never happened; the envelope says why.
  case eventRetracted(EventRetracted)
  /// The free text of an event was removed for good; the envelope says why.
  case contentRedacted(ContentRedacted)
  /// Events that had no published date have one now.
  case eventsPublished(EventsPublished)
}

extension EventData {
  /// The type of the body.
  public var type: EventType {
    switch self {
    case .planDrafted: .planDrafted
    case .planApproved: .planApproved
    case .planAmended: .planAmended
    case .planReportNoted: .planReportNoted
    case .planClosed: .planClosed
    case .planSuccessorNamed: .planSuccessorNamed
    case .areaDefined: .areaDefined
    case .claimPublished: .claimPublished
    case .actionAdded: .actionAdded
    case .actionReworded: .actionReworded
    case .actionReassigned: .actionReassigned
    case .deadlineSet: .deadlineSet
    case .deadlinePostponed: .deadlinePostponed
    case .fundingAllocated: .fundingAllocated
    case .actionStarted: .actionStarted
    case .actionResumed: .actionResumed
    case .actionSuspended: .actionSuspended
    case .actionReopened: .actionReopened
    case .actionCancelled: .actionCancelled
    case .actionDelivered: .actionDelivered
    case .progressReported: .progressReported
    case .actionAssessed: .actionAssessed
    case .assessmentRevised: .assessmentRevised
    case .actionCarriedOver: .actionCarriedOver
    case .actionDropped: .actionDropped
    case .victimCountRecorded: .victimCountRecorded
    case .victimCountRevised: .victimCountRevised
    case .indicatorDefined: .indicatorDefined
    case .indicatorRedefined: .indicatorRedefined
    case .targetSet: .targetSet
    case .observationRecorded: .observationRecorded
    case .challengeRaised: .challengeRaised
    case .challengeUpdated: .challengeUpdated
    case .challengeAddressed: .challengeAddressed
    case .challengeResolved: .challengeResolved
    case .challengeReopened: .challengeReopened
    case .achievementRecorded: .achievementRecorded
    case .recommendationReceived: .recommendationReceived
    case .recommendationAnswered: .recommendationAnswered
    case .recommendationFollowedUp: .recommendationFollowedUp
    case .obligationRecorded: .obligationRecorded
    case .obligationMet: .obligationMet
    case .linkAsserted: .linkAsserted
    case .linkWithdrawn: .linkWithdrawn
    case .sourceAdded: .sourceAdded
    case .institutionDefined: .institutionDefined
    case .institutionRenamed: .institutionRenamed
    case .eventCorrected: .eventCorrected
    case .eventRetracted: .eventRetracted
    case .contentRedacted: .contentRedacted
    case .eventsPublished: .eventsPublished
    }
  }

  /// A body of that type, filled by a reading visitor.
  init<V: FieldVisitor>(_ type: EventType, reading fields: inout V) throws(V.Failure) {
    switch type {
    case .planDrafted: self = .planDrafted(try .init(reading: &fields))
    case .planApproved: self = .planApproved(try .init(reading: &fields))
    case .planAmended: self = .planAmended(try .init(reading: &fields))
    case .planReportNoted: self = .planReportNoted(try .init(reading: &fields))
    case .planClosed: self = .planClosed(try .init(reading: &fields))
    case .planSuccessorNamed: self = .planSuccessorNamed(try .init(reading: &fields))
    case .areaDefined: self = .areaDefined(try .init(reading: &fields))
    case .claimPublished: self = .claimPublished(try .init(reading: &fields))
    case .actionAdded: self = .actionAdded(try .init(reading: &fields))
    case .actionReworded: self = .actionReworded(try .init(reading: &fields))
    case .actionReassigned: self = .actionReassigned(try .init(reading: &fields))
    case .deadlineSet: self = .deadlineSet(try .init(reading: &fields))
    case .deadlinePostponed: self = .deadlinePostponed(try .init(reading: &fields))
    case .fundingAllocated: self = .fundingAllocated(try .init(reading: &fields))
    case .actionStarted: self = .actionStarted(try .init(reading: &fields))
    case .actionResumed: self = .actionResumed(try .init(reading: &fields))
    case .actionSuspended: self = .actionSuspended(try .init(reading: &fields))
    case .actionReopened: self = .actionReopened(try .init(reading: &fields))
    case .actionCancelled: self = .actionCancelled(try .init(reading: &fields))
    case .actionDelivered: self = .actionDelivered(try .init(reading: &fields))
    case .progressReported: self = .progressReported(try .init(reading: &fields))
    case .actionAssessed: self = .actionAssessed(try .init(reading: &fields))
    case .assessmentRevised: self = .assessmentRevised(try .init(reading: &fields))
    case .actionCarriedOver: self = .actionCarriedOver(try .init(reading: &fields))
    case .actionDropped: self = .actionDropped(try .init(reading: &fields))
    case .victimCountRecorded: self = .victimCountRecorded(try .init(reading: &fields))
    case .victimCountRevised: self = .victimCountRevised(try .init(reading: &fields))
    case .indicatorDefined: self = .indicatorDefined(try .init(reading: &fields))
    case .indicatorRedefined: self = .indicatorRedefined(try .init(reading: &fields))
    case .targetSet: self = .targetSet(try .init(reading: &fields))
    case .observationRecorded: self = .observationRecorded(try .init(reading: &fields))
    case .challengeRaised: self = .challengeRaised(try .init(reading: &fields))
    case .challengeUpdated: self = .challengeUpdated(try .init(reading: &fields))
    case .challengeAddressed: self = .challengeAddressed(try .init(reading: &fields))
    case .challengeResolved: self = .challengeResolved(try .init(reading: &fields))
    case .challengeReopened: self = .challengeReopened(try .init(reading: &fields))
    case .achievementRecorded: self = .achievementRecorded(try .init(reading: &fields))
    case .recommendationReceived: self = .recommendationReceived(try .init(reading: &fields))
    case .recommendationAnswered: self = .recommendationAnswered(try .init(reading: &fields))
    case .recommendationFollowedUp: self = .recommendationFollowedUp(try .init(reading: &fields))
    case .obligationRecorded: self = .obligationRecorded(try .init(reading: &fields))
    case .obligationMet: self = .obligationMet(try .init(reading: &fields))
    case .linkAsserted: self = .linkAsserted(try .init(reading: &fields))
    case .linkWithdrawn: self = .linkWithdrawn(try .init(reading: &fields))
    case .sourceAdded: self = .sourceAdded(try .init(reading: &fields))
    case .institutionDefined: self = .institutionDefined(try .init(reading: &fields))
    case .institutionRenamed: self = .institutionRenamed(try .init(reading: &fields))
    case .eventCorrected: self = .eventCorrected(try .init(reading: &fields))
    case .eventRetracted: self = .eventRetracted(try .init(reading: &fields))
    case .contentRedacted: self = .contentRedacted(try .init(reading: &fields))
    case .eventsPublished: self = .eventsPublished(try .init(reading: &fields))
    }
  }

  /// Shows the body's fields to the visitor.
  public func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
    switch self {
    case .planDrafted(var body): try body.visit(&fields)
    case .planApproved(var body): try body.visit(&fields)
    case .planAmended(var body): try body.visit(&fields)
    case .planReportNoted(var body): try body.visit(&fields)
    case .planClosed(var body): try body.visit(&fields)
    case .planSuccessorNamed(var body): try body.visit(&fields)
    case .areaDefined(var body): try body.visit(&fields)
    case .claimPublished(var body): try body.visit(&fields)
    case .actionAdded(var body): try body.visit(&fields)
    case .actionReworded(var body): try body.visit(&fields)
    case .actionReassigned(var body): try body.visit(&fields)
    case .deadlineSet(var body): try body.visit(&fields)
    case .deadlinePostponed(var body): try body.visit(&fields)
    case .fundingAllocated(var body): try body.visit(&fields)
    case .actionStarted(var body): try body.visit(&fields)
    case .actionResumed(var body): try body.visit(&fields)
    case .actionSuspended(var body): try body.visit(&fields)
    case .actionReopened(var body): try body.visit(&fields)
    case .actionCancelled(var body): try body.visit(&fields)
    case .actionDelivered(var body): try body.visit(&fields)
    case .progressReported(var body): try body.visit(&fields)
    case .actionAssessed(var body): try body.visit(&fields)
    case .assessmentRevised(var body): try body.visit(&fields)
    case .actionCarriedOver(var body): try body.visit(&fields)
    case .actionDropped(var body): try body.visit(&fields)
    case .victimCountRecorded(var body): try body.visit(&fields)
    case .victimCountRevised(var body): try body.visit(&fields)
    case .indicatorDefined(var body): try body.visit(&fields)
    case .indicatorRedefined(var body): try body.visit(&fields)
    case .targetSet(var body): try body.visit(&fields)
    case .observationRecorded(var body): try body.visit(&fields)
    case .challengeRaised(var body): try body.visit(&fields)
    case .challengeUpdated(var body): try body.visit(&fields)
    case .challengeAddressed(var body): try body.visit(&fields)
    case .challengeResolved(var body): try body.visit(&fields)
    case .challengeReopened(var body): try body.visit(&fields)
    case .achievementRecorded(var body): try body.visit(&fields)
    case .recommendationReceived(var body): try body.visit(&fields)
    case .recommendationAnswered(var body): try body.visit(&fields)
    case .recommendationFollowedUp(var body): try body.visit(&fields)
    case .obligationRecorded(var body): try body.visit(&fields)
    case .obligationMet(var body): try body.visit(&fields)
    case .linkAsserted(var body): try body.visit(&fields)
    case .linkWithdrawn(var body): try body.visit(&fields)
    case .sourceAdded(var body): try body.visit(&fields)
    case .institutionDefined(var body): try body.visit(&fields)
    case .institutionRenamed(var body): try body.visit(&fields)
    case .eventCorrected(var body): try body.visit(&fields)
    case .eventRetracted(var body): try body.visit(&fields)
    case .contentRedacted(var body): try body.visit(&fields)
    case .eventsPublished(var body): try body.visit(&fields)
    }
  }

  /// What no field alone can see.
  public func check() throws(EventError) {
    switch self {
    case .actionCarriedOver(let body): try body.check()
    case .eventCorrected(let body): try body.check()
    default: break
    }
  }
}

extension FieldGroup {
  /// A group filled by a reading visitor.
  init<V: FieldVisitor>(reading fields: inout V) throws(V.Failure) {
    self.init()
    try visit(&fields)
  }
}
