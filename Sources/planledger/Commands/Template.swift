internal import Arguments

extension Session {
  /// `template`: the headings of a table, and a row that shows how it is filled.
  func template(_ command: ParsedCommand) throws(Failure) -> ExitStatus {
    let name = command.positional("KIND") ?? ""
    guard let template = SheetTemplate.all.first(where: { $0.name == name }) else { return .usage }
    let rows = [template.headings, template.headings.map { template.example[$0] ?? "" }]
    try write(rows, command)
    return .done
  }

  /// Writes a table for a spreadsheet (RFC 4180).
  func write(_ rows: [[String]], _ command: ParsedCommand) throws(Failure) {
    let delimiter = command.value("delimiter").flatMap(Delimiter.init) ?? .comma
    // Excel takes a file for UTF-8 only where it says so itself.
    if delimiter == .semicolon { try output.bytes([0xEF, 0xBB, 0xBF]) }
    for row in rows {
      let cells = row.map { $0.cell(delimiter) }
      try output.bytes(
        Array(cells.joined(separator: String(UnicodeScalar(delimiter.byte))).utf8)
          + Array("\r\n".utf8))
    }
  }
}

extension String {
  /// The text as a cell: in quotes where it needs them.
  fileprivate func cell(_ delimiter: Delimiter) -> String {
    let special: [UInt8] = [delimiter.byte, 0x22, 0x0A, 0x0D]
    guard utf8.contains(where: special.contains) else { return self }
    return "\"" + replacing("\"", with: "\"\"") + "\""
  }
}
