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
  /// Why reading ended early.
  private(set) var failure: Failure?
  /// What the batch touches.
  private(set) var impact = Impact()

  /// A reader of that file, whose plain strings are of that language.
  init(_ file: consuming InputFile, language: String) {
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
  /// A bad line ends the batch, but not before all lines were looked at: `failure` tells of them.
  func next(_ typeOf: (EventID) -> EventType?) throws(LedgerError) -> Event? {
    do throws(Failure) {
      while let line = try lines.line() {
        guard let event = event(line, typeOf) else { continue }
        guard bad.isEmpty else { continue }
        note(line.number)
        impact.add(event)
        return event
      }
      if bad.isEmpty { return nil }
      failure = bad.failure
    } catch {
      failure = error
    }
    // The sentence is in `failure`; what the ledger is told only ends the batch.
    throw .system(errno: 0, call: "read", path: name)
  }

  private func note(_ line: Int) {
    let follows = runs.last.map { $0.line + count - $0.index == line } ?? false
    if !follows { runs.append((count, line)) }
    count += 1
  }

  /// The event of a line; `nil` where it is bad, which is written down.
  private func event(_ line: LineReader.Line, _ typeOf: (EventID) -> EventType?) -> Event? {
    if line.isTooLong {
      bad.add(line.number, "the line has more than \(LineReader.byteLimit) bytes (1 MiB).")
      return nil
    }
    do throws(JSONSyntaxError) {
      let json = try parser.parse(line.bytes)
      return try event(json, line.number, typeOf)
    } catch {
      bad.add(line.number, syntaxSentence(error, line))
      return nil
    }
  }

  private func event(
    _ json: JSON, _ line: Int, _ typeOf: (EventID) -> EventType?
  ) throws(JSONSyntaxError) -> Event? {
    withoutActuallyEscaping(typeOf) { typeOf in
      do throws(EventError) {
        let reading = JSONReading(defaultLanguage: language, typeOfEvent: typeOf)
        return try CloudEvents.read(json, reading).event
      } catch {
        // After a bad line, what a correction names may be on it.
        if case .unknownTarget = error, !bad.isEmpty { return nil }
        bad.add(line, error.sentence)
        return nil
      }
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
