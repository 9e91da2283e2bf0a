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

  /// What an answer at a point rests on.
  init(_ snapshot: Snapshot, _ point: ReadingPoint) throws(LedgerError) {
    self.point = point
    recorded = try snapshot.view.header(at: point.position, snapshot.transaction)?.recorded
    root = try snapshot.view.root(size: point.position, snapshot.transaction)
    isRestored = snapshot.view.identity.isRestored
  }

  /// Takes in what an entity rests on.
  mutating func add<State>(_ entity: Entity<State>) {
    provenance.formUnion(entity.provenances)
    if entity.isImprecise { isImprecise = true }
  }

  private var words: [String] { provenance.map(\.description).sorted() }

  /// What people are told at the end of an answer.
  var sentence: String {
    var parts = ["As at \(point.effectiveAt) (effective)"]
    parts.append(
      point.publishedBy.map { "published by \($0)" } ?? "published by any day")
    let when = recorded.map { " on \($0.secondsShown)" } ?? ""
    parts.append(
      point.position == 0
        ? "the ledger is empty"
        : "as recorded by no. \(point.position)\(when)\(isRestored ? " (restored)" : "")")
    parts.append("tree root \(root.hex.prefix(12))…")
    var sentence = parts.joined(separator: ", ")
    if !words.isEmpty { sentence += "; provenance \(words.joined(separator: ", "))" }
    if isImprecise {
      sentence += ". ~ marks what a coarse date leaves open on that day"
    }
    return sentence + "."
  }

  /// The clocks as members of a row, as the reading options take them.
  var members: [JSON.Member] {
    clocks + [JSON.Member("recordedBy", .string("@\(point.position)"))]
  }

  private var clocks: [JSON.Member] {
    [
      JSON.Member("effectiveAt", .string(point.effectiveAt.description)),
      JSON.Member("publishedBy", point.publishedBy.map { .string("\($0)") } ?? .null),
    ]
  }

  /// All of it.
  var json: JSON {
    .object(
      clocks + [
        JSON.Member("position", .number("\(point.position)")),
        JSON.Member("recordedBy", recorded.map { .string("\($0)") } ?? .null),
        JSON.Member("root", .string(root.hex)),
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
