internal import CLMDB

/// What a scan does after an entry.
package enum ScanStep: Sendable {
  /// It goes on.
  case more
  /// It ends here.
  case stop
}

extension ReadTransaction {
  /// Shows a closure the entries of a range of keys, one after another.
  ///
  /// - Parameters:
  ///   - database: where the entries are.
  ///   - lower: the least key shown; nil or empty for the first.
  ///   - upper: the key before which the range ends; nil for past the last. It may be of any length.
  ///   - reversed: from the greatest to the least. The bounds stay as they are.
  ///   - body: given key and value where they stand in the map, valid until it returns.
  /// - Throws: what `body` throws; what the tree or the medium is.
  /// - Complexity: O(log n + entries shown).
  package func forEach<E: LMDBErrorConvertible>(
    _ database: Database, from lower: [UInt8]? = nil, to upper: [UInt8]? = nil,
    reversed: Bool = false,
    _ body: (_ key: Span<UInt8>, _ value: Span<UInt8>) throws(E) -> ScanStep
  ) throws(E) {
    try withCursor(database) { cursor throws(E) in
      let range = ScanRange(lower: lower, upper: upper, isReversed: reversed)
      var goesOn: Bool
      do throws(LMDBError) { goesOn = try range.begin(cursor) } catch { throw E(error) }
      while goesOn {
        let key = unsafe cursor.entry.pointee.key.bytes
        let value = unsafe cursor.entry.pointee.value.bytes
        if case .stop = try body(unsafe key.span, unsafe value.span) { return }
        do throws(LMDBError) { goesOn = try range.step(cursor) } catch { throw E(error) }
      }
    }
  }

  /// Shows a closure the entries of a range of keys, one after another.
  package func forEach(
    _ database: Database, from lower: [UInt8]? = nil, to upper: [UInt8]? = nil,
    reversed: Bool = false,
    _ body: (_ key: Span<UInt8>, _ value: Span<UInt8>) throws(LMDBError) -> ScanStep
  ) throws(LMDBError) {
    try withCursor(database) { cursor throws(LMDBError) in
      let range = ScanRange(lower: lower, upper: upper, isReversed: reversed)
      var goesOn = try range.begin(cursor)
      while goesOn {
        let key = unsafe cursor.entry.pointee.key.bytes
        let value = unsafe cursor.entry.pointee.value.bytes
        if case .stop = try body(unsafe key.span, unsafe value.span) { return }
        goesOn = try range.step(cursor)
      }
    }
  }

  /// Shows a closure the entries whose keys begin with some bytes.
  package func forEach<E: LMDBErrorConvertible>(
    _ database: Database, prefix: [UInt8], reversed: Bool = false,
    _ body: (_ key: Span<UInt8>, _ value: Span<UInt8>) throws(E) -> ScanStep
  ) throws(E) {
    try forEach(
      database, from: prefix, to: ScanRange.end(ofPrefix: prefix), reversed: reversed, body)
  }

  /// Shows a closure the entries whose keys begin with some bytes.
  package func forEach(
    _ database: Database, prefix: [UInt8], reversed: Bool = false,
    _ body: (_ key: Span<UInt8>, _ value: Span<UInt8>) throws(LMDBError) -> ScanStep
  ) throws(LMDBError) {
    try forEach(
      database, from: prefix, to: ScanRange.end(ofPrefix: prefix), reversed: reversed, body)
  }
}

/// Where a scan begins, how it steps, and where it ends.
struct ScanRange {
  /// The least key; nil when no key can be below it.
  let lower: [UInt8]?
  /// The key past the greatest.
  let upper: [UInt8]?
  let isReversed: Bool

  init(lower: [UInt8]?, upper: [UInt8]?, isReversed: Bool) {
    self.lower = lower.flatMap { $0.isEmpty ? nil : $0 }
    self.upper = upper
    self.isReversed = isReversed
  }

  /// Goes to the first entry shown; false when there is none.
  func begin(_ cursor: borrowing Cursor) throws(LMDBError) -> Bool {
    if let upper, upper.isEmpty { return false }
    let isThere =
      if isReversed {
        if let upper { try seek(cursor, before: upper) } else { try cursor.last() }
      } else {
        if let lower { try seek(cursor, atOrAfter: lower) } else { try cursor.first() }
      }
    return isThere && holds(cursor)
  }

  /// Goes to the next entry shown; false when there is none.
  func step(_ cursor: borrowing Cursor) throws(LMDBError) -> Bool {
    try cursor.move(isReversed ? MDB_PREV : MDB_NEXT) && holds(cursor)
  }

  /// Whether the entry lies on this side of the far bound.
  func holds(_ cursor: borrowing Cursor) -> Bool {
    if isReversed {
      guard let lower else { return true }
      return unsafe !cursor.entry.pointee.key.precedes(lower)
    }
    guard let upper else { return true }
    return unsafe cursor.entry.pointee.key.precedes(upper)
  }

  /// A bound may be longer than a key can be: it then lies right after its first 511 bytes.
  private func seek(
    _ cursor: borrowing Cursor, atOrAfter bound: [UInt8]
  ) throws(LMDBError) -> Bool {
    guard bound.count > Database.maximumKeyBytes else {
      return try cursor.seek(toFirstAtOrAfter: bound)
    }
    let longest = Array(bound.prefix(Database.maximumKeyBytes))
    guard try cursor.seek(toFirstAtOrAfter: longest) else { return false }
    return cursor.key == longest ? try cursor.next() : true
  }

  private func seek(
    _ cursor: borrowing Cursor, before bound: [UInt8]
  ) throws(LMDBError) -> Bool {
    try seek(cursor, atOrAfter: bound) ? cursor.previous() : cursor.last()
  }

  /// The least key above all that begin with some bytes; nil when there is none above.
  static func end(ofPrefix prefix: [UInt8]) -> [UInt8]? {
    guard let index = prefix.lastIndex(where: { $0 < 0xFF }) else { return nil }
    return prefix[..<index] + [prefix[index] + 1]
  }
}
