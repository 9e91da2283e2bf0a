package import Events

/// Days about which an answer is another one by one timeline of an entity than by another.
package struct ChangedSpan: Sendable {
  /// Which entity.
  package let key: EntityKey
  /// What it is called.
  package let name: LangText?
  /// Whether the entity is there by both timelines, or by one of them.
  package let presence: Presence
  /// The field's name, as the schema has it.
  package let field: String
  /// Whether a rule over other fields and the day gives the value.
  package let isDerived: Bool
  /// The value by the one timeline; `nil` where it has none.
  package let old: Datum?
  /// The value by the other; `nil` where it has none.
  package let new: Datum?
  /// The first day.
  package let from: Day
  /// The last day; `nil` where the answers differ for good.
  package fileprivate(set) var through: Day?

  fileprivate func goesOn(with other: ChangedSpan) -> Bool {
    presence == other.presence && old == other.old && new == other.new
  }
}

extension EntityKey {
  /// Where the answers of two timelines of the entity differ, by day, then in the order of its
  /// fields; neighbouring days with the same difference are one span.
  ///
  /// Both timelines are folded once, side by side, from the first day that may differ on; what is
  /// compared is what the two states say of their fields on each day on which either may turn.
  ///
  /// - Complexity: O(events × fields).
  package func changedSpans(
    from before: [LiveEvent], to after: [LiveEvent]
  ) -> [ChangedSpan] {
    guard let first = firstDay(thatDiffersBetween: before, and: after) else { return [] }
    return changedSpans(kind.state, before, after, from: first)
  }

  /// The first day on which an event counts, or may count, by one of the timelines only.
  private func firstDay(
    thatDiffersBetween before: [LiveEvent], and after: [LiveEvent]
  ) -> Day? {
    let same = Set(before.map(\.sameness)).intersection(after.map(\.sameness))
    return (before + after).filter { !same.contains($0.sameness) }.map(\.firstPossibleDay).min()
  }

  private func changedSpans<State: DescribedState>(
    _: State.Type, _ before: [LiveEvent], _ after: [LiveEvent], from first: Day
  ) -> [ChangedSpan] {
    var days: Set<Day> = [first]
    for event in before + after { days.formUnion([event.firstPossibleDay, event.day]) }
    days.formUnion(turningDays(of: before) + turningDays(of: after))
    let point = ReadingPoint(effectiveAt: .first, position: .max)
    var then = TimelineWalk(before, of: subject, at: point, as: State.self)
    var now = TimelineWalk(after, of: subject, at: point, as: State.self)
    var spans = Spans()
    for day in days.filter({ $0 >= first }).sorted() {
      then.advance(to: day)
      now.advance(to: day)
      spans.take(differences(then.entity, now.entity, on: day), on: day)
    }
    return spans.all
  }

  private func differences<State: DescribedState>(
    _ before: Entity<State>?, _ after: Entity<State>?, on day: Day
  ) -> [ChangedSpan] {
    let (then, now) = (portrait(before, on: day), portrait(after, on: day))
    let isChange = then != nil && now != nil
    return fieldNames(then, now).compactMap { name in
      let (old, new) = (then?.field(name), now?.field(name))
      guard old?.value != new?.value,
        isChange || (new ?? old)?.isWorthAWord == true
      else { return nil }
      return ChangedSpan(
        key: self, name: now?.name ?? then?.name,
        presence: isChange ? .changed : now == nil ? .disappeared : .appeared, field: name,
        isDerived: (new ?? old)?.isDerived ?? false, old: old?.value, new: new?.value, from: day)
    }
  }

  private func portrait<State: DescribedState>(_ entity: Entity<State>?, on day: Day) -> Portrait? {
    entity.map { entity in
      let mark = StateField.derived("imprecise", .flag(entity.isImprecise))
      return Portrait(
        key: self, fields: entity.describedFields(on: day) + [mark], events: [],
        isImprecise: entity.isImprecise)
    }
  }
}

extension LiveEvent {
  /// The first day on which the event may count: of an open date, any.
  fileprivate var firstPossibleDay: Day {
    guard let date = event.effective else { return day }
    return date.isOpen ? .first : date.firstDay
  }
}

/// Spans under way, while days go on.
private struct Spans {
  private var done: [ChangedSpan] = []
  private var open: [ChangedSpan] = []

  /// Takes in what differs from a day on.
  mutating func take(_ differences: [ChangedSpan], on day: Day) {
    var next: [ChangedSpan] = []
    for difference in differences {
      let index = open.firstIndex { $0.field == difference.field }
      if let index, open[index].goesOn(with: difference) {
        next.append(open.remove(at: index))
      } else {
        next.append(difference)
      }
    }
    for var span in open {
      span.through = day.advanced(by: -1)
      done.append(span)
    }
    open = next
  }

  var all: [ChangedSpan] {
    let spans = done + open
    let order = spans.indices.sorted { (spans[$0].from, $0) < (spans[$1].from, $1) }
    return order.map { spans[$0] }
  }
}
