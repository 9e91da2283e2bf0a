internal import Events
internal import Projections

extension HTMLReport {
  /// A chart with its caption, its legend, and in words what it shows.
  func add(_ chart: Chart, _ number: Int, to markup: inout Markup) {
    let id = "chart-\(number)"
    let drawing = drawing(of: chart)
    markup.element("figure") { figure in
      figure.element("figcaption") { caption in
        caption.add("\(voice.text(.chart)) \(number). ")
        caption.add(Inscription(drawing.title, voice).asHeading, in: voice.language)
      }
      addLegend(drawing.legend, to: &figure)
      figure.element(
        "svg",
        [
          "xmlns": "http://www.w3.org/2000/svg", "role": "img", "width": "100%",
          "height": "\(drawing.height)", "aria-labelledby": "\(id)-t \(id)-d",
        ]
      ) { svg in
        svg.element("title", ["id": "\(id)-t"], text: Inscription(drawing.title, voice).text)
        svg.element("desc", ["id": "\(id)-d"], text: drawing.description)
        drawing.draw(&svg)
      }
    }
  }

  private func drawing(of chart: Chart) -> Drawing {
    switch chart {
    case .stackedBars(let bars): StackedBarsDrawing(bars, voice).drawing
    case .bars(let bars): CountBarsDrawing(bars, voice).drawing
    case .timeline(let timeline): TimelineDrawing(timeline, voice).drawing
    }
  }

  private func addLegend(_ entries: [Drawing.LegendEntry], to markup: inout Markup) {
    guard !entries.isEmpty else { return }
    markup.element("ul", ["class": "key", "aria-hidden": "true"]) { list in
      for entry in entries {
        list.element("li") { item in
          item.element(
            "svg",
            [
              "xmlns": "http://www.w3.org/2000/svg", "width": "22", "height": "14",
              "focusable": "false",
            ]
          ) { entry.draw(&$0) }
          item.add(entry.label)
        }
      }
    }
  }
}

/// A chart, ready to be drawn. Across it is measured in per cent, so that it is as wide as the page;
/// down it is measured in pixels, so that its words stay legible.
struct Drawing {
  let title: Note
  let legend: [LegendEntry]
  let height: Int
  /// In words what it shows.
  let description: String
  let draw: (inout Markup) -> Void

  /// A surface or sign, and what it says.
  struct LegendEntry {
    let label: String
    let draw: (inout Markup) -> Void
  }
}

extension Drawing.LegendEntry {
  /// A surface.
  init(_ fill: Fill, _ label: String) {
    self.init(label: label) { svg in
      svg.rectangle(fill, x: "1", y: 1, width: "20", height: 12)
    }
  }
}

extension Markup {
  /// A filled rectangle.
  mutating func rectangle(_ fill: Fill, x: String, y: Int, width: String, height: Int) {
    empty(
      "rect",
      [
        "class": "f-\(fill.rawValue)", "x": x, "y": "\(y)", "width": width, "height": "\(height)",
      ])
  }

  /// A text at a place.
  mutating func label(
    _ content: String, x: String, y: Int, _ kind: String? = nil, anchor: String? = nil,
    dx: Int? = nil
  ) {
    element(
      "text",
      [
        "x": x, "y": "\(y)", "class": kind, "text-anchor": anchor, "dx": dx.map { "\($0)" },
      ], text: content)
  }

  /// A line from top to bottom.
  mutating func vertical(_ kind: String, x: String, from: Int, to: Int) {
    empty("line", ["class": kind, "x1": x, "x2": x, "y1": "\(from)", "y2": "\(to)"])
  }

  /// A sign around a place, drawn by a path about its origin.
  mutating func sign(_ path: String, _ kind: String, x: String, y: Int) {
    element("svg", ["x": x, "y": "\(y)", "overflow": "visible", "width": "1", "height": "1"]) {
      $0.empty("path", ["class": kind, "d": path])
    }
  }
}

/// A part of a whole in per cent, with two decimals and no rounding beyond the whole.
func percent(_ part: Int, of whole: Int) -> String {
  guard whole > 0 else { return "0%" }
  let hundredths = part * 10_000 / whole
  let decimals = hundredths % 100
  return "\(hundredths / 100)"
    + (decimals == 0 ? "" : "." + (decimals < 10 ? "0" : "") + "\(decimals)") + "%"
}

extension String {
  /// The text, cut with `…` where it is longer than so many characters.
  func cut(_ limit: Int) -> String {
    count <= limit ? self : prefix(limit - 1) + "…"
  }
}
