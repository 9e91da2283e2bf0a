internal import Arguments
internal import Coding
internal import EventStore
internal import Events
internal import MerkleLog
internal import Projections

/// An event that other events may be about: as it was recorded, and as it is believed.
struct TargetEvent {
  let recorded: RecordedEvent
  /// The envelope and body believed now; `nil` where it was retracted.
  var live: Event?
  /// What became of it.
  var fate: String?
  /// The positions of the corrections of it that hold texts of their own.
  private(set) var correctionsWithTexts: [UInt64] = []

  init?(_ position: UInt64, _ snapshot: Snapshot) throws(LedgerError) {
    guard let event = try snapshot.view.event(at: position, snapshot.transaction) else {
      return nil
    }
    recorded = event
    let point = ReadingPoint(effectiveAt: .last, position: snapshot.view.head.position)
    let history = try PointInTime(snapshot, at: point).history(of: event.event.subject)
    guard let belief = history.first(where: { $0.recorded.position == position }) else { return }
    live = belief.isLive ? belief.event : nil
    correctionsWithTexts = history.map(\.recorded).filter { other in
      guard case .eventCorrected(let body) = other.event.data else { return false }
      return body.target == recorded.id && other.commitment != nil && !other.isRedacted
    }.map(\.position)
    if let retraction = belief.retractedBy {
      fate = "It was retracted by no. \(retraction)."
    } else if let correction = belief.correctedBy {
      fate = "It was corrected by no. \(correction); this is how it was first typed."
    } else if belief.isRedacted {
      fate = "Its texts were removed for good."
    }
  }

  /// The event as it is believed.
  func believed() throws(Failure) -> Event {
    if let live { return live }
    throw .told(
      "No. \(recorded.position) does not stand any more: \(fate ?? "") Nothing was recorded.",
      .badData)
  }

  /// What is said after its texts were removed, or of a dry run before.
  func redactionNotes(isDryRun: Bool) -> [String] {
    let (are, stand) = isDryRun ? ("would be", "would stand") : ("are", "stand")
    var notes = [
      "Its texts \(are) gone from answers, from exports to come and from their place in the ledger, "
        + "where zeros \(stand). Not reached: pages that the data file has freed, and exports, backups "
        + "and copies made before."
        + (isDryRun ? " It cannot be undone." : "")
    ]
    if let first = correctionsWithTexts.first {
      let numbers = correctionsWithTexts.map { "no. \($0)" }.joined(separator: ", ")
      let own = correctionsWithTexts.count == 1 ? "its" : "their"
      notes.append(
        "It was corrected by \(numbers), with texts of \(own) own, which stay. If the same stands "
          + "there: planledger event redact \(first)")
    }
    return notes
  }

  /// The event as a CloudEvents object.
  func json(_ event: RecordedEvent, _ identity: LedgerIdentity) -> JSON {
    var writer = JSONWriter()
    CloudEvents.write(
      event, salt: nil, redactedLength: nil, ledger: identity.id.hex, to: &writer)
    var parser = JSONParser()
    return (try? parser.parse(writer.bytes)) ?? .object([])
  }
}
