internal import Events
internal import Projections

/// A field of an entity that is said otherwise.
struct Turn {
  let key: EntityKey
  let name: LangText?
  let field: String
  let old: Datum?
  let new: Datum?
  let provenances: Set<Provenance>
}

extension Turn {
  init(_ change: Change) {
    self.init(
      key: change.key, name: change.name, field: change.field, old: change.old, new: change.new,
      provenances: change.provenances)
  }
}

/// All that was recorded on a stream, by the entity that it is about: of a stream of counts, what one
/// correction changed is told from the events of its own cell.
struct StreamPast {
  /// What was recorded, with what is believed of it.
  let entries: [HistoryEntry]
  private let publications: [Publication]
  /// The entities that an event, or what it speaks about, was ever about.
  private var keys: [EventID: Set<EntityKey>] = [:]
  /// What was recorded on an entity, events about its events included, in the order of positions.
  private var recorded: [EntityKey: [RecordedEvent]] = [:]

  init(_ entries: [HistoryEntry], _ publications: [Publication]) {
    self.entries = entries
    self.publications = publications
    for entry in entries {
      let event = entry.recorded
      // What an event speaks about stands below it; the two are about the same entities from then on.
      var own = event.event.data.target.flatMap { keys[$0] } ?? []
      own.formUnion(event.event.keys)
      keys[event.id] = own
      if let target = event.event.data.target { keys[target]?.formUnion(own) }
    }
    for entry in entries {
      for key in keys[entry.recorded.id] ?? [] { recorded[key, default: []].append(entry.recorded) }
    }
  }

  /// What an event about an event changed of what stands at a point.
  func turns(by entry: HistoryEntry, at point: ReadingPoint) -> [Turn] {
    let position = entry.recorded.position
    return EntityKey.inOrder(keys[entry.recorded.id] ?? []).flatMap { key -> [Turn] in
      func portrait(_ isKnown: (UInt64) -> Bool) -> Portrait? {
        let events = (recorded[key] ?? []).filter { isKnown($0.position) }
        let live = timeline(of: events, publications: publications)
        return key.portrait(of: timelinesByEntity(live, of: key.subject)[key] ?? [], at: point)
      }
      return turns(from: portrait { $0 < position }, to: portrait { $0 <= position })
    }
  }

  /// What a revision changed: the value that stood before the event beside its own.
  func revisions(by entry: HistoryEntry, at point: ReadingPoint) -> [Turn] {
    let field = entry.event.type == .victimCountRevised ? "value" : "assessment"
    guard let key = entry.event.keys.first else { return [] }
    let live = timeline(of: recorded[key] ?? [], publications: publications)
    let own = (timelinesByEntity(live, of: key.subject)[key] ?? []).filter {
      point.admits($0) && $0.day <= point.effectiveAt
    }
    guard let index = own.firstIndex(where: { $0.position == entry.recorded.position }) else {
      return []
    }
    return turns(
      from: key.portrait(of: Array(own[..<index]), at: point),
      to: key.portrait(of: Array(own[...index]), at: point)
    )
    .filter { $0.field == field }
  }

  private func turns(from before: Portrait?, to after: Portrait?) -> [Turn] {
    guard let difference = difference(from: before, to: after) else { return [] }
    return difference.fields.filter { !$0.isDerived }.map { field in
      let moved = (field.brought + field.dropped).map(\.event.provenance)
      return Turn(
        key: difference.key, name: difference.name, field: field.field, old: field.old,
        new: field.new,
        provenances: moved.isEmpty
          ? (before?.provenances ?? []).union(after?.provenances ?? []) : Set(moved))
    }
  }
}

extension EventData {
  /// The event that the body speaks about.
  fileprivate var target: EventID? {
    switch self {
    case .eventCorrected(let body): body.target
    case .eventRetracted(let body): body.target
    case .contentRedacted(let body): body.target
    default: nil
    }
  }
}

extension Event {
  /// The entities that its own body is about.
  fileprivate var keys: Set<EntityKey> {
    guard subject.kind == .victims else { return [EntityKey(subject)] }
    return switch data {
    case .victimCountRecorded(let body): [EntityKey(subject, body.cell)]
    case .victimCountRevised(let body): [EntityKey(subject, body.cell)]
    case .eventCorrected(let body):
      switch body.data {
      case .victimCountRecorded(let count): [EntityKey(subject, count.cell)]
      case .victimCountRevised(let count): [EntityKey(subject, count.cell)]
      default: []
      }
    default: []
    }
  }
}
