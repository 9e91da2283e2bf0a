internal import CLMDB

/// A place in a database, for walks that step to and fro; a plain walk is `ReadTransaction.forEach`.
///
/// Lent by `ReadTransaction.withCursor`. Each move says whether it came to an entry; `withCurrent`,
/// `key` and `value` show the entry where it stands. After a move that came to none, it stands
/// nowhere until a move by place, not by step.
@safe
package struct Cursor: ~Copyable {
  let handle: OpaquePointer
  /// The entry where it stands: on the stack of `withCursor`, so that a borrowed cursor can move.
  let entry: UnsafeMutablePointer<Entry>

  @safe
  struct Entry {
    var key = unsafe MDB_val()
    var value = unsafe MDB_val()
    var isThere = false
    init() {}
  }

  init(_ handle: OpaquePointer, _ entry: UnsafeMutablePointer<Entry>) {
    unsafe self.handle = handle
    unsafe self.entry = entry
  }

  deinit { unsafe mdb_cursor_close(handle) }

  /// Goes to the least key (`MDB_FIRST`).
  package func first() throws(LMDBError) -> Bool { try move(MDB_FIRST) }

  /// Goes to the greatest key (`MDB_LAST`).
  package func last() throws(LMDBError) -> Bool { try move(MDB_LAST) }

  /// Goes to the next key; to the first one when it stands nowhere and never stood (`MDB_NEXT`).
  package func next() throws(LMDBError) -> Bool { try move(MDB_NEXT) }

  /// Goes to the key before; to the last one when it stands nowhere and never stood (`MDB_PREV`).
  package func previous() throws(LMDBError) -> Bool { try move(MDB_PREV) }

  /// Goes to a key (`MDB_SET_KEY`). Complexity: O(log n).
  package func seek(to key: Span<UInt8>) throws(LMDBError) -> Bool {
    try seek(key, MDB_SET_KEY)
  }

  /// Goes to the least key that is not below the one given (`MDB_SET_RANGE`). Complexity: O(log n).
  package func seek(toFirstAtOrAfter key: Span<UInt8>) throws(LMDBError) -> Bool {
    try seek(key, MDB_SET_RANGE)
  }

  /// Goes to the least key that is not below the one given.
  package func seek(toFirstAtOrAfter key: [UInt8]) throws(LMDBError) -> Bool {
    try seek(key.span, MDB_SET_RANGE)
  }

  /// Goes to the greatest key below the one given. Complexity: O(log n).
  package func seek(toLastBefore key: [UInt8]) throws(LMDBError) -> Bool {
    try seek(toFirstAtOrAfter: key) ? previous() : last()
  }

  /// Goes to the key that is a number's eight bytes, the most significant first.
  package func seek(toNumber number: UInt64) throws(LMDBError) -> Bool {
    var bytes = number.bigEndian
    let status = unsafe withUnsafeMutableBytes(of: &bytes) { bytes in
      var key = unsafe MDB_val(mv_size: bytes.count, mv_data: bytes.baseAddress)
      return unsafe seek(&key, MDB_SET_KEY)
    }
    return try ReadTransaction.isFound(status, "mdb_cursor_get")
  }

  /// Whether it stands at the key that is a number's eight bytes, the most significant first.
  package func isAt(number: UInt64) -> Bool {
    guard unsafe entry.pointee.isThere && entry.pointee.key.mv_size == 8 else { return false }
    let key = unsafe entry.pointee.key.mv_data.loadUnaligned(as: UInt64.self)
    return UInt64(bigEndian: key) == number
  }

  /// Lends the entry where it stands to a closure; nil when it stands nowhere.
  package func withCurrent<R: ~Copyable, E: Error>(
    _ body: (_ key: Span<UInt8>, _ value: Span<UInt8>) throws(E) -> R
  ) throws(E) -> R? {
    guard unsafe entry.pointee.isThere else { return nil }
    return try unsafe body(entry.pointee.key.bytes.span, entry.pointee.value.bytes.span)
  }

  /// Lends the entry where it stands to a closure that returns nothing; false when it stands nowhere.
  ///
  /// For walks over many entries: not being generic, it costs no more than the call.
  package func show(_ body: (_ key: Span<UInt8>, _ value: Span<UInt8>) -> Void) -> Bool {
    guard unsafe entry.pointee.isThere else { return false }
    unsafe body(entry.pointee.key.bytes.span, entry.pointee.value.bytes.span)
    return true
  }

  /// A copy of the key where it stands; nil when it stands nowhere.
  package var key: [UInt8]? {
    unsafe entry.pointee.isThere ? entry.pointee.key.array : nil
  }

  /// A copy of the value where it stands; nil when it stands nowhere.
  package var value: [UInt8]? {
    unsafe entry.pointee.isThere ? entry.pointee.value.array : nil
  }

  func move(_ operation: MDB_cursor_op) throws(LMDBError) -> Bool {
    let status = unsafe mdb_cursor_get(
      handle, &entry.pointee.key, &entry.pointee.value, operation)
    unsafe entry.pointee.isThere = status == 0
    return try ReadTransaction.isFound(status, "mdb_cursor_get")
  }

  private func seek(
    _ key: Span<UInt8>, _ operation: MDB_cursor_op
  ) throws(LMDBError) -> Bool {
    let status = try unsafe key.withKey { key in unsafe seek(&key, operation) }
    return try ReadTransaction.isFound(status, "mdb_cursor_get")
  }

  private func seek(_ key: inout MDB_val, _ operation: MDB_cursor_op) -> Int32 {
    let status = unsafe mdb_cursor_get(handle, &key, &entry.pointee.value, operation)
    // C now points into the map, no longer at the caller's bytes.
    if status == 0 { unsafe entry.pointee.key = key }
    unsafe entry.pointee.isThere = status == 0
    return status
  }
}
