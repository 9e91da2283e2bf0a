package import Events
package import LMDB

extension LedgerView {
  /// How many events a stream has; 0 where it is absent.
  package func revision(
    of subject: StreamID, _ transaction: borrowing ReadTransaction
  ) throws(LedgerError) -> UInt64 {
    var revision: UInt64 = 0
    try transaction.forEach(
      databases.streams, prefix: Key.stream(subject.description), reversed: true
    ) { key, value throws(LedgerError) in
      // What is staged behind the head does not count.
      guard Key.lastNumber(value) <= head.position else { return .more }
      revision = Key.lastNumber(key)
      return .stop
    }
    return revision
  }

  /// Positions of a stream's events.
  ///
  /// - Parameter visit: told each position; returns whether to go on.
  package func positions(
    of subject: StreamID, _ order: ReadOrder,
    _ transaction: borrowing ReadTransaction, visit: (UInt64) throws(LedgerError) -> Bool
  ) throws(LedgerError) {
    try scan(
      databases.streams, prefix: Key.stream(subject.description), order, transaction,
      position: { _, value in Key.lastNumber(value) }, visit: visit)
  }

  /// Positions of the events of a type.
  package func positions(
    of type: EventType, _ order: ReadOrder,
    _ transaction: borrowing ReadTransaction, visit: (UInt64) throws(LedgerError) -> Bool
  ) throws(LedgerError) {
    let prefix = Array(Key.type(type.rawValue, 0).prefix(2))
    try scan(
      databases.types, prefix: prefix, order, transaction,
      position: { key, _ in Key.lastNumber(key) }, visit: visit)
  }

  /// Positions of the events that took effect from one day through another, by day, then position.
  package func positions(
    effectiveFrom first: Day, through last: Day, _ order: ReadOrder,
    _ transaction: borrowing ReadTransaction, visit: (UInt64) throws(LedgerError) -> Bool
  ) throws(LedgerError) {
    guard first <= last else { return }
    try transaction.forEach(
      databases.effective, from: Key.effective(first.number, 0),
      to: Key.effective(last.number, .max), reversed: order == .backward
    ) { key, _ throws(LedgerError) in
      let position = Key.lastNumber(key)
      guard position <= head.position else { return .more }
      return try visit(position) ? .more : .stop
    }
  }

  /// The streams whose names begin so, in their order, each once.
  ///
  /// - Parameter start: the least name wanted; the prefix itself by default.
  /// - Complexity: O(log *n*) a stream: the cursor leaps from one stream to the next.
  package func streams(
    under prefix: String, from start: String? = nil, _ transaction: borrowing ReadTransaction,
    visit: (StreamID) throws(LedgerError) -> Bool
  ) throws(LedgerError) {
    let prefixBytes = Array(prefix.utf8)
    try transaction.withCursor(databases.streams) { cursor throws(LedgerError) in
      var seek = Array((start ?? prefix).utf8)
      if seek.isEmpty { seek = [1] }
      while true {
        let isThere = try storage { () throws(LMDBError) in
          try cursor.seek(toFirstAtOrAfter: seek)
        }
        guard isThere, let key = cursor.key, key.starts(with: prefixBytes) else { return }
        let name = Array(key.dropLast(9))
        // A stream is visible where its first event is.
        if let value = cursor.value, Key.lastNumber(value) <= head.position {
          let subject = try damage(at: Key.lastNumber(value)) { () throws(EventError) in
            try StreamID(parsing: String(decoding: name, as: UTF8.self))
          }
          guard try visit(subject) else { return }
        }
        seek = name + [1]
      }
    }
  }

  private func scan(
    _ database: Database, prefix: [UInt8], _ order: ReadOrder,
    _ transaction: borrowing ReadTransaction,
    position: (_ key: Span<UInt8>, _ value: Span<UInt8>) -> UInt64,
    visit: (UInt64) throws(LedgerError) -> Bool
  ) throws(LedgerError) {
    try transaction.forEach(database, prefix: prefix, reversed: order == .backward) {
      key, value throws(LedgerError) in
      let position = position(key, value)
      guard position <= head.position else { return .more }
      return try visit(position) ? .more : .stop
    }
  }
}

extension LedgerView {
  /// The ids of all plans that have an event on any of their streams, ascending.
  ///
  /// - Complexity: O(log *n*) a plan: the cursor leaps over all that a plan holds.
  package func plans(
    _ transaction: borrowing ReadTransaction
  ) throws(LedgerError) -> [Identifier] {
    var plans: [Identifier] = []
    var seek = "plan/"
    while true {
      var found: Identifier?
      try streams(under: "plan/", from: seek, transaction) { subject in
        found = subject.plan
        return false
      }
      guard let found else { return plans }
      if plans.last != found { plans.append(found) }
      // Past `plan/P/`: `0` is the character after `/`.
      seek = "plan/\(found)0"
    }
  }
}
