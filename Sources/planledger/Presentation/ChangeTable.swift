internal import Coding
internal import EventStore
internal import Events
internal import LMDB
internal import Projections

/// Changes as rows.
struct ChangeTable {
  private let plan: Identifier
  private let standpoint: Standpoint
  private var events: [UInt64: RecordedEvent] = [:]

  /// Changes of a plan, with texts and events as a standpoint shows them.
  init(of plan: Identifier, _ standpoint: Standpoint) {
    self.plan = plan
    self.standpoint = standpoint
  }

  /// The rows: for programs one a field, for people one for what came or went as a whole.
  mutating func table(
    _ changes: [Change], forPeople: Bool
  ) throws(LedgerError) -> Table {
    var table = Table([
      Table.Column("entity", "What", .people), Table.Column("subject", "", .programs),
      Table.Column("kind", "", .programs), Table.Column("cell", "", .programs),
      Table.Column("name", "", .programs), Table.Column("presence", "", .programs),
      Table.Column("field", "", .programs), Table.Column("change", "Change", .people),
      Table.Column("old", "", .programs), Table.Column("new", "", .programs),
      Table.Column("effective", "From"), Table.Column("by", "By", .people),
      Table.Column("events", "", .programs), Table.Column("types", "", .programs),
      Table.Column("isDerived", "", .programs), Table.Column("provenance", "Provenance"),
    ])
    var last: EntityKey?
    for change in changes {
      if forPeople, change.presence != .changed {
        if last != change.key { table.add(try row(ofWhole: change)) }
        last = change.key
      } else {
        table.add(try row(change))
      }
    }
    return table
  }

  private mutating func row(_ change: Change) throws(LedgerError) -> [Table.Cell] {
    let brief = (words(change.old?.brief), words(change.new?.brief))
    // What is told briefly is told whole where the rest alone differs.
    let (old, new) = brief.0 == brief.1 ? (words(change.old), words(change.new)) : brief
    return try cells(change, "\(fieldWords(change.field)): \(old) → \(new)")
  }

  /// What came or went, by its name.
  private mutating func row(ofWhole change: Change) throws(LedgerError) -> [Table.Cell] {
    let name = standpoint.text(change.name) ?? words(change.new ?? change.old)
    return try cells(change, (change.presence == .appeared ? "new: " : "gone: ") + name)
  }

  private mutating func cells(
    _ change: Change, _ shown: String
  ) throws(LedgerError) -> [Table.Cell] {
    var types: [String] = []
    for position in change.responsible {
      if let event = try event(position) { types.append(event.event.type.name) }
    }
    return [
      Table.Cell(change.key.short(within: plan)), Table.Cell(change.key.subject.description),
      Table.Cell(change.key.kind.rawValue), Table.Cell(change.key.cell?.written),
      Table.Cell(standpoint.text(change.name)), Table.Cell(change.presence.rawValue),
      Table.Cell(change.field), Table.Cell(.null, shown: shown),
      Table.Cell(change.old?.json ?? .null, shown: ""),
      Table.Cell(change.new?.json ?? .null, shown: ""), Table.Cell(change.effective?.description),
      Table.Cell(try words(of: change)),
      Table.Cell(
        .array(change.responsible.map { .number("\($0)") }), shown: ""),
      .list(types), Table.Cell(.bool(change.isDerived), shown: ""),
      .list(change.provenances.map(\.description).sorted()),
    ]
  }

  private func words(_ value: Datum?) -> String {
    value?.words(in: standpoint.language, fallback: standpoint.fallback) ?? "–"
  }

  /// What did it: `no. 255 corrected: typed 14 for 41`.
  private mutating func words(of change: Change) throws(LedgerError) -> String {
    if change.responsible.isEmpty { return change.isDerived ? "time" : "–" }
    var words: [String] = []
    for position in change.responsible.suffix(3) {
      guard let event = try event(position) else { continue }
      words.append("no. \(position) \(event.event.type.verb)")
    }
    if change.responsible.count > 3 { words.insert("\(change.responsible.count - 3) more", at: 0) }
    let reason =
      change.responsible.count == 1
      ? try event(change.responsible[0])?.event.reason.map { ": \($0)" } ?? "" : ""
    return words.joined(separator: ", ") + reason
  }

  private mutating func event(_ position: UInt64) throws(LedgerError) -> RecordedEvent? {
    if let known = events[position] { return known }
    let snapshot = standpoint.ledger.snapshot
    let event = try snapshot.view.event(at: position, snapshot.transaction)
    events[position] = event
    return event
  }
}
