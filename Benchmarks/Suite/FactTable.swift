import CPeers
import EventStore
import Events
import Foundation
import Projections

/// The facts of a ledger's actions in SQLite, for the same questions.
@safe
final class FactTable {
  private let peer: OpaquePointer
  private var actions: [StreamID: Int64] = [:]
  private var plans: [Identifier: Int64] = [:]

  /// Takes in all events of a ledger; corrections end what they correct and add what they say.
  init(_ ledger: Ledger, in folder: String, months: [Day]) throws {
    guard let peer = unsafe peer_facts_open(folder + "/facts.db") else {
      throw CocoaError(.fileWriteUnknown)
    }
    unsafe self.peer = peer
    let snapshot = try ledger.snapshot()
    let view = snapshot.view
    try view.records(from: 1, snapshot.transaction) { position, record throws(LedgerError) in
      let event = try view.event(record, at: position, withTexts: true, snapshot.transaction)
      guard event.event.subject.kind == .action else { return true }
      let action = number(of: event.event.subject)
      if case .eventCorrected(let body) = event.event.data {
        if let place = try view.position(of: body.target, snapshot.transaction),
          let target = try view.event(at: place, withTexts: true, snapshot.transaction)
        {
          let day = target.event.effective?.lastDay ?? .first
          unsafe peer_facts_end(
            peer, action, Int64(day.number), Int64(place), Int64(position))
          add(target.event.corrected(by: body), place, from: position, of: action)
        }
      } else {
        add(event.event, position, from: position, of: action)
      }
      return true
    }
    let days = months.map { Int64($0.number) }
    let error = unsafe peer_facts_ready(peer, days, days.count)
    guard error == 0 else { throw CocoaError(.fileWriteUnknown) }
  }

  deinit { _ = unsafe peer_facts_close(peer) }

  /// The states of a plan's actions; how many rows they are.
  func plan(_ plan: Identifier, at point: ReadingPoint) -> UInt64 {
    unsafe peer_facts_plan(
      peer, plans[plan] ?? 0, Int64(point.effectiveAt.number), Int64(point.position))
  }

  /// All actions by running status on each of the months.
  func series(at position: UInt64) -> UInt64 { unsafe peer_facts_series(peer, Int64(position)) }

  private func number(of action: StreamID) -> Int64 {
    if let known = actions[action] { return known }
    let number = Int64(actions.count + 1)
    actions[action] = number
    guard let plan = action.plan else { return number }
    let planNumber = plans[plan] ?? Int64(plans.count + 1)
    plans[plan] = planNumber
    unsafe peer_facts_action(peer, number, planNumber)
    return number
  }

  private func add(_ event: Event, _ position: UInt64, from: UInt64, of action: Int64) {
    let day = Int64(event.effective?.lastDay.number ?? 0)
    func put(_ field: Int32, _ value: String?) {
      guard let value else { return }
      let bytes = Array(value.utf8)
      unsafe peer_facts_add(
        peer, action, field, day, Int64(position), Int64(from), bytes, bytes.count)
    }
    func title(_ text: LangText) { put(1, text.variants.map(\.text).joined(separator: "\n")) }
    func names(_ names: [Identifier]) { put(5, names.map(\.description).joined(separator: " ")) }
    func running(_ status: RunningStatus) { put(6, status.rawValue) }
    switch event.data {
    case .actionAdded(let body):
      title(body.title)
      put(2, body.area?.description)
      put(3, body.kind?.description)
      put(4, body.lead?.description)
      names(body.involved)
      running(.planned)
      put(8, body.deadline?.description)
    case .actionReworded(let body): title(body.title)
    case .actionReassigned(let body):
      put(4, body.lead.description)
      names(body.involved)
    case .deadlineSet(let body): put(8, body.deadline.description)
    case .deadlinePostponed(let body):
      put(8, body.deadline.description)
      put(11, "")
    case .progressReported(let body): put(9, body.percent.map { "\($0.number)" })
    case .actionAssessed(let body):
      put(10, "\(body.verdict) \(body.finality) \(body.scale)")
    case .assessmentRevised(let body):
      put(10, "\(body.verdict) \(body.finality) \(body.scale)")
    case .actionStarted:
      running(.inProgress)
      put(12, "")
    case .actionResumed, .actionReopened: running(.inProgress)
    case .actionSuspended: running(.suspended)
    case .actionCancelled: running(.cancelled)
    case .actionDelivered: running(.delivered)
    case .actionDropped: put(7, "DROPPED")
    case .actionCarriedOver(let body): put(7, body.relation.description)
    default: break
    }
  }
}
