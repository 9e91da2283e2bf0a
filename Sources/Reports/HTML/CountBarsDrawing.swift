/// Draws counts as bars from one line, each with its number; where there is no number, a hatched
/// place says why, so that it is not taken for a zero.
struct CountBarsDrawing {
  private let bars: CountBars
  private let voice: Voice

  private static var rowHeight: Int { 30 }
  private static var labelWidth: String { "24%" }

  init(_ bars: CountBars, _ voice: Voice) {
    self.bars = bars
    self.voice = voice
  }

  var drawing: Drawing {
    Drawing(
      title: bars.title, legend: [],
      height: max(1, bars.bars.count) * CountBarsDrawing.rowHeight + 4, description: description,
      draw: draw)
  }

  private func shown(_ bar: CountBars.Bar) -> String {
    let signs = Mark.allCases.filter { bar.marks.contains($0) }.map(voice.sign)
    return ([Inscription(bar.value, voice).text] + signs).joined(separator: " ")
  }

  private var description: String {
    bars.bars.map { "\(Inscription($0.label, voice).text): \(shown($0))" }
      .joined(separator: "; ") + "."
  }

  /// How wide a bar is, in hundredths of a per cent: their numbers stand behind them. Counts may be as
  /// large as a number can be.
  private func width(of count: Int64) -> Int {
    guard bars.largest > 0, count <= bars.largest else { return 0 }
    return Int(bars.largest.dividingFullWidth(count.multipliedFullWidth(by: 6500)).quotient)
  }

  private func draw(_ svg: inout Markup) {
    for (row, bar) in bars.bars.enumerated() {
      let top = row * CountBarsDrawing.rowHeight
      svg.newline()
      svg.label(Inscription(bar.label, voice).text, x: "0", y: top + 19, "name")
      if case .number(let count) = bar.value {
        let width = width(of: count)
        if count > 0 {
          svg.rectangle(
            .strong, x: CountBarsDrawing.labelWidth, y: top + 5,
            width: percent(width, of: 10_000), height: 20)
        }
        svg.label(shown(bar), x: percent(2400 + width, of: 10_000), y: top + 19, "count", dx: 6)
      } else {
        svg.empty(
          "rect",
          [
            "class": "unknown", "x": CountBarsDrawing.labelWidth, "y": "\(top + 5)",
            "width": "6%", "height": "20",
          ])
        svg.label(shown(bar), x: "30%", y: top + 19, "why", dx: 6)
      }
      svg.vertical(
        "axis", x: CountBarsDrawing.labelWidth, from: top + 2, to: top + 28)
    }
  }
}
