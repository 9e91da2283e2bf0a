internal import Events
internal import GraphQL
internal import Projections

extension RowKind<ActionNode> {
  /// What actions can be filtered, ordered and grouped by.
  static let actions = RowKind(
    "Action", key: "code", descriptive + [running, assessment, finality, timeliness] + dates)

  private static let descriptive: [Column<ActionNode>] = [
    Column("code", .code) { action throws(FieldError) in ColumnValue(action.state.code) },
    Column("title", .text) { action throws(FieldError) in
      action.view.column(try action.withTexts().title?.value)
    },
    Column("area", .code) { action throws(FieldError) in
      ColumnValue(action.state.area?.value)
    },
    Column("kind", .word) { action throws(FieldError) in
      ColumnValue(word: action.state.kindOrDefault)
    },
    Column("lead", .code) { action throws(FieldError) in
      ColumnValue(action.state.lead?.value)
    },
    Column("involved", .list) { action throws(FieldError) in
      .list((action.state.involved?.value ?? []).map(\.description))
    },
    Column("percent", .number) { action throws(FieldError) in
      ColumnValue(action.state.percent.map { Int64($0.value) })
    },
    Column("isUnfinished", .flag) { action throws(FieldError) in .flag(action.state.isUnfinished) },
    Column("provenance", .word) { action throws(FieldError) in
      ColumnValue(word: action.entity.provenance)
    },
  ]

  private static let running = Column<ActionNode>("running", .word) {
    action throws(FieldError) in
    ColumnValue(status: action.state.running?.value)
  }

  private static let assessment = Column<ActionNode>("assessment", .word) {
    action throws(FieldError) in
    ColumnValue(word: action.state.assessment?.value.verdict)
  }

  private static let finality = Column<ActionNode>("finality", .word) {
    action throws(FieldError) in
    ColumnValue(word: action.state.assessment?.value.finality)
  }

  private static let timeliness = Column<ActionNode>("timeliness", .word) {
    action throws(FieldError) in
    ColumnValue(status: action.entity.timeliness(on: action.view.point.effectiveAt))
  }

  private static let dates: [Column<ActionNode>] = [
    Column("deadline", .date) { action throws(FieldError) in
      ColumnValue(action.state.deadline?.value)
    },
    Column("originalDeadline", .date) { action throws(FieldError) in
      ColumnValue(action.state.originalDeadline)
    },
    Column("postponements", .number) { action throws(FieldError) in
      .number(Int64(action.state.postponements))
    },
    Column("startedOn", .date) { action throws(FieldError) in
      ColumnValue(action.state.startedOn?.value)
    },
    Column("deliveredOn", .date) { action throws(FieldError) in
      ColumnValue(action.state.deliveredOn?.value)
    },
  ]
}
