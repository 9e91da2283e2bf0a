extension Table {
  /// The table for people, in lines of at most `width` characters where words allow it.
  ///
  /// Columns take the width of their widest cell; where that is too much, the widest are narrowed and
  /// their cells wrapped; where even words do not fit beside each other, each row becomes a block.
  func lines(width: Int, hasColour: Bool) -> [String] {
    let shown = columns.indices.filter { columns[$0].audience != .programs }
    guard !rows.isEmpty else { return [] }
    guard let widths = widths(shown, total: width) else {
      return blocks(shown, width: width, hasColour: hasColour)
    }
    let titles = shown.map { Cell(columns[$0].title.uppercased()) }
    var lines = render(titles, shown, widths) { text, _ in Style.bold(text, if: hasColour) }
    for row in rows {
      let cells = shown.map { row[$0] }
      lines += render(cells, shown, widths) { text, style in
        style.map { $0(text, if: hasColour) } ?? text
      }
    }
    return lines
  }

  private static let gap = 2

  /// The widths of the columns; `nil` where the longest words do not fit beside each other.
  private func widths(_ shown: [Int], total: Int) -> [Int]? {
    let room = total - Table.gap * (shown.count - 1)
    func widest(_ measure: (String) -> Int) -> [Int] {
      shown.map { index in
        ([columns[index].title] + rows.map { $0[index].text }).map(measure).max() ?? 0
      }
    }
    var widths = widest(\.count)
    let least = widest { text in
      // A word longer than this is broken rather than let it push the others out.
      min(28, text.split(separator: " ").map(\.count).max() ?? 0)
    }
    guard least.reduce(0, +) <= room else { return nil }
    while widths.reduce(0, +) > room {
      // The one that has most to give gives one character.
      guard
        let index = widths.indices.filter({ widths[$0] > least[$0] }).max(by: {
          widths[$0] < widths[$1]
        })
      else { return nil }
      widths[index] -= 1
    }
    return widths
  }

  private func render(
    _ cells: [Cell], _ shown: [Int], _ widths: [Int], _ paint: (String, Style?) -> String
  ) -> [String] {
    let columns = zip(cells, widths).map { wrapped($0.text, width: $1) }
    let height = columns.map(\.count).max() ?? 1
    return (0..<height).map { line in
      var result = ""
      for (place, parts) in columns.enumerated() {
        let text = line < parts.count ? parts[line] : ""
        let padding = String(repeating: " ", count: max(0, widths[place] - text.count))
        let painted = paint(text, cells[place].style)
        let isLast = place == columns.count - 1
        let isNumber = self.columns[shown[place]].isNumber
        result += isNumber ? padding + painted : painted
        if !isNumber, !isLast { result += padding }
        if !isLast { result += String(repeating: " ", count: Table.gap) }
      }
      return result.trimmed
    }
  }

  /// Each row as a block: its first two cells, then what the others say, labelled.
  private func blocks(_ shown: [Int], width: Int, hasColour: Bool) -> [String] {
    var lines: [String] = []
    for row in rows {
      let head = shown.prefix(2).map { row[$0].text }.joined(separator: "  ")
      for line in wrapped(head, width: width) { lines.append(Style.bold(line, if: hasColour)) }
      let facts = shown.dropFirst(2).filter { row[$0].text != "–" }.map { index in
        "\(columns[index].title.lowercased()) \(row[index].text)"
      }
      var line = ""
      for fact in facts {
        if line.isEmpty {
          line = fact
        } else if line.count + fact.count + 5 <= width {
          line += " · " + fact
        } else {
          lines += wrapped(line, width: width - 2).map { "  " + $0 }
          line = fact
        }
      }
      if !line.isEmpty { lines += wrapped(line, width: width - 2).map { "  " + $0 } }
    }
    return lines
  }
}

/// The words of a text in lines of at most `width` characters; a longer word is broken.
func wrapped(_ text: String, width: Int) -> [String] {
  guard text.count > width || text.contains("\n") else { return [text] }
  var lines: [String] = []
  var line = ""
  for word in text.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
    var rest = word
    if !line.isEmpty, line.count + 1 + rest.count <= width {
      line += " " + rest
      continue
    }
    if !line.isEmpty { lines.append(line) }
    while rest.count > max(1, width) {
      lines.append(String(rest.prefix(max(1, width))))
      rest = rest.dropFirst(max(1, width))
    }
    line = String(rest)
  }
  if !line.isEmpty { lines.append(line) }
  return lines.isEmpty ? [""] : lines
}

extension String {
  /// The text without spaces at its end.
  fileprivate var trimmed: String {
    var end = self[...]
    while end.last == " " { end = end.dropLast() }
    return String(end)
  }
}
