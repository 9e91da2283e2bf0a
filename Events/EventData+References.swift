extension EventData {
  /// What the body names as streams, by field: plans, areas, actions, challenges, ends of links.
  ///
  /// Institutions that only have a part in it, and source documents that it rests on, are codes.
  ///
  /// - Parameter subject: the stream on which it stands: an area is named by its code alone.
  package func references(on subject: StreamID) -> [(field: String, stream: StreamID)] {
    var found: [(field: String, stream: StreamID)] = []
    func plan(_ field: String, _ id: Identifier?) {
      if let id { found.append((field, .plan(id))) }
    }
    func area(_ plan: Identifier?, _ id: Identifier?) {
      if let plan, let id { found.append(("area", .within(plan, .area, id))) }
    }
    func stream(_ field: String, _ stream: StreamID?) {
      if let stream { found.append((field, stream)) }
    }
    switch self {
    case .planDrafted(let body): plan("predecessor", body.predecessor)
    case .planSuccessorNamed(let body): plan("successor", body.successor)
    case .actionAdded(let body):
      area(subject.plan, body.area)
      stream("origin", body.origin)
    case .actionCarriedOver(let body):
      for successor in body.successors { stream("successors", successor) }
    case .challengeRaised(let body):
      plan("plan", body.plan)
      area(body.plan, body.area)
      stream("follows", body.follows.map { .above(.challenge, $0) })
    case .challengeAddressed(let body): stream("by", body.by)
    case .achievementRecorded(let body):
      plan("plan", body.plan)
      area(body.plan, body.area)
    case .indicatorDefined(let body):
      plan("plan", body.plan)
      stream("action", body.action)
    case .linkAsserted(let body):
      stream("from", body.from)
      stream("to", body.to)
    case .eventCorrected(let body): return body.data.references(on: subject)
    default: break
    }
    return found
  }
}

extension EventType {
  /// Whether a body of the type can name streams: `EventData.references` of all others is empty.
  package var namesStreams: Bool {
    switch self {
    case .planDrafted, .planSuccessorNamed, .actionAdded, .actionCarriedOver, .challengeRaised,
      .challengeAddressed, .achievementRecorded, .indicatorDefined, .linkAsserted, .eventCorrected:
      true
    default: false
    }
  }

  /// The types whose bodies can name streams.
  package static let naming = allCases.filter(\.namesStreams)
}
