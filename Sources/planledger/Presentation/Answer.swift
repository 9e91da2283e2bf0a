internal import Coding

/// What a reading command answers: facts, tables, and what they rest on.
struct Answer {
  /// A part of it.
  struct Section {
    /// Its name for programs.
    let key: String
    /// Its heading for people; none for the only one.
    let heading: String?
    /// Its rows.
    let table: Table
    /// What is said where there are no rows; nothing leaves the part out.
    let ifEmpty: String?

    /// A part of an answer.
    init(_ key: String, _ heading: String?, _ table: Table, ifEmpty: String? = nil) {
      self.key = key
      self.heading = heading
      self.table = table
      self.ifEmpty = ifEmpty
    }
  }

  /// The first line for people.
  var title: String?
  /// What it is about: names for programs and people, and values.
  var facts: [(key: String, label: String, cell: Table.Cell)] = []
  /// What people must know before they read on.
  var warnings: [String] = []
  /// Its parts; the first one is its main table, unless `main` says otherwise.
  var sections: [Section] = []
  /// Which part is its main table.
  var main = 0
  /// What it rests on.
  var basis: Basis?
  /// What else is said at its end, for people.
  var footers: [String] = []
}

extension Answer {
  /// What people are told where invented events are among what is shown.
  static let illustrativeWarning =
    "ILLUSTRATIVE events are among what is shown: they are invented, and are nobody's report."

  /// Prints the answer.
  func print(
    _ format: OutputFormat, to output: Output, width: Int, hasColour: Bool
  ) throws(Failure) {
    switch format {
    case .table: try printTable(to: output, width: width, hasColour: hasColour)
    case .markdown: try printMarkdown(to: output)
    case .json:
      try output.bytes(json.encoded)
      try output.line()
    case .ndjson:
      let table = sections[main].table
      for row in table.rows {
        try output.bytes(withBasis(table.json(row)).encoded)
        try output.line()
      }
    case .csv, .tsv:
      for row in plainRows { try output.line(row.joined(as: format)) }
    }
  }

  private func printTable(to output: Output, width: Int, hasColour: Bool) throws(Failure) {
    if let title {
      for line in wrapped(printable(title), width: width) {
        try output.line(Style.bold(line, if: hasColour))
      }
    }
    let label = facts.map(\.label.count).max() ?? 0
    for fact in facts where fact.cell.text != "–" {
      let lines = wrapped(fact.cell.text, width: max(20, width - label - 2))
      for (index, line) in lines.enumerated() {
        let name = index == 0 ? fact.label : ""
        let padding = String(repeating: " ", count: label + 2 - name.count)
        try output.line(Style.faint(name, if: hasColour) + padding + line)
      }
    }
    for warning in warnings {
      for line in wrapped(printable("! " + warning), width: width) {
        try output.line(Style.warning(line, if: hasColour))
      }
    }
    var isFirst = title == nil && facts.isEmpty && warnings.isEmpty
    for section in sections {
      let lines = section.table.lines(width: width, hasColour: hasColour)
      guard !lines.isEmpty || section.ifEmpty != nil else { continue }
      if !isFirst { try output.line() }
      isFirst = false
      if let heading = section.heading { try output.line(Style.bold(heading, if: hasColour)) }
      for line in lines.isEmpty ? [section.ifEmpty ?? ""] : lines { try output.line(line) }
    }
    let ends = (footers + (basis.map { [$0.sentence] } ?? [])).map(printable)
    if !ends.isEmpty { try output.line() }
    for line in ends.flatMap({ wrapped($0, width: width) }) {
      try output.line(Style.faint(line, if: hasColour))
    }
  }

  private func printMarkdown(to output: Output) throws(Failure) {
    func escaped(_ text: String) -> String {
      String(text.flatMap { $0 == "|" ? ["\\", "|"] : $0 == "\n" ? [" "] : [$0] })
    }
    if let title { try output.line("# " + escaped(printable(title)) + "\n") }
    for fact in facts where fact.cell.text != "–" {
      try output.line("- \(fact.label): \(escaped(fact.cell.text))")
    }
    for warning in warnings { try output.line("\n> **\(printable(warning))**") }
    for section in sections where !section.table.rows.isEmpty || section.ifEmpty != nil {
      try output.line()
      if let heading = section.heading { try output.line("## \(heading)\n") }
      guard !section.table.rows.isEmpty else {
        try output.line(section.ifEmpty ?? "")
        continue
      }
      for (index, row) in section.table.shownRows.enumerated() {
        try output.line("| " + row.map(escaped).joined(separator: " | ") + " |")
        if index == 0 { try output.line("|" + row.map { _ in "---|" }.joined()) }
      }
    }
    for end in footers + (basis.map { [$0.sentence] } ?? []) {
      try output.line("\n*\(printable(end))*")
    }
  }

  /// The whole answer as one JSON object.
  private var json: JSON {
    var members = facts.map { JSON.Member($0.key, $0.cell.json) }
    if !warnings.isEmpty {
      members.append(JSON.Member("warnings", .array(warnings.map(JSON.string))))
    }
    for section in sections {
      members.append(
        JSON.Member(section.key, .array(section.table.rows.map(section.table.json))))
    }
    if let basis { members.append(JSON.Member("basis", basis.json)) }
    return .object(members)
  }

  /// A row with the clocks that it stands at, so that it can leave its file.
  private func withBasis(_ row: JSON) -> JSON {
    guard let basis, case .object(let members) = row else { return row }
    return .object(members + basis.members)
  }

  private var plainRows: [[String]] {
    let rows = sections[main].table.plainRows
    guard let basis else { return rows }
    return rows.enumerated().map { index, row in
      row + basis.members.map { index == 0 ? $0.name : $0.value.plain }
    }
  }
}

extension JSON {
  /// A string or number as it stands in a file of values.
  fileprivate var plain: String {
    switch self {
    case .string(let text), .number(let text): text
    default: ""
    }
  }
}

extension [String] {
  /// A row of CSV (RFC 4180) or of values between tabs.
  fileprivate func joined(as format: OutputFormat) -> String {
    if format == .tsv {
      return map { String($0.map { $0 == "\t" || $0 == "\n" ? " " : $0 }) }.joined(separator: "\t")
    }
    return map { value in
      guard value.contains(where: { ",\"\n\r".contains($0) }) else { return value }
      return "\""
        + value.split(separator: "\"", omittingEmptySubsequences: false)
        .joined(separator: "\"\"") + "\""
    }.joined(separator: ",")
  }
}
