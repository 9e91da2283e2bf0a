internal import Coding
internal import EventStore
internal import Events

/// Reads CloudEvents lines as the events of a batch, and gathers what is wrong with them.
final class EventReader {
  private var lines: LineReader
  private var parser = JSONParser()
  private var bad: BadLines
  private let language: String
  /// The lines of the events given so far, in order, as runs of lines without a gap.
  private var runs: [(index: Int, line: Int)] = []
  private var count = 0

  /// A reader of that file, whose plain strings are of that language.
  init(_ file: consuming PeekedFile, language: String) {
    lines = LineReader(file)
    bad = BadLines(file: lines.name)
    self.language = language
  }

  /// What messages call the file.
  var name: String { lines.name }

  /// The line that an event of the batch came from, by its place from 0.
  func line(of index: Int) -> Int {
    let run = runs.last { $0.index <= index } ?? (index: 0, line: 1)
    return run.line + index - run.index
  }

  /// The next event; `nil` at the end.
  ///
  /// A bad line ends the batch, but not before all lines were looked at, so that all are told of.
  func next(
    _ typeOf: @escaping (EventID) -> EventType?
  ) throws(LedgerError) -> CloudEvents.Line? {
    do throws(Failure) {
      while let line = try lines.line() {
        guard let read = read(line, typeOf) else { continue }
        guard bad.isEmpty else { continue }
        note(line.number)
        return read
      }
      if bad.isEmpty { return nil }
      throw bad.failure
    } catch {
      throw .input(error)
    }
  }

  private func note(_ line: Int) {
    let follows = runs.last.map { $0.line + count - $0.index == line } ?? false
    if !follows { runs.append((count, line)) }
    count += 1
  }

  /// The event of a line; `nil` where it is bad, which is written down.
  private func read(
    _ line: LineReader.Line, _ typeOf: @escaping (EventID) -> EventType?
  ) -> CloudEvents.Line? {
    if line.isTooLong {
      bad.add(line.number, "the line has more than \(LineReader.byteLimit) bytes (1 MiB).")
      return nil
    }
    let json: JSON
    do throws(JSONSyntaxError) {
      json = try parser.parse(line.bytes)
    } catch {
      bad.add(line.number, syntaxSentence(error, line))
      return nil
    }
    do throws(EventError) {
      return try CloudEvents.read(
        json, JSONReading(defaultLanguage: language, typeOfEvent: typeOf))
    } catch {
      // After a bad line, what a correction names may be on it.
      if case .unknownTarget = error, !bad.isEmpty { return nil }
      bad.add(line.number, error.sentence)
      return nil
    }
  }

  private func syntaxSentence(_ error: JSONSyntaxError, _ line: LineReader.Line) -> String {
    if let (column, byte) = invalidUTF8(line.bytes) {
      return "column \(column): the byte 0x\(Hex.encode([byte]).uppercased()) is not valid UTF-8. "
        + "Save the file as UTF-8."
    }
    if line.isLast {
      return "column \(error.column): the file ends within a line: \(error.reason). Was it cut off?"
    }
    return "column \(error.column): not JSON: \(error.reason)."
  }
}

/// Where bytes stop being UTF-8: the column, counted in characters from 1, and the byte.
func invalidUTF8(_ bytes: [UInt8]) -> (column: Int, byte: UInt8)? {
  var decoder = UTF8()
  var iterator = bytes.makeIterator()
  var column = 1
  var offset = 0
  while true {
    switch decoder.decode(&iterator) {
    case .scalarValue(let scalar):
      offset += UTF8.width(scalar)
      column += 1
    case .emptyInput: return nil
    case .error: return (column, bytes[min(offset, bytes.count - 1)])
    }
  }
}
