internal import CLMDB

/// Puts ascending keys into a database, the fastest way in.
///
/// Lent by `WriteTransaction.withAppender`. It keeps its place at the leaf of the last put, so that
/// no append searches the tree, and an insertion does only where its key lies beyond that leaf.
@safe
package struct Appender: ~Copyable {
  private let cursor: OpaquePointer
  var failure: LMDBError?

  init(_ cursor: OpaquePointer) {
    unsafe self.cursor = cursor
  }

  deinit { unsafe mdb_cursor_close(cursor) }

  /// Puts an entry after all others.
  ///
  /// - Throws: `keyExists` when the key is not above the last one; what `WriteTransaction.put` does.
  package mutating func append(_ key: Span<UInt8>, _ value: Span<UInt8>) throws(LMDBError) {
    try put(key, value, flags: UInt32(MDB_APPEND))
  }

  /// Puts an entry where its key belongs.
  ///
  /// - Complexity: O(log *n*); O(1) where the key lies within the leaf of the last put.
  package mutating func insert(_ key: Span<UInt8>, _ value: Span<UInt8>) throws(LMDBError) {
    try put(key, value, flags: 0)
  }

  private mutating func put(
    _ key: Span<UInt8>, _ value: Span<UInt8>, flags: UInt32
  ) throws(LMDBError) {
    let cursor = unsafe cursor
    let status = try unsafe key.withKey { key in
      unsafe value.withValue { value in
        unsafe mdb_cursor_put(cursor, &key, &value, flags)
      }
    }
    guard status != 0 else { return }
    let error = LMDBError(data: status, call: "mdb_cursor_put")
    if failure == nil, !error.leavesTransactionUsable { failure = error }
    throw error
  }

  /// Puts an entry after all others.
  package mutating func append(_ key: [UInt8], _ value: [UInt8]) throws(LMDBError) {
    try append(key.span, value.span)
  }
}

extension WriteTransaction {
  /// Lends an appender to a closure.
  package mutating func withAppender<R: ~Copyable, E: LMDBErrorConvertible>(
    _ database: Database, _ body: (inout Appender) throws(E) -> R
  ) throws(E) -> R {
    try lendAppender(database, body)
  }

  /// Lends an appender to a closure.
  package mutating func withAppender<R: ~Copyable>(
    _ database: Database, _ body: (inout Appender) throws(LMDBError) -> R
  ) throws(LMDBError) -> R {
    try lendAppender(database, body)
  }

  private mutating func lendAppender<R: ~Copyable, E: LMDBErrorConvertible>(
    _ database: Database, _ body: (inout Appender) throws(E) -> R
  ) throws(E) -> R {
    var appender: Appender
    do throws(LMDBError) {
      appender = unsafe Appender(try reader.openCursor(database))
    } catch {
      throw E(error)
    }
    do throws(E) {
      let result = try body(&appender)
      failure = failure ?? appender.failure
      return result
    } catch {
      failure = failure ?? appender.failure
      throw error
    }
  }
}
