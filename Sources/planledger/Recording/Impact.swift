internal import Arguments
internal import Coding
internal import EventStore
internal import Events
internal import Lifecycle
internal import Projections

/// What a dry run tells: what would be recorded, and which answers would be others.
struct DryRun {
  /// What would be recorded, in sentences.
  let sentences: [String]
  /// How many events would be recorded.
  let count: Int
  /// What they would change.
  let impact: Impact
  /// The language of texts.
  let language: String

  /// How many changes of each part a table shows.
  static let tableLimit = 20
}

extension Session {
  /// How a dry run is told; a table unless something else is asked for.
  ///
  /// - Throws: where a form is asked for and nothing is to be told.
  private func dryRunFormat(_ command: ParsedCommand) throws(Failure) -> OutputFormat {
    if command.gives("format"), !command.flag("dry-run") {
      throw .told("'--format' says how a dry run is told: give '--dry-run' with it.", .usage)
    }
    return command.value("format").flatMap(OutputFormat.init) ?? .table
  }

  /// Who is told what a dry run would change, as far as its form has room; `nil` where the command is
  /// meant.
  func preview(
    _ command: ParsedCommand, in ledger: Ledger, take: @escaping (Impact) -> Void
  ) throws(Failure) -> Lifecycle.Preview? {
    let format = try dryRunFormat(command)
    guard command.flag("dry-run") else { return nil }
    let scope = ImpactScope(
      today: ledger.identity.zone.day(at: now),
      limit: format.isForPeople ? DryRun.tableLimit : .max)
    return (scope, take)
  }

  /// Tells a dry run.
  func tell(_ run: DryRun, _ command: ParsedCommand) throws(Failure) {
    let format = try dryRunFormat(command)
    guard run.count > 0 || format != .table else {
      for line in run.sentences { try output.sentence(line) }
      return
    }
    if format == .table { for line in run.sentences { try output.sentence(line) } }
    try run.answer(forPeople: format.isForPeople).print(
      format, to: output, width: terminal.width, hasColour: hasColour(command))
  }
}

extension DryRun {
  fileprivate func answer(forPeople: Bool) -> Answer {
    var answer = Answer()
    answer.facts = [
      ("dryRun", "", Table.Cell(.bool(true), shown: "–")),
      ("events", "", Table.Cell(.number("\(count)"), shown: "–")),
      (
        "published", "",
        Table.Cell(.array(impact.published.map(\.json)), shown: "–")
      ),
      (
        "redacted", "",
        Table.Cell(.array(impact.redacted.map { .number("\($0)") }), shown: "–")
      ),
    ]
    if forPeople {
      answer.sections = [
        Answer.Section(
          "past", "Answers about days before today that would change",
          table(impact.past.spans, true),
          ifEmpty: "No answer about a day before today would change."),
        Answer.Section("later", "From today on", table(impact.later.spans, true)),
      ]
    } else {
      answer.sections = [
        Answer.Section("changes", nil, table(impact.past.spans + impact.later.spans, false))
      ]
    }
    answer.footers = footers
    return answer
  }

  /// The rows: for people one for what would come or go as a whole.
  private func table(_ spans: [ChangedSpan], _ forPeople: Bool) -> Table {
    var table = Table([
      Table.Column("entity", "What", .people), Table.Column("subject", "", .programs),
      Table.Column("kind", "", .programs), Table.Column("cell", "", .programs),
      Table.Column("presence", "", .programs), Table.Column("field", "", .programs),
      Table.Column("change", "Change", .people), Table.Column("old", "", .programs),
      Table.Column("new", "", .programs), Table.Column("from", "From"),
      Table.Column("through", "Through"), Table.Column("past", "", .programs),
      Table.Column("isDerived", "", .programs),
    ])
    let past = impact.past.spans.count
    var whole: Set<EntityKey> = []
    for (index, span) in spans.enumerated() {
      let isWhole = forPeople && span.presence != .changed
      if isWhole, !whole.insert(span.key).inserted { continue }
      let isPast = forPeople ? false : index < past
      table.add([
        Table.Cell(span.key.short), Table.Cell(span.key.subject.description),
        Table.Cell(span.key.kind.rawValue), Table.Cell(span.key.cell?.written),
        Table.Cell(span.presence.rawValue), Table.Cell(span.field),
        Table.Cell(.null, shown: isWhole ? wholeWords(span) : words(span)),
        Table.Cell(span.old?.json ?? .null, shown: ""),
        Table.Cell(span.new?.json ?? .null, shown: ""), Table.Cell(span.from.description),
        Table.Cell((isWhole ? end(of: span, in: spans) : span.through)?.description),
        Table.Cell(.bool(isPast), shown: ""),
        Table.Cell(.bool(span.isDerived), shown: ""),
      ])
    }
    return table
  }

  /// The last day on which what comes or goes does so; `nil` where it is for good.
  private func end(of span: ChangedSpan, in spans: [ChangedSpan]) -> Day? {
    let ends = spans.filter { $0.key == span.key && $0.presence == span.presence }.map(\.through)
    return ends.contains(nil) ? nil : ends.compactMap(\.self).max()
  }

  private func wholeWords(_ span: ChangedSpan) -> String {
    let name =
      span.name?.text(in: language, fallback: language) ?? words(span.new ?? span.old)
    return (span.presence == .appeared ? "new: " : "gone: ") + name
  }

  private func words(_ span: ChangedSpan) -> String {
    let brief = (words(span.old?.brief), words(span.new?.brief))
    let (old, new) = brief.0 == brief.1 ? (words(span.old), words(span.new)) : brief
    return "\(fieldWords(span.field)): \(old) → \(new)"
  }

  private func words(_ value: Datum?) -> String {
    value?.words(in: language, fallback: language) ?? "–"
  }

  private var footers: [String] {
    var lines: [String] = []
    if impact.past.countBeyond > 0 {
      lines.append("… and \(impact.past.countBeyond) more before today.")
    }
    if impact.later.countBeyond > 0 {
      lines.append("… and \(impact.later.countBeyond) more from today on.")
    }
    if impact.past.countBeyond + impact.later.countBeyond > 0 {
      lines.append("All of them: --dry-run --format json.")
    }
    lines += impact.published.map(\.sentence)
    if !impact.redacted.isEmpty {
      let numbers = impact.redacted.prefix(10).map { "no. \($0)" }.joined(separator: ", ")
      let more = impact.redacted.count > 10 ? " and \(impact.redacted.count - 10) more" : ""
      lines.append(
        "The texts of \(numbers)\(more) would be gone from every answer, whatever its clocks.")
    }
    lines.append("Nothing was recorded: this was a dry run.")
    return lines
  }
}

extension PublishedImpact {
  fileprivate var sentence: String {
    let what = events == 1 ? "1 event" : "\(events) events"
    let some = streams.prefix(3).map(\.short).joined(separator: ", ")
    let more = streamCount > 3 ? " and \(streamCount - 3) more" : ""
    let whose = "\(what) on \(some)\(more)"
    return switch (old, new) {
    case (nil, let new?):
      "Published by \(new.lastDay) or later: \(whose) would count, which had no published date."
    case (let old?, nil):
      "Published by \(old.lastDay) or later: \(whose) would count no more."
    case (let old, let new):
      "Published by \(from) or later: \(whose) would count from "
        + "\(new.map { "\($0)" } ?? "no day") instead of \(old.map { "\($0)" } ?? "no day")."
    }
  }

  fileprivate var json: JSON {
    .object([
      JSON.Member("old", old.map { .string("\($0)") } ?? .null),
      JSON.Member("new", new.map { .string("\($0)") } ?? .null),
      JSON.Member("publishedBy", .string(from.description)),
      JSON.Member("events", .number("\(events)")),
      JSON.Member("streams", .number("\(streamCount)")),
    ])
  }
}

extension StreamID {
  /// How people write it: `DEMO-2021/1.2`, `DEMO-2021`, `challenge/SHELTERS`.
  var short: String {
    switch kind {
    case .plan: code.description
    case .action: plan.map { "\($0)/\(code)" } ?? description
    case .area, .claim: plan.map { "\($0)/\(kind.rawValue)/\(code)" } ?? description
    default: description
    }
  }
}
