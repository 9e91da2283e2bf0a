package import EventStore
package import Events
internal import LMDB

/// What differs in a ledger between two points on the three clocks.
///
/// The two points may stand apart on the effective clock (what changed), on the recorded clock (what
/// one changed one's mind about), or on any of them.
package struct Changes {
  let snapshot: Snapshot
  let before: ReadingPoint
  let after: ReadingPoint
  private let readerThen: TimelineReader
  private let readerNow: TimelineReader

  /// What differs between two points; the earlier one's position is not the greater.
  package init(
    _ snapshot: Snapshot, from before: ReadingPoint, to after: ReadingPoint
  ) throws(LedgerError) {
    precondition(before.position <= after.position, "what is known does not become less")
    self.snapshot = snapshot
    self.before = before
    self.after = after
    readerNow = try TimelineReader(
      snapshot.view, position: after.position, snapshot.transaction)
    readerThen =
      before.position == after.position
      ? readerNow
      : try TimelineReader(snapshot.view, position: before.position, snapshot.transaction)
  }

  /// The changes of the entities on these streams, by entity, then in the order of its fields.
  ///
  /// - Parameter isWanted: which entities of the streams.
  package func all(
    on subjects: [StreamID], where isWanted: (EntityKey) -> Bool = { _ in true }
  ) throws(LedgerError) -> [Change] {
    var changes: [Change] = []
    for subject in subjects {
      guard let pair = try pair(of: subject, withTexts: false, isWanted), differs(pair) else {
        continue
      }
      // Texts are read where there is something to be said.
      guard let pair = try self.pair(of: subject, withTexts: true, isWanted) else { continue }
      let beliefs =
        readerThen.position == readerNow.position
        ? nil
        : BeliefChanges(
          pair.recorded, since: before.position, readerThen.publications, readerNow.publications)
      for key in EntityKey.inOrder(pair.keys) {
        changes += try self.changes(of: key, pair, beliefs)
      }
    }
    return changes
  }

  /// Whether published dates that EventsPublished give are others at the two positions.
  var saysOfPublishedDates: Bool { readerThen.publications != readerNow.publications }

  // MARK: - One stream

  /// A stream's entities on the two timelines, as far as they are wanted.
  private struct Pair {
    var recorded: [RecordedEvent]
    var then: [EntityKey: [LiveEvent]]
    var now: [EntityKey: [LiveEvent]]

    var keys: Set<EntityKey> { Set(then.keys).union(now.keys) }
  }

  /// `nil` where nothing that bears on the stream was recorded between the two positions, and the two
  /// points stand on the same day.
  private func pair(
    of subject: StreamID, withTexts: Bool, _ isWanted: (EntityKey) -> Bool
  ) throws(LedgerError) -> Pair? {
    let recorded = try readerNow.events(
      of: subject, withTexts: withTexts, snapshot.transaction)
    let isKnownThen = (recorded.last?.position ?? 0) <= before.position
    let isSame = isKnownThen && readerThen.publications == readerNow.publications
    if isSame, before.effectiveAt == after.effectiveAt, before.publishedBy == after.publishedBy {
      return nil
    }
    let now = timelinesByEntity(
      timeline(of: recorded, publications: readerNow.publications), of: subject
    ).filter { isWanted($0.key) }
    if isSame { return Pair(recorded: recorded, then: now, now: now) }
    let earlier = isKnownThen ? recorded : recorded.filter { $0.position <= before.position }
    let then = timelinesByEntity(
      timeline(of: earlier, publications: readerThen.publications), of: subject
    ).filter { isWanted($0.key) }
    return Pair(recorded: recorded, then: then, now: now)
  }

  private func portraits(_ key: EntityKey, _ pair: Pair) -> (Portrait?, Portrait?) {
    (
      key.portrait(of: pair.then[key] ?? [], at: before),
      key.portrait(of: pair.now[key] ?? [], at: after)
    )
  }

  /// Whether an entity rests on other events, or a rule says otherwise of it.
  private func differs(_ pair: Pair) -> Bool {
    pair.keys.contains { key in
      let (then, now) = portraits(key, pair)
      return then?.events.map(\.sameness) != now?.events.map(\.sameness)
        || then?.fields.filter(\.isDerived) != now?.fields.filter(\.isDerived)
    }
  }

  private func changes(
    of key: EntityKey, _ pair: Pair, _ beliefs: BeliefChanges?
  ) throws(LedgerError) -> [Change] {
    let (then, now) = portraits(key, pair)
    guard let difference = difference(from: then, to: now) else { return [] }
    let provenances = (then?.provenances ?? []).union(now?.provenances ?? [])
    let arrival = arrival(of: key, difference.presence, pair)
    var changes: [Change] = []
    for field in difference.fields {
      var change = Change(
        key: key, name: difference.name, area: now?.area ?? then?.area,
        presence: difference.presence, field: field.field,
        old: field.old, new: field.new, isDerived: field.isDerived, oldBy: field.oldBy,
        newBy: field.newBy,
        effective: field.mover(orLater: arrival)?.event.effective,
        responsible: try responsible(for: field, of: difference, arrival, beliefs),
        provenances: provenances)
      if field.isDerived, change.responsible.isEmpty || before.position == after.position {
        let turn = turn(of: field, key, pair.now[key] ?? [])
        // What moved on another day did not do it: time did.
        let movers = field.brought.filter { $0.day == turn }
        change.responsible = movers.map(\.bodyPosition)
        change.effective = movers.last?.event.effective ?? turn.map { CoarseDate($0) }
      }
      let own = (field.brought + field.dropped).map(\.event.provenance)
      if !own.isEmpty { change.provenances = Set(own) }
      changes.append(change)
    }
    return changes
  }

  /// The event by which an entity that is there at one of the points only came into sight.
  ///
  /// - Complexity: O(events × log events): what came into sight stays there.
  private func arrival(of key: EntityKey, _ presence: Presence, _ pair: Pair) -> LiveEvent? {
    let isThen = presence == .disappeared
    guard presence != .changed, let timeline = (isThen ? pair.then : pair.now)[key] else {
      return nil
    }
    var (low, high) = (0, timeline.count)
    while low < high {
      let middle = (low + high) / 2
      let events = Array(timeline[...middle])
      if key.portrait(of: events, at: isThen ? before : after) == nil {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low < timeline.count ? timeline[low] : nil
  }

  /// The events that did it. Where those that moved the field were there before, what the thing came
  /// into sight by did, else all that differs.
  private func responsible(
    for field: FieldDifference, of entity: EntityDifference, _ arrival: LiveEvent?,
    _ beliefs: BeliefChanges?
  ) throws(LedgerError) -> [UInt64] {
    var brought = field.brought
    if !field.isDerived, let arrival, field.mover(orLater: arrival)?.position == arrival.position {
      brought.append(arrival)
    }
    let own = try causes(brought, field.dropped, beliefs)
    if !own.isEmpty || field.isDerived { return own }
    return try causes(entity.brought, entity.dropped, beliefs)
  }

  private func causes(
    _ brought: [LiveEvent], _ dropped: [LiveEvent], _ beliefs: BeliefChanges?
  ) throws(LedgerError) -> [UInt64] {
    guard let beliefs else {
      let since = brought.filter { $0.day > before.effectiveAt }
      return Set(since.map(\.bodyPosition)).sorted()
    }
    var positions: Set<UInt64> = []
    for event in brought + dropped {
      for cause in beliefs.causes(of: event.position) {
        positions.formUnion(try withdrawals(ofPublication: cause))
      }
    }
    return positions.sorted()
  }

  /// Of an EventsPublished that no longer stands, what retracted or corrected it; the position itself
  /// for any other event.
  private func withdrawals(ofPublication position: UInt64) throws(LedgerError) -> [UInt64] {
    guard position <= before.position,
      let event = try snapshot.view.event(
        at: position, withTexts: false, snapshot.transaction)?.event
    else { return [position] }
    let recorded = try readerNow.events(
      of: event.subject, withTexts: false, snapshot.transaction)
    let causes = BeliefChanges(recorded, since: before.position, [], []).causes(of: position)
    return causes.isEmpty ? [position] : causes
  }

  /// The day from which a rule gives the later value, after the earlier day.
  private func turn(
    of field: FieldDifference, _ key: EntityKey, _ timeline: [LiveEvent]
  ) -> Day? {
    var days = Set(key.turningDays(of: timeline))
    for event in timeline {
      guard let date = event.event.effective else { continue }
      days.formUnion([date.firstDay, date.lastDay])
    }
    let between = days.filter { $0 > before.effectiveAt && $0 <= after.effectiveAt }
    var turn: Day?
    for day in between.sorted(by: >) {
      var point = after
      point.effectiveAt = day
      let value = key.portrait(of: timeline, at: point)?.field(field.field)?.value
      if value != field.new { break }
      turn = day
    }
    return turn
  }
}

extension FieldDifference {
  /// The event from which on the value is another one: the last that moved it, or what the thing
  /// came into sight by, where that came later.
  fileprivate func mover(orLater arrival: LiveEvent?) -> LiveEvent? {
    let mover = brought.last ?? dropped.last
    guard let mover, let arrival else { return mover ?? arrival }
    return arrival.day > mover.day ? arrival : mover
  }
}
