internal import EventStore
internal import Events
internal import GraphQL
internal import Projections

extension Resolvers<QueryContext> {
  /// Counts of victims.
  mutating func addVictimCounts() {
    object("VictimCount", of: VictimCountNode.self) { type in
      type.addCell { $0.cell }
      type.field("country") { count, _ throws(FieldError) in Resolved(count.country) }
      type.field("value") { count, _ throws(FieldError) in Resolved(count.value.map { Int($0) }) }
      type.field("known") { count, _ throws(FieldError) in .string(count.known.rawValue) }
      type.field("isSuppressed") { count, _ throws(FieldError) in .boolean(count.isSuppressed) }
      type.field("isExempt") { count, _ throws(FieldError) in .boolean(count.isExempt) }
      type.field("overlapWith") { count, _ throws(FieldError) in
        .list(count.count.overlapWith.map { .string($0.description) })
      }
      type.field("isRevised") { count, _ throws(FieldError) in .boolean(count.count.isRevised) }
      type.field("effective") { count, _ throws(FieldError) in Resolved(count.count.effective) }
      type.field("published") { count, _ throws(FieldError) in Resolved(count.count.published) }
      type.field("provenance") { count, _ throws(FieldError) in
        .string(count.count.provenance.description)
      }
      type.field("setBy") { count, _ throws(FieldError) in
        Resolved(object: try count.setBy())
      }
    }
    object("VictimCell", of: Node<VictimCell>.self) { type in type.addCell { $0.value } }
    addConnection(
      "VictimCount", of: VictimCountNode.self,
      keys: [
        "basis", "period", "register", "sex", "ageGroup", "citizenship", "exploitation", "place",
        "known", "provenance",
      ]
    ) { type in
      type.field("sum") { group, _ throws(FieldError) in
        guard case .sum(let sum) = VictimSum(of: group.rows) else { return .null }
        return .int(Int(sum))
      }
      type.field("notSummed") { group, _ throws(FieldError) in
        guard case .refused(let refusal) = VictimSum(of: group.rows) else { return .null }
        return .string(refusal.rawValue)
      }
    }
  }
}

extension ObjectResolvers where Context == QueryContext {
  /// The dimensions of a cell.
  fileprivate mutating func addCell(_ cell: @escaping @Sendable (Source) -> VictimCell) {
    field("basis") { source, _ throws(FieldError) in .string(cell(source).basis.description) }
    field("period") { source, _ throws(FieldError) in .object(Node(cell(source).period)) }
    field("register") { source, _ throws(FieldError) in
      .string(cell(source).register.description)
    }
    field("sex") { source, _ throws(FieldError) in .string(cell(source).sex.description) }
    field("ageGroup") { source, _ throws(FieldError) in
      .string(cell(source).ageGroup.description)
    }
    field("citizenship") { source, _ throws(FieldError) in
      .string(cell(source).citizenship.description)
    }
    field("exploitation") { source, _ throws(FieldError) in
      .string(cell(source).exploitation.description)
    }
    field("place") { source, _ throws(FieldError) in .string(cell(source).place.description) }
  }
}

/// Whether a count has a value, by the names of the schema's `Known`.
enum KnownStatus: String, CaseIterable {
  case value = "VALUE"
  case unknown = "UNKNOWN"
  case notCollected = "NOT_COLLECTED"
}

extension KnownStatus {
  /// Whether there is a value.
  init<Value>(_ known: Known<Value>) {
    self =
      switch known {
      case .value: .value
      case .unknown: .unknown
      case .notCollected: .notCollected
      }
  }
}

extension VictimCountNode {
  fileprivate var known: KnownStatus { KnownStatus(count.value.value) }
}

extension RowKind<VictimCountNode> {
  /// What counts can be filtered, ordered and grouped by.
  static let victimCounts = RowKind("VictimCount", key: "cell", dimensions + figures)

  private static let dimensions: [Column<VictimCountNode>] = [
    Column("cell", .text) { count throws(FieldError) in .text(count.key) },
    Column("basis", .word) { count throws(FieldError) in ColumnValue(word: count.cell.basis) },
    Column("period", .period) { count throws(FieldError) in .period(count.cell.period) },
    Column("register", .text) { count throws(FieldError) in .text(count.cell.register.description)
    },
    Column("sex", .word) { count throws(FieldError) in ColumnValue(word: count.cell.sex) },
    Column("ageGroup", .word) { count throws(FieldError) in
      ColumnValue(word: count.cell.ageGroup)
    },
    Column("citizenship", .text) { count throws(FieldError) in
      .text(count.cell.citizenship.description)
    },
    Column("exploitation", .word) { count throws(FieldError) in
      ColumnValue(word: count.cell.exploitation)
    },
    Column("place", .text) { count throws(FieldError) in .text(count.cell.place.description) },
  ]

  private static let figures: [Column<VictimCountNode>] = [
    Column("value", .number) { count throws(FieldError) in ColumnValue(count.value) },
    Column("known", .word) { count throws(FieldError) in ColumnValue(status: count.known) },
    Column("isRevised", .flag) { count throws(FieldError) in .flag(count.count.isRevised) },
    Column("effective", .date) { count throws(FieldError) in ColumnValue(count.count.effective) },
    Column("published", .date) { count throws(FieldError) in ColumnValue(count.count.published) },
    Column("provenance", .word) { count throws(FieldError) in
      ColumnValue(word: count.count.provenance)
    },
  ]
}
