internal import Events
internal import LMDB

/// Reads a batch chunk by chunk from where it comes from.
struct ChunkReader {
  /// What one transaction takes in.
  struct Chunk {
    var events: [PreparedEvent] = []
    /// Whether the source has ended with it.
    var isLast = false
  }

  /// What gives the next event or line, given who knows types; `nil` at the end.
  typealias Source<Item> = (
    _ typeOf: (EventID) -> EventType?
  ) throws(LedgerError) -> Item?

  private let ledger: Ledger
  private let limit: ChunkLimit
  /// Whether chunks of the same batch stand staged.
  private var isUnderWay = false

  init(_ ledger: Ledger, _ limit: ChunkLimit) {
    self.ledger = ledger
    self.limit = limit
  }

  /// The next chunk; the one before must be staged by now.
  ///
  /// - Parameter prepare: makes an event of what the source gives.
  mutating func read<Item>(
    _ next: Source<Item>, _ prepare: (Item) throws(LedgerError) -> PreparedEvent
  ) throws(LedgerError) -> Chunk {
    var chunk = Chunk()
    var types = TypeIndex()
    var textBytes = 0
    while chunk.events.count < limit.events, textBytes < limit.textBytes {
      guard let item = try read(next, after: chunk.events, &types) else {
        chunk.isLast = true
        break
      }
      let event = try prepare(item)
      textBytes += event.texts.count
      chunk.events.append(event)
    }
    isUnderWay = true
    return chunk
  }

  private func read<Item>(
    _ next: Source<Item>, after events: [PreparedEvent], _ types: inout TypeIndex
  ) throws(LedgerError) -> Item? {
    var failure: LedgerError?
    do throws(LedgerError) {
      let item = try next { id in
        if let type = types.type(of: id, in: events) { return type }
        do throws(LedgerError) {
          return try ledger.type(of: id, includingStaged: isUnderWay)
        } catch {
          failure = error
          return nil
        }
      }
      if let failure { throw failure }
      return item
    } catch {
      // That the ledger could not be asked is why the event could not be read.
      throw failure ?? error
    }
  }
}

/// The types of a chunk's events by id, gathered only once somebody asks.
private struct TypeIndex {
  private var types: [EventID: EventType] = [:]
  private var indexed = 0

  mutating func type(of id: EventID, in events: [PreparedEvent]) -> EventType? {
    for event in events[indexed...] { types[event.id] = event.event.type }
    indexed = events.count
    return types[id]
  }
}

extension Ledger {
  /// The type of an event that stands in the databases, visible or, where asked, staged.
  fileprivate func type(
    of id: EventID, includingStaged: Bool
  ) throws(LedgerError) -> EventType? {
    try environment.read { transaction throws(LedgerError) -> EventType? in
      let view = try LedgerView(self, transaction)
      return try (includingStaged ? view.includingStaged : view).type(of: id, transaction)
    }
  }
}
