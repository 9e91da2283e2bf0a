package import Events

/// What sort of thing an entity is.
package enum EntityKind: String, Sendable, CaseIterable {
  /// A plan.
  case plan = "PLAN"
  /// A direction of a plan's work.
  case area = "AREA"
  /// A measure of a plan.
  case action = "ACTION"
  /// Figures published on a plan.
  case claim = "CLAIM"
  /// One count of victims.
  case victimCount = "VICTIM_COUNT"
  /// An indicator with its targets and observations.
  case indicator = "INDICATOR"
  /// A challenge.
  case challenge = "CHALLENGE"
  /// An achievement.
  case achievement = "ACHIEVEMENT"
  /// A recommendation of a monitoring body.
  case recommendation = "RECOMMENDATION"
  /// A legal duty.
  case obligation = "OBLIGATION"
  /// A link between two things.
  case link = "LINK"
  /// A source document.
  case source = "SOURCE"
  /// An institution.
  case institution = "INSTITUTION"

  /// What a stream of that kind is about.
  package init(_ kind: StreamKind) {
    switch kind {
    case .plan: self = .plan
    case .area: self = .area
    case .action: self = .action
    case .claim: self = .claim
    case .victims: self = .victimCount
    case .indicator: self = .indicator
    case .challenge: self = .challenge
    case .achievement: self = .achievement
    case .recommendation: self = .recommendation
    case .obligation: self = .obligation
    case .link: self = .link
    case .source: self = .source
    case .institution: self = .institution
    }
  }
}

/// What an entity is known by: its stream and, for a count of victims, its cell.
package struct EntityKey: Hashable, Sendable {
  /// Its stream.
  package let subject: StreamID
  /// Which count of the stream.
  package let cell: VictimCell?

  /// The entity of a stream.
  package init(_ subject: StreamID, _ cell: VictimCell? = nil) {
    self.subject = subject
    self.cell = cell
  }

  /// What sort of thing it is.
  package var kind: EntityKind { EntityKind(subject.kind) }

  /// Keys by their streams, and by what their cells are in words.
  package static func inOrder(_ keys: some Sequence<EntityKey>) -> [EntityKey] {
    // What a cell is in words is made once, and not for each comparison.
    keys.map { (key: $0, words: $0.cell?.written ?? "") }
      .sorted { ($0.key.subject, $0.words) < ($1.key.subject, $1.words) }
      .map(\.key)
  }
}

extension VictimCell {
  /// The cell in words that no two cells share, dimensions that are ALL left out.
  package var written: String {
    var words = [basis.description, period.description]
    if register != .all { words.append("register \(register)") }
    if sex != .all { words.append(sex.description) }
    if ageGroup != .all { words.append(ageGroup.description) }
    if citizenship != .all { words.append("citizens of \(citizenship)") }
    if exploitation != .all { words.append(exploitation.description) }
    if place != .all { words.append("in \(place)") }
    return words.joined(separator: " ")
  }
}

/// The timelines of the entities on a stream: a stream of counts has one for each cell, so that no
/// comparison costs more than the cells that it is about.
package func timelinesByEntity(
  _ timeline: [LiveEvent], of subject: StreamID
) -> [EntityKey: [LiveEvent]] {
  guard subject.kind == .victims else {
    return timeline.isEmpty ? [:] : [EntityKey(subject): timeline]
  }
  return Dictionary(grouping: timeline) { event in
    switch event.event.data {
    case .victimCountRecorded(let body): EntityKey(subject, body.cell)
    case .victimCountRevised(let body): EntityKey(subject, body.cell)
    default: EntityKey(subject)
    }
  }
}
