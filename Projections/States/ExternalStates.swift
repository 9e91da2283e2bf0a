package import Events

/// A recommendation of a monitoring body.
package struct RecommendationState: EntityState {
  /// Its id.
  package let id: Identifier
  /// What was recommended.
  package private(set) var received: Fact<RecommendationReceived>?
  /// When.
  package private(set) var receivedOn: CoarseDate?
  /// The government's answer.
  package private(set) var answer: Fact<RecommendationAnswered>?
  /// When it was answered.
  package private(set) var answeredOn: CoarseDate?
  /// Later findings, in the order of time.
  package private(set) var findings: [Fact<RecommendationFollowedUp>] = []

  package init(subject: StreamID) { id = subject.code }

  package var exists: Bool { received != nil }

  package mutating func evolve(_ event: LiveEvent) {
    switch event.event.data {
    case .recommendationReceived(let body):
      received = Fact(body, by: event)
      receivedOn = event.event.effective
    case .recommendationAnswered(let body):
      answer = Fact(body, by: event)
      answeredOn = event.event.effective
    case .recommendationFollowedUp(let body): findings.append(Fact(body, by: event))
    default: break
    }
  }
}

/// A legal duty with a deadline.
package struct ObligationState: EntityState {
  /// Its id.
  package let id: Identifier
  /// What it is.
  package private(set) var obligation: Fact<ObligationRecorded>?
  /// When it was met.
  package private(set) var metOn: Fact<CoarseDate>?
  /// What was said when it was met.
  package private(set) var metText: Text?

  package init(subject: StreamID) { id = subject.code }

  package var exists: Bool { obligation != nil }

  package mutating func evolve(_ event: LiveEvent) {
    switch event.event.data {
    case .obligationRecorded(let body): obligation = Fact(body, by: event)
    case .obligationMet(let body):
      metOn = Fact(event.event.effective ?? CoarseDate(event.day), by: event)
      metText = body.text
    default: break
    }
  }
}

/// An indicator with its targets and observations.
package struct IndicatorState: EntityState {
  /// Its id.
  package let id: Identifier
  /// How it was defined.
  package private(set) var defined: Fact<IndicatorDefined>?
  /// How it is measured now.
  package private(set) var definition: Fact<Text>?
  /// What it counts in now.
  package private(set) var unit: Fact<Designation>?
  /// Its targets, in the order of time.
  package private(set) var targets: [Fact<TargetSet>] = []
  /// Its observations by period: the last word on each.
  package private(set) var observations: [Period: Fact<ObservationRecorded>] = [:]

  package init(subject: StreamID) { id = subject.code }

  package var exists: Bool { defined != nil }

  package mutating func evolve(_ event: LiveEvent) {
    switch event.event.data {
    case .indicatorDefined(let body):
      defined = Fact(body, by: event)
      definition = Fact(body.definition, by: event)
      unit = Fact(body.unit, by: event)
    case .indicatorRedefined(let body):
      definition = Fact(body.definition, by: event)
      if let unit = body.unit { self.unit = Fact(unit, by: event) }
    case .targetSet(let body): targets.append(Fact(body, by: event))
    case .observationRecorded(let body): observations[body.period] = Fact(body, by: event)
    default: break
    }
  }
}
