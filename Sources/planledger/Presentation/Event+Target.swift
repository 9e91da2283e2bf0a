internal import EventStore
internal import Events

extension Event {
  /// An event about another, in a few words that say which and what it was:
  /// `no. 5, DEMO-2021/1.2 started, corrected: 2022-03 → 2022-04`.
  ///
  /// - Parameter before: the other as it was believed until then.
  func summary(about number: UInt64, _ before: Event) -> String {
    guard case .eventCorrected(let body) = data else {
      return "no. \(number), \(before.summary), \(type.verb)"
    }
    let date = body.effective ?? before.effective
    let provenance = body.provenance ?? before.provenance
    let (old, new) = (before.data.detail, body.data.detail)
    var changes: [String] = []
    if old != new { changes.append("\(old ?? "nothing") → \(new ?? "nothing")") }
    if let day = before.effective, let date, day != date { changes.append("\(day) → \(date)") }
    if provenance != before.provenance { changes.append("\(before.provenance) → \(provenance)") }
    let words = before.words(
      old == new ? old : nil, before.effective == date ? before.effective : nil)
    return "no. \(number), \(words), corrected"
      + (changes.isEmpty ? "" : ": " + changes.joined(separator: ", "))
  }

  /// The event in a few words; of one about another, which, and what it was when it was typed.
  func summary(in snapshot: Snapshot) throws(LedgerError) -> String {
    let target: EventID
    switch data {
    case .eventCorrected(let body): target = body.target
    case .eventRetracted(let body): target = body.target
    case .contentRedacted(let body): target = body.target
    default: return summary
    }
    guard let number = try snapshot.view.position(of: target, snapshot.transaction),
      let event = try snapshot.view.event(at: number, withTexts: false, snapshot.transaction)?.event
    else { return summary }
    var words = "no. \(number), \(event.summary), \(type.verb)"
    if case .eventCorrected(let body) = data {
      let new = event.changing(to: body)
      let isDetailed = new.data.detail != event.data.detail
      let now = [
        isDetailed ? new.data.detail : nil,
        new.effective == event.effective ? nil : new.effective?.description,
        new.provenance == event.provenance ? nil : new.provenance.description,
      ].compactMap { $0 }
      if !now.isEmpty { words += now.joined(separator: ", ").afterCorrected }
    }
    return words
  }

  /// The event with what a correction says in its place.
  private func changing(to body: EventCorrected) -> Event {
    var event = self
    event.data = body.data
    event.effective = body.effective ?? effective
    event.provenance = body.provenance ?? provenance
    return event
  }
}

extension String {
  /// What something was corrected to, behind that word; a detail may bring its own preposition.
  fileprivate var afterCorrected: String {
    switch split(separator: " ").first {
    case "to": " \(self)"
    case "by", "for", "with": ", \(self)"
    default: " to \(self)"
    }
  }
}
