package import Events
package import LMDB

extension LedgerView {
  /// How many events a stream has; 0 where it is absent.
  ///
  /// - Complexity: O(log *n*) and what of the stream is staged behind the head.
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
  /// - Parameters:
  ///   - first: where to begin: the first position shown is not before it, or backward not after it;
  ///     `nil` for the stream's end.
  ///   - visit: told each position; returns whether to go on.
  /// - Complexity: O(log² *n*) and the events shown.
  package func positions(
    of subject: StreamID, _ order: ReadOrder = .forward, from first: UInt64? = nil,
    _ transaction: borrowing ReadTransaction, visit: (UInt64) throws(LedgerError) -> Bool
  ) throws(LedgerError) {
    let name = subject.description
    var lower = Key.stream(name, revision: 0)
    var upper = Key.stream(name, revision: .max)
    if let first {
      let bound = order == .forward ? max(first, 1) - 1 : first
      let count = try revision(of: subject, upTo: bound, transaction)
      switch order {
      case .forward: lower = Key.stream(name, revision: count + 1)
      case .backward: upper = Key.stream(name, revision: count + 1)
      }
    }
    try scan(
      databases.streams, from: lower, to: upper, order, transaction,
      position: { _, value in Key.lastNumber(value) }, visit: visit)
  }

  /// Positions of the events of a type, from one on, or backward from one.
  package func positions(
    of type: EventType, _ order: ReadOrder = .forward, from first: UInt64? = nil,
    _ transaction: borrowing ReadTransaction, visit: (UInt64) throws(LedgerError) -> Bool
  ) throws(LedgerError) {
    let start = order == .forward ? first : nil
    let end = order == .backward ? first : nil
    try scan(
      databases.types, from: Key.type(type.rawValue, start ?? 0),
      to: Key.type(type.rawValue, min(end ?? .max, .max - 1) + 1), order, transaction,
      position: { key, _ in Key.lastNumber(key) }, visit: visit)
  }

  /// Positions of the events that took effect from one day through another, by day, then position.
  package func positions(
    effectiveFrom first: Day, through last: Day, _ order: ReadOrder = .forward,
    _ transaction: borrowing ReadTransaction, visit: (UInt64) throws(LedgerError) -> Bool
  ) throws(LedgerError) {
    guard first <= last else { return }
    try scan(
      databases.effective, from: Key.effective(first.number, 0),
      to: Key.effective(last.number, .max), order, transaction,
      position: { key, _ in Key.lastNumber(key) }, visit: visit)
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
    // No name is longer than a key, and nothing stands below the first byte of a name.
    guard prefixBytes.count < Database.maximumKeyBytes else { return }
    try transaction.withCursor(databases.streams) { cursor throws(LedgerError) in
      var seek = Array((start ?? prefix).utf8)
      if seek.isEmpty { seek = [1] }
      while true {
        let isThere = try storage { () throws(LMDBError) in
          try cursor.seek(toFirstAtOrAfter: seek)
        }
        guard isThere, let key = cursor.key, key.starts(with: prefixBytes) else { return }
        let position = Key.lastNumber(cursor.value ?? [])
        guard let name = Key.streamName(key) else {
          throw .damaged(position: position, reason: "an entry of no stream in the streams' index")
        }
        // A stream is visible where its first event is.
        if position <= head.position {
          let subject = try damage(at: position) { () throws(EventError) in
            try StreamID(parsing: String(decoding: name, as: UTF8.self))
          }
          guard try visit(subject) else { return }
        }
        seek = name + [1]
      }
    }
  }

  /// How many of a stream's events stand at or before a position: by halves, for positions rise with
  /// revisions.
  private func revision(
    of subject: StreamID, upTo position: UInt64, _ transaction: borrowing ReadTransaction
  ) throws(LedgerError) -> UInt64 {
    var low: UInt64 = 0
    var high = try revision(of: subject, transaction)
    while low < high {
      let middle = low + (high - low + 1) / 2
      let key = Key.stream(subject.description, revision: middle)
      guard let value = try transaction.lookUp(databases.streams, key) else {
        throw .damaged(
          position: nil, reason: "revision \(middle) of \(subject) is missing in the index")
      }
      if Key.lastNumber(value) <= position { low = middle } else { high = middle - 1 }
    }
    return low
  }

  private func scan(
    _ database: Database, from lower: [UInt8], to upper: [UInt8], _ order: ReadOrder,
    _ transaction: borrowing ReadTransaction,
    position: (_ key: Span<UInt8>, _ value: Span<UInt8>) -> UInt64,
    visit: (UInt64) throws(LedgerError) -> Bool
  ) throws(LedgerError) {
    try transaction.forEach(database, from: lower, to: upper, reversed: order == .backward) {
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
    var plans: Set<Identifier> = []
    var seek = "plan/"
    while true {
      var found: StreamID?
      try streams(under: "plan/", from: seek, transaction) { subject in
        found = subject
        return false
      }
      guard let found, let plan = found.plan else { return plans.sorted() }
      plans.insert(plan)
      // `plan/P-1` and `plan/P.1` stand between `plan/P` and `plan/P/…`. Only what is within the plan
      // is leapt over: `0` is the character after `/`.
      seek = found.kind == .plan ? "\(found)\u{1}" : "plan/\(plan)0"
    }
  }
}
