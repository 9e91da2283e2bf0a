internal import Arguments
internal import Coding
internal import EventStore
internal import Events
internal import Projections

/// Where a reading command stands: the ledger in one snapshot, at a point on the three clocks.
struct Standpoint {
  /// What is read.
  let ledger: PointInTime
  /// The language of texts.
  let language: String?
  /// The ledger's own language.
  let fallback: String

  /// The point.
  var point: ReadingPoint { ledger.point }

  /// A text in the language asked for.
  func text(_ text: LangText?) -> String? {
    text.map { $0.variants.isEmpty ? Text.redacted : $0.text(in: language, fallback: fallback) }
  }

  /// A text in the language asked for; where it is given in another one, people see in which.
  func cell(_ text: LangText?) -> Table.Cell {
    guard let given = text?.variant(in: language, fallback: fallback) else {
      return Table.Cell(text == nil ? nil : Text.redacted)
    }
    let isOther = language.map { $0 != given.language && !$0.hasPrefix(given.language + "-") }
    return Table.Cell(
      .string(given.text), shown: given.text + (isOther ?? false ? " (\(given.language))" : ""))
  }
}

extension Session {
  /// Opens the ledger at the point that the reading options say.
  func standpoint(_ command: ParsedCommand) throws(Failure) -> Standpoint {
    let ledger = try openToRead(command)
    let snapshot = try ledgerCall(ledger.path) { () throws(LedgerError) in try ledger.snapshot() }
    let language = command.value("language")
    if let language, !LangText.isLanguage(language) {
      throw .value(.option("language"), language, takes: "a language tag by BCP 47", in: command)
    }
    let point = try point(command, snapshot)
    let reader = try ledgerCall(ledger.path) { () throws(LedgerError) in
      try PointInTime(snapshot, at: point)
    }
    return Standpoint(
      ledger: reader, language: language, fallback: ledger.identity.language)
  }

  /// The point that the reading options say, in a snapshot.
  func point(_ command: ParsedCommand, _ snapshot: Snapshot) throws(Failure) -> ReadingPoint {
    let today = snapshot.view.identity.zone.day(at: now)
    let effectiveAt = try command.day("effective-at") ?? today
    let publishedBy = try command.day("published-by")
    let provenance = try command.provenance()
    return ReadingPoint(
      effectiveAt: effectiveAt, publishedBy: publishedBy,
      position: try position(command, "recorded-by", snapshot), provenance: provenance)
  }

  /// The position that an option with a recorded clock stands for.
  func position(
    _ command: ParsedCommand, _ option: String, _ snapshot: Snapshot
  ) throws(Failure) -> UInt64 {
    let recordedBy = try command.recordedBy(option)
    do {
      return try snapshot.view.position(recordedBy, now: now, snapshot.transaction)
    } catch let error as PointError {
      throw .point(error, option, command.value(option) ?? "")
    } catch let error as LedgerError {
      throw .ledger(error, path: snapshot.ledger.path)
    } catch {
      throw .told("The ledger cannot be read: \(error).", .bug)
    }
  }
}

extension ParsedCommand {
  /// The last day of a date option.
  func day(_ option: String) throws(Failure) -> Day? { try date(option)?.lastDay }

  /// The date of an option.
  func date(_ option: String) throws(Failure) -> CoarseDate? {
    guard let text = value(option) else { return nil }
    do throws(EventError) {
      return try CoarseDate(parsing: text)
    } catch {
      let expected: String
      if case .invalid(_, _, let said, _) = error { expected = said } else { expected = "a date" }
      throw .value(.option(option), text, takes: expected, in: self)
    }
  }

  /// The recorded clock.
  func recordedBy(_ option: String = "recorded-by") throws(Failure) -> RecordedBy {
    guard let text = value(option) else { return .head }
    if text.hasPrefix("@"), let position = UInt64(text.dropFirst()) { return .position(position) }
    if text.utf8.count > 10, let instant = try? Instant(parsing: text) { return .instant(instant) }
    if let date = try? CoarseDate(parsing: text) { return .day(date.lastDay) }
    let looksLikeDate = text.first.map { $0.isNumber || $0 == "@" || $0 == "/" } ?? false
    let hint =
      looksLikeDate
      ? "a date, an instant such as 2023-06-30T09:00:00Z or @POSITION: what the ledger knew by then"
      : "a date: what the ledger knew by then; who typed is --actor"
    throw .value(.option(option), text, takes: hint, in: self)
  }

  /// The classes of provenance that count; `nil` for all.
  func provenance() throws(Failure) -> Set<Provenance>? {
    guard let text = value("provenance") else { return nil }
    var classes: Set<Provenance> = []
    for word in text.split(separator: ",", omittingEmptySubsequences: false) {
      guard let provenance = try? Provenance(parsing: word.uppercased()) else {
        let known = Provenance.words.map(kebabCase)
        throw .value(
          .option("provenance"), String(word),
          takes: "classes of \(known.joined(separator: ", ")), with commas between them",
          meant: closest(to: String(word), among: known), in: self)
      }
      classes.insert(provenance)
    }
    return classes
  }
}
