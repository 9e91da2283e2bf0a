internal import EventStore
internal import Events
internal import Projections

extension ReportReader {
  /// What was published on the plan, beside what the items add up to.
  func claims() throws(LedgerError) -> Report.Section {
    var section = Report.Section("claims", .claimsHeading)
    section.notes = [Note(.claimsNote)]
    let claims = try reading.claims(of: id)
    for claim in claims { rest(on: claim) }
    section.tables = [
      try figures(claims),
      statements(claims),
    ]
    return section
  }

  private func figures(_ claims: [Entity<ClaimState>]) throws(LedgerError) -> Table {
    var table = Table(
      "reconciliation", Note(.reconciliationCaption, .dateInWords(day)),
      [
        Table.Column("claim", .claim, .code), Table.Column("label", .label, .prose),
        Table.Column("cutOff", .cutOff, .date), Table.Column("published", .published, .date),
        Table.Column("measure", .measure),
        Table.Column("claimed", .claimed, .number(unit: "count")),
        Table.Column("fromItems", .fromItems, .number(unit: "count")),
        Table.Column("result", .result), Table.Column("then", .onCutOff, .number(unit: "count")),
        Table.Column("movedBy", .movedBy),
      ], ifEmpty: .noClaims)
    for row in try reading.reconciliation(of: id) where row.measure != .statement {
      guard let claim = claims.first(where: { $0.state.id == row.claim }) else { continue }
      let (claimed, fromItems) = shown(row, claim)
      table.add(
        "\(row.claim) \(row.measure)\(row.figure.cell.map { " " + $0.written } ?? "")",
        row.provenance,
        [
          .code(row.claim), .text(claim.state.label?.value), .date(claim.state.cutOff),
          .date(claim.state.published), measure(row.figure), claimed, fromItems,
          .word(row.result),
        ]
          + (try drift(of: row, claim, isHidden: claimed == .suppressed || fromItems == .suppressed))
      )
      rest(on: row.provenance)
    }
    return table
  }

  /// What the items added up to on the day up to which the claim speaks, and the events that moved it
  /// since.
  private func drift(
    of row: ReconciliationRow, _ claim: Entity<ClaimState>, isHidden: Bool
  ) throws(LedgerError) -> [Value] {
    guard let drift = try reading.drift(of: row.figure, in: claim) else { return [.none, .none] }
    // What counts were once is a figure that no rule has looked at.
    let hidesThen = row.figure.cell.map { isHidden || hidesKin(of: $0) } ?? false
    let then: Value =
      hidesThen && drift.then != nil && drift.then != row.fromItems
      ? .suppressed : drift.then.map { .number($0) } ?? .none
    let thenShown: Value =
      isHidden && row.figure.cell != nil && drift.then != nil ? .suppressed : then
    return [
      .with(thenShown, .date(drift.from)),
      .list(Set(drift.moves.map(\.setBy)).sorted().map { .event($0) }),
    ]
  }

  /// The two figures, hidden where they would tell a small count.
  private func shown(
    _ row: ReconciliationRow, _ claim: Entity<ClaimState>
  ) -> (claimed: Value, fromItems: Value) {
    let claimed = row.claimed.map { Value.number($0) } ?? .none
    let fromItems = row.fromItems.map { Value.number($0) } ?? .none
    guard let cell = row.figure.cell else { return (claimed, fromItems) }
    let isOfficial = claim.provenance == .official && claim.state.published != nil
    let hidesClaim =
      !isOfficial
      && (suppression.hidden.contains(cell) || isSmall(row.claimed) || hidesPart(of: cell))
    // What parts add up to is a figure that no rule has looked at.
    let hidesItems =
      suppression.hidden.contains(cell)
      || row.fromItems != row.claimed && (isSmall(row.fromItems) || hidesPart(of: cell))
      || row.fromItems == row.claimed && hidesClaim
    return (
      hidesClaim && row.claimed != nil ? .suppressed : claimed,
      hidesItems && row.fromItems != nil ? .suppressed : fromItems
    )
  }

  private func isSmall(_ number: Int64?) -> Bool {
    number.map { $0 > 0 && $0 < basis.options.suppressBelow } ?? false
  }

  /// Whether a figure that stands for no count of its own may share persons with a hidden one.
  private func hidesPart(of cell: VictimCell) -> Bool {
    if countByCell[cell] != nil { return false }
    return suppression.hidden.contains { $0.basis == cell.basis && $0.period.overlaps(cell.period) }
  }

  private func measure(_ figure: ClaimFigure) -> Value {
    guard let cell = figure.cell else { return .word(figure.measure) }
    return .with(.word(figure.measure), .list(cell.shown))
  }

  private func statements(_ claims: [Entity<ClaimState>]) -> Table {
    var table = Table(
      "statements", Note(.statementsCaption),
      [
        Table.Column("claim", .claim, .code), Table.Column("label", .label, .prose),
        Table.Column("statement", .statement, .prose), Table.Column("cutOff", .cutOff, .date),
        Table.Column("published", .published, .date),
      ])
    for claim in claims {
      for figure in claim.state.figures where figure.measure == .statement {
        table.add(
          claim.state.id.description, claim.provenances,
          [
            .code(claim.state.id), .text(claim.state.label?.value), .freeText(figure.text),
            .date(claim.state.cutOff), .date(claim.state.published),
          ])
      }
    }
    return table
  }
}

extension VictimCell {
  /// The cell in words, what is not told apart left out.
  var shown: [Value] {
    var parts: [Value] = [.word(basis), .period(period)]
    if case .one(let register) = register { parts.append(.code(register)) }
    if sex != .all { parts.append(.word(sex)) }
    if ageGroup != .all { parts.append(.word(ageGroup)) }
    if case .one(let citizenship) = citizenship { parts.append(.citizenship(citizenship)) }
    if exploitation != .all { parts.append(.word(exploitation)) }
    if case .one(let place) = place { parts.append(.place(place)) }
    return parts
  }
}

extension Value {
  /// A text of no language in particular; one that was removed for good says so.
  static func freeText(_ text: Text?) -> Value {
    guard let text else { return .none }
    return .plain(text.description.isEmpty ? Text.redacted : text.description)
  }
}
