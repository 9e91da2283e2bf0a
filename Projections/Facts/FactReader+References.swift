internal import EventStore
internal import Events
internal import LMDB

extension FactReader {
  /// The streams of a kind of which an event up to the point's position names a stream, by name.
  ///
  /// - Complexity: O(log *n* + what is found).
  func streams(
    _ kind: StreamKind, naming named: StreamID, _ transaction: borrowing ReadTransaction
  ) throws(LedgerError) -> Set<StreamID> {
    let start = kind.isWithinPlan || kind == .plan ? "plan/" : "\(kind.rawValue)/"
    return try streams(kind, StreamReference.key(named, by: start.utf8), transaction)
  }

  /// The streams of a kind of which an event names something that stands within a plan.
  func streams(
    _ kind: StreamKind, namingWithin plan: Identifier, _ transaction: borrowing ReadTransaction
  ) throws(LedgerError) -> Set<StreamID> {
    try streams(kind, StreamReference.prefix(within: plan), transaction)
  }

  /// The streams of a kind that have an entry whose key begins so.
  private func streams(
    _ kind: StreamKind, _ prefix: [UInt8], _ transaction: borrowing ReadTransaction
  ) throws(LedgerError) -> Set<StreamID> {
    var found: Set<StreamID> = []
    try transaction.forEach(database, prefix: prefix) { key, value throws(LedgerError) in
      guard let from = StreamReference.position(value, under: key),
        let naming = StreamReference.naming(key)
      else { throw FactReader.damaged }
      if from <= point.position, naming.kind == kind { found.insert(naming) }
      return .more
    }
    return found
  }
}
