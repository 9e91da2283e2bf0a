internal import Events

extension HTMLReport {
  /// A table in a box of its own: wide tables of figures scroll in it, lists of things stand one below
  /// the other where the page is narrow.
  func add(_ table: Table, _ number: Int, to markup: inout Markup) {
    let words = table.columns.count { !$0.isNumber }
    let isList = words >= 3 || words == 2 && table.columns.count <= 3
    let caption =
      "\(voice.text(.table)) \(number). \(Inscription(table.caption, voice).asHeading.text)"
    let label = "\(caption) (\(voice.text(.scrollHint)))"
    markup.element(
      "div",
      [
        "class": isList ? "box list" : "box", "role": "region", "aria-label": label,
        "tabindex": "0",
      ]
    ) { box in
      box.element("table", ["role": isList ? "table" : nil]) { part in
        part.element("caption") { caption in
          caption.element("span") { line in
            line.add("\(voice.text(.table)) \(number). ")
            line.add(Inscription(table.caption, voice).asHeading, in: voice.language)
          }
        }
        addHead(of: table, isList, to: &part)
        part.newline()
        part.element("tbody", ["role": isList ? "rowgroup" : nil]) { body in
          for row in table.rows { add(row, of: table, isList, "", to: &body) }
          if let total = table.total { add(total, of: table, isList, "total", to: &body) }
        }
      }
    }
    let marks = table.marks
    guard !marks.isEmpty else { return }
    let legend = marks.map { "\(voice.sign($0)) \(voice.text($0.wording))" }
    markup.element("p", ["class": "legend"], text: legend.joined(separator: "; ") + ".")
  }

  private func addHead(of table: Table, _ isList: Bool, to markup: inout Markup) {
    markup.element("thead", ["role": isList ? "rowgroup" : nil]) { head in
      head.element("tr", ["role": isList ? "row" : nil]) { row in
        for column in table.columns {
          row.element(
            "th",
            [
              "scope": "col", "role": isList ? "columnheader" : nil,
              "class": column.isNumber ? "n" : nil,
            ]
          ) { $0.add(Inscription(column.title, voice).asHeading, in: voice.language) }
        }
        row.element(
          "th", ["scope": "col", "role": isList ? "columnheader" : nil],
          text: voice.text(.provenance))
      }
    }
  }

  private func add(
    _ row: Table.Row, of table: Table, _ isList: Bool, _ name: String, to markup: inout Markup
  ) {
    let isInvented = row.provenance.contains(.illustrative)
    let names = [name, isInvented ? "invented" : ""].filter { !$0.isEmpty }.joined(separator: " ")
    markup.newline()
    markup.element(
      "tr", ["class": names.isEmpty ? nil : names, "role": isList ? "row" : nil]
    ) { line in
      for (index, (column, cell)) in zip(table.columns, row.cells).enumerated() {
        add(cell, column, isFirst: index == 0, isList, to: &line)
      }
      line.element(
        "td",
        [
          "class": "prov", "role": isList ? "cell" : nil,
          "data-label": isList ? voice.text(.provenance) : nil,
        ]
      ) { $0.element("span", ["class": "v"]) { add(row.provenance, to: &$0) } }
    }
  }

  private func add(
    _ cell: Table.Cell, _ column: Table.Column, isFirst: Bool, _ isList: Bool,
    to markup: inout Markup
  ) {
    let kind: String? =
      switch column.kind {
      case .number: "n"
      case .code: "c"
      case .date: "d"
      case .text: nil
      case .prose: "t"
      }
    let isBare = cell.value == .none
    markup.element(
      isFirst ? "th" : "td",
      [
        "scope": isFirst ? "row" : nil,
        "class": [kind, isBare ? "none" : nil].compactMap { $0 }.joined(separator: " ").nonEmpty,
        "role": isList ? (isFirst ? "rowheader" : "cell") : nil,
        "data-label": isList ? Inscription(column.title, voice).asHeading.text : nil,
      ]
    ) { outside in
      // A list's cell is a name and a value where the page is narrow: the value is one thing.
      if isList { outside.element("span", ["class": "v"]) { add(cell, to: &$0) } }
      if !isList { add(cell, to: &outside) }
    }
  }

  private func add(_ cell: Table.Cell, to content: inout Markup) {
    if cell.marks.contains(.atLeast) { addSign(.atLeast, to: &content, " ") }
    content.add(Inscription(cell.value, voice), in: voice.language)
    for mark in Mark.allCases where mark != .atLeast && cell.marks.contains(mark) {
      content.add("\u{A0}")
      addSign(mark, to: &content)
    }
  }

  private func addSign(_ mark: Mark, to markup: inout Markup, _ after: String = "") {
    markup.element(
      "abbr", ["class": "mark", "title": voice.text(mark.wording)], text: voice.sign(mark))
    markup.add(after)
  }

  /// The classes that a row rests on, each in words.
  private func add(_ classes: Set<Provenance>, to markup: inout Markup) {
    if classes.isEmpty { markup.element("span", ["class": "quiet"], text: "–") }
    for (index, provenance) in classes.inOrder.enumerated() {
      if index > 0 { markup.add(" ") }
      markup.element(
        "span", ["class": "p \(provenance.description.lowercased())"],
        text: voice.text(provenance.wording))
    }
  }
}

extension String {
  /// The text, unless it is empty.
  fileprivate var nonEmpty: String? { isEmpty ? nil : self }
}
