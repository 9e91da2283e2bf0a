internal import Events
internal import MerkleLog
internal import Projections

/// A report as one long table: a line a value, with what it is about and what it rests on.
///
/// RFC 4180 in UTF-8, with the byte order mark by which spreadsheets know it. A text that a spreadsheet
/// would take for a formula stands behind an apostrophe.
package struct CSVReport {
  private let report: Report
  private let voice: Voice
  private let command: String
  private var lines: [String] = []

  /// A report with texts in a language.
  ///
  /// - Parameter command: the command that gives the same report again.
  package init(_ report: Report, _ language: ReportLanguage, command: String) {
    self.report = report
    self.command = command
    voice = Voice(report, language)
    add([
      "section", "table", "row", "subject", "measure", "value", "unit", "marks", "provenance",
      "effectiveAt", "publishedBy", "recordedBy", "root",
    ])
    addFacts()
    for section in report.sections { for table in section.tables { add(table, in: section) } }
  }

  /// The file.
  package var text: String { "\u{FEFF}" + lines.joined(separator: "\r\n") + "\r\n" }

  private mutating func addFacts() {
    let basis = report.basis
    let classes = provenance(basis.provenance)
    func plan(_ measure: String, _ value: String) -> [String] {
      ["plan", "", "", report.plan.description, measure, value, "", "", classes]
    }
    add(plan("title", filed(Value.text(report.title), isFree: true)) + clocks)
    for fact in report.facts { add(plan(fact.key, filed(fact.value, isFree: true)) + clocks) }
    func own(_ measure: String, _ value: String) -> [String] {
      ["basis", "", "", report.plan.description, measure, value, "", "", classes]
    }
    add(own("illustrative", report.isIllustrative ? "true" : "false") + clocks)
    add(own("suppressBelow", String(basis.options.suppressBelow)) + clocks)
    add(own("command", command) + clocks)
  }

  private mutating func add(_ table: Table, in section: Report.Section) {
    for (index, row) in table.rows.enumerated() {
      let named = zip(table.columns, row.cells).dropFirst(table.namesRows ? 1 : 0)
      for (column, cell) in named where cell.value != .none {
        if case .code(let code) = cell.value, code == row.subject { continue }
        var unit = ""
        if case .number(let name) = column.kind, cell.value.isNumber { unit = name }
        add(
          [
            section.key, table.key, String(index + 1), cell.subject ?? row.subject, column.key,
            filed(cell.value, isFree: true), unit,
            cell.marks.map(\.rawValue).sorted().joined(separator: " "),
            provenance(cell.provenance ?? row.provenance),
          ] + clocks)
      }
    }
  }

  private var clocks: [String] {
    let point = report.basis.point
    return [
      point.effectiveAt.description, point.publishedBy?.description ?? "", "@\(point.position)",
      report.basis.root.hex,
    ]
  }

  private func provenance(_ classes: Set<Provenance>) -> String {
    classes.sorted { $0.rawValue < $1.rawValue }.map(\.description).joined(separator: " ")
  }

  /// A value as files have it: words by their names, spans in days, dates as written.
  ///
  /// - Parameter isFree: whether it begins a field, where a spreadsheet looks for a formula.
  private func filed(_ value: Value, isFree: Bool = false) -> String {
    switch value {
    case .none: return ""
    case .number(let number): return String(number)
    case .share(let part, let whole): return "\(part)/\(whole)"
    case .age(let from, let to): return String(from.days(to: to))
    case .daysLeft(let days): return String(days)
    case .text(let text): return isFree ? unexecuted(voice.text(text)) : voice.text(text)
    case .plain(let text), .code(let text): return isFree ? unexecuted(text) : text
    case .date(let date): return date.description
    case .dateInWords(let day, _): return day.description
    case .period(let period): return period.description
    case .instant(let instant): return instant.description
    case .word(let code, _): return code
    case .titled(_, let code): return code
    case .phrase(_, let value): return filed(value)
    case .list(let values):
      let text = values.map { filed($0) }.joined(separator: "; ")
      return isFree ? unexecuted(text) : text
    case .with(let value, let more): return "\(filed(value, isFree: isFree)) (\(filed(more)))"
    case .change(let old, let new): return "\(filed(old, isFree: isFree)) → \(filed(new))"
    }
  }

  /// Signs by which a spreadsheet knows a formula are kept from it.
  private func unexecuted(_ text: String) -> String {
    guard let first = text.first, "=+-@\t\r\n".contains(first) else { return text }
    return "'" + text
  }

  private mutating func add(_ values: [String]) {
    let fields = values.map { value in
      guard value.utf8.contains(where: { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }) else {
        return value
      }
      let parts = value.split(separator: "\"", omittingEmptySubsequences: false)
      return "\"" + parts.joined(separator: "\"\"") + "\""
    }
    lines.append(fields.joined(separator: ","))
  }
}

extension Value {
  /// Whether files have a number for it.
  fileprivate var isNumber: Bool {
    switch self {
    case .number, .age, .daysLeft: true
    default: false
    }
  }
}
