extension Table {
  /// The table for people, in lines of at most `width` characters where words allow it.
  ///
  /// Columns take the width of their widest cell; where that is too much, the widest are narrowed and
  /// their cells wrapped; where even words do not fit beside each other, each row becomes a block.
  func lines(width: Int, hasColour: Bool) -> [String] {
    let shown = columns.indices.filter { columns[$0].audience != .programs }
    guard !rows.isEmpty, !shown.isEmpty else { return [] }
    guard let widths = widths(shown, total: width), isReadable(shown, widths) else {
      return blocks(shown, width: width, hasColour: hasColour)
    }
    let titles = shown.map { Cell(columns[$0].title.uppercased()) }
    var lines = render(titles, shown, widths) { text, _ in Style.bold(text, if: hasColour) }
    for row in shownCells {
      let cells = shown.map { row[$0] }
      lines += render(cells, shown, widths) { text, style in
        style.map { $0(text, if: hasColour) } ?? text
      }
    }
    return lines
  }

  private static let gap = 2

  /// Whether rows stay low: of tall ones, nobody sees what belongs together.
  private func isReadable(_ shown: [Int], _ widths: [Int]) -> Bool {
    let heights = shownCells.map { row in
      zip(shown, widths).map { wrapped(row[$0].text, width: $1).count }.max() ?? 1
    }
    return 2 * heights.reduce(0, +) <= 7 * heights.count || heights.max() ?? 1 <= 4
  }

  /// Some rows, spread over all: enough to choose widths by.
  private var sample: [[Cell]] {
    let rows = shownCells
    let stride = max(1, rows.count / 16)
    return rows.indices.filter { $0 % stride == 0 || $0 == rows.count - 1 }.map { rows[$0] }
  }

  /// The widths of the columns; `nil` where the longest words do not fit beside each other.
  private func widths(_ shown: [Int], total: Int) -> [Int]? {
    let room = total - Table.gap * (shown.count - 1)
    func widest(_ measure: (String) -> Int) -> [Int] {
      shown.map { index in
        ([columns[index].title] + shownCells.map { $0[index].text }).map(measure).max() ?? 0
      }
    }
    var widths = widest(\.count)
    let least = widest { text in
      // A part longer than this is broken rather than let it push the others out.
      min(28, text.split(separator: " ").flatMap(breakable).map(\.count).max() ?? 0)
    }
    guard least.reduce(0, +) <= room else { return nil }
    var narrowing = Narrowing(columns: shown.map { index in sample.map { $0[index].text } })
    while case let excess = widths.reduce(0, +) - room, excess > 0 {
      let step = max(1, excess / 8)
      guard let index = narrowing.cheapest(widths, least: least, step: step) else { return nil }
      widths[index] -= min(step, widths[index] - least[index])
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
    for row in shownCells {
      let head = shown.prefix(leading).map { row[$0].text }.joined(separator: "  ")
      for line in wrapped(head, width: width) { lines.append(Style.bold(line, if: hasColour)) }
      let facts = shown.dropFirst(leading).filter { row[$0].text != "–" }.map { index in
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

/// Chooses which column to narrow: the one that makes the rows grow the least.
private struct Narrowing {
  private let columns: [[String]]
  /// How many lines each cell takes, by column and row.
  private var heights: [[Int]]

  init(columns: [[String]]) {
    self.columns = columns
    heights = columns.map { $0.map { _ in 1 } }
  }

  /// The column, or `nil` where none can be narrowed any more; of several, the widest.
  mutating func cheapest(_ widths: [Int], least: [Int], step: Int) -> Int? {
    var best: (column: Int, cost: Int, heights: [Int])?
    for column in columns.indices where widths[column] > least[column] {
      let width = max(least[column], widths[column] - step)
      let narrowed = columns[column].map { wrapped($0, width: width).count }
      let cost = narrowed.indices.reduce(0) { sum, row in
        var height = narrowed[row]
        for other in heights.indices where other != column {
          height = max(height, heights[other][row])
        }
        return sum + height
      }
      let isBetter =
        best.map { cost < $0.cost || (cost == $0.cost && widths[column] > widths[$0.column]) }
        ?? true
      if isBetter { best = (column, cost, narrowed) }
    }
    guard let best else { return nil }
    heights[best.column] = best.heights
    return best.column
  }
}

/// The words of a text in lines of at most `width` characters. A word too long for a line is broken
/// where it has a hyphen, a slash or the like, and anywhere if need be.
func wrapped(_ text: String, width: Int) -> [String] {
  guard text.count > width || text.contains("\n") else { return [text] }
  var lines: [String] = []
  var line = ""
  func take(_ part: some StringProtocol, after gap: String) {
    if !line.isEmpty, line.count + gap.count + part.count <= width {
      line += gap + part
    } else {
      if !line.isEmpty { lines.append(line) }
      line = String(part)
      while line.count > max(1, width) {
        lines.append(String(line.prefix(max(1, width))))
        line = String(line.dropFirst(max(1, width)))
      }
    }
  }
  for word in text.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
    guard word.count > width else {
      take(word, after: " ")
      continue
    }
    for (index, part) in breakable(word).enumerated() { take(part, after: index == 0 ? " " : "") }
  }
  if !line.isEmpty { lines.append(line) }
  return lines.isEmpty ? [""] : lines
}

/// The parts of a long word between which a line may end; numbers and dates have one.
private func breakable(_ word: Substring) -> [Substring] {
  guard word.count > 12, word.contains(where: \.isLetter) else { return [word] }
  var parts: [Substring] = []
  var start = word.startIndex
  for index in word.indices where "-/".contains(word[index]) {
    let next = word.index(after: index)
    if word.distance(from: start, to: next) >= 4, word.distance(from: next, to: word.endIndex) >= 4
    {
      parts.append(word[start..<next])
      start = next
    }
  }
  return parts + [word[start...]]
}

extension String {
  /// The text without spaces at its end.
  fileprivate var trimmed: String {
    var end = self[...]
    while end.last == " " { end = end.dropLast() }
    return String(end)
  }
}
