extension FieldDescription {
  /// The fields of an event type's body, in their order in the format.
  public static func fields(of type: EventType) -> [FieldDescription] {
    var collector = FieldCollector()
    EventData.placeholder(of: type).visit(&collector)
    return collector.fields
  }
}

extension EventData {
  /// A body of that type with nothing in it yet.
  public static func placeholder(of type: EventType) -> EventData {
    switch type {
    case .planDrafted: .planDrafted(.init())
    case .planApproved: .planApproved(.init())
    case .planAmended: .planAmended(.init())
    case .planReportNoted: .planReportNoted(.init())
    case .planClosed: .planClosed(.init())
    case .planSuccessorNamed: .planSuccessorNamed(.init())
    case .areaDefined: .areaDefined(.init())
    case .claimPublished: .claimPublished(.init())
    case .actionAdded: .actionAdded(.init())
    case .actionReworded: .actionReworded(.init())
    case .actionReassigned: .actionReassigned(.init())
    case .deadlineSet: .deadlineSet(.init())
    case .deadlinePostponed: .deadlinePostponed(.init())
    case .fundingAllocated: .fundingAllocated(.init())
    case .actionStarted: .actionStarted(.init())
    case .actionResumed: .actionResumed(.init())
    case .actionSuspended: .actionSuspended(.init())
    case .actionReopened: .actionReopened(.init())
    case .actionCancelled: .actionCancelled(.init())
    case .actionDelivered: .actionDelivered(.init())
    case .progressReported: .progressReported(.init())
    case .actionAssessed: .actionAssessed(.init())
    case .assessmentRevised: .assessmentRevised(.init())
    case .actionCarriedOver: .actionCarriedOver(.init())
    case .actionDropped: .actionDropped(.init())
    case .victimCountRecorded: .victimCountRecorded(.init())
    case .victimCountRevised: .victimCountRevised(.init())
    case .indicatorDefined: .indicatorDefined(.init())
    case .indicatorRedefined: .indicatorRedefined(.init())
    case .targetSet: .targetSet(.init())
    case .observationRecorded: .observationRecorded(.init())
    case .challengeRaised: .challengeRaised(.init())
    case .challengeUpdated: .challengeUpdated(.init())
    case .challengeAddressed: .challengeAddressed(.init())
    case .challengeResolved: .challengeResolved(.init())
    case .challengeReopened: .challengeReopened(.init())
    case .achievementRecorded: .achievementRecorded(.init())
    case .recommendationReceived: .recommendationReceived(.init())
    case .recommendationAnswered: .recommendationAnswered(.init())
    case .recommendationFollowedUp: .recommendationFollowedUp(.init())
    case .obligationRecorded: .obligationRecorded(.init())
    case .obligationMet: .obligationMet(.init())
    case .linkAsserted: .linkAsserted(.init())
    case .linkWithdrawn: .linkWithdrawn(.init())
    case .sourceAdded: .sourceAdded(.init())
    case .institutionDefined: .institutionDefined(.init())
    case .institutionRenamed: .institutionRenamed(.init())
    case .eventCorrected: .eventCorrected(.init())
    case .eventRetracted: .eventRetracted(.init())
    case .contentRedacted: .contentRedacted(.init())
    case .eventsPublished: .eventsPublished(.init())
    }
  }
}
