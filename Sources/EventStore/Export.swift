internal import Coding
internal import Events
internal import LMDB
internal import MerkleLog

extension Ledger {
  /// Writes events as CloudEvents, one line each with its line feed, with all that a restore needs.
  ///
  /// The sink may be slow: no snapshot is held while it works. What is written ends where the ledger
  /// ended at the beginning, so that lines of one export are one ledger's beginning.
  ///
  /// - Parameters:
  ///   - first: the first position.
  ///   - last: the last position, where the ledger reaches so far; `nil` for all.
  ///   - sink: given whole lines, about a megabyte at a time.
  /// - Returns: the last position written; `first - 1` where there was none.
  /// - Throws: what `sink` throws; `damaged`, `storage`.
  @discardableResult
  package func export<E: LedgerErrorConvertible>(
    from first: UInt64 = 1, to last: UInt64? = nil, _ sink: ([UInt8]) throws(E) -> Void
  ) throws(E) -> UInt64 {
    var next = max(first, 1)
    var end: UInt64
    do throws(LedgerError) { end = try head().position } catch { throw E(error) }
    end = min(end, last ?? end)
    while next <= end {
      let lines: ExportedLines
      do throws(LedgerError) {
        lines = try self.lines(from: next, through: end)
      } catch {
        throw E(error)
      }
      try sink(lines.bytes)
      next += lines.count
    }
    return next - 1
  }

  /// As many lines as one snapshot serves.
  private func lines(
    from first: UInt64, through last: UInt64
  ) throws(LedgerError) -> ExportedLines {
    let snapshot = try snapshot()
    let view = snapshot.view
    var lines = ExportedLines(ledger: view.identity.id.hex)
    try view.records(from: first, snapshot.transaction) { position, record throws(LedgerError) in
      let stored = try view.texts(at: position, snapshot.transaction)
      lines.add(try view.event(record, at: position, withTexts: true, stored), stored)
      return position < last && !lines.isFull
    }
    return lines
  }
}

/// Lines of an export, until they are enough for one snapshot.
private struct ExportedLines {
  private(set) var bytes: [UInt8] = []
  private(set) var count: UInt64 = 0
  private let ledger: String

  init(ledger: String) { self.ledger = ledger }

  /// A few thousand events, or a megabyte: milliseconds.
  var isFull: Bool { count >= 4096 || bytes.count >= 1 << 20 }

  mutating func add(_ event: RecordedEvent, _ stored: StoredTexts?) {
    var json = JSONWriter()
    CloudEvents.write(
      event, salt: event.isRedacted ? nil : stored?.salt,
      redactedLength: event.isRedacted ? stored?.texts.count : nil, ledger: ledger, to: &json)
    bytes += json.bytes
    bytes.append(UInt8(ascii: "\n"))
    count += 1
  }
}
