internal import Events
internal import Projections

extension ReportReader {
  /// Counts of victims, each basis and register apart: nothing is summed.
  func victims() -> Report.Section {
    var section = Report.Section("victims", .victimsHeading)
    guard !victimCounts.isEmpty else {
      section.notes = [Note(.noCounts)]
      return section
    }
    let limit = basis.options.suppressBelow
    section.notes = [Note(.notSummed)]
    if limit > 1 { section.notes.append(Note(.suppressionNote, .number(limit - 1))) }
    section.notes.append(Note(.countsLegend))
    for count in victimCounts { rest(on: [count.provenance]) }
    let groups = Dictionary(grouping: victimCounts) { Population($0.cell) }
    let shown = groups.keys.sorted()
    section.charts = shown.map { .bars(yearBars($0, groups[$0] ?? [])) }
    let largest = victimCounts.compactMap { shownNumber($0) }.max() ?? 0
    section.charts = section.charts.map { chart in
      guard case .bars(var bars) = chart else { return chart }
      bars.largest = largest
      return .bars(bars)
    }
    section.tables = shown.map { table($0, groups[$0] ?? []) }
    return section
  }

  private func shownNumber(_ count: VictimCount) -> Int64? {
    suppression.hidden.contains(count.cell) ? nil : count.value.value.value?.number
  }

  /// A count as the report shows it.
  private func shown(_ count: VictimCount) -> (value: Value, marks: Set<Mark>) {
    if suppression.hidden.contains(count.cell) { return (.suppressed, []) }
    var marks: Set<Mark> = count.isRevised ? [.revised] : []
    if suppression.exempt.contains(count.cell) { marks.insert(.published) }
    return (.known(count.value.value), marks)
  }

  private func caption(_ population: Population) -> Note {
    Note(
      .victimsCaption, .word(population.basis), population.registerShown,
      .code(basis.options.country))
  }

  /// A row a breakdown, a column a period.
  private func table(_ population: Population, _ counts: [VictimCount]) -> Table {
    let periods = Set(counts.map(\.cell.period)).sorted { left, right in
      (left.firstDay, left.dayAfter) < (right.firstDay, right.dayAfter)
    }
    var table = Table(
      "victims", caption(population),
      [Table.Column("breakdown", .breakdown)]
        + periods.map {
          Table.Column("count", Note(.value, .period($0)), .number(unit: "persons"))
        })
    table.namesRows = true
    for (breakdown, counts) in Dictionary(grouping: counts, by: { Breakdown($0.cell) })
      .sorted(by: { $0.key < $1.key })
    {
      let provenance = Set(counts.map(\.provenance))
      var cells = [Table.Cell(breakdown.shown)]
      for period in periods {
        guard let count = counts.first(where: { $0.cell.period == period }) else {
          cells.append(Table.Cell(.none))
          continue
        }
        let (value, marks) = shown(count)
        var cell = Table.Cell(value, marks)
        cell.subject = count.cell.written
        cell.provenance = [count.provenance]
        cells.append(cell)
      }
      table.add(Table.Row(breakdown.code, provenance, cells))
    }
    return table
  }

  /// The counts that are not broken down, by period; years of the plan without one are shown so.
  private func yearBars(_ population: Population, _ counts: [VictimCount]) -> CountBars {
    let totals = counts.filter { Breakdown($0.cell).isTotal }
    var bars = totals.map { count in
      let (value, marks) = shown(count)
      return (
        period: count.cell.period,
        bar: CountBars.Bar(label: .period(count.cell.period), value: value, marks: marks)
      )
    }
    let years = totals.map(\.cell.period).filter(\.isYear)
    if !years.isEmpty, let period = plan.state.period?.value, period.isShort {
      for year in period.years where !years.contains(year) {
        bars.append(
          (
            year,
            CountBars.Bar(
              label: .period(year), value: .word("NOT_RECORDED", .notRecorded), marks: [])
          ))
      }
    }
    bars.sort { left, right in
      (left.period.firstDay, left.period.dayAfter) < (right.period.firstDay, right.period.dayAfter)
    }
    return CountBars(title: caption(population), bars: bars.map(\.bar), largest: 0)
  }
}

/// What counts must have in common to stand in one table: nothing is summed across either.
private struct Population: Hashable, Comparable {
  let basis: VictimCell.Basis
  let register: OrAll<Identifier>

  init(_ cell: VictimCell) {
    basis = cell.basis
    register = cell.register
  }

  /// The register's code; `ALL` is in capitals, and so stands before others of its letter.
  private var code: String {
    switch register {
    case .all: ""
    case .one(let id): id.description
    }
  }

  var registerShown: Value {
    switch register {
    case .all: .word("ALL", .allRegisters)
    case .one(let id): .code(id)
    }
  }

  static func < (left: Population, right: Population) -> Bool {
    (left.basis.rawValue, left.code) < (right.basis.rawValue, right.code)
  }
}

/// By what a count is broken down.
private struct Breakdown: Hashable, Comparable {
  private let parts: [(kind: Int, value: Value, code: String)]

  init(_ cell: VictimCell) {
    var parts: [(kind: Int, value: Value, code: String)] = []
    if case .one(let citizenship) = cell.citizenship {
      parts.append((1, .citizenship(citizenship), "citizenship=\(citizenship)"))
    }
    if cell.exploitation != .all {
      parts.append((2, .word(cell.exploitation), "exploitation=\(cell.exploitation)"))
    }
    if cell.sex != .all { parts.append((3, .word(cell.sex), "sex=\(cell.sex)")) }
    if cell.ageGroup != .all {
      parts.append((4, .word(cell.ageGroup), "ageGroup=\(cell.ageGroup)"))
    }
    if case .one(let place) = cell.place {
      parts.append((5, .place(place), "place=\(place)"))
    }
    self.parts = parts
  }

  var isTotal: Bool { parts.isEmpty }

  var code: String { isTotal ? "ALL" : parts.map(\.code).joined(separator: " ") }

  var shown: Value { isTotal ? .word("ALL", .total) : .list(parts.map(\.value)) }

  static func == (left: Breakdown, right: Breakdown) -> Bool { left.code == right.code }

  func hash(into hasher: inout Hasher) { hasher.combine(code) }

  /// What is not broken down first, then what is by one thing, citizenship before exploitation.
  static func < (left: Breakdown, right: Breakdown) -> Bool {
    (left.parts.count, left.parts.first?.kind ?? 0, left.code)
      < (right.parts.count, right.parts.first?.kind ?? 0, right.code)
  }
}

extension Period {
  /// Whether it is a calendar year.
  fileprivate var isYear: Bool {
    let (year, month, day) = firstDay.civil
    return month == 1 && day == 1 && dayAfter == Day(year: year + 1, month: 1, day: 1)
  }

  /// Whether its years can be shown one by one.
  fileprivate var isShort: Bool { firstDay.days(to: dayAfter) <= 25 * 366 }

  /// The calendar years that it has a day of.
  fileprivate var years: [Period] {
    let last = dayAfter.advanced(by: -1).civil.year
    return (firstDay.civil.year...last).compactMap { year in
      guard let first = Day(year: year, month: 1, day: 1),
        let end = try? CoarseDate(parsing: String(CoarseDate(first).description.prefix(4)))
      else { return nil }
      return Period(end, end)
    }
  }
}
