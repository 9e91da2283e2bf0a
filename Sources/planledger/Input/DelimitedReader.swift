internal import Coding

/// Reads a table of delimited cells (RFC 4180) row by row in bounded memory.
///
/// A comma, semicolon or tab stands between cells, whichever the headings have most of; a byte-order
/// mark at the beginning, and line feeds with or without a carriage return, are taken as they come.
struct DelimitedReader: ~Copyable {
  /// A row as the spreadsheet counts it.
  struct Row {
    /// Its number, from 1; the headings are row 1.
    var number: Int
    /// Its cells, without spaces around them.
    var cells: [String]
  }

  /// Why a row cannot be read.
  enum Fault: Error {
    case tooLong(row: Int)
    case openQuote(row: Int)
    case afterQuote(row: Int, column: Int)
    case notUTF8(row: Int, column: Int)
    case failed(Failure)
  }

  /// The most bytes that a row may have.
  static let byteLimit = 1 << 20

  private var file: PeekedFile
  private let delimiter: UInt8
  private var number = 0

  /// Reads that file, from its beginning.
  init(_ file: consuming PeekedFile) {
    file.skipByteOrderMark()
    delimiter = Self.delimiter(file.beginning)
    self.file = file
  }

  /// What messages call the file.
  var name: String { file.name }

  /// The delimiter that stands most often in the first line, outside quotes.
  static func delimiter(_ beginning: [UInt8]) -> UInt8 {
    var counts: [UInt8: Int] = [:]
    var isQuoted = false
    for byte in beginning {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if byte == UInt8(ascii: "\n"), !isQuoted { break }
      if !isQuoted { counts[byte, default: 0] += 1 }
    }
    let candidates = Delimiter.allCases.map(\.byte)
    return candidates.max { counts[$0, default: 0] < counts[$1, default: 0] && counts[$1] != nil }
      .flatMap { counts[$0] == nil ? nil : $0 } ?? Delimiter.comma.byte
  }

  /// The next row; `nil` at the end.
  mutating func row() throws(Fault) -> Row? {
    number += 1
    var cells: [[UInt8]] = [[]]
    var size = 0
    var isQuoted = false
    var wasQuoted = false
    while let byte = try next() {
      size += 1
      if size > Self.byteLimit { throw .tooLong(row: number) }
      let last = cells.count - 1
      if isQuoted {
        guard byte == UInt8(ascii: "\"") else {
          cells[last].append(byte)
          continue
        }
        if try peek() == UInt8(ascii: "\"") {
          _ = try next()
          cells[last].append(byte)
        } else {
          isQuoted = false
          wasQuoted = true
        }
        continue
      }
      switch byte {
      case UInt8(ascii: "\""):
        guard cells[last].isEmpty, !wasQuoted else {
          cells[last].append(byte)
          continue
        }
        isQuoted = true
      case delimiter:
        cells.append([])
        wasQuoted = false
      case UInt8(ascii: "\n"): return try made(cells)
      case UInt8(ascii: "\r"):
        // Old files end their lines with it alone.
        if try peek() == UInt8(ascii: "\n") { _ = try next() }
        return try made(cells)
      default:
        let isBlank = byte == UInt8(ascii: " ")
        if wasQuoted, !isBlank { throw .afterQuote(row: number, column: cells.count) }
        if !wasQuoted { cells[last].append(byte) }
      }
    }
    if isQuoted { throw .openQuote(row: number) }
    return size == 0 ? nil : try made(cells)
  }

  private mutating func next() throws(Fault) -> UInt8? {
    do throws(Failure) { return try file.next() } catch { throw .failed(error) }
  }

  private mutating func peek() throws(Fault) -> UInt8? {
    do throws(Failure) { return try file.peek() } catch { throw .failed(error) }
  }

  private func made(_ cells: [[UInt8]]) throws(Fault) -> Row {
    var texts: [String] = []
    for (index, cell) in cells.enumerated() {
      guard let text = String(validating: cell, as: UTF8.self) else {
        throw .notUTF8(row: number, column: index + 1)
      }
      // Within a cell a break is a line feed, whoever wrote it.
      let isPlain = !cell.contains(UInt8(ascii: "\r"))
      texts.append(
        (isPlain ? text : text.replacing("\r\n", with: "\n").replacing("\r", with: "\n"))
          .trimmed)
    }
    return Row(number: number, cells: texts)
  }
}

extension String {
  /// The text without spaces around it, those that do not break included.
  fileprivate var trimmed: String {
    func isSpace(_ scalar: Unicode.Scalar) -> Bool { scalar == " " || scalar == "\u{A0}" }
    guard let first = unicodeScalars.first, let last = unicodeScalars.last,
      isSpace(first) || isSpace(last)
    else { return self }
    let start = unicodeScalars.firstIndex { !isSpace($0) } ?? endIndex
    let end = unicodeScalars.lastIndex { !isSpace($0) }.map(unicodeScalars.index(after:)) ?? start
    return String(unicodeScalars[start..<max(start, end)])
  }
}
