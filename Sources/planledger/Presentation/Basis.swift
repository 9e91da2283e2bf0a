internal import Coding
internal import EventStore
internal import Events
internal import MerkleLog
internal import Projections

/// What an answer rests on: the three clocks as resolved, the tree's root, and whose word it is.
///
/// Asked again with them, the ledger gives the same answer for ever.
struct Basis {
  private let point: ReadingPoint
  private let recorded: Instant?
  private let root: Hash
  private let isRestored: Bool
  /// The classes of provenance among what is shown.
  var provenance: Set<Provenance> = []
  /// Whether a coarse date leaves open what was true on the day.
  var isImprecise = false
  /// Where an answer about what differs begins; all else is where it ends.
  private var start: (point: ReadingPoint, json: [JSON.Member], words: String)?

  /// What an answer at a point rests on.
  init(_ snapshot: Snapshot, _ point: ReadingPoint) throws(LedgerError) {
    self.point = point
    recorded = try snapshot.view.header(at: point.position, snapshot.transaction)?.recorded
    root = try snapshot.view.root(size: point.position, snapshot.transaction)
    isRestored = snapshot.view.identity.isRestored
  }

  /// Takes in where the answer begins.
  mutating func begin(_ other: Basis) {
    start = (other.point, other.standing, other.clauses)
  }

  /// Takes in what an entity rests on.
  mutating func add<State>(_ entity: Entity<State>) {
    provenance.formUnion(entity.provenances)
    if entity.isImprecise { isImprecise = true }
  }

  private var words: [String] { provenance.map(\.description).sorted() }

  /// What people are told at the end of an answer.
  var sentence: String {
    var sentence = start.map { "Before: as at \($0.words). After: as" } ?? "As"
    sentence += " at " + clauses
    if !words.isEmpty { sentence += "; provenance \(words.joined(separator: ", "))" }
    if isImprecise {
      sentence += ". ~ marks what a coarse date leaves open on that day"
    }
    return sentence + "."
  }

  private var clauses: String {
    var parts = ["\(point.effectiveAt) (effective)"]
    parts.append(
      point.publishedBy.map { "published by \($0)" } ?? "published by any day")
    let when = recorded.map { " on \($0.secondsShown)" } ?? ""
    parts.append(
      point.position == 0
        ? "the ledger is empty"
        : "as recorded by no. \(point.position)\(when)\(isRestored ? " (restored)" : "")")
    parts.append("tree root \(root.hex.prefix(12))…")
    return parts.joined(separator: ", ")
  }

  /// The clocks as members of a row, as the reading options take them.
  var members: [JSON.Member] {
    let own = clocks + [JSON.Member("recordedBy", .string("@\(point.position)"))]
    guard let start else { return own }
    return [
      JSON.Member("fromEffectiveAt", .string(start.point.effectiveAt.description)),
      JSON.Member("fromRecordedBy", .string("@\(start.point.position)")),
    ] + own
  }

  private var clocks: [JSON.Member] {
    [
      JSON.Member("effectiveAt", .string(point.effectiveAt.description)),
      JSON.Member("publishedBy", point.publishedBy.map { .string("\($0)") } ?? .null),
    ]
  }

  private var standing: [JSON.Member] {
    clocks + [
      JSON.Member("position", .number("\(point.position)")),
      JSON.Member("recordedBy", recorded.map { .string("\($0)") } ?? .null),
      JSON.Member("root", .string(root.hex)),
    ]
  }

  /// All of it.
  var json: JSON {
    .object(
      standing + (start.map { [JSON.Member("from", .object($0.json))] } ?? []) + [
        JSON.Member("recordedTimes", .string(isRestored ? "RESTORED" : "OWN")),
        JSON.Member("imprecise", .bool(isImprecise)),
        JSON.Member("provenance", .array(words.map(JSON.string))),
      ])
  }
}

extension Instant {
  /// The instant in UTC to the second: `2025-01-28 09:30:00 UTC`.
  var secondsShown: String {
    let text = description
    return "\(text.prefix(10)) \(text.dropFirst(11).prefix(8)) UTC"
  }
}
