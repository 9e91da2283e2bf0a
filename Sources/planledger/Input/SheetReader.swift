internal import Arguments
internal import Coding
internal import EventStore
internal import Events
internal import MerkleLog

/// Reads the rows of a filled template as the events of a batch, and gathers what is wrong with them.
final class SheetReader: BatchReader {
  private var rows: DelimitedReader
  private let template: SheetTemplate
  /// What each column fills, by its place; `nil` where it has no heading.
  private let columns: [SheetColumn?]
  private let language: String
  private let actor: String?
  private var bad: BadLines
  private var hasher = SHA256()
  /// The rows of the events given so far, in order, as runs without a gap.
  private var runs: [(index: Int, row: Int)] = []
  private var count = 0
  private var examples: [Int] = []

  /// A reader of a file whose first row has headings.
  ///
  /// - Throws: the sentence for headings that are none of a template's.
  init(_ file: consuming PeekedFile, language: String) throws(Failure) {
    rows = DelimitedReader(file)
    self.language = language
    bad = BadLines(file: rows.name, noun: "row")
    actor = environmentValue("PLANLEDGER_ACTOR").flatMap { $0.isEmpty ? nil : $0 }
    let headings: [String]
    do throws(DelimitedReader.Fault) {
      headings = try rows.row()?.cells.map { $0.lowercased() } ?? []
    } catch {
      throw error.failure(in: rows.name)
    }
    (template, columns) = try SheetColumn.columns(headings, in: rows.name)
  }

  var name: String { rows.name }

  func place(of index: Int) -> String {
    let run = runs.last { $0.index <= index } ?? (index: 0, row: 2)
    return "\(name), row \(run.row + index - run.index)"
  }

  var notes: [String] {
    guard let first = examples.first else { return [] }
    return [
      examples.count == 1
        ? "Row \(first) is the template's example, and was left out."
        : "\(examples.count) rows are examples, and were left out."
    ]
  }

  func event(
    _ typeOf: @escaping (EventID) -> EventType?
  ) throws(LedgerError) -> Event? {
    while true {
      let row: DelimitedReader.Row?
      do throws(DelimitedReader.Fault) {
        row = try rows.row()
      } catch {
        // What follows a row that cannot be read is not to be told apart from it.
        throw .input(error.failure(in: name))
      }
      guard let row else { break }
      if row.cells.allSatisfy(\.isEmpty) { continue }
      if row.cells.contains(where: { $0.hasPrefix(SheetTemplate.exampleMark) }) {
        examples.append(row.number)
        continue
      }
      guard let event = event(of: row), bad.isEmpty else { continue }
      note(row.number)
      return event
    }
    if bad.isEmpty { return nil }
    throw .input(bad.failure)
  }

  private func note(_ row: Int) {
    let follows = runs.last.map { $0.row + count - $0.index == row } ?? false
    if !follows { runs.append((count, row)) }
    count += 1
  }

  /// The event of a row; `nil` where it is bad, which is written down.
  private func event(of row: DelimitedReader.Row) -> Event? {
    var filled: [(column: SheetColumn, value: String)] = []
    for (index, cell) in row.cells.enumerated() where !cell.isEmpty {
      guard index < columns.count, let column = columns[index] else {
        bad.add(
          place: place(row.number, index),
          "'\(cell)' stands in a column without a heading.")
        return nil
      }
      filled.append((column, cell))
    }
    var line = SheetLine(template, filled, actor: actor, language: language)
    line.set("id", id(of: filled).description)
    do throws(EventError) {
      return try CloudEvents.read(line.object, JSONReading(defaultLanguage: language)).event
    } catch {
      let (column, sentence) = line.told(error)
      let index = columns.firstIndex { $0?.heading == column }
      bad.add(
        place: "\(name), row \(row.number)" + (column.isEmpty ? "" : ", column \(column)")
          + (index.map { " (\(SheetColumn.letters($0)))" } ?? ""), sentence)
      return nil
    }
  }

  private func place(_ row: Int, _ index: Int) -> String {
    "\(name), row \(row), column \(SheetColumn.letters(index))"
  }

  /// An id that the same row has again, so that a file appended twice is recorded once: version 8 of
  /// RFC 9562, from a SHA-256 over headings and cells.
  private func id(of filled: [(column: SheetColumn, value: String)]) -> EventID {
    hasher.update(Array("planledger/sheet/1".utf8) + [0] + Array(template.name.utf8) + [0])
    hasher.update(Array((actor ?? "").utf8) + [0])
    for (column, value) in filled.sorted(by: { $0.column.heading < $1.column.heading }) {
      hasher.update(Array(column.heading.utf8) + [0] + Array(value.utf8) + [0])
    }
    let digits = hasher.finish().bytes
    func number(_ bytes: ArraySlice<UInt8>) -> UInt64 { bytes.reduce(0) { $0 << 8 | UInt64($1) } }
    return EventID(
      high: number(digits[0..<8]) & 0xFFFF_FFFF_FFFF_0FFF | 0x8000,
      low: number(digits[8..<16]) & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000)
  }
}

extension DelimitedReader.Fault {
  /// The sentence.
  func failure(in name: String) -> Failure {
    switch self {
    case .failed(let failure): failure
    case .tooLong(let row):
      .told(
        "\(name), row \(row): it has more than \(DelimitedReader.byteLimit) bytes (1 MiB). Is a quote "
          + "missing at the end of a cell?", .badData)
    case .openQuote(let row):
      .told(
        "\(name), row \(row): a cell begins with a quote and never ends with one. Nothing was "
          + "recorded.", .badData)
    case .afterQuote(let row, let column):
      .told(
        "\(name), row \(row), column \(SheetColumn.letters(column - 1)): text follows the quote that "
          + "ends the cell. A quote within a cell is written twice. Nothing was recorded.", .badData
      )
    case .notUTF8(let row, let column):
      .told(
        "\(name), row \(row), column \(SheetColumn.letters(column - 1)): the cell is not valid UTF-8. "
          + "Save the table as 'CSV UTF-8'. Nothing was recorded.", .badData)
    }
  }
}
