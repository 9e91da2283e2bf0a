internal import Events
internal import Projections

/// A report as one file for a browser: nothing from outside, no script, and well-formed.
package struct HTMLReport {
  let report: Report
  let voice: Voice
  private let command: String
  private var markup = Markup()
  private var tables = 0
  private var charts = 0

  /// A report in a language.
  ///
  /// - Parameter command: the command that gives the same report again.
  package init(_ report: Report, _ language: ReportLanguage, command: String) {
    self.report = report
    self.command = command
    voice = Voice(report, language)
    addPage()
  }

  /// The file.
  package var page: String { "<!DOCTYPE html>\n" + markup.text + "\n" }

  private var title: String { report.title.map { voice.text($0) } ?? report.plan.description }

  /// How the file is read as text: without anything that steers it.
  private func plain(_ note: Note) -> String { Inscription(note, voice).text }

  private func plain(_ value: Value) -> String { Inscription(value, voice).text }

  // MARK: - The page

  private mutating func addPage() {
    var markup = Markup()
    let asAt = plain(Note(.asAt, .dateInWords(report.basis.point.effectiveAt, .locative)))
    markup.element("html", ["lang": voice.language.rawValue]) { html in
      html.newline()
      html.element("head") { head in
        head.newline()
        head.empty("meta", ["charset": "utf-8"])
        head.newline()
        head.empty(
          "meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
        head.newline()
        // Nothing in the page is run or fetched, whatever is typed into a title.
        head.empty(
          "meta",
          [
            "http-equiv": "Content-Security-Policy",
            "content": "default-src 'none'; style-src 'unsafe-inline'; img-src data:",
          ])
        head.newline()
        head.empty("meta", ["name": "color-scheme", "content": "light dark"])
        head.empty("link", ["rel": "icon", "href": "data:,"])
        head.newline()
        head.element("title", text: "\(report.plan) · \(asAt)")
        head.newline()
        head.element("style") { $0.add(verbatim: Stylesheet.text) }
        if report.isIllustrative {
          head.element("style") { style in
            style.add(verbatim: "@page{@top-center{content:\"")
            style.add(voice.text(.illustrativeStrip))
            style.add(verbatim: "\";font:700 9pt sans-serif;color:#8a1c00}}")
          }
        }
      }
      html.newline()
      html.element("body") { body in addBody(to: &body, asAt) }
    }
    self.markup = markup
  }

  private mutating func addBody(to body: inout Markup, _ asAt: String) {
    body.element("a", ["class": "skip", "href": "#content"], text: voice.text(.skip))
    Patterns.add(to: &body)
    body.newline()
    body.element("header") { header in
      header.element("p", ["class": "kicker"]) { kicker in
        kicker.add(voice.text(.report) + " ")
        kicker.element("span", ["class": "code"], text: report.plan.description)
      }
      header.element("h1") { heading in
        let value: Value =
          report.title.map { .text($0) } ?? .code(report.plan.description)
        heading.add(Inscription(value, voice), in: voice.language)
      }
      header.element("p", ["class": "asat"], text: asAt)
      addBanner(to: &header)
      addFacts(to: &header)
    }
    body.newline()
    addContents(to: &body)
    body.newline()
    body.element("main", ["id": "content"]) { main in
      addFigures(to: &main)
      for (index, section) in report.sections.enumerated() {
        main.newline()
        add(section, index + 1, to: &main)
      }
    }
    body.newline()
    addBasis(to: &body)
    body.newline()
  }

  private func addBanner(to markup: inout Markup) {
    guard report.isIllustrative else { return }
    markup.element("div", ["class": "banner", "role": "note"]) { banner in
      banner.element("strong", text: voice.text(.illustrativeTitle))
      banner.element("p", text: voice.text(.illustrative))
    }
  }

  private func addFacts(to markup: inout Markup) {
    guard !report.facts.isEmpty else { return }
    markup.element("dl", ["class": "facts"]) { list in
      for fact in report.facts {
        list.element("div") { entry in
          entry.element("dt", text: voice.text(fact.label))
          entry.element("dd") { $0.add(Inscription(fact.value, voice), in: voice.language) }
        }
      }
    }
  }

  private func addContents(to markup: inout Markup) {
    markup.element("nav", ["aria-labelledby": "contents"]) { nav in
      nav.element("h2", ["id": "contents"], text: voice.text(.contents))
      nav.element("ol") { list in
        for section in report.sections {
          list.element("li") { entry in
            entry.element(
              "a", ["href": "#\(section.key)"], text: voice.text(section.heading))
          }
        }
      }
    }
  }

  private func addFigures(to markup: inout Markup) {
    markup.element("section", ["aria-labelledby": "figures", "class": "figures"]) { section in
      section.element("h2", ["id": "figures"], text: voice.text(.keyFigures))
      section.element("dl") { list in
        for figure in report.figures {
          list.element("div") { entry in
            entry.element("dt", text: voice.text(figure.label))
            entry.element("dd") { value in
              value.element("span", ["class": "figure"], text: plain(figure.value))
              if let note = figure.note {
                value.element("span", ["class": "of"], text: plain(note))
              }
            }
          }
        }
      }
    }
  }

  private mutating func add(
    _ section: Report.Section, _ number: Int, to markup: inout Markup
  ) {
    let id = section.key
    markup.element("section", ["id": id, "aria-labelledby": "\(id)-h"]) { part in
      part.element("h2", ["id": "\(id)-h"], text: "\(number). \(voice.text(section.heading))")
      for note in section.notes {
        part.element("p", ["class": "note"]) {
          $0.add(Inscription(note, voice), in: voice.language)
        }
      }
      for chart in section.charts {
        charts += 1
        part.newline()
        add(chart, charts, to: &part)
      }
      for table in section.tables {
        guard !table.rows.isEmpty || table.ifEmpty != nil else { continue }
        part.newline()
        if table.rows.isEmpty {
          part.element("p", ["class": "empty"]) { empty in
            empty.element("strong", text: Inscription(table.caption, voice).asHeading.text + ". ")
            empty.add(table.ifEmpty.map(voice.text) ?? "")
          }
        } else {
          tables += 1
          add(table, tables, to: &part)
        }
      }
    }
  }

  private func addBasis(to markup: inout Markup) {
    markup.element("footer", ["aria-labelledby": "basis"]) { footer in
      footer.element("h2", ["id": "basis"], text: voice.text(.basis))
      footer.element("dl", ["class": "basis"]) { list in
        for entry in report.basis.entries {
          list.element("div") { row in
            row.element("dt", text: voice.text(entry.label))
            row.element("dd") { $0.add(Inscription(entry.note, voice), in: voice.language) }
          }
        }
      }
      footer.element("p", text: voice.text(.sameAgain))
      footer.element("pre") { $0.element("code", text: command) }
    }
  }
}
