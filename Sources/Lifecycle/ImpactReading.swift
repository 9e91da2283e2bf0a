internal import EventStore
internal import Events
internal import LMDB
internal import Projections

/// Reads what a staged batch would change, stream by stream.
struct ImpactReading {
  private let batch: StagedBatch
  private let scope: ImpactScope
  private let before: TimelineReader
  private let after: TimelineReader
  private var impact = Impact()

  init(
    _ batch: StagedBatch, _ scope: ImpactScope, _ transaction: borrowing ReadTransaction
  ) throws(LedgerError) {
    self.batch = batch
    self.scope = scope
    let head = batch.view.head.position
    after = try TimelineReader(batch.view, position: head, transaction)
    before = try TimelineReader(batch.view, position: batch.first - 1, transaction)
  }

  /// What the batch would change.
  mutating func read(_ transaction: borrowing ReadTransaction) throws(LedgerError) -> Impact {
    var subjects = batch.touched
    try addReached(to: &subjects, transaction)
    for (index, subject) in subjects.sorted().enumerated() {
      if index % Judgement.streamsBetweenReleases == Judgement.streamsBetweenReleases - 1 {
        transaction.environment.releasePages()
      }
      try read(subject, transaction)
    }
    return impact
  }

  /// The streams whose published dates are given otherwise.
  private func addReached(
    to subjects: inout Set<StreamID>, _ transaction: borrowing ReadTransaction
  ) throws(LedgerError) {
    let changed = Set(before.publications).symmetricDifference(after.publications)
    for prefix in Set(changed.map(\.under)) {
      var reached: [StreamID] = []
      try batch.view.streams(under: prefix.description, transaction) { subject in
        if prefix.reaches(subject) { reached.append(subject) }
        return true
      }
      subjects.formUnion(reached)
    }
  }

  private mutating func read(
    _ subject: StreamID, _ transaction: borrowing ReadTransaction
  ) throws(LedgerError) {
    let recorded = try after.events(of: subject, withTexts: true, transaction)
    let (earlier, brought) = batch.divide(recorded)
    let then = timeline(of: Array(earlier), publications: before.publications)
    let now = timeline(of: recorded, publications: after.publications)
    for event in brought {
      guard case .contentRedacted(let body) = event.event.data else { continue }
      impact.redacted += recorded.filter { $0.id == body.target }.map(\.position)
    }
    notePublished(then, now, on: subject)
    let (old, new) = (
      timelinesByEntity(then, of: subject), timelinesByEntity(now, of: subject)
    )
    for key in EntityKey.inOrder(Set(old.keys).union(new.keys)) {
      for span in key.changedSpans(from: old[key] ?? [], to: new[key] ?? []) { keep(span) }
    }
  }

  /// Events that both timelines hold, with another published date.
  private mutating func notePublished(
    _ then: [LiveEvent], _ now: [LiveEvent], on subject: StreamID
  ) {
    let dates = Dictionary(
      then.map { ($0.position, $0.published) }, uniquingKeysWith: { first, _ in first })
    for event in now {
      guard let old = dates[event.position], old != event.published else { continue }
      let known = impact.published.firstIndex { $0.old == old && $0.new == event.published }
      let index = known ?? impact.published.endIndex
      if known == nil { impact.published.append(PublishedImpact(old: old, new: event.published)) }
      impact.published[index].events += 1
      if impact.published[index].streams.last != subject {
        impact.published[index].streamCount += 1
        if impact.published[index].streams.count < 5 {
          impact.published[index].streams.append(subject)
        }
      }
    }
  }

  private mutating func keep(_ span: ChangedSpan) {
    if span.from < scope.today {
      impact.past.keep(span, scope.limit)
    } else {
      impact.later.keep(span, scope.limit)
    }
  }
}
