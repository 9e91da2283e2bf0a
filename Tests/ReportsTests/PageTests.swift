import Foundation
import Reports
import Testing

@Suite("The page: well-formed, self-contained, accessible")
struct PageTests {
  @Test("It parses as XML, in both languages", arguments: ReportLanguage.allCases)
  func wellFormed(_ language: ReportLanguage) throws {
    let report = try ReportTotalsTests.ledger.get().report("LV-HTP-2021", at: "2025-01-28")
    let page = try Page(report.html(language))
    #expect(page.elements.first?.attributes["lang"] == language.rawValue)
    #expect(page.count("table") > 15 && page.count("svg") > 5)
  }

  @Test("Nothing is fetched and nothing is run")
  func selfContained() throws {
    let report = try ReportTotalsTests.ledger.get().report("LV-HTP-2021", at: "2025-01-28")
    let html = report.html()
    let page = try Page(html)
    for name in ["script", "iframe", "object", "embed", "img", "base", "form"] {
      #expect(page.count(name) == 0, "\(name)")
    }
    for element in page.elements {
      for (name, value) in element.attributes {
        #expect(!name.hasPrefix("on") && name != "src" && name != "style", "\(name)")
        if name == "href" {
          #expect(value.hasPrefix("#") || value == "data:,", "\(value)")
        }
      }
    }
    #expect(!html.contains("@import") && !html.contains("url(http"))
    let policy = page.elements.first { $0.attributes["http-equiv"] != nil }
    #expect(policy?.attributes["content"]?.hasPrefix("default-src 'none'") == true)
  }

  @Test("Ids are there once, and what refers to one finds it")
  func ids() throws {
    let report = try ReportTotalsTests.ledger.get().report("LV-HTP-2021", at: "2025-01-28")
    let page = try Page(report.html())
    let ids = page.elements.compactMap { $0.attributes["id"] }
    #expect(Set(ids).count == ids.count)
    for element in page.elements {
      for name in ["aria-labelledby", "aria-describedby"] {
        for id in (element.attributes[name] ?? "").split(separator: " ") {
          #expect(ids.contains(String(id)), "\(id)")
        }
      }
      if let href = element.attributes["href"], href.hasPrefix("#") {
        #expect(ids.contains(String(href.dropFirst())), "\(href)")
      }
    }
  }

  @Test("Landmarks, one h1, headings in order, tables with captions and scopes, charts in words")
  func accessible() throws {
    let report = try ReportTotalsTests.ledger.get().report("LV-HTP-2021", at: "2025-01-28")
    let page = try Page(report.html())
    for name in ["header", "nav", "main", "footer", "h1"] { #expect(page.count(name) == 1) }
    let levels = page.elements.compactMap { element -> Int? in
      guard element.name.count == 2, element.name.hasPrefix("h") else { return nil }
      return Int(element.name.dropFirst())
    }
    #expect(levels.first == 1 && zip(levels, levels.dropFirst()).allSatisfy { $1 <= $0 + 1 })
    #expect(page.count("caption") == page.count("table"))
    #expect(page.elements.filter { $0.name == "th" }.allSatisfy { $0.attributes["scope"] != nil })
    let charts = page.elements.filter { $0.attributes["role"] == "img" }
    #expect(!charts.isEmpty && charts.count == page.count("desc"))
    #expect(page.texts["desc"]?.allSatisfy { !$0.isEmpty } == true)
    // What is invented says so: before anything else, and in every row.
    #expect(page.elements.contains { $0.attributes["class"] == "banner" })
    let rows = report.html().components(separatedBy: "<tr").filter { $0.contains("ILL-") }
    #expect(rows.count > 50 && rows.allSatisfy { $0.contains("illustrative") })
  }

  /// Titles that try what titles can.
  static let hostile = [
    "<script>alert(1)</script>", "</title></svg><img src=x onerror=alert(1)>",
    "a & b &lt; \"c\" 'd'",
    "]]>", "*bold* _it_ `code` [l](javascript:x) | pipe", "=HYPERLINK(1)", "@SUM(1)", "-1+2",
    "\u{202E}desrever", "ترجمة العنوان", String(repeating: "Donaudampfschifffahrt", count: 20),
    "one\ntwo", "e\u{301}", "\u{FFFF}", "{0} {1}",
  ]

  @Test("Whatever is typed into a title is shown, never obeyed", arguments: hostile)
  func hostileTitle(_ title: String) throws {
    func json(_ text: String) throws -> String {
      String(decoding: try JSONEncoder().encode([text]).dropFirst().dropLast(), as: UTF8.self)
    }
    var script = Script()
    let text = try json(title)
    script.add(
      "PlanDrafted", "plan/P", "2022-01-01", #"{"title":\#(text),"period":"2022/2023"}"#)
    script.add("PlanApproved", "plan/P", "2022-01-02", #"{"act":"Order"}"#)
    script.add("AreaDefined", "plan/P/area/A", "2022-01-02", #"{"title":\#(text)}"#)
    script.add(
      "ActionAdded", "plan/P/action/1", "2022-01-03",
      #"{"title":\#(text),"area":"A","deadline":"2022-02-01"}"#)
    script.add("ActionStarted", "plan/P/action/1", "2022-01-15")
    script.add(
      "ChallengeRaised", "challenge/C", "2022-01-03", #"{"title":\#(text),"plan":"P"}"#)
    let report = try TestLedger.holding(script).report("P", at: "2022-12-31")
    let page = try Page(report.html())
    for name in ["script", "img"] { #expect(page.count(name) == 0) }
    let shown = title.replacingOccurrences(of: "\u{202E}", with: "\\u{202E}")
      .replacingOccurrences(of: "\u{FFFF}", with: "\u{FFFD}")
    #expect(page.texts["h1"] == [shown])
    #expect((page.texts["bdi"]?.count { $0 == shown } ?? 0) >= 4)
    // In a table of Markdown a title is one cell: as many bars as the heading has.
    let lines = report.markdown().components(separatedBy: "\n")
    for (index, line) in lines.enumerated() where line.hasPrefix("| -") || line.hasPrefix("| :") {
      let bars = PageTests.bars(in: lines[index - 1])
      for row in lines[(index + 1)...].prefix(while: { $0.hasPrefix("|") }) {
        #expect(PageTests.bars(in: row) == bars, "\(row)")
      }
    }
    #expect(!report.markdown().contains("<script") && !report.markdown().contains("<img"))
    // No field of the long table is a formula, unless it is a number.
    for line in try CSVLines(String(report.csv().dropFirst())).lines {
      for field in line where Int(field) == nil {
        #expect(!field.hasPrefix("=") && !field.hasPrefix("-") || field == "-1+2", "\(field)")
        #expect(field != "@SUM(1)" && field != "-1+2")
      }
    }
  }

  /// The bars of a line that divide cells.
  private static func bars(in line: String) -> Int {
    let plain = line.replacing("\\\\", with: "").replacing("\\|", with: "")
    return plain.count { $0 == "|" }
  }

  @Test("A plan with nothing in it says so, and is well-formed")
  func empty() throws {
    var script = Script()
    script.add("PlanDrafted", "plan/P", "2022-01-01", #"{"title":"P","period":"2022/2023"}"#)
    let report = try TestLedger.holding(script).report("P", at: "2022-12-31")
    let page = try Page(report.html(.latvian))
    #expect(page.text.contains("Līdz šai dienai neviens pasākums nav reģistrēts."))
    #expect(page.text.contains("Par plāna periodu nav reģistrēts neviens skaits."))
    #expect(!report.isIllustrative && !page.text.contains("ILUSTRAT"))
  }

  @Test("Of two hundred actions each is drawn once, on charts that fit a page")
  func large() throws {
    var script = Script()
    script.plan("P", "2022/2023")
    for number in 1...200 {
      script.add(
        "ActionAdded", "plan/P/action/\(number)", "2022-01-03",
        #"{"title":"Action \#(number)","deadline":"2022-Q\#(number % 4 + 1)"}"#)
      if number % 2 == 0 { script.add("ActionStarted", "plan/P/action/\(number)", "2022-05") }
    }
    let report = try TestLedger.holding(script).report("P", at: "2023-06-30")
    let page = try Page(report.html())
    #expect(page.texts["g"]?.count == 200)
    let heights = page.elements.filter { $0.attributes["role"] == "img" }
      .compactMap { Int($0.attributes["height"] ?? "") }
    #expect(heights.allSatisfy { $0 <= 960 }, "an A4 page has about 980 pixels")
  }

  @Test("Numbers and days as large as they can be are drawn, too")
  func extremes() throws {
    var script = Script()
    script.add(
      "PlanDrafted", "plan/P", "0001-01-01", #"{"title":"P","period":"0001/9999"}"#)
    script.add("PlanApproved", "plan/P", "0001-01-01", #"{"act":"Order"}"#)
    script.add(
      "ActionAdded", "plan/P/action/1", "2022-01-03", #"{"title":"1","deadline":"9999"}"#)
    script.add(
      "ActionAdded", "plan/P/action/2", "0001-01-01",
      #"{"title":"2","deadline":"0001-01-01"}"#)
    script.count("9007199254740991", #""period":"9999""#, on: "9999-12-31")
    script.count("0", #""period":"0001""#, on: "0001-12-31")
    let ledger = try TestLedger.holding(script)
    for day in ["0001-01-01", "2022-06-30", "9999-12-31"] {
      let page = try Page(try ledger.report("P", at: day).html(.latvian))
      #expect(page.count("h1") == 1)
      #expect(page.elements.count { $0.attributes["class"] == "unknown" } <= 30)
    }
    let last = try ledger.report("P", at: "9999-12-31").html(.latvian)
    #expect(last.contains("9\u{A0}007\u{A0}199\u{A0}254\u{A0}740\u{A0}991"))
  }
}
