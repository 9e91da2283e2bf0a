internal import Arguments

/// How an answer is printed.
enum OutputFormat: String, CaseIterable, Sendable {
  /// Aligned columns, for people.
  case table
  /// One JSON document.
  case json
  /// One JSON object a row.
  case ndjson
  /// RFC 4180.
  case csv
  /// Values between tabs, a row a line.
  case tsv
  /// GitHub's tables.
  case markdown

  /// Whether people read it, who want the first things and not all of them.
  var isForPeople: Bool { self == .table || self == .markdown }
}

extension Session {
  /// The format asked for: without one, a table for a terminal, and what a program reads for a pipe.
  func format(_ command: ParsedCommand, pipe: OutputFormat = .json) -> OutputFormat {
    command.value("format").flatMap(OutputFormat.init) ?? (terminal.isOutput ? .table : pipe)
  }
}
