internal import Coding
internal import Events
internal import Projections

/// What the answer of an entry field rests on: enough to ask again and get the same bytes.
final class Basis {
  /// When it was true; `nil` where the field has no such clock.
  let effectiveAt: Day?
  let publishedBy: Day?
  let recordedBy: Instant?
  let position: UInt64
  let root: String
  let isRestored: Bool
  /// Where an answer about changes begins; what else is said here is where it ends.
  var from: Basis?
  private(set) var isImprecise = false
  /// Each class once; there are four.
  private(set) var provenances: [Provenance] = []

  init(
    effectiveAt: Day?, publishedBy: Day?, recordedBy: Instant?, position: UInt64, root: String,
    isRestored: Bool
  ) {
    self.effectiveAt = effectiveAt
    self.publishedBy = publishedBy
    self.recordedBy = recordedBy
    self.position = position
    self.root = root
    self.isRestored = isRestored
  }

  /// The answer rests on that entity.
  func rest<State>(on entity: Entity<State>) {
    for provenance in entity.provenances { rest(on: provenance) }
    if entity.isImprecise { isImprecise = true }
  }

  /// The answer rests on a point of a series.
  func rest(onSeries point: SeriesPoint) {
    for provenance in point.provenances { rest(on: provenance) }
    if point.isImprecise { isImprecise = true }
  }

  /// The answer rests on an event of that class.
  func rest(on provenance: Provenance) {
    if !provenances.contains(provenance) { provenances.append(provenance) }
  }

  private var clocks: [JSON.Member] {
    [
      JSON.Member("effectiveAt", JSON(effectiveAt?.description)),
      JSON.Member("publishedBy", JSON(publishedBy?.description)),
      JSON.Member("recordedBy", JSON(recordedBy?.description)),
      JSON.Member("position", .number(String(position))),
      JSON.Member("root", .string(root)),
    ]
  }

  var json: JSON {
    var members = clocks
    if let from { members.append(JSON.Member("from", .object(from.clocks))) }
    members += [
      JSON.Member("imprecise", .bool(isImprecise)),
      JSON.Member("provenance", .array(provenances.inOrder.map { .string($0.description) })),
    ]
    if isRestored { members.append(JSON.Member("recordedTimes", .string("RESTORED"))) }
    return .object(members)
  }
}

extension JSON {
  /// The text, or null.
  init(_ text: String?) { self = text.map { .string($0) } ?? .null }
}

extension Collection<Provenance> {
  /// The classes in the order of the vocabulary.
  var inOrder: [Provenance] { sorted { $0.rawValue < $1.rawValue } }
}
