internal import Coding
internal import Events
internal import Projections

/// Draws what ran when: a row an action, its name over its bar, years across.
struct TimelineDrawing {
  private let chart: TimelineChart
  private let voice: Voice

  private static var rowHeight: Int { 34 }
  private static var top: Int { 24 }

  init(_ chart: TimelineChart, _ voice: Voice) {
    self.chart = chart
    self.voice = voice
  }

  var drawing: Drawing {
    Drawing(
      title: chart.title, legend: legend, height: bottom + 18, description: description,
      draw: draw)
  }

  private var bottom: Int {
    TimelineDrawing.top + chart.rows.count * TimelineDrawing.rowHeight
  }

  // MARK: - Words

  private var legend: [Drawing.LegendEntry] {
    let present = Set(chart.rows.flatMap { $0.spans.map(\.status) })
    var entries = [RunningStatus.planned, .inProgress, .suspended]
      .filter { present.contains($0) }
      .map { status in Drawing.LegendEntry(status.span, voice.text(status.wording)) }
    if present.contains(.delivered) {
      entries.append(
        Drawing.LegendEntry(label: voice.text(RunningStatus.delivered.wording)) {
          $0.sign(Sign.delivered, "sign", x: "11", y: 7)
        })
    }
    if present.contains(.cancelled) {
      entries.append(
        Drawing.LegendEntry(label: voice.text(RunningStatus.cancelled.wording)) {
          $0.sign(Sign.cancelled, "cross", x: "11", y: 7)
        })
    }
    if chart.rows.contains(where: { $0.deadline != nil }) {
      entries.append(
        Drawing.LegendEntry(label: voice.text(.currentDeadlineMark)) {
          $0.sign(Sign.deadline, "deadline", x: "11", y: 7)
        })
    }
    if chart.rows.contains(where: { $0.originalDeadline != nil }) {
      entries.append(
        Drawing.LegendEntry(label: voice.text(.originalDeadlineMark)) {
          $0.sign(Sign.deadline, "original", x: "11", y: 7)
        })
    }
    if chart.rows.contains(where: { row in row.dates.contains { $0.precision != .day } }) {
      entries.append(
        Drawing.LegendEntry(label: voice.text(.coarseMark)) {
          $0.empty(
            "rect", ["class": "coarse", "x": "1", "y": "2", "width": "20", "height": "10"])
        })
    }
    entries.append(
      Drawing.LegendEntry(label: voice.text(.asAtMark)) {
        $0.vertical("today", x: "11", from: 0, to: 14)
      })
    return entries
  }

  private var description: String {
    chart.rows.map { row in
      let spans = row.spans.map { span in
        "\(voice.text(span.status.wording)) \(span.began)"
      }
      let deadline = row.deadline.map { ["\(voice.text(.deadline)) \($0)"] } ?? []
      return "\(row.code): \((spans + deadline).joined(separator: ", "))."
    }.joined(separator: " ")
  }

  // MARK: - Drawing

  /// Where a day begins on the axis.
  private func place(_ day: Day) -> String {
    let whole = chart.from.days(to: chart.through) + 1
    return percent(min(max(0, chart.from.days(to: day)), whole), of: whole)
  }

  private func width(from: Day, to: Day) -> String {
    let whole = chart.from.days(to: chart.through) + 1
    let (start, end) = (
      min(max(0, chart.from.days(to: from)), whole), min(max(0, chart.from.days(to: to)), whole)
    )
    return percent(max(0, end - start), of: whole)
  }

  private func draw(_ svg: inout Markup) {
    drawYears(&svg)
    svg.vertical("today", x: place(chart.asAt), from: TimelineDrawing.top - 6, to: bottom)
    for (index, row) in chart.rows.enumerated() {
      svg.newline()
      draw(row, TimelineDrawing.top + index * TimelineDrawing.rowHeight, &svg)
    }
    svg.label(
      "\(chart.asAt)", x: place(chart.asAt), y: bottom + 13, "tick", anchor: anchor(chart.asAt))
  }

  /// A label near an end of the axis stands inside it.
  private func anchor(_ day: Day) -> String {
    let whole = chart.from.days(to: chart.through) + 1
    let share = chart.from.days(to: day) * 100 / whole
    return share < 12 ? "start" : share > 88 ? "end" : "middle"
  }

  private func drawYears(_ svg: inout Markup) {
    let (first, last) = (chart.from.civil.year, chart.through.civil.year)
    // As many years as have room for their numbers on a phone.
    let step = max(1, (last - first + 8) / 8)
    for year in first...last where (year - first) % step == 0 {
      guard let day = Day(year: year, month: 1, day: 1) else { continue }
      svg.vertical("grid", x: place(day), from: 16, to: bottom)
      svg.label(String(year), x: place(day), y: 11, "tick", dx: 2)
    }
  }

  private func draw(_ row: TimelineChart.Row, _ top: Int, _ svg: inout Markup) {
    let title = row.title.map { printable(voice.text($0)) } ?? ""
    svg.element("g") { group in
      group.element("title", text: "\(row.code) \(title)")
      group.label("\(row.code.cut(20))  \(title.cut(38))", x: "0", y: top + 12, "name")
      for span in row.spans { draw(span, top, &group) }
      for (date, kind) in [(row.originalDeadline, "original"), (row.deadline, "deadline")] {
        guard let date else { continue }
        if date.precision != .day { coarse(date, top + 29, height: 4, &group) }
        group.sign(Sign.deadline, kind, x: place(date.lastDay.advanced(by: 1)), y: top + 22)
      }
      for span in row.spans where span.status == .delivered || span.status == .cancelled {
        group.sign(
          span.status == .delivered ? Sign.delivered : Sign.cancelled,
          span.status == .delivered ? "sign" : "cross", x: place(span.began.lastDay), y: top + 22)
      }
    }
  }

  private func draw(_ span: TimelineChart.Span, _ top: Int, _ svg: inout Markup) {
    let start = max(chart.from, span.began.lastDay)
    let end = span.until ?? chart.asAt.advanced(by: 1)
    switch span.status {
    case .planned, .inProgress, .suspended:
      if end > start {
        svg.rectangle(
          span.status.span, x: place(start), y: top + 17, width: width(from: start, to: end),
          height: 10)
      }
    case .delivered, .cancelled: break
    }
    if span.began.precision != .day, span.status != .planned {
      coarse(span.began, top + 17, height: 10, &svg)
    }
  }

  /// The days on which something of a coarse date may have been: over the bar for what ran, below it
  /// for a deadline.
  private func coarse(_ date: CoarseDate, _ y: Int, height: Int, _ svg: inout Markup) {
    svg.empty(
      "rect",
      [
        "class": "coarse", "x": place(date.firstDay), "y": "\(y)",
        "width": width(from: date.firstDay, to: date.lastDay.advanced(by: 1)),
        "height": "\(height)",
      ])
  }
}

/// Signs, drawn about their middle.
private enum Sign {
  /// A disc.
  static let delivered = "M-5,0a5,5 0 1,0 10,0a5,5 0 1,0 -10,0z"
  /// A cross.
  static let cancelled = "M-5,-5L5,5M-5,5L5,-5"
  /// A lozenge.
  static let deadline = "M0,-7L5,0L0,7L-5,0z"
}

extension RunningStatus {
  /// How a span of it is drawn.
  fileprivate var span: Fill {
    switch self {
    case .planned, .delivered, .cancelled: .hollow
    case .inProgress: .strong
    case .suspended: .striped
    }
  }
}

extension TimelineChart.Row {
  /// The dates that are drawn.
  fileprivate var dates: [CoarseDate] {
    spans.filter { $0.status != .planned }.map(\.began)
      + [deadline, originalDeadline].compactMap { $0 }
  }
}
