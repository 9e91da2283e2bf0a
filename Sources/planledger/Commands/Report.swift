internal import Arguments
internal import EventStore
internal import Events
internal import Projections
internal import Reports

extension Session {
  /// `report`: a report on a plan for people to read.
  func report(_ command: ParsedCommand) throws(Failure) -> ExitStatus {
    let standpoint = try standpoint(command)
    let plan = try standpoint.plan(command, "PLAN")
    let options = try command.reportOptions()
    let format = command.value("format").flatMap(ReportFormat.init) ?? .markdown
    let language =
      (command.value("language") ?? standpoint.fallback).split(separator: "-").first
      .flatMap { ReportLanguage(rawValue: String($0)) } ?? .english
    let report = try ledgerCall { () throws(LedgerError) in
      try Report.read(on: plan, in: standpoint.ledger, options)
    }
    let again = report.command(format, language)
    switch format {
    case .markdown:
      try output.bytes(Array(MarkdownReport(report, language, command: again).text.utf8))
    case .csv: try output.bytes(Array(CSVReport(report, language, command: again).text.utf8))
    case .html: try output.bytes(Array(HTMLReport(report, language, command: again).page.utf8))
    }
    return .done
  }
}

/// How a report is written out.
enum ReportFormat: String, CaseIterable, Sendable {
  /// GitHub's Markdown.
  case markdown
  /// One file for a browser.
  case html
  /// One long table.
  case csv
}

extension Report {
  /// The command that gives the same report again, whatever is recorded later.
  fileprivate func command(_ format: ReportFormat, _ language: ReportLanguage) -> String {
    let point = basis.point
    var words = [
      "planledger report \(plan) --format \(format.rawValue) --language \(language.rawValue)",
      "--effective-at \(point.effectiveAt)",
    ]
    if let publishedBy = point.publishedBy { words.append("--published-by \(publishedBy)") }
    words.append("--recorded-by @\(point.position)")
    if let provenance = point.provenance {
      let classes = provenance.sorted { $0.rawValue < $1.rawValue }.map { kebabCase("\($0)") }
      words.append("--provenance \(classes.joined(separator: ","))")
    }
    words.append("--country \(basis.options.country)")
    words.append("--suppress-below \(basis.options.suppressBelow)")
    return words.joined(separator: " ")
  }
}

extension ParsedCommand {
  /// Which counts of victims a report shows.
  fileprivate func reportOptions() throws(Failure) -> ReportOptions {
    var options = ReportOptions()
    if let typed = value("suppress-below") {
      guard let limit = Int64(typed), (0...1_000_000).contains(limit) else {
        throw .value(
          .option("suppress-below"), typed,
          takes: "a number from 0 to 1,000,000: counts from 1 up to below it are not shown",
          in: self)
      }
      options.suppressBelow = limit
    }
    if let typed = value("country") {
      let country = typed.uppercased()
      guard let stream = try? StreamID(parsing: "victims/\(country)") else {
        throw .value(.option("country"), typed, takes: "a country's code by ISO 3166-1", in: self)
      }
      options.country = stream.code
    }
    return options
  }
}
