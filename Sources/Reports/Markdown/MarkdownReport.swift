internal import Coding
internal import Events
internal import Projections

/// A report in GitHub's Markdown, its tables laid out so that they read as plain text too.
package struct MarkdownReport {
  private let report: Report
  private let voice: Voice
  private let command: String
  /// The text.
  package private(set) var text = ""

  /// A report in a language.
  ///
  /// - Parameter command: the command that gives the same report again.
  package init(_ report: Report, _ language: ReportLanguage, command: String) {
    self.report = report
    self.command = command
    voice = Voice(report, language)
    addHead()
    for section in report.sections { add(section) }
    addBasis()
  }

  private mutating func line(_ line: String = "") { text += line + "\n" }

  private mutating func addHead() {
    let title = report.title.map { written(.text($0)) } ?? report.plan.description
    line("# \(title)")
    line()
    line("\(voice.text(.report)) \(report.plan). \(asAt)")
    if report.isIllustrative {
      line()
      line("> **\(voice.text(.illustrativeTitle)).** \(voice.text(.illustrative))")
    }
    line()
    for fact in report.facts { line("- \(voice.text(fact.label)): \(written(fact.value))") }
    heading(.keyFigures)
    for figure in report.figures {
      let note = figure.note.map { " " + written($0) } ?? ""
      line("- \(voice.text(figure.label)): **\(written(figure.value))**\(note)")
    }
  }

  private var asAt: String {
    written(Note(.asAt, .dateInWords(report.basis.point.effectiveAt, .locative))) + "."
  }

  private mutating func heading(_ wording: Wording) {
    line()
    line("## \(voice.text(wording))")
    line()
  }

  private mutating func add(_ section: Report.Section) {
    heading(section.heading)
    var isFirst = true
    func gap(_ self: inout MarkdownReport) {
      if !isFirst { self.line() }
      isFirst = false
    }
    for note in section.notes {
      gap(&self)
      line(written(note))
    }
    for table in section.tables {
      guard !table.rows.isEmpty || table.ifEmpty != nil else { continue }
      gap(&self)
      line("**\(written(Inscription(table.caption, voice).asHeading))**")
      line()
      if table.rows.isEmpty {
        line(table.ifEmpty.map(voice.text) ?? "")
      } else {
        add(table)
      }
    }
  }

  /// The width beyond which cells do not push the columns behind them.
  private static var widest: Int { 32 }

  private mutating func add(_ table: Table) {
    let head =
      table.columns.map { written(Inscription($0.title, voice).asHeading) } + [
        voice.text(.provenance)
      ]
    let rows = (table.rows + (table.total.map { [$0] } ?? [])).map { row in
      row.cells.map(written) + [provenance(row.provenance)]
    }
    let isNumber = table.columns.map(\.isNumber) + [false]
    let widths = head.indices.map { column in
      min(MarkdownReport.widest, ([head] + rows).map { $0[column].count }.max() ?? 0)
    }
    func laidOut(_ cells: [String]) -> String {
      let padded = cells.indices.map { column in
        let gap = String(repeating: " ", count: max(0, widths[column] - cells[column].count))
        return isNumber[column] ? gap + cells[column] : cells[column] + gap
      }
      return "| " + padded.joined(separator: " | ") + " |"
    }
    line(laidOut(head))
    let rule = head.indices.map { column in
      String(repeating: "-", count: max(3, widths[column]) - (isNumber[column] ? 1 : 0))
        + (isNumber[column] ? ":" : "")
    }
    line("| " + rule.joined(separator: " | ") + " |")
    for row in rows { line(laidOut(row)) }
    let marks = table.marks
    if !marks.isEmpty {
      line()
      line(
        marks.map { "\(voice.sign($0)) \(voice.text($0.wording))" }.joined(separator: "; ") + ".")
    }
  }

  private mutating func addBasis() {
    heading(.basis)
    for entry in report.basis.entries {
      line("- \(voice.text(entry.label)): \(written(entry.note))")
    }
    line()
    line(voice.text(.sameAgain))
    line()
    line("    \(command)")
  }

  private func provenance(_ classes: Set<Provenance>) -> String {
    if classes.isEmpty { return "–" }
    return classes.sorted { $0.rawValue < $1.rawValue }.map { voice.text($0.wording) }
      .joined(separator: ", ")
  }

  private func written(_ cell: Table.Cell) -> String {
    let signs = Mark.allCases.filter { cell.marks.contains($0) }
    let after = signs.filter { $0 != .atLeast }.map(voice.sign).joined(separator: " ")
    return (signs.contains(.atLeast) ? voice.sign(.atLeast) + " " : "") + written(cell.value)
      + (after.isEmpty ? "" : " " + after)
  }

  private func written(_ value: Value) -> String { written(Inscription(value, voice)) }

  private func written(_ note: Note) -> String { written(Inscription(note, voice)) }

  private func written(_ inscription: Inscription) -> String {
    inscription.pieces.map { piece in
      switch piece {
      case .fixed(let text), .quiet(let text): text
      case .typed(let text, _), .code(let text): escaped(text)
      }
    }.joined()
  }

  /// What was typed, so that nothing in it is taken for markup (GFM §2.4), be it HTML.
  private func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "\\", "`", "*", "[", "]", "|", "~", "_", "$": result += "\\\(character)"
      case "<": result += "&lt;"
      case "&": result += "&amp;"
      case "\n": result += " "
      default: result.append(character)
      }
    }
    return result
  }
}

extension Table.Column {
  /// Whether its values are numbers, which stand at the right.
  var isNumber: Bool {
    if case .number = kind { true } else { false }
  }
}

extension Table {
  /// The marks that its cells have, in their order.
  var marks: [Mark] {
    let used = rows.reduce(into: Set<Mark>()) { marks, row in
      for cell in row.cells { marks.formUnion(cell.marks) }
    }
    return Mark.allCases.filter { used.contains($0) }
  }
}

extension Mark {
  /// What it says.
  var wording: Wording {
    switch self {
    case .imprecise: .impreciseLegend
    case .revised: .revisedLegend
    case .published: .publishedLegend
    case .interim: .interimLegend
    case .atLeast: .atLeastLegend
    }
  }
}
