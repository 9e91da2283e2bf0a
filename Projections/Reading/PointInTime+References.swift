package import EventStore
package import Events

extension PointInTime {
  /// The streams of a kind of which an event up to the point's position names a stream, by name.
  ///
  /// Whether they name it still, and at the point, their states say.
  ///
  /// - Complexity: O(what is found); O(events that name anything), once, where the projection is not
  ///   asked.
  package func streams(
    _ kind: StreamKind, naming named: StreamID
  ) throws(LedgerError) -> [StreamID] {
    guard let references else {
      return try recordedReferences()[named, default: []].filter { $0.kind == kind }.sorted()
    }
    return try asking { () throws(LedgerError) in
      try references.streams(kind, naming: named, snapshot.transaction)
    }.sorted()
  }

  /// The streams of a kind of which an event names a plan, or something that stands within it, by
  /// name.
  package func streams(
    _ kind: StreamKind, namingPlanOrWithin plan: Identifier
  ) throws(LedgerError) -> [StreamID] {
    guard let references else {
      var found: Set<StreamID> = []
      for (named, naming) in try recordedReferences() where named.plan == plan {
        found.formUnion(naming.filter { $0.kind == kind })
      }
      return found.sorted()
    }
    return try asking { () throws(LedgerError) in
      let direct = try references.streams(kind, naming: .plan(plan), snapshot.transaction)
      return try references.streams(kind, namingWithin: plan, snapshot.transaction).union(direct)
    }.sorted()
  }

  /// The entities in sight of streams.
  func entities<State: EntityState>(
    _ subjects: [StreamID], as: State.Type = State.self
  ) throws(LedgerError) -> [Entity<State>] {
    var entities: [Entity<State>] = []
    for subject in subjects {
      if let entity: Entity<State> = try entity(subject) { entities.append(entity) }
    }
    return entities
  }

  /// What names what, by the records: read once.
  private func recordedReferences() throws(LedgerError) -> [StreamID: Set<StreamID>] {
    if let knownReferences { return knownReferences }
    var found: [StreamID: Set<StreamID>] = [:]
    for type in EventType.naming {
      try snapshot.view.positions(of: type, .forward, snapshot.transaction) {
        position throws(LedgerError) in
        guard position <= point.position else { return false }
        let event = try snapshot.view.event(at: position, withTexts: false, snapshot.transaction)
        guard let event = event?.event else { return true }
        for (_, named) in event.data.references(on: event.subject) {
          found[named, default: []].insert(event.subject)
        }
        return true
      }
    }
    knownReferences = found
    return found
  }
}
