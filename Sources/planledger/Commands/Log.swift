internal import Arguments
internal import Coding
internal import EventStore
internal import Events
internal import Glibc
internal import LMDB
internal import Projections

extension Session {
  /// `log`: the events in the order in which they were recorded.
  func log(_ command: ParsedCommand) throws(Failure) -> ExitStatus {
    let ledger = try openToRead(command)
    let format = format(command, pipe: .ndjson)
    var filter = try LogFilter(command)
    var snapshot = try ledgerCall(ledger.path) { () throws(LedgerError) in try ledger.snapshot() }
    filter.point = try point(command, snapshot)
    filter.hasEffectiveAt = command.value("effective-at") != nil
    let printer = LogPrinter(self, format, command)
    try ledgerCall(ledger.path) { () throws(LedgerError) in
      try filter.positions(snapshot) { position throws(LedgerError) in
        try printer.take(position, filter, snapshot)
      }
    }
    try printer.finish()
    if let prefix = filter.prefix { try noteUnknown(prefix, snapshot, command) }
    guard command.flag("follow") else { return .done }
    while true {
      try output.flush()
      let head = snapshot.view.head.position
      usleep(300_000)
      snapshot = try ledgerCall(ledger.path) { () throws(LedgerError) in try ledger.snapshot() }
      guard snapshot.view.head.position > head else { continue }
      filter.from = max(filter.from, head + 1)
      filter.point?.position = snapshot.view.head.position
      try ledgerCall(ledger.path) { () throws(LedgerError) in
        try filter.positions(snapshot) { position throws(LedgerError) in
          try printer.take(position, filter, snapshot)
        }
      }
      try printer.finish()
    }
  }
}

extension Session {
  /// Tells on standard error where nothing at all is recorded under a stream: it may be typed wrong.
  private func noteUnknown(
    _ prefix: StreamPrefix, _ snapshot: Snapshot, _ command: ParsedCommand
  ) throws(Failure) {
    var isThere = false
    var similar: [String] = []
    try ledgerCall { () throws(LedgerError) in
      let view = snapshot.view
      try view.streams(under: prefix.description, snapshot.transaction) { stream in
        isThere = isThere || prefix.reaches(stream)
        return !isThere
      }
      let parent = prefix.description.split(separator: "/").dropLast().joined(separator: "/")
      if isThere || parent.isEmpty { return }
      try view.streams(under: parent + "/", snapshot.transaction) { stream in
        similar.append(stream.short)
        return similar.count < 500
      }
    }
    guard !isThere else { return }
    let typed = command.value("stream") ?? ""
    try errors.text(
      printable("Note: nothing is recorded under '\(typed)'.\(didYouMean(typed, similar))") + "\n")
  }
}

/// Which events `log` lists.
private struct LogFilter {
  var from: UInt64
  let limit: Int
  let isReversed: Bool
  let prefix: StreamPrefix?
  let type: EventType?
  var point: ReadingPoint?
  var hasEffectiveAt = false

  init(_ command: ParsedCommand) throws(Failure) {
    do throws(ArgumentsError) {
      from = UInt64(try command.integer("from", in: 1...Int.max) ?? 1)
      limit = try command.integer("limit", in: 1...Int.max) ?? .max
    } catch {
      throw .arguments(error)
    }
    isReversed = command.flag("reverse")
    prefix = try LogFilter.prefix(command)
    type = try LogFilter.type(command)
  }

  private static func prefix(_ command: ParsedCommand) throws(Failure) -> StreamPrefix? {
    guard let typed = command.value("stream") else { return nil }
    let isKind = StreamKind(rawValue: typed) != nil
    do throws(EventError) {
      return try StreamPrefix(parsing: isKind ? typed : StreamID.expanded(typed))
    } catch {
      throw .value(
        .option("stream"), typed,
        takes: "a plan, an action as PLAN/CODE, or the beginning of "
          + "streams' names", in: command)
    }
  }

  private static func type(_ command: ParsedCommand) throws(Failure) -> EventType? {
    guard let typed = command.value("type") else { return nil }
    let name =
      typed.contains("-")
      ? typed.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
      : typed
    if let type = EventType(name: name) { return type }
    throw .value(
      .option("type"), typed, takes: "the type of an event, as 'planledger schema --events' lists",
      meant: closest(to: name, among: EventType.allCases.map(\.name)), in: command)
  }

  /// The positions that may be wanted, in their order, until `visit` says no.
  func positions(
    _ snapshot: Snapshot, visit: (UInt64) throws(LedgerError) -> Bool
  ) throws(LedgerError) {
    let last = min(point?.position ?? .max, snapshot.view.head.position)
    if let type {
      try snapshot.view.positions(of: type, isReversed ? .backward : .forward, snapshot.transaction)
      { position throws(LedgerError) in
        position < from || position > last ? true : try visit(position)
      }
      return
    }
    guard from <= last else { return }
    var position = isReversed ? last : from
    while try visit(position) {
      if isReversed ? position == from : position == last { return }
      position = isReversed ? position - 1 : position + 1
    }
  }

  /// Whether an event is wanted.
  func admits(_ event: RecordedEvent) -> Bool {
    if let prefix, !prefix.reaches(event.event.subject) { return false }
    guard let point else { return true }
    if let provenance = point.provenance, !provenance.contains(event.event.provenance) {
      return false
    }
    if let publishedBy = point.publishedBy {
      guard let published = event.event.published, published.lastDay <= publishedBy else {
        return false
      }
    }
    return !hasEffectiveAt || (event.event.effective?.lastDay ?? .first) <= point.effectiveAt
  }
}

/// Prints events as they come, a few at a time.
private final class LogPrinter {
  private let session: Session
  private let format: OutputFormat
  private let hasColour: Bool
  private var table: Table
  private var count = 0
  private var isFirst = true
  private var failure: Failure?

  /// How many rows stand under one heading: column widths need rows in hand, memory a bound.
  private static let page = 500

  init(_ session: Session, _ format: OutputFormat, _ command: ParsedCommand) {
    self.session = session
    self.format = format
    hasColour = session.hasColour(command)
    table = LogPrinter.empty
  }

  private static var empty: Table {
    Table(
      [
        Table.Column("position", "No.", isNumber: true), Table.Column("recorded", "Recorded"),
        Table.Column("event", "Event", .people), Table.Column("subject", "", .programs),
        Table.Column("type", "Type", .programs), Table.Column("revision", "", .programs),
        Table.Column("effective", "", .programs), Table.Column("published", "", .programs),
        Table.Column("actor", "By"), Table.Column("id", "", .programs),
        Table.Column("provenance", "Provenance"),
      ], leading: 3)
  }

  func take(
    _ position: UInt64, _ filter: LogFilter, _ snapshot: Snapshot
  ) throws(LedgerError) -> Bool {
    guard
      let event = try snapshot.view.event(
        at: position, withTexts: false, snapshot.transaction), filter.admits(event)
    else { return true }
    let body = event.event
    table.add([
      Table.Cell(event.position),
      Table.Cell(
        .string(event.recorded.description),
        shown: "\(snapshot.view.identity.zone.day(at: event.recorded))"),
      Table.Cell(try body.summary(in: snapshot)), Table.Cell(body.subject.description),
      Table.Cell(body.type.name),
      Table.Cell(event.revision), Table.Cell(body.effective?.description),
      Table.Cell(body.published?.description), Table.Cell(body.actor?.description),
      Table.Cell(event.id.description), Table.Cell(body.provenance.description),
    ])
    count += 1
    if format != .json, table.rows.count == Self.page { printPage() }
    return count < filter.limit && failure == nil
  }

  private func printPage() {
    var answer = Answer()
    answer.sections = [Answer.Section("events", nil, table)]
    do throws(Failure) {
      try answer.print(
        format, to: session.output, width: session.terminal.width, hasColour: hasColour)
    } catch {
      failure = error
    }
    table = LogPrinter.empty
    isFirst = false
  }

  /// Prints what is left.
  func finish() throws(Failure) {
    if !table.rows.isEmpty || (isFirst && format == .json) { printPage() }
    if isFirst, format == .table, session.terminal.isOutput {
      try session.output.sentence("No events.")
    }
    isFirst = false
    if let failure { throw failure }
  }
}
