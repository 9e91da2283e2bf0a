package import EventStore
package import Events
package import LMDB

/// Reads timelines as they are believed at a position of the ledger.
///
/// Events come from the ledger's own records: this is for whoever needs them all, as rules and
/// histories do. A state at a point is read from what is kept for it (`FactReader`).
package struct TimelineReader: Sendable {
  /// The ledger's databases.
  package let view: LedgerView
  /// The last position that counts.
  package let position: UInt64
  /// The EventsPublished live at that position, by position.
  package let publications: [Publication]

  /// A reader at a position, at most the view's head.
  package init(
    _ view: LedgerView, position: UInt64, _ transaction: borrowing ReadTransaction
  ) throws(LedgerError) {
    self.view = view
    self.position = position
    publications = try TimelineReader.publications(view, position, transaction)
  }

  /// The live events of a stream, in the order of time.
  ///
  /// - Parameter withTexts: whether to read free texts too.
  package func timeline(
    of subject: StreamID, withTexts: Bool, _ transaction: borrowing ReadTransaction
  ) throws(LedgerError) -> [LiveEvent] {
    let recorded = try events(of: subject, withTexts: withTexts, transaction)
    return Projections.timeline(of: recorded, publications: publications)
  }

  /// The events of a stream up to the position, as they were recorded.
  package func events(
    of subject: StreamID, withTexts: Bool, _ transaction: borrowing ReadTransaction
  ) throws(LedgerError) -> [RecordedEvent] {
    var events: [RecordedEvent] = []
    try view.positions(of: subject, .forward, transaction) { position throws(LedgerError) in
      guard position <= self.position else { return false }
      let event = try view.event(
        at: position, on: subject, withTexts: withTexts, transaction)
      if let event {
        events.append(event)
      }
      return true
    }
    return events
  }

  /// The EventsPublished that are live at a position: few, each on a stream of its own choice.
  private static func publications(
    _ view: LedgerView, _ position: UInt64, _ transaction: borrowing ReadTransaction
  ) throws(LedgerError) -> [Publication] {
    var subjects: Set<StreamID> = []
    try view.positions(of: .eventsPublished, .forward, transaction) { found throws(LedgerError) in
      guard found <= position else { return false }
      if let event = try view.event(at: found, withTexts: false, transaction) {
        subjects.insert(event.event.subject)
      }
      return true
    }
    var publications: [Publication] = []
    for subject in subjects {
      var events: [RecordedEvent] = []
      try view.positions(of: subject, .forward, transaction) { found throws(LedgerError) in
        guard found <= position else { return false }
        if let event = try view.event(at: found, withTexts: false, transaction) {
          events.append(event)
        }
        return true
      }
      for belief in beliefs(in: events, publications: []) where belief.isLive {
        guard case .eventsPublished(let body) = belief.event.data else { continue }
        publications.append(
          Publication(
            position: belief.recorded.position, published: body.published, under: body.under,
            through: UInt64(body.through.number)))
      }
    }
    return publications.sorted { $0.position < $1.position }
  }
}
