internal import Coding

/// Draws bars that are divided into parts: all on one scale, each under its name.
struct StackedBarsDrawing {
  private let bars: StackedBars
  private let voice: Voice
  private let largest: Int

  private static var rowHeight: Int { 46 }
  private static var barHeight: Int { 20 }

  init(_ bars: StackedBars, _ voice: Voice) {
    self.bars = bars
    self.voice = voice
    largest = bars.bars.map { $0.counts.reduce(0, +) }.max() ?? 0
  }

  var drawing: Drawing {
    Drawing(
      title: bars.title,
      legend: used.map { index in
        Drawing.LegendEntry(bars.parts[index].fill, voice.text(bars.parts[index].label))
      }, height: bars.bars.count * StackedBarsDrawing.rowHeight + 4, description: description,
      draw: draw)
  }

  /// The parts that some bar has.
  private var used: [Int] {
    bars.parts.indices.filter { index in bars.bars.contains { $0.counts[index] > 0 } }
  }

  private func name(_ bar: StackedBars.Bar) -> String { Inscription(bar.label, voice).text }

  private var description: String {
    bars.bars.map { bar in
      let parts = bars.parts.indices.filter { bar.counts[$0] > 0 }.map { index in
        "\(voice.text(bars.parts[index].label)) \(voice.number(Int64(bar.counts[index])))"
      }
      return "\(name(bar)): \(parts.isEmpty ? "0" : parts.joined(separator: ", "))."
    }.joined(separator: " ")
  }

  private func draw(_ svg: inout Markup) {
    for (row, bar) in bars.bars.enumerated() {
      let top = row * StackedBarsDrawing.rowHeight
      let total = bar.counts.reduce(0, +)
      svg.newline()
      svg.label("\(name(bar).cut(44)) · \(voice.number(Int64(total)))", x: "0", y: top + 13, "name")
      var start = 0
      for index in bars.parts.indices where bar.counts[index] > 0 {
        let count = bar.counts[index]
        svg.rectangle(
          bars.parts[index].fill, x: percent(start, of: largest), y: top + 19,
          width: percent(count, of: largest), height: StackedBarsDrawing.barHeight)
        // Where a part is narrower than its number, the table has it.
        if count * 100 >= largest * 4 {
          svg.label(
            voice.number(Int64(count)), x: percent(2 * start + count, of: 2 * largest),
            y: top + 34, "inside", anchor: "middle")
        }
        start += count
      }
      if total == 0 {
        svg.vertical("axis", x: "0.1%", from: top + 19, to: top + 39)
        svg.label("0", x: "0", y: top + 34, "inside", dx: 6)
      }
    }
  }
}
